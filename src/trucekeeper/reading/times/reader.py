"""The times reader: finds expressions, resolves them in the order of the text, and fills `layers(doc).times`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.model.time import Time, Timex
from trucekeeper.reading.layers import TimeFound, layers
from trucekeeper.reading.times import points, stretches
from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import ANCHORS, Found, candidates
from trucekeeper.reading.times.intervals import Interval
from trucekeeper.reading.times.lexer import Codes, encode
from trucekeeper.reading.times.lexicon import lexicon
from trucekeeper.reading.times.resolve import Context, resolve
from trucekeeper.reading.times.tense import AHEAD, direction

HANDLERS: dict[str, Callable[[Found], Expr | None]] = {
    "point": points.point,
    "clock": points.clock,
    "nth": stretches.nth,
    "period": stretches.period,
    "offset": stretches.offset,
    "neighbour": stretches.neighbour,
    "duration": stretches.duration,
    "shared": stretches.shared,
    "bare": stretches.bare,
    "long": stretches.long,
    "every": stretches.every,
    "weekdays": stretches.weekdays,
    "frequency": stretches.frequency,
    "times": stretches.rate,
    "rate": stretches.rate,
    "thatday": stretches.anaphor,
    "inpart": stretches.in_part,
    "samelast": stretches.same_last,
    "thepast": lambda f: stretches.reference("PAST_REF", f),
    "past": lambda f: stretches.reference("PAST_REF", f),
    "present": lambda f: stretches.reference("PRESENT_REF", f),
    "future": lambda f: stretches.reference("FUTURE_REF", f),
    "other": lambda f: stretches.reference("XXXX-XX-XX", f),
    "recent": stretches.recent,
    "era": stretches.era,
}
TENSELESS = frozenset({"duration", "set", "ref", "ordinal", "era", "period", "offset", "anaphor"})


@dataclass(frozen=True, slots=True)
class Expression:
    """What stands at tokens [first, end) of the codes."""

    expr: Expr
    first: int
    end: int


def expressions(codes: Codes) -> Iterator[Expression]:
    """All expressions of a text, in order and not overlapping."""
    at = 0
    while match := ANCHORS.search(codes.line, at):
        start = match.start()
        at = start + 1
        for found in candidates(codes, start):
            expr = HANDLERS[found.rule](found)
            if expr is not None:
                yield Expression(expr, found.first, found.end)
                at = found.end
                break


def with_days(found: list[Expression]) -> list[Expression]:
    """An hour takes the day that stands right after it ("18:00, June 1")."""
    made = []
    for one, after in zip(found, [*found[1:], None], strict=True):
        e = one.expr
        if (
            e.kind == "calendar"
            and e.has_clock
            and not points.holds_day(e)
            and after is not None
            and after.first - one.end <= 2
            and points.holds_day(after.expr)
        ):
            one = replace(one, expr=replace(after.expr, hour=e.hour, minute=e.minute, second=e.second, zone=e.zone))
        made.append(one)
    return made


def told_years(found: list[Expression]) -> dict[tuple[int, int], int]:
    """The year that the text itself gives to each month-day, at its first full mention."""
    years: dict[tuple[int, int], int] = {}
    for one in found:
        e = one.expr
        if e.kind == "calendar" and e.month and e.day and e.year:
            years.setdefault((e.month, e.day), e.year)
    return years


def known_years(codes: Codes) -> dict[tuple[int, int], int]:
    """Years of days known by their date alone, where the text speaks of what makes them known."""
    lower = ""
    years = {}
    for key, known in lexicon().known_days.items():
        lower = lower or codes.text.lower()
        if any(cue in lower for cue in known.cues):
            years[key] = known.year
    return years


def read(doc: Doc, anchor: date | None) -> list[TimeFound]:
    """The times of a Doc, reckoned from one day (or none)."""
    codes = encode(doc.text)
    found = with_days(list(expressions(codes)))
    context = Context(anchor, years=told_years(found), cued=known_years(codes) if any(e.expr.month and not e.expr.year for e in found) else {})
    return [resolved(one, context, codes, doc) for one in found]


def resolved(one: Expression, context: Context, codes: Codes, doc: Doc) -> TimeFound:
    start, end = codes.starts[one.first], codes.ends[one.end - 1]
    context.direction = 0 if one.expr.kind in TENSELESS else AHEAD if one.expr.mod == "AFTER" else direction(codes, one.first, one.end, doc)
    time, timex, whole = resolve(one.expr, context, codes.text[start:end])
    remember(one.expr, whole, context)
    return TimeFound(start, end, time, timex, confidence(one.expr, time))


def remember(expr: Expr, whole: Interval | None, context: Context) -> None:
    if whole is None:
        return
    context.stretch_before = whole
    if whole.days == 1:
        context.day_before = whole.first


def confidence(expr: Expr, time: Time) -> float:
    """How often such a reading is right, by what it rests on."""
    if expr.year is not None or expr.kind in {"duration", "set"}:
        return 0.95
    if expr.kind in {"ref", "ordinal", "anaphor"}:
        return 0.7
    if time.earliest is None:
        return 0.6
    return 0.85 if expr.kind in {"deictic", "period"} else 0.8


def merged(first: TimeFound, last: TimeFound) -> TimeFound:
    """One reading of two anchors: exact where both agree, the whole range where they do not."""
    if first.time == last.time and first.timex == last.timex:
        return first
    ends = [t for f in (first, last) for t in (f.time.earliest,) if t]
    lasts = [t for f in (first, last) for t in (f.time.latest,) if t]
    time = Time(min(ends) if ends else None, max(lasts) if lasts else None, True, first.time.text)
    return TimeFound(first.start, first.end, time, Timex(first.timex.type, common(first.timex.value, last.timex.value), first.timex.mod), 0.6)


def common(a: str, b: str) -> str:
    """2025-03-02 and 2025-04-13 share 2025-XX-XX."""
    if len(a) != len(b):
        return "XXXX"
    same = True
    made = []
    for x, y in zip(a.split("-"), b.split("-"), strict=False):
        same = same and x == y
        made.append(x if same else "W" + "X" * (len(x) - 1) if x.startswith("W") else "X" * len(x))
    return "-".join(made)


@Language.component("truce_times")
def truce_times(doc: Doc) -> Doc:
    found = layers(doc)
    document = found.document
    if document is not None and document.published:
        found.times = read(doc, date.fromisoformat(document.published[:10]))
        return doc
    allowed = document.published_range if document is not None else None
    first, last = (allowed.first_day, allowed.last_day) if allowed else (None, None)
    if first is None or last is None:
        found.times = read(doc, None)
    else:
        found.times = [merged(a, b) for a, b in zip(read(doc, first), read(doc, last), strict=True)]
    return doc
