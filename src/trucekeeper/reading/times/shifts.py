"""Weekdays, months, seasons and weekends as they lie from a day: "last Friday", "next spring", "the weekend"."""

from __future__ import annotations

from datetime import date

from trucekeeper.reading.times.context import Context
from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.intervals import Interval, moved, of_day, of_month, of_season, of_unit, of_weekend, plus_days
from trucekeeper.reading.times.tense import AHEAD, PAST

SIZES = {"M": range(28, 32), "Q": range(90, 93), "SM": range(181, 185)}  # in days


def like_one(unit: str, away: Expr, anchor: date, context: Context) -> Interval:
    """ "The year-ago quarter", "the same period last year": as far from the quarter or the period spoken of before, where one is, else from the anchor."""
    spoken = context.stretch_before
    size = next((u for u, days in SIZES.items() if spoken is not None and spoken.days in days), None)
    unit, known = (size or "Y", size is not None) if unit == "P" else (unit, size == unit)
    start = spoken.first if spoken is not None and known else anchor
    return of_unit(moved(start, away.unit or "Y", (away.count or 0) * (away.shift or 0)), unit)


def shifted_weekday(target: int, shift: int, anchor: date, context: Context) -> Interval:
    """The weekday before (shift under 0) or after the anchor; the one that the tense wants where the shift is 0."""
    behind = (anchor.isoweekday() - target) % 7
    if shift < 0:
        return of_day(plus_days(anchor, -(behind or 7)))
    if shift > 0:
        return of_day(plus_days(anchor, 7 - behind))
    return of_day(plus_days(anchor, -behind) if context.direction == PAST or behind == 0 else plus_days(anchor, 7 - behind))


def shifted_month(month: int, shift: int, anchor: date) -> Interval:
    """The nearest such month before the anchor's (shift under 0) or after it; that of the anchor's year where the shift is 0."""
    year = anchor.year
    if shift < 0 and month >= anchor.month:
        year -= 1
    if shift > 0 and month <= anchor.month:
        year += 1
    return of_month(year, month)


def shifted_season(season: str, shift: int, anchor: date) -> Interval:
    """The last such season that has ended, the next one, or the one that the anchor lies in."""
    years = [of_season(y, season) for y in range(anchor.year - 2, anchor.year + 3)]
    if shift < 0:
        return [s for s in years if s.last < anchor][-1]
    if shift > 0:
        return next(s for s in years if s.first > anchor)
    return next((s for s in years if s.first <= anchor <= s.last), of_season(anchor.year, season))


def weekend(shift: int | None, anchor: date, context: Context) -> Interval:
    """ "The weekend" is the one that the tense says; on a Saturday or Sunday it is that one."""
    now = anchor.isoweekday() >= 6
    if shift is None:
        back = 0 if now or context.direction == AHEAD else -7
    elif shift == 0:
        back = -7 if not now and context.direction == PAST and anchor.isoweekday() <= 2 else 0
    else:
        back = 7 * shift
    return of_weekend(plus_days(anchor, back))
