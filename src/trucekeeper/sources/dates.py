"""Dates that a source states in full: ISO dates of rows and options, and the date line that many reports carry under their title."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime

LINES_READ = 12  # a date line stands near the top, below title and byline
LONGEST_LINE = 90

MONTHS = {name.lower(): number for names in (calendar.month_name, calendar.month_abbr) for number, name in enumerate(names) if name} | {"sept": 9}
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
WEEKDAY = rf"(?:(?:{'|'.join([*calendar.day_name, *calendar.day_abbr])})\.?,?\s+)?"
LABEL = r"(?:(?P<label>[A-Za-z][A-Za-z ]{2,24}?)(?:\s*:\s*|\s+on\s+|\s+))?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d{2})"
CLOCK = r"(?:[\s,|@–—-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}\)?(?:[+-]\d{1,2})?)?)?"
BODIES = (
    rf"{MONTH}\s+{DAY},?\s+{YEAR}",
    rf"{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}",
    rf"{YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?",
)
SHAPES = [re.compile(rf"{LABEL}{WEEKDAY}{body}{CLOCK}\s*\.?", re.IGNORECASE) for body in BODIES]
# behind the name of an outlet or a place: "Harbour Post, 9 June 2023", "harbourpost.example, 9 June 2023"
NAME = r"(?P<name>[a-z][\w-]*(?:\.[\w-]+)+|[A-Z][\w.&’'-]*(?:\s+(?:of|the|and|&|[A-Z][\w.&’'-]*)){0,4})"
NAMED = [re.compile(rf"{NAME}\s*[,|–—-]\s*(?i:{WEEKDAY}{body}{CLOCK})\s*\.?") for body in BODIES]
NAMED_READ = 4  # lines; farther down such a line may be of anything
LATER = ("updated", "modified", "corrected", "retrieved", "accessed", "last")  # of another day
LABELS = ("date", "dated", "published", "publication date", "posted", "issued", "released", "filed", "created")  # what a report calls the day it came out


def iso_day(value: str) -> str:
    """The day of an ISO date or date-time ("2025-03-09T08:00Z" is 2025-03-09). Raises ValueError for anything else."""
    return (date.fromisoformat(value) if len(value) <= 10 else datetime.fromisoformat(value)).isoformat()[:10]


IN_NAME = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")


def day_in_name(name: str) -> str | None:
    """The only ISO date in a file's name ("courier-2024-04-03"); None where it has none, or two."""
    days = set(IN_NAME.findall(name))
    try:
        return iso_day(days.pop()) if len(days) == 1 else None
    except ValueError:
        return None


def date_line(text: str) -> str | None:
    """The day, in ISO, of the first line near the top of `text` that is a full date, alone or behind a name, and nothing else; or None."""
    for number, line in enumerate(_head(text)):
        named = _behind_a_name(line) if number < NAMED_READ else None
        day = _whole_line(line) or (named and _day(named))
        if day:
            return day
    return None


def is_day(line: str) -> bool:
    """Is a line a full date and nothing else?"""
    return _whole_line(_bare(line)) is not None


def name_before_date(text: str) -> str | None:
    """The name of the first line near the top that is a name, whosever it is, and a full date behind it: "Harbour Post" of "Harbour Post, 9 June 2023"."""
    found = (_behind_a_name(line) for line in _head(text)[:NAMED_READ])
    return next((match["name"] for match in found if match and _day(match)), None)


def _head(text: str) -> list[str]:
    return [_bare(line) for line in text.lstrip()[: LINES_READ * 400].splitlines()[:LINES_READ]]


def _bare(line: str) -> str:
    return line.strip(" \t*_#|—–-")


def _whole_line(line: str) -> str | None:
    if not 8 <= len(line) <= LONGEST_LINE:
        return None
    for shape in SHAPES:
        match = shape.fullmatch(line)
        if match and (match["label"] or LABELS[0]).lower() in LABELS:
            return _day(match)
    return None


def _behind_a_name(line: str) -> re.Match[str] | None:
    found = (shape.fullmatch(line) for shape in NAMED if len(line) <= LONGEST_LINE)
    return next((m for m in found if m and m["name"].split()[0].lower() not in (*LATER, *LABELS)), None)


def _day(match: re.Match[str]) -> str | None:
    month = match["month"].lower()
    try:
        return date(int(match["year"]), MONTHS.get(month) or int(month), int(match["day"])).isoformat()
    except ValueError:
        return None
