"""When a report can have been published, by its own words alone: a range of days, with the reasons. The clock is never read."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc

from trucekeeper.model.time import Time
from trucekeeper.reading.times.dateline import head_of
from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.finding import Expression
from trucekeeper.reading.times.intervals import Interval, moved, narrowed, of_day, of_month, of_years, plus_days
from trucekeeper.reading.times.lexer import Codes
from trucekeeper.reading.times.tense import AHEAD, PAST, cue, direction, sentence_edge
from trucekeeper.reading.times.tense import REACH as TENSE_REACH

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
REACH = 300  # days: a date without its year is no farther from the telling
CLOSE = 31  # days: a report whose dateline is so near a whole date in its text is of that year
LEAST_REACH = 250  # days: so near behind it may be meant as well


@dataclass(slots=True)
class Evidence:
    """What the text gives: each expression with its words, direction, place and whole sentence number."""

    expr: Expr
    words: str
    direction: int
    sentence: int
    hedged: bool = False  # its sentence speaks of plans, or of plans then: its tense proves little
    whole: Interval | None = None


@dataclass(slots=True)
class Bounds:
    """The days between which the publication lies; `settled` once a date is placed that must be near it."""

    first: date | None = None
    last: date | None = None
    settled: bool = False
    weekday: int | None = None
    reasons: list[str] = field(default_factory=list)

    def after(self, day: date, reason: str) -> None:
        if self.first is None or day > self.first:
            self.first = day
            self.reasons.append(reason)

    def before(self, day: date, reason: str) -> None:
        if self.last is None or day < self.last:
            self.last = day
            self.reasons.append(reason)


def gathered(codes: Codes, found: list[Expression], doc: Doc) -> list[Evidence]:
    sentence, at, made = 0, 0, []
    for one in found:
        while at < one.first:
            sentence += sentence_edge(codes, at)
            at += 1
        start, end = codes.starts[one.first], codes.ends[one.end - 1]
        way = AHEAD if one.expr.mod == "AFTER" else direction(codes, one.first, one.end, doc)
        made.append(Evidence(one.expr, with_verb(codes, one, start, end), way, sentence, is_hedged(codes, one, way)))
    return made


def is_hedged(codes: Codes, one: Expression, way: int) -> bool:
    """Does its sentence hold a word of the other tense ("was to open in May 2008", "tests in 2010 will show")? A year as an attribute proves nothing either."""
    if one.expr.month is None and codes.word(one.first - 1).lower() not in {"in", "since", "from", "during", "until", "by"}:
        return True
    sides = (range(one.first - 1, max(-1, one.first - 2 * TENSE_REACH), -1), range(one.end, min(len(codes.starts), one.end + TENSE_REACH)))
    for side in sides:
        for i in side:
            if sentence_edge(codes, i):
                break
            if cue(codes, i) not in {0, way}:
                return True
    return False


def with_verb(codes: Codes, one: Expression, start: int, end: int) -> str:
    """The words with the two before them, for a reader who checks the reason."""
    first = one.first
    while first > max(0, one.first - 2) and codes.word(first - 1)[0].isalnum():
        first -= 1
    return " ".join(codes.text[codes.starts[first] if first < one.first else start : end].split())


def whole_of(expr: Expr, year: int | None = None) -> Interval | None:
    """The stretch that a dated expression covers when its year is (given or) known."""
    year = expr.year or year
    if expr.kind != "calendar" or year is None or expr.unit or expr.nth is not None:
        return None
    try:
        whole = of_day(date(year, expr.month, expr.day)) if expr.month and expr.day else of_month(year, expr.month) if expr.month else of_years(year, 1)
    except ValueError:
        return None
    return narrowed(whole, expr.position) if expr.position else whole


def is_bare(expr: Expr) -> bool:
    """A month or month-day without its year."""
    return expr.kind == "calendar" and expr.month is not None and expr.year is None and expr.parent is None and expr.nth is None


def published_between(doc: Doc, codes: Codes, found: list[Expression]) -> tuple[Time | None, tuple[str, ...]]:
    """The range of days that the text allows, and why; None where it allows no bound at all."""
    head = head_of(doc.text)
    if head.printed is not None:
        return Time.on(head.printed), (f"the head of the report prints {head.words!r}",)
    evidence = gathered(codes, found, doc)
    bounds = Bounds()
    weekday_of_publication(evidence, bounds)
    full_dates(evidence, bounds)
    reckoned_years(evidence, bounds)
    dated_weekdays(evidence, bounds)
    bare_dates(evidence, bounds)
    if head.month_day is not None:
        dateline_day(head.month_day, head.words or "", evidence, bounds)
    return concluded(bounds)


def weekday_of_publication(evidence: list[Evidence], bounds: Bounds) -> None:
    """A weekday of which part is still ahead, or that is told both as past and as ahead, is the day of telling."""
    bare = [e for e in evidence if e.expr.kind == "calendar" and e.expr.weekday and not (e.expr.month or e.expr.day or e.expr.parent or e.expr.nth)]
    for one in bare:
        others = [e for e in bare if e.expr.weekday == one.expr.weekday and e is not one]
        told_past = next((e for e in others if e.direction == PAST), None)
        still_ahead = one.expr.mod in {"AFTER", "BEFORE"} or (one.direction == AHEAD and told_past is not None)
        if still_ahead and (told_past is not None or one.expr.mod is not None):
            bounds.weekday = one.expr.weekday
            name = WEEKDAYS[(one.expr.weekday or 1) - 1]
            past = f"{told_past.words!r} is told as past and " if told_past is not None else ""
            bounds.reasons.append(f"{past}{one.words!r} as part of the same day: published on a {name}")
            return


def full_dates(evidence: list[Evidence], bounds: Bounds) -> None:
    """Whole dates told as past lie before the publication, those ahead after it."""
    for one in evidence:
        one.whole = whole_of(one.expr)
    past = [e for e in evidence if e.whole is not None and e.direction != AHEAD and (e.expr.day or (e.direction == PAST and not e.hedged))]
    if past:
        latest = max(past, key=lambda e: e.whole.first if e.whole else date.min)
        if latest.whole is not None:
            bounds.after(latest.whole.first, f"{latest.words!r} is told as past: not before {latest.whole.first.isoformat()}")
    ahead = [
        e
        for e in evidence
        if e.whole is not None and e.expr.month and e.direction == AHEAD and not e.hedged and (bounds.first is None or e.whole.first > bounds.first)
    ]
    if ahead:
        nearest = min(ahead, key=lambda e: e.whole.last if e.whole else date.max)
        if nearest.whole is not None:
            bounds.before(nearest.whole.last, f"{nearest.words!r} is still ahead: not after {nearest.whole.last.isoformat()}")


def reckoned_years(evidence: list[Evidence], bounds: Bounds) -> None:
    """A month-day that one sentence puts a stretch of time after a whole date gets its year: "the Jan. 19 truce", "15 months", "Oct. 7, 2023"."""
    for one in evidence:
        if not (is_bare(one.expr) and one.expr.day and one.whole is None and one.direction != AHEAD):
            continue
        same = [e for e in evidence if e.sentence == one.sentence]
        stretch = next((e for e in same if e.expr.kind == "duration" and e.expr.count and e.expr.unit in {"M", "Y", "W"}), None)
        start = next((e for e in same if e.whole is not None and e.expr.day), None)
        if stretch is None or start is None or start.whole is None:
            continue
        least = moved(start.whole.first, str(stretch.expr.unit), stretch.expr.count or 0)
        one.whole = first_from(one.expr, least)
        if one.whole is not None:
            bounds.settled = True
            bounds.after(
                one.whole.first,
                f"{one.words!r} comes {stretch.words!r} after {start.words!r}: {one.whole.first.isoformat()}, and it is told as past",
            )


def dated_weekdays(evidence: list[Evidence], bounds: Bounds) -> None:
    """ "Sunday, March 9" falls in few years: the first that fits."""
    for one in evidence:
        e = one.expr
        if not (is_bare(e) and e.day and e.weekday and one.whole is None and bounds.first is not None):
            continue
        for year in range(bounds.first.year, bounds.first.year + 5):
            whole = whole_of(e, year)
            if whole is not None and whole.first.isoweekday() == e.weekday and plus_days(whole.first, REACH) >= bounds.first:
                one.whole, bounds.settled = whole, True
                if one.direction == AHEAD:
                    bounds.before(whole.last, f"{one.words!r} is {whole.value}, and still ahead")
                else:
                    bounds.after(whole.first, f"{one.words!r} is {whole.value}, and told as past")
                break


def bare_dates(evidence: list[Evidence], bounds: Bounds) -> None:
    """Dates without a year are the nearest ones: those told as past follow on what is known, those ahead on these."""
    floor = bounds.first
    if floor is None or not bounds.settled:
        return
    told = {(e.expr.month, e.expr.day) for e in evidence if e.whole is not None and e.expr.month}
    past = [(e, w) for e in evidence if pending(e, told) and e.direction == PAST and (w := first_from(e.expr, floor)) and near(w, floor)]
    if past:
        latest, whole = max(past, key=lambda p: p[1].first)
        bounds.after(whole.first, f"{latest.words!r} is told as past: not before {whole.first.isoformat()}")
    floor = bounds.first or floor
    ahead = [(e, w) for e in evidence if pending(e, told) and e.direction == AHEAD and (w := first_from(e.expr, floor)) and near(w, floor)]
    if ahead:
        nearest, whole = min(ahead, key=lambda p: p[1].last)
        bounds.before(plus_days(whole.last, -1), f"{nearest.words!r} is still ahead: before {whole.last.isoformat()}")
    if bounds.last is None:
        bounds.before(plus_days(bounds.first or floor, REACH), "dates without a year are less than a year away")


def pending(one: Evidence, told: Container[tuple[int | None, int | None]]) -> bool:
    return is_bare(one.expr) and one.whole is None and (one.expr.month, one.expr.day) not in told


def near(whole: Interval, floor: date) -> bool:
    """Within reach after a day, and the time a year before out of reach behind it."""
    ahead = (whole.first - floor).days
    return ahead <= REACH and 365 - ahead > LEAST_REACH


def first_from(expr: Expr, floor: date) -> Interval | None:
    """The first time that a month or month-day comes round, ending on or after a day."""
    options = [w for year in (floor.year, floor.year + 1) if (w := whole_of(expr, year)) is not None]
    return next((w for w in options if w.last >= floor), None)


def dateline_day(month_day: tuple[int, int], words: str, evidence: list[Evidence], bounds: Bounds) -> None:
    """A dateline without a year gives the day; the year must come from what the text bounds."""
    bounds.reasons.append(f"the dateline says {words!r}, without a year")
    expr = Expr(kind="calendar", month=month_day[0], day=month_day[1])
    for one in evidence:
        near_it = first_from(expr, plus_days(one.whole.first, -CLOSE)) if one.whole is not None and one.expr.day else None
        if near_it is not None and one.whole is not None and abs((near_it.first - one.whole.first).days) <= CLOSE:
            bounds.reasons.append(f"{one.words!r}, a whole date, is near it: {near_it.value}")
            bounds.first = bounds.last = near_it.first
            return
    if bounds.first is None:
        return
    whole = first_from(expr, bounds.first)
    if whole is not None:
        bounds.after(whole.first, f"the first {words!r} that fits is {whole.value}")
        if bounds.settled and (bounds.last is None or whole.last <= bounds.last):
            bounds.last = whole.last


def concluded(bounds: Bounds) -> tuple[Time | None, tuple[str, ...]]:
    """The range, drawn in to the weekday where that is known."""
    first, last = bounds.first, bounds.last
    if first is None and last is None:
        return None, tuple(bounds.reasons)
    if bounds.weekday is not None:
        first = plus_days(first, (bounds.weekday - first.isoweekday()) % 7) if first else None
        last = plus_days(last, -((last.isoweekday() - bounds.weekday) % 7)) if last else None
    if first and last and first > last:
        return None, (*bounds.reasons, "these do not fit together, so no range is given")
    return Time(first.isoformat() if first else None, last.isoformat() if last else None, first != last, None), tuple(bounds.reasons)
