"""Dates and durations of agreements: windows with both days included; month arithmetic that is ambiguous gives a range, never a guess."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from trucekeeper.model.time import Time

DURATION = re.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?)?")
HOURS_A_DAY = 24


@dataclass(frozen=True, slots=True)
class Duration:
    """Whole months and days; hours are rounded up to days, because records hold days."""

    months: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str | None) -> Duration | None:
        """An ISO 8601 duration ("P21D", "P6W", "PT72H", "P1Y6M"), or None where the text is none, or there is no text."""
        match = DURATION.fullmatch(text or "")
        if not match or not any(match.groups()):
            return None
        part = {name: int(value or 0) for name, value in match.groupdict().items()}
        minutes = part["hours"] * 60 + part["minutes"]
        return cls(part["years"] * 12 + part["months"], part["weeks"] * 7 + part["days"] + -(-minutes // (60 * HOURS_A_DAY)))


UNITS = ("years", "months", "weeks", "days", "hours", "minutes")


def duration_words(text: str | None) -> str:
    """An ISO 8601 duration in words ("P6W" is "6 weeks"); a text that is none stays as it is."""
    match = DURATION.fullmatch(text or "")
    if not match or not any(match.groups()):
        return text or "a time not stated"
    return " and ".join(f"{int(match[u])} {u if int(match[u]) != 1 else u[:-1]}" for u in UNITS if match[u])


def add_months(day: date, months: int) -> tuple[date, date]:
    """The first and last day that "`months` months from `day`" can mean: one day, or, where the month is too short, its last day and the next first."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    if day.day <= last:
        made = date(year, month + 1, day.day)
        return made, made
    end = date(year, month + 1, last)
    return end, end + timedelta(days=1)


def shift(day: date, duration: Duration, *, back: bool = False) -> tuple[date, date]:
    """A day moved by a duration, as the range of days that this can mean."""
    sign = -1 if back else 1
    first, last = add_months(day, sign * duration.months)
    return first + timedelta(days=sign * duration.days), last + timedelta(days=sign * duration.days)


def shifted(time: Time, duration: Duration, *, back: bool = False) -> Time:
    """A range moved by a duration; open ends stay open. Dates outside the calendar are open ends too."""
    first, last = time.first_day, time.last_day
    try:
        earliest = shift(first, duration, back=back)[0].isoformat() if first else None
        latest = shift(last, duration, back=back)[1].isoformat() if last else None
    except (OverflowError, ValueError):
        return Time(None, None, True)
    return Time(earliest, latest, time.approximate or earliest is None or latest is None)


def last_day(begin: Time, length: Duration) -> Time:
    """The last day of a stretch that begins in `begin`, the first day counted: 42 days from 19 January end on 1 March (2025)."""
    end = shifted(begin, length)
    return shifted(end, Duration(days=1), back=True)


def days_between(first: date, last: date) -> int:
    """Days from one to the other, both counted."""
    return (last - first).days + 1


def whole_days(length: Duration, begin: date) -> tuple[int, int]:
    """How many days a length is from a day on: least and most."""
    first, last = shift(begin, length)
    return (first - begin).days, (last - begin).days
