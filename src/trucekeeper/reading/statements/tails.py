"""One saying behind another: "The planes took no part, its spokesman said, the agency reported" is the spokesman's word, through the agency."""

from __future__ import annotations

from trucekeeper.reading.statements.chain import reporter
from trucekeeper.reading.statements.drafts import Draft, shared
from trucekeeper.reading.statements.page import Page

FILLS = 0.6  # of an outlet's report, what is somebody else's saying; the rest is who that is


def cut_tails(page: Page, drafts: list[Draft]) -> None:
    """What somebody says ends before the clause that tells who carried it ("told them that nobody had left, | the radio reported")."""
    for outer in drafts:
        start = _start(outer)
        if start is None or outer.answers:
            continue
        for inner in drafts:
            if inner is outer or inner.rank > outer.rank or not outer.covers(inner.head) or not (inner.covers(outer.head) and inner.content[-1][1] > start):
                continue
            kept = [t for a, b in inner.content if a < start and (t := page.trim((a, min(b, start)))) is not None]
            inner.content = kept or inner.content


def fold_tails(page: Page, kept: list[Draft]) -> list[Draft]:
    """The drafts without an outlet's report that is all somebody else's saying, which it carried."""
    folded: list[int] = []
    for index, outer in enumerate(kept):
        carrier = reporter(page, outer) if _start(outer) is not None else None
        inner = next((d for d in kept if d is not outer and outer.covers(d.head) and d.source), None) if carrier is not None else None
        if inner is not None and shared(outer, inner) + sum(b - a for a, b in (*inner.source, *inner.cue)) >= FILLS * outer.size():
            inner.carried = carrier
            folded.append(index)
    return [d for i, d in enumerate(kept) if i not in folded]


def _start(outer: Draft) -> int | None:
    """Where source and cue begin that follow what they tell of; None for a statement of another shape."""
    if outer.shape != "clause" or len(outer.content) > 1 or not outer.source or outer.content[0][1] > outer.source[0][0] or outer.source[0][0] > outer.head:
        return None
    return outer.source[0][0]
