"""The days that an expression means, on the calendar, or as they lie from the publication or from a time before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from trucekeeper.reading.times.context import Context, base_day
from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.intervals import (
    DAYS,
    MONTHS,
    YEARS,
    Interval,
    moved,
    of_day,
    of_half,
    of_month,
    of_quarter,
    of_season,
    of_unit,
    of_week,
    of_weekend,
    of_years,
    plus_days,
    plus_months,
)
from trucekeeper.reading.times.lexicon import lexicon
from trucekeeper.reading.times.shifts import like_one, shifted_month, shifted_season, shifted_weekday, weekend
from trucekeeper.reading.times.tense import AHEAD, PAST, PRESENT
from trucekeeper.reading.times.years import PAST_MONTH, exists, nearest_year

YEAR_UNITS = frozenset(YEARS)


def interval(expr: Expr, context: Context) -> Interval | None:
    """The days that an expression means; None where nothing tells from what they are reckoned, or there are no such days."""
    maker = {"calendar": on_calendar, "deictic": deictic, "offset": offset, "feast": feast, "anaphor": anaphor}[expr.kind]
    try:
        return maker(expr, context)
    except (ValueError, OverflowError):
        return None


def on_calendar(expr: Expr, context: Context) -> Interval | None:
    if expr.nth is not None:
        return nth_of(expr, context)
    if expr.month is not None:
        return in_month(expr, context)
    if expr.weekday is not None:
        return weekday(expr, context)
    if expr.day is not None:
        return day_of_month(expr.day, context)
    if expr.unit in YEAR_UNITS and expr.year is not None:
        return of_years(expr.year, YEARS[str(expr.unit)])
    if expr.quarter or expr.half or expr.season:
        return part_of_year(expr, context)
    if expr.year is not None:
        whole = of_years(expr.year, 1)
        return whole if not expr.count else Interval(whole.first, date(expr.year + int(expr.count), 12, 31), f"{expr.year}/{expr.year + int(expr.count)}")
    if expr.has_clock:
        day = context.day_near or context.anchor
        return of_day(day) if day else None
    return None


def day_of_month(day: int, context: Context) -> Interval | None:
    """ "The 24th" of the month spoken of, else the nearest on the side that the tense wants."""
    spoken = context.stretch_before
    if spoken is not None and spoken.days <= 31 and spoken.first.month == spoken.last.month:
        return of_day(spoken.first.replace(day=day))
    if context.anchor is None:
        return None
    months = [plus_months(context.anchor.replace(day=1), n) for n in (-1, 0, 1)]
    days = [m.replace(day=day) for m in months if exists(m.year, m.month, day)]
    return of_day(
        min(days, key=lambda d: abs((d - context.anchor).days) + (31 if (d - context.anchor).days * context.direction < 0 else 0) if context.anchor else 0)
    )


def year_of(expr: Expr, context: Context) -> int | None:
    if expr.year is not None:
        return expr.year
    if expr.parent is not None:
        whole = interval(expr.parent, context)
        return whole.first.year if whole else None
    return None


def in_month(expr: Expr, context: Context) -> Interval | None:
    month = expr.month or 1
    year = year_of(expr, context) or nearest_year(expr, context)
    if year is None:
        return None
    if expr.day is None:
        return of_month(year, month)
    first = date(year, month, expr.day)
    if expr.count:
        last = plus_days(first, int(expr.count))
        return Interval(first, last, f"{first.isoformat()}/{last.isoformat()}")
    return of_day(first)


def part_of_year(expr: Expr, context: Context) -> Interval | None:
    year = year_of(expr, context)
    if year is None:
        year = nearest_part(expr, context)
    if year is None:
        return None
    if expr.quarter:
        return of_quarter(year, expr.quarter)
    return of_half(year, expr.half) if expr.half else of_season(year, expr.season or "SP")


def nearest_part(expr: Expr, context: Context) -> int | None:
    if context.anchor is None:
        return None
    year = context.anchor.year
    begun = [y for y in (year - 1, year, year + 1) if (replaced := on_calendar(replace(expr, year=y), context)) and replaced.first <= context.anchor]
    return max(begun) if context.direction != AHEAD else min(y for y in (year, year + 1) if ends_ahead(expr, y, context))


def ends_ahead(expr: Expr, year: int, context: Context) -> bool:
    whole = on_calendar(replace(expr, year=year), context)
    return whole is not None and context.anchor is not None and whole.last >= context.anchor


def weekday(expr: Expr, context: Context) -> Interval | None:
    target = expr.weekday or 1
    if expr.parent is not None:
        week = interval(expr.parent, context)
        return of_day(plus_days(of_week(plus_days(week.first, 3)).first, target - 1)) if week else None
    if context.anchor is None:
        return None
    if expr.day is not None:
        near = [plus_days(context.anchor, n) for n in range(-31, 32)]
        fitting = [d for d in near if d.isoweekday() == target and d.day == expr.day]
        return of_day(min(fitting, key=lambda d: abs((d - context.anchor).days if context.anchor else 0))) if fitting else None
    behind = (context.anchor.isoweekday() - target) % 7
    if behind == 0:
        return of_day(context.anchor)
    forward = context.direction == AHEAD or (context.direction == PRESENT and behind > 3)
    return of_day(plus_days(context.anchor, 7 - behind if forward else -behind))


def nth_of(expr: Expr, context: Context) -> Interval | None:
    """The nth week, day, month or weekday of a stretch; from the end where negative."""
    whole = interval(expr.parent, context) if expr.parent is not None else None
    if whole is None or expr.nth is None:
        return None
    if expr.weekday:
        days = [d for n in range(whole.days) if (d := plus_days(whole.first, n)).isoweekday() == expr.weekday]
        return replace(of_day(days[expr.nth - 1 if expr.nth > 0 else expr.nth]), approximate=whole.approximate)
    if expr.unit == "D":
        return replace(of_day(plus_days(whole.first, expr.nth - 1) if expr.nth > 0 else whole.last), approximate=whole.approximate)
    if expr.unit == "M":
        return of_unit(plus_months(whole.first, expr.nth - 1) if expr.nth > 0 else whole.last, "M")
    first = plus_days(whole.first, 7 * (expr.nth - 1)) if expr.nth > 0 else plus_days(whole.last, -6)
    if expr.unit == "WE":
        return of_weekend(first if expr.nth > 0 else plus_days(whole.last, -1))
    return Interval(first, plus_days(first, 6), of_week(plus_days(first, 3)).value, approximate=True)


def deictic(expr: Expr, context: Context) -> Interval | None:
    anchor = base_day(expr, context)
    if anchor is None:
        return None
    shift = expr.shift or 0
    if expr.weekday:
        return shifted_weekday(expr.weekday, shift, anchor, context)
    if expr.month:
        return shifted_month(expr.month, shift, anchor)
    if expr.season:
        return shifted_season(expr.season, shift, anchor)
    unit = expr.unit or "D"
    if expr.parent is not None:
        return like_one(unit, expr.parent, anchor, context)
    if unit == "WE":
        return weekend(expr.shift, anchor, context)
    return of_unit(moved(anchor, unit, shift), unit, sunday_first=anchor.isoweekday() == 7 and not expr.before_in_text)


def offset(expr: Expr, context: Context) -> Interval | None:
    """The time so many units before or after a day: hours and days to the day, weeks with three days to either side, months and years as whole ones."""
    anchor = base_day(expr, context)
    if anchor is None or expr.count is None:
        return None
    unit, count = expr.unit or "D", expr.count * (expr.shift or 0)
    if unit in {"TH", "TM", "TS"}:
        days = count / {"TH": 24, "TM": 1440, "TS": 86400}[unit]
        return replace(of_day(plus_days(anchor, round(days))), approximate=True)
    day = moved(anchor, unit, count)
    if expr.exact:
        return of_unit(day, expr.exact)
    if unit in DAYS:
        spread = {"W": 3, "FN": 3}.get(unit, 0)
        loose = spread or expr.mod
        return Interval(plus_days(day, -spread), plus_days(day, spread), day.isoformat(), approximate=bool(loose))
    width = "Y" if unit in YEAR_UNITS else "M"
    return replace(of_unit(day, width), approximate=True) if unit in MONTHS else None


def anaphor(expr: Expr, context: Context) -> Interval | None:
    day = base_day(replace(expr, before_in_text=True), context)
    return of_unit(day, expr.unit or "D") if day else None


def feast(expr: Expr, context: Context) -> Interval | None:
    named = lexicon().feasts[expr.feast or 0]
    if len(named.dates) == 1:
        return of_day(named.dates[0])
    year = year_of(expr, context)
    if year is not None:
        found = named.occurrences(date(year, 1, 1), date(year, 12, 31))
    elif context.anchor is not None:
        found = around(named.occurrences(plus_days(context.anchor, -400), plus_days(context.anchor, 400)), expr, context)
    else:
        found = []
    if not found:
        return None
    first, last = found[0]
    value = first.isoformat() if first == last else f"{first:%Y-%m}" if first.month == last.month else f"{first:%Y}"
    return Interval(first, last, "XXXX-XX-XX" if named.approximate else value, approximate=named.approximate)


def around(found: list[tuple[date, date]], expr: Expr, context: Context) -> list[tuple[date, date]]:
    """The occurrence that is meant, first: by "last" and "next", else the nearest on the side that the tense wants."""
    anchor = context.anchor or date.min
    if expr.shift:
        wanted = [f for f in found if (f[0] > anchor if expr.shift > 0 else f[1] < anchor)]
        return sorted(wanted, key=lambda f: abs((f[0] - anchor).days))

    def cost(f: tuple[date, date]) -> float:
        if f[0] <= anchor <= f[1]:
            return 0
        days = (f[0] - anchor).days
        against = (context.direction == PAST and days > 0) or (context.direction == AHEAD and days < 0)
        return abs(days) + (PAST_MONTH if against else 0)

    return sorted(found, key=cost)
