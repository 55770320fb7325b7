"""Stretches of the calendar: first and last day, and the TIMEX3 value that names them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

YEARS = {"Y": 1, "DE": 10, "CE": 100, "ME": 1000}
MONTHS = {"M": 1, "Q": 3, "SM": 6, "HC": 600, "QC": 300, **{unit: 12 * n for unit, n in YEARS.items()}}
DAYS = {"D": 1, "W": 7, "WE": 7, "FN": 14}
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
LEAST, MOST = date(1, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Interval:
    """Both days included; `value` is TIMEX3's; `approximate` where the ends are customary."""

    first: date
    last: date
    value: str
    approximate: bool = False

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def plus_days(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError:
        return MOST if days > 0 else LEAST


def plus_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if not 1 <= year <= 9999:
        return MOST if months > 0 else LEAST
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def of_day(day: date) -> Interval:
    return Interval(day, day, day.isoformat())


def of_week(day: date, *, sunday_first: bool = False) -> Interval:
    """The week that a day is in, with its ISO number; with `sunday_first` the week that begins on the Sunday before that ISO week."""
    monday = plus_days(day, -(day.isoweekday() % 7) + 1) if sunday_first else plus_days(day, 1 - day.isoweekday())
    year, week, _ = monday.isocalendar()
    first = plus_days(monday, -1) if sunday_first else monday
    return Interval(first, plus_days(first, 6), f"{year:04}-W{week:02}")


def of_weekend(day: date) -> Interval:
    """Saturday and Sunday of a day's ISO week."""
    week = of_week(day)
    return Interval(plus_days(week.first, 5), week.last, f"{week.value}-WE")


def of_month(year: int, month: int) -> Interval:
    return Interval(date(year, month, 1), month_end(year, month), f"{year:04}-{month:02}")


def of_quarter(year: int, quarter: int) -> Interval:
    return Interval(date(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter), f"{year:04}-Q{quarter}")


def of_half(year: int, half: int) -> Interval:
    return Interval(date(year, 6 * half - 5, 1), month_end(year, 6 * half), f"{year:04}-H{half}")


def of_season(year: int, season: str) -> Interval:
    """Northern seasons by whole months; the winter of a year ends in the next."""
    start = SEASON_START[season]
    last = plus_months(date(year, start, 1), 2)
    return Interval(date(year, start, 1), month_end(last.year, last.month), f"{year:04}-{season}", approximate=True)


def of_years(first: int, count: int) -> Interval:
    """A year, decade or century; 1990 and 10 are the 1990s."""
    digits = {1: 4, 10: 3, 100: 2, 1000: 1}[count]
    last = min(first + count - 1, 9999)
    return Interval(date(max(first, 1), 1, 1), date(last, 12, 31), f"{first:04}"[:digits])


def of_unit(day: date, unit: str, *, sunday_first: bool = False) -> Interval:
    """The day, week, month … that holds a day."""
    if unit == "W" or unit == "FN":
        return of_week(day, sunday_first=sunday_first)
    if unit == "WE":
        return of_weekend(day)
    if unit == "M":
        return of_month(day.year, day.month)
    if unit == "Q":
        return of_quarter(day.year, (day.month + 2) // 3)
    if unit == "SM":
        return of_half(day.year, (day.month + 5) // 6)
    if unit in YEARS:
        count = YEARS[unit]
        return of_years(day.year // count * count, count)
    return of_day(day)


def moved(day: date, unit: str, count: float) -> date:
    """A day so many units later (earlier when negative); parts of a unit are rounded to the smaller one."""
    if unit in MONTHS:
        return plus_months(day, round(MONTHS[unit] * count))
    return plus_days(day, round(DAYS.get(unit, 1) * count)) if unit in DAYS else day


def edge(whole: Interval, position: str) -> Interval:
    """The very beginning or end: a year's first or last month, a month's first or last seven days, a week's Monday or Friday to Sunday, else about a fifth."""
    size = whole.days
    days = 31 if 365 <= size < 370 else 7 if 28 <= size <= 31 else 1 if size == 7 and position == "FIRST" else 3 if size == 7 else max(1, size // 5)
    if position == "FIRST":
        return Interval(whole.first, plus_days(whole.first, days - 1), whole.value, approximate=True)
    return Interval(plus_days(whole.last, 1 - days), whole.last, whole.value, approximate=True)


def narrowed(whole: Interval, position: str) -> Interval:
    """The early, middle or late part, by custom: a month's thirds (1-10, 11-20, 21-end), a year's, a week's Monday-Tuesday, Wednesday, Thursday-Sunday."""
    size = whole.days
    if position in {"FIRST", "LAST"}:
        return edge(whole, position)
    if 28 <= size <= 31:
        first, last = {"START": (0, 9), "MID": (10, 19), "END": (20, size - 1)}[position]
    elif size == 7:
        first, last = {"START": (0, 1), "MID": (2, 2), "END": (3, 6)}[position]
    elif size >= 365 and size < 370:
        start, end = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}[position]
        year = whole.first.year
        return Interval(date(year, start, 1), month_end(year, end), whole.value, approximate=True)
    elif size > 3000:
        years = whole.last.year - whole.first.year + 1
        first_year, last_year = {"START": (0, 3 * years // 10), "MID": (3 * years // 10, 6 * years // 10), "END": (6 * years // 10, years - 1)}[position]
        return Interval(date(whole.first.year + first_year, 1, 1), date(whole.first.year + last_year, 12, 31), whole.value, approximate=True)
    else:
        third = max(1, size // 3)
        first, last = {"START": (0, third - 1), "MID": (third, size - third - 1), "END": (size - third, size - 1)}[position]
    if size == 1 or last < first:
        return Interval(whole.first, whole.last, whole.value, approximate=True)
    return Interval(plus_days(whole.first, first), plus_days(whole.first, last), whole.value, approximate=True)
