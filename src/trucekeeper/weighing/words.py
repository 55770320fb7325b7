"""Times, numbers and bounds in plain English, for reasons and for pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from trucekeeper.model.claims import Bound, Figure
from trucekeeper.model.time import Time

BOUND_WORDS: dict[Bound, str] = {
    "exact": "",
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
    "between": "",
    "vague": "",
}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PLURALS = frozenset({"people", "police", "men", "women", "children", "clergymen", "fishermen", "gunmen", "policemen", "spokesmen", "tribesmen"})
CUT = re.compile(  # how words begin that have lost their subject, or only stand for it
    r"(?:[Tt]hey|[Hh]e|[Ss]he|[Ii]t|[Ww]e|I|is|are|was|were|be|been|being|has|have|had|will|would|shall|should|may|might|must|can|could"
    r"|with|after|before|by|to|from|of|in|on|at|for|where|when|while|which|who|whom|whose|that|and|but|[a-z]+(?:ing|ed))\b"
)
ISO_DAY = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")


def day_words(day: date | str) -> str:
    """ "9 March 2025", from a date or an ISO date or date-time."""
    given = date.fromisoformat(day[:10]) if isinstance(day, str) else day
    return f"{given.day} {MONTHS[given.month - 1]} {given.year}"


def _last_of_month(day: date) -> bool:
    following = date.fromordinal(day.toordinal() + 1)
    return following.month != day.month


def _span_words(first: date, last: date) -> str:
    if first == last:
        return day_words(first)
    if first.day == 1 and _last_of_month(last) and first.year == last.year:
        if first.month == last.month:
            return f"{MONTHS[first.month - 1]} {first.year}"
        if first.month == 1 and last.month == 12:
            return str(first.year)
    if first.year != last.year:
        return f"{day_words(first)} to {day_words(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} to {day_words(last)}"
    return f"{first.day}–{day_words(last)}"


def time_words(time: Time | None, *, unknown: str = "date not stated") -> str:
    """A time as a reader would write it; open ends are said, an approximate one is marked."""
    if time is None or (time.earliest is None and time.latest is None):
        return unknown
    first, last = time.first_day, time.last_day
    if first is None and last is not None:
        words = f"until {day_words(last)}"
    elif last is None and first is not None:
        words = f"from {day_words(first)}"
    elif first is not None and last is not None:
        words = _span_words(first, last)
    return f"about {words}" if time.approximate else words


def with_days(text: str) -> str:
    """A text whose ISO days ("2031-04-02") are written out ("2 April 2031")."""
    return ISO_DAY.sub(lambda m: day_words(m[0]), text)


def said_words(time: Time | None, *, unknown: str = "") -> str:
    """When something was said; where only the report's date bounds it, "by 9 March 2025"."""
    if time is not None and time.earliest is None and time.last_day is not None:
        return f"by {day_words(time.last_day)}"
    return time_words(time, unknown=unknown)


def number_words(value: float) -> str:
    """ "48,453" and "2.5"."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.6g}"


def value_words(figure: Figure) -> str:
    """The value with its bound: "at least 48,453", "between 30 and 40", or the words themselves where no number was given, or only a share ("half")."""
    unit = f" {figure.unit}" if figure.unit and figure.unit not in ("persons", "people") else ""
    if figure.bound == "between" and figure.low is not None and figure.high is not None:
        return f"{number_words(figure.low)} to {number_words(figure.high)}{unit}"
    told = figure.evidence[0].exact
    if figure.value is None or (0 < figure.value < 1 and not figure.unit and number_words(figure.value) not in told):
        return f"“{told}”"
    return f"{BOUND_WORDS[figure.bound]}{number_words(figure.value)}{unit}"


def count_words(count: int, one: str, many: str | None = None) -> str:
    """ "1 outlet", "3 outlets"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def verb_of(name: str, one: str, several: str) -> str:
    """The form of a verb behind a name or description ("residents say", "the ministry says"). Names in capitals stand for one body each."""
    head = re.split(r" (?:of|in|from|for|who|close)\b|,", name, maxsplit=1)[0].rsplit(" ", 1)[-1]
    plural = head.lower() in PLURALS or (head == head.lower() and re.search(r"[^s]s$", head) is not None)
    return several if plural else one


def is_cut(words: str) -> bool:
    """Do they begin in the middle of a clause ("were freed on Tuesday"), or with who was named before?"""
    return CUT.match(words) is not None
