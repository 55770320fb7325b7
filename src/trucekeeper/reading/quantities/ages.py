"""Numbers that are how old somebody is."""

from __future__ import annotations

from trucekeeper.reading.quantities.calendar_numbers import digit
from trucekeeper.reading.quantities.context import Context
from trucekeeper.reading.quantities.lexicon import words
from trucekeeper.reading.quantities.numerals import HYPHENS


def is_age(c: Context) -> bool:
    """ "34-year-old", "aged 12", "the minister, 62, said", "children under five"."""
    old = c.numeral.last
    while c.lower(old) in HYPHENS:
        old += 1
    if c.unit is not None and c.unit.name in {"year", "month"}:
        rest = [c.lower(i) for i in range(old + 1, old + 4)]
        return "old" in rest[:2] or rest[:2] == ["of", "age"] or rest[:2] == ["-", "olds"] or "olds" in rest
    if c.unit is not None:
        return False
    if {c.before, c.lower(c.lead - 1)} & {"aged", "age", "ages"} or [c.lower(c.numeral.first - k) for k in (2, 1)] in (
        ["age", "of"],
        ["aged", "between"],
        ["ages", "of"],
        ["age", "to"],
    ):
        return True
    if is_stated_age(c) or is_pair_of_ages(c):
        return True
    young = c.lower(c.lead - 1) in words("young") or c.lower(c.numeral.first - 2) in words("young")
    if young and {c.before, c.lower(c.lead)} & {"under", "over", "below", "above"} and c.numeral.top <= 25:
        return True
    if c.before == "under" and c.numeral.top <= 25 and not c.noun_follows():
        return True
    name = c.at(c.numeral.first - 2)
    between_commas = c.before == "," and c.behind in {",", "."} and c.plain and 1 <= c.numeral.top <= 110
    return between_commas and name is not None and name.kind == "word" and (c.behind == "," and not c.bounded) and not name.lower.endswith(("ed", "ly"))


def is_stated_age(c: Context) -> bool:
    """ "she was 19 when", "turned 31"."""
    earlier = c.lower(c.numeral.first - 2)
    said = c.before in {"turned", "turns", "turning"} or (c.before in {"was", "is"} and earlier in {"he", "she", "who", "i"})
    return (said and c.numeral.top <= 110 and not c.noun_follows()) or (said and c.behind in {"when", "and", "at"})


def is_pair_of_ages(c: Context) -> bool:
    """Both numbers of "two women, 61 and 74, were …"."""
    if not c.plain or c.numeral.top > 110:
        return False
    first = c.before == "," and c.behind == "and" and digit(c.at(c.numeral.last + 1)) and c.lower(c.numeral.last + 2) == ","
    second = c.behind == "," and c.before == "and" and digit(c.at(c.numeral.first - 2)) and c.lower(c.numeral.first - 3) == ","
    return first or second
