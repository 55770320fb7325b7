"""The rows of a timetable in cells: when, what and perhaps by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span

from trucekeeper.model.claims import Anchor
from trucekeeper.reading.layers import ProvisionFound, TimeFound, layers
from trucekeeper.reading.provisions.anchors import anchor_of
from trucekeeper.reading.provisions.bearers import actors, is_bearer
from trucekeeper.reading.provisions.forms import is_act
from trucekeeper.reading.provisions.issues import issue_of
from trucekeeper.reading.provisions.parts import quantity_of

CELLS = re.compile(r"\s*(?:\||\t)\s*")


def table_row(span: Span, name: str | None, label: str | None) -> Iterator[ProvisionFound]:
    """A row of a timetable: a cell with the time, one with the act and perhaps one with who does it."""
    bounds = [0, *(x for m in CELLS.finditer(span.text) for x in m.span()), len(span.text)]
    cells = [c for a, b in zip(bounds[::2], bounds[1::2], strict=True) if (c := char_span(span, a, b)) is not None]
    times = layers(span.doc).times
    timed = next(((c, found) for c in cells if (found := cell_anchor(c, times)) is not None), None)
    rest = [c for c in cells if timed is None or c != timed[0]]
    act = next((c for c in rest if is_act(c)), None)
    if timed is None or act is None:
        return
    who = next((c for c in rest if c != act and any(is_bearer(t) for t in c)), None)
    yield ProvisionFound(
        spans=((act.start_char, act.end_char),),
        action=act.text,
        standing="agreed",
        agreement=name,
        clause=label or timed[0].text,
        issue=issue_of(act.text),
        obligors=actors([t for t in who if is_bearer(t)][-1:], who) if who is not None else (),
        quantity=quantity_of(act),
        anchor=timed[1],
        confidence=0.6,
    )


def char_span(span: Span, start: int, end: int) -> Span | None:
    return span.doc.char_span(span.start_char + start, span.start_char + end, alignment_mode="contract") if start < end else None


def cell_anchor(cell: Span, times: list[TimeFound]) -> Anchor | None:
    """The time of a row: "D+10", a date, or "within 14 days of signature"."""
    found = anchor_of(cell.text, cell.start_char, times)
    if found is not None:
        return found
    day = next((t for t in times if t.start == cell.start_char and t.end <= cell.end_char and t.timex.type in {"DATE", "TIME"}), None)
    return Anchor(cell.text, "date", day.time.as_range, None, "on") if day is not None else None
