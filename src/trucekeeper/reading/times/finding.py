"""Finding time expressions in a text: the grammar's candidates, read by their handlers, the longest that makes sense first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from trucekeeper.reading.times import clock, distances, lengths, periods, points, ranked, repeats
from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import ANCHORS, Found, candidates
from trucekeeper.reading.times.lexer import CODE, Codes

HANDLERS: dict[str, Callable[[Found], Expr | None]] = {
    "point": points.point,
    "clock": clock.clock,
    "lonehour": clock.lone_hour,
    "nights": lengths.nights,
    "lone": points.lone_day,
    "day": points.day_alone,
    "nth": ranked.nth,
    "period": periods.period,
    "offset": distances.offset,
    "neighbour": distances.neighbour,
    "beforelast": distances.before_last,
    "midunit": distances.mid_unit,
    "joined": lengths.joined_duration,
    "duration": lengths.duration,
    "thestretch": lengths.the_stretch,
    "shared": lengths.shared,
    "bare": lengths.bare,
    "long": lengths.long,
    "every": repeats.every,
    "weekdays": repeats.weekdays,
    "frequency": repeats.frequency,
    "times": repeats.times,
    "rate": repeats.rate,
    "thatday": distances.anaphor,
    "inpart": distances.in_part,
    "samelast": distances.same_last,
    "yearago": distances.year_ago,
    "theunit": distances.the_unit,
    "thepast": lambda f: distances.reference("PAST_REF", f),
    "past": lambda f: distances.reference("PAST_REF", f),
    "present": lambda f: distances.reference("PRESENT_REF", f),
    "future": lambda f: distances.reference("FUTURE_REF", f),
    "other": lambda f: distances.reference("XXXX-XX-XX", f),
    "recent": distances.recent,
    "era": distances.era,
}
JOINING = frozenset(CODE[k] for k in ("to", "and", "hyphen"))


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


def completed(found: list[Expression], codes: Codes) -> list[Expression]:
    """An hour takes the day that stands right after it ("18:00, June 1"), the first of two months the year of the second ("from May to June 2024")."""
    made: list[Expression] = []
    after: Expression | None = None
    for one in reversed(found):
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
        elif e.kind == "calendar" and e.month and not e.year and after is not None and after.first - one.end == 1 and codes.line[one.end] in JOINING:
            f = after.expr
            if f.kind == "calendar" and f.month and f.year:
                one = replace(one, expr=replace(e, year=f.year if (e.month, e.day or 0) <= (f.month, f.day or 31) else f.year - 1))
        elif e.kind == "feast" and e.year is None and after is not None and after.first == one.end and is_year(after.expr):
            one = replace(one, expr=replace(e, parent=after.expr))  # "Eid al-Fitr last year"
        after = one
        made.append(one)
    return repeated(made[::-1], codes)


def is_year(e: Expr) -> bool:
    return (e.kind == "deictic" and e.unit == "Y" and not e.parent) or (e.kind == "calendar" and e.year is not None and e.month is None and e.unit is None)


def repeated(found: list[Expression], codes: Codes) -> list[Expression]:
    """The second of two weekdays that "every" stands before comes as often as the first: "every Tuesday and Thursday"."""
    joints = {CODE["and"], CODE["comma"], CODE["or"]}
    for at in range(1, len(found)):
        first, e = found[at - 1], found[at].expr
        weekly = first.expr.kind == "set" and "-WXX-" in (first.expr.value or "") and found[at].first - first.end == 1 and codes.line[first.end] in joints
        if weekly and e.kind == "calendar" and e.weekday and not (e.day or e.month or e.parent):
            found[at] = replace(found[at], expr=Expr(kind="set", value=f"XXXX-WXX-{e.weekday}"))
    return found
