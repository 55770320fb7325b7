"""Numbers that say when: days, years, clock times, and what is so long ago."""

from __future__ import annotations

from trucekeeper.reading.quantities.context import Context
from trucekeeper.reading.quantities.lexemes import Lexeme
from trucekeeper.reading.quantities.lexicon import words
from trucekeeper.reading.quantities.numerals import HYPHENS

ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
YEARS = range(1400, 2200)
PLAIN_PARTS = frozenset({2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 100.0})
CONNECT = frozenset({"and", "or", "to", "-", "–", "—", ",", "through"})


def is_date(c: Context) -> bool:
    """A day of a month, before or behind its name, with others joined to it ("22 and 23 February")."""
    if c.unit is not None or (c.numeral.top > 31 and not is_year(c)):
        return False
    if c.before in ORDINAL_ENDS or c.behind in ORDINAL_ENDS:
        return True
    if is_month(c.at(c.numeral.first - 1)) or (c.before == "." and is_month(c.at(c.numeral.first - 2))):
        return not (c.noun_follows() and not c.numeral.digits)
    at = c.numeral.last
    while c.lower(at) in CONNECT and (number := c.at(at + 1)) is not None and number.kind == "number" and number.number <= 31:
        at += 2
    at += c.lower(at) in {"of"}
    return is_month(c.at(at))


def is_month(lexeme: Lexeme | None) -> bool:
    return lexeme is not None and lexeme.text[:1].isupper() and lexeme.lower in words("months")


def is_joined_day(c: Context) -> bool:
    """The later day of "March 3 and 5", "Oct. 12-14"."""
    before = c.at(c.numeral.first - 2)
    if c.before not in CONNECT or before is None or before.kind != "number" or c.noun_follows() or c.unit is not None or c.numeral.top > 31:
        return False
    return is_month(c.at(c.numeral.first - 3)) or (c.lower(c.numeral.first - 3) == "." and is_month(c.at(c.numeral.first - 4)))


def is_year(c: Context) -> bool:
    """Four digits without a comma that count nothing named ("2,014 dead" and "1900 people were killed" are no years)."""
    if c.numeral.low is not None:
        return all(v is not None and v == int(v) and int(v) in YEARS for v in (c.numeral.low, c.numeral.high)) and c.unit is None and not c.noun_follows()
    first = c.lexemes[c.numeral.first]
    if not c.plain or len(first.text) != 4 or int(first.number) not in YEARS or c.unit is not None or c.bounded:
        return False
    if c.before == "," and is_day_of_month(c.at(c.numeral.first - 2)) and (is_month(c.at(c.numeral.first - 3)) or is_month(c.at(c.numeral.first - 4))):
        return True
    behind = c.at(c.numeral.last)
    counts = (
        behind is not None
        and behind.kind == "word"
        and (behind.lower.endswith("s") or behind.lower in {"people", "men", "women", "children", "police", "civilians"})
    )
    return not counts or c.before in words("before_year") or is_month(c.at(c.numeral.first - 1))


def is_day_of_month(lexeme: Lexeme | None) -> bool:
    return lexeme is not None and lexeme.kind == "number" and lexeme.number <= 31


def is_slash_date(c: Context) -> bool:
    """ "5/17/2018", "9/11"; but "3/4" is a fraction."""
    if not c.numeral.digits:
        return False
    if "/" in (c.before, c.behind):
        return True
    slash = next((i for i in range(c.numeral.first, c.numeral.last) if c.lexemes[i].text == "/"), None)
    return slash is not None and not (c.lexemes[slash + 1].number in PLAIN_PARTS and c.lexemes[slash - 1].number < c.lexemes[slash + 1].number)


def is_clock_time(c: Context) -> bool:
    """ "12:30", "4 a.m.", "0700 GMT", "10 o'clock", "4:30pm", "from 18.30 hours"."""
    if c.unit is not None and c.unit.name == "hour" and is_of_the_day(c):
        return True
    if c.unit is not None and c.unit.kind != "distance":
        return False
    if (c.before == ":" and digit(c.at(c.numeral.first - 2))) or (c.behind == ":" and digit(c.at(c.numeral.last + 1))):
        return True
    if c.behind in words("clock"):
        return c.behind != "local" or c.lower(c.numeral.last + 1) == "time"  # "52 local people"
    letter, dot = c.behind, c.lower(c.numeral.last + 1)
    if letter in {"a", "p"} and dot == "." and c.lower(c.numeral.last + 2) == "m":
        return True
    return c.behind == "o" and c.lower(c.numeral.last + 1) in {"'", "’"}


def is_of_the_day(c: Context) -> bool:
    """ "at 18.30 hours", "until 0600 hrs", "00.01 hours": hour and minute before "hours", that a nought or a word of time leads."""
    figures = "".join(lexeme.text for lexeme in c.lexemes[c.numeral.first : c.numeral.last]).replace(".", "")
    clock = len(figures) == 4 and figures.isdigit() and int(figures[:2]) <= 24 and int(figures[2:]) < 60
    return clock and (figures[0] == "0" or c.before in words("at_hours"))


def digit(lexeme: Lexeme | None) -> bool:
    """Is it a number in digits?"""
    return lexeme is not None and lexeme.kind == "number"


def is_dating(c: Context) -> bool:
    """ "two weeks ago", "three days later"."""
    if c.unit is None or c.unit.kind != "duration":
        return False
    at = c.numeral.last
    at += c.lower(at) in HYPHENS
    return c.lower(at + 1) in words("dating")
