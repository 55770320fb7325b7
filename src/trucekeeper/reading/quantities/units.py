"""The unit of a number: a sign or code before it, a word or sign behind it, and a rate ("a day")."""

from __future__ import annotations

from collections.abc import Sequence

from trucekeeper.reading.quantities.lexemes import Lexeme
from trucekeeper.reading.quantities.lexicon import Unit, units, words
from trucekeeper.reading.quantities.numerals import HYPHENS

LONGEST = 4  # lexemes in a unit
GOODS = frozenset({"mass", "volume"})  # "2,900 pounds a litre"


def unit_before(lexemes: Sequence[Lexeme], first: int) -> tuple[Unit | None, int]:
    """The currency sign or code before a number, and how many lexemes it takes."""
    signs = units()[1]
    for size in range(min(LONGEST, first), 0, -1):
        part = lexemes[first - size : first]
        unit = signs.get(tuple(lexeme.text for lexeme in part))
        if unit is not None and unit.kind == "money" and not (part[0].glued and first > size and lexemes[first - size - 1].kind == "word"):
            return unit, size
    return None, 0


def unit_after(lexemes: Sequence[Lexeme], last: int) -> tuple[Unit | None, int]:
    """The unit behind a number, with a hyphen before it ("42-day") if there is one, and where it ends."""
    start = last + 1 if last < len(lexemes) and lexemes[last].text in HYPHENS else last
    named, signs = units()
    if start < len(lexemes) and lexemes[start].lower in words("fillers"):
        unit, end = unit_after(lexemes, start + 1)
        return (unit, end) if unit is not None and unit.kind == "duration" else (None, last)
    for size in range(LONGEST, 0, -1):
        part = lexemes[start : start + size]
        if len(part) < size:
            continue
        unit = signs.get(tuple(lexeme.text for lexeme in part)) or named.get(tuple(lexeme.lower for lexeme in part))
        if unit is not None and [lexeme.lower for lexeme in lexemes[start : start + 3]] != ["day", "and", "night"]:  # "600 day and night patrols"
            return unit, start + size
    return None, last


def skip_unit(lexemes: Sequence[Lexeme], last: int) -> int:
    return unit_after(lexemes, last)[1]


def rate(lexemes: Sequence[Lexeme], at: int, *, price: bool = False) -> tuple[str | None, int]:
    """ "a day", "per month", "/day" at a lexeme, as "per day", and where it ends; for a `price` what is bought too ("a barrel")."""
    if at + 1 < len(lexemes) and lexemes[at].lower in {"a", "an", "per", "each", "every", "/"}:
        if price and lexemes[at + 1].lower in words("bought"):
            return f"per {lexemes[at + 1].lower}", at + 2
        unit = units()[0].get((lexemes[at + 1].lower,))
        if unit is not None and unit.kind in GOODS and not lexemes[at + 1].lower.endswith("s"):
            return f"per {unit.name}", at + 2
        dated = at + 2 < len(lexemes) and lexemes[at + 2].lower in words("dating")
        if unit is not None and unit.kind == "duration" and not dated and not lexemes[at + 1].lower.endswith("s"):
            return f"per {unit.name}", at + 2
    return None, at
