"""All numerals of a text, with those that belong together joined: ranges ("20 to 30") and shares ("one in four")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucekeeper.reading.quantities.bounds import phrase_before
from trucekeeper.reading.quantities.lexemes import Lexeme
from trucekeeper.reading.quantities.lexicon import units, words
from trucekeeper.reading.quantities.numerals import HYPHENS, Line, Numeral
from trucekeeper.reading.quantities.scanning import numeral, starters
from trucekeeper.reading.quantities.units import skip_unit, unit_after, unit_before

DASHES = HYPHENS | {"–", "—", "~"}
SHARES = frozenset({3.0, 4.0, 5.0, 10.0, 20.0, 100.0, 1000.0, 10000.0, 100000.0})
LOOK_BACK = 8  # lexemes between a verb of change and its "from"


def numerals(lexemes: Sequence[Lexeme]) -> list[Numeral]:
    """Every numeral in text order, none overlapping."""
    found = list(single(lexemes))
    made: list[Numeral] = []
    i = 0
    while i < len(found):
        joined = joined_at(lexemes, found, i)
        made.append(joined or found[i])
        i += 2 if joined is not None else 1
    return made


def single(lexemes: Sequence[Lexeme]) -> Iterator[Numeral]:
    line = Line(lexemes)
    beginnings = starters(line)
    at = 0
    while at < len(lexemes):
        lexeme = lexemes[at]
        made = numeral(line, at) if lexeme.kind == "number" or lexeme.lower in beginnings else None
        made = made or bounded_article(lexemes, at)
        if made is not None and not half_of_unit(lexemes, made):
            yield made
        at = made.last if made is not None else at + 1


def bounded_article(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """ "more than a decade", "nearly an hour": an article is one where a bound stands before it and a unit behind."""
    if lexemes[at].lower not in {"a", "an"} or not at or phrase_before(lexemes, at) is None:
        return None
    unit, _ = unit_after(lexemes, at + 1)
    return Numeral(at, at + 1, 1.0) if unit is not None and unit.kind != "money" else None


def half_of_unit(lexemes: Sequence[Lexeme], made: Numeral) -> bool:
    """Is this the "a half" of "nine months and a half", which belongs to the number before the unit?"""
    words_before = [lexeme.lower for lexeme in lexemes[max(0, made.first - 2) : made.first + 2]]
    return words_before[1:] == ["and", "a", "half"] and (words_before[0],) in units()[0]


def joined_at(lexemes: Sequence[Lexeme], found: list[Numeral], i: int) -> Numeral | None:
    if i + 1 >= len(found) or found[i].vague or found[i + 1].vague:
        return None
    return range_of(lexemes, found[i], found[i + 1]) or share_of(lexemes, found, i) or over(lexemes, found[i], found[i + 1])


def range_of(lexemes: Sequence[Lexeme], first: Numeral, second: Numeral) -> Numeral | None:
    """ "20-30", "20 to 30", "between 20 and 30", "three or four", "$3 to $4 million"."""
    if first.value is None or second.value is None or not linked(lexemes, first, second):
        return None
    low, high = first.value, second.value
    if first.scale == 1 and second.scale > 1 and low < 1000 and low * second.scale < high:
        low *= second.scale
    if "," in lexemes[second.first].text and low < high / 1000 and lexemes[first.first].text.isdigit() and len(lexemes[first.first].text) <= 3:
        low *= 1000  # "12-14,000"
    if low >= high:
        return None
    return Numeral(first.first, second.last, low=low, high=high, scale=second.scale, digits=second.digits, fraction=second.fraction)


def linked(lexemes: Sequence[Lexeme], first: Numeral, second: Numeral) -> bool:
    """Do the words between two numerals, and before the first, make a range of them?"""
    start = skip_unit(lexemes, first.last)
    end = second.first - unit_before(lexemes, second.first)[1]
    if start > first.last and end < second.first and unit_after(lexemes, first.last)[0] != unit_before(lexemes, second.first)[0]:
        return False
    between = [lexeme.lower for lexeme in lexemes[start:end]]
    before = lexemes[unit_start(lexemes, first) - 1].lower if unit_start(lexemes, first) else ""
    if between == ["and"]:
        return before == "between"
    if between in (["to"], ["through"], ["until"]) or between == ["-", "to", "-"]:
        return not moves(lexemes, first)
    if len(between) == 1 and between[0] in DASHES:
        return not is_years(lexemes, first, second)
    return between == ["or"] and first.value is not None and second.value is not None and second.value <= first.value * 2


def unit_start(lexemes: Sequence[Lexeme], numeral: Numeral) -> int:
    return numeral.first - unit_before(lexemes, numeral.first)[1]


def moves(lexemes: Sequence[Lexeme], first: Numeral) -> bool:
    """Is this "from … to …" a movement ("rose from 20 to 30"), and so two numbers?"""
    start = unit_start(lexemes, first)
    back = [lexeme.lower for lexeme in lexemes[max(0, start - LOOK_BACK) : start]]
    back = back[len(back) - back[::-1].index(".") :] if "." in back else back
    if any(word in words("ranges") for word in back):
        return False
    if back[-2:] in (["make", "up"], ["makes", "up"], ["made", "up"], ["making", "up"]):
        return False
    moved = words("changes") - words("directions") if back and back[-1] != "from" else words("changes")
    changed = [i for i, word in enumerate(back) if word in moved]
    return bool(changed) and (back[-1] == "from" or changed[-1] == len(back) - 1 or (back[-1] == "by" and changed[-1] == len(back) - 2))


def is_years(lexemes: Sequence[Lexeme], first: Numeral, second: Numeral) -> bool:
    """ "1975-1979", "2023-24"."""
    one, two = lexemes[first.first].text, lexemes[second.first].text
    return len(one) == 4 and one.isdigit() and 1400 < int(one) < 2200 and two.isdigit() and len(two) in {2, 4}


def share_of(lexemes: Sequence[Lexeme], found: list[Numeral], i: int) -> Numeral | None:
    """ "one in four", "nine out of ten", "four in every five", "two out of three"."""
    first, second = found[i], found[i + 1]
    between = [lexeme.lower for lexeme in lexemes[first.last : second.first] if lexeme.lower != "every"]
    if between not in (["in"], ["out", "of"]) or first.value is None or second.value is None or not 0 < first.value < second.value:
        return None
    if between == ["in"] and not (first.value == 1 or second.value in SHARES):
        return None
    if (second.value > 1400 and second.scale == 1) or first.value != int(first.value):
        return None
    if second.last < len(lexemes) and lexemes[second.last].lower in words("months"):
        return None
    return replace(first, last=second.last, value=first.value / second.value, fraction=True)


def over(lexemes: Sequence[Lexeme], first: Numeral, second: Numeral) -> Numeral | None:
    """ "one over twenty", with nothing counted behind it."""
    between = [lexeme.lower for lexeme in lexemes[first.last : second.first]]
    free = second.last >= len(lexemes) or lexemes[second.last].kind == "sign"
    if between != ["over"] or first.value is None or abs(first.value) != 1 or not second.value or not free:
        return None
    return replace(first, last=second.last, value=first.value / second.value, fraction=True)
