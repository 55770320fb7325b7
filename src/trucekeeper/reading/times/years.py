"""The year of a day or month that has none: the document's own word, else the nearest on the side that the tense wants."""

from __future__ import annotations

import calendar
from datetime import date

from trucekeeper.reading.times.context import Context
from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.intervals import of_day, of_month
from trucekeeper.reading.times.tense import AHEAD, PAST

AGAINST_TENSE = 250  # days by which a date that the tense does not want is held to be farther away
PAST_MONTH = 400  # the same of a month that the tense puts behind: news seldom gives it the year
OTHER_YEAR = 40  # the same for another calendar year, which news mostly names
MEMORY = 45  # days: a year that the document gave once holds for dates farther away than this
STORY = 60  # days: how far a story goes on without naming the year again


def nearest_year(expr: Expr, context: Context) -> int | None:
    """The year of a month or month-day that has none: the document's own word, else the nearest on the side that the tense wants."""
    month, day = expr.month or 1, expr.day or 0
    if context.anchor is None:
        return context.years.get((month, day)) or (context.story.year if context.story else None)
    best = min(
        (y for y in range(context.anchor.year - 1, context.anchor.year + 2) if exists(y, month, day)),
        key=lambda y: distance(y, expr, context),
        default=None,
    )
    told = context.years.get((month, day)) or context.cued.get((month, day)) or story_year(month, day, context)
    if told is None or best is None:
        return told or best
    days = gap(best, expr, context.anchor)
    return told if abs(days) > MEMORY or (days > 0 and context.direction == PAST) else best


def story_year(month: int, day: int, context: Context) -> int | None:
    """A date that goes on from one with its year ("On 12 May 2018 … on 20 May …") shares it."""
    if context.story is None or context.direction == AHEAD or not exists(context.story.year, month, day or 1):
        return None
    return context.story.year if 0 <= (date(context.story.year, month, day or 28) - context.story).days <= STORY else None


def exists(year: int, month: int, day: int) -> bool:
    """Is there such a day (0: such a month) in the calendar?"""
    return 1 <= year <= 9999 and day <= calendar.monthrange(year, month)[1]


def gap(year: int, expr: Expr, anchor: date) -> int:
    """Days from the anchor: negative behind it, 0 where a month holds it."""
    month = expr.month or 1
    whole = of_day(date(year, month, expr.day)) if expr.day else of_month(year, month)
    if whole.first <= anchor <= whole.last:
        return 0
    return (whole.first - anchor).days if whole.first > anchor else (whole.last - anchor).days


def distance(year: int, expr: Expr, context: Context) -> float:
    if context.anchor is None:
        return 0
    days = gap(year, expr, context.anchor)
    cost = abs(days) * (1.3 if days > 0 else 1.0)
    if context.direction == PAST and days > 0:
        cost += AGAINST_TENSE if expr.day else PAST_MONTH
    elif context.direction == AHEAD and days < 0:
        cost += AGAINST_TENSE
    if year != context.anchor.year:
        cost += OTHER_YEAR
    if expr.weekday and expr.day and date(year, expr.month or 1, expr.day).isoweekday() != expr.weekday:
        cost += 4 * AGAINST_TENSE
    return cost
