"""Quantities that the words make one of: two bounds, money with its coins; and units that carry a scale or belong to the number before as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucekeeper.model.claims import Bound
from trucekeeper.reading.quantities.lexemes import Lexeme
from trucekeeper.reading.quantities.lexicon import Unit, numbers, units
from trucekeeper.reading.quantities.numerals import Numeral

LOWER = frozenset({"more_than", "at_least"})
UPPER = frozenset({"less_than", "at_most"})


@dataclass(frozen=True, slots=True)
class Measured:
    """A numeral with its unit and bound, in lexemes [first, last); nothing of it needs a Doc."""

    numeral: Numeral
    first: int
    last: int
    bound: Bound
    unit: Unit | None
    rate: str | None


def joined(pieces: Sequence[Lexeme], found: list[Measured]) -> list[Measured]:
    made: list[Measured] = []
    for measured in found:
        whole = (bounds_of(pieces, made[-1], measured) or with_coins(pieces, made[-1], measured)) if made else None
        if whole is not None:
            made[-1] = whole
            continue
        if made and ends_movement(pieces, made[-1], measured):
            measured = replace(measured, unit=made[-1].unit)
        if made and shares_unit(pieces, made[-1], measured):
            made[-1] = replace(made[-1], unit=measured.unit)
        made.append(measured)
    return made


def words_between(pieces: Sequence[Lexeme], one: Measured, two: Measured) -> list[str]:
    return [lexeme.lower for lexeme in pieces[one.last : two.first]]


def bounds_of(pieces: Sequence[Lexeme], one: Measured, two: Measured) -> Measured | None:
    """ "more than 20 and less than 30" is one range; so is "at most 100 and at least 20"."""
    between = words_between(pieces, one, two)
    if not between or not set(between) <= {"and", "but", ","} or (one.unit is not None and one.unit != two.unit):
        return None
    low, high = (one, two) if one.bound in LOWER else (two, one)
    if low.bound not in LOWER or high.bound not in UPPER or not (low.numeral.value or 0) < (high.numeral.value or 0):
        return None
    numeral = replace(two.numeral, first=one.numeral.first, value=None, low=low.numeral.value, high=high.numeral.value)
    return replace(two, numeral=numeral, first=one.first, bound="between")


def with_coins(pieces: Sequence[Lexeme], one: Measured, two: Measured) -> Measured | None:
    """ "3 dollars 50 cents", "15 dollars and 50" where nothing is counted behind it."""
    if one.unit is None or one.unit.kind != "money" or one.numeral.value is None or two.numeral.value is None or two.bound != "exact":
        return None
    if words_between(pieces, one, two) not in ([], ["and"]) or not 0 < two.numeral.value < 100 or one.numeral.scale > 1000:
        return None
    free = two.last >= len(pieces) or (pieces[two.last].kind == "sign" and pieces[two.last].text not in {"$", "%", "€", "£"})
    if not (two.unit is not None and two.unit.kind == "coin") and not (two.unit is None and free):
        return None
    numeral = replace(one.numeral, last=two.numeral.last, value=one.numeral.value + two.numeral.value / 100)
    return replace(one, numeral=numeral, last=two.last)


def shares_unit(pieces: Sequence[Lexeme], one: Measured, two: Measured) -> bool:
    """ "from 94 to 105 hryvnias": the first number of a movement has the unit of the second."""
    started = one.first > 0 and pieces[one.first - 1].lower in {"from", "between"}
    return one.unit is None and two.unit is not None and started and words_between(pieces, one, two) == ["to"]


def ends_movement(pieces: Sequence[Lexeme], one: Measured, two: Measured) -> bool:
    """ "from nine hours to three and a half": the second number has the unit of the first where nothing is counted behind it."""
    started = one.first > 0 and pieces[one.first - 1].lower == "from"
    free = two.last >= len(pieces) or pieces[two.last].kind == "sign"
    return two.unit is None and one.unit is not None and started and free and words_between(pieces, one, two) == ["to"]


def scaled_by_unit(pieces: Sequence[Lexeme], numeral: Numeral, first: int, last: int) -> tuple[Numeral, int]:
    """ "75 USD million", "30 MUSD", "MAUD 60": the scale stands with the unit; and where the quantity then ends."""
    if numeral.value is None:
        return numeral, last
    behind = pieces[last].lower if last > numeral.last and last < len(pieces) else ""
    scale = numbers().scales.get(behind)
    if scale is not None and numeral.scale == 1:
        return replace(numeral, value=numeral.value * scale, scale=scale), last + 1
    if any(is_million_code(pieces[i].text) for i in (last - 1, first) if 0 <= i < len(pieces) and not numeral.first <= i < numeral.last):
        return replace(numeral, value=numeral.value * 1e6, scale=1e6), last
    return numeral, last


def is_million_code(word: str) -> bool:
    return len(word) == 4 and word[0] == "M" and (word[1:],) in units()[1]


def and_a_half(pieces: Sequence[Lexeme], numeral: Numeral, last: int) -> tuple[Numeral, int]:
    """ "nine months and a half"."""
    behind = [lexeme.lower for lexeme in pieces[last : last + 3]]
    if last > numeral.last and behind == ["and", "a", "half"] and numeral.value is not None:
        return replace(numeral, value=numeral.value + 0.5), last + 3
    return numeral, last
