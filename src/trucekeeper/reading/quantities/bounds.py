"""What the words around a number make of it: about, at least, more than …"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from trucekeeper.model.claims import Bound
from trucekeeper.reading.quantities.lexemes import Lexeme
from trucekeeper.reading.quantities.lexicon import Unit, bounds, words
from trucekeeper.reading.quantities.numerals import Numeral

# Between a bound and its number.
BETWEEN = frozenset({"a", "an", "another", "further", "additional", "estimated", "total", "of", "their", "its", "his", "some", "other"})
PLACES = frozenset({"over", "under", "above", "below", "around", "about", "beyond"})
COUNT_BEFORE = 12  # lexemes before "passed" in which a word for a count may stand
LENGTHS = frozenset({"duration", "distance"})


def bound_before(lexemes: Sequence[Lexeme], first: int, numeral: Numeral, unit: Unit | None) -> tuple[Bound | None, int]:
    """The bound before lexeme `first`, and where its words begin."""
    found: Bound | None = None
    start = at = first
    skipped = 0
    while at > 0 and skipped < 3:
        match = phrase_before(lexemes, at)
        if match is not None and fits(lexemes, at, match[0], numeral, unit):
            size, bound = match
            found = bound if found in {None, "about"} else found
            at -= size
            start = at
        elif lexemes[at - 1].lower in BETWEEN:
            at -= 1
            skipped += 1
        else:
            break
    return found, start


def phrase_before(lexemes: Sequence[Lexeme], at: int) -> tuple[int, Bound] | None:
    for phrase, bound in bounds("before").get(lexemes[at - 1].lower, ()):
        size = len(phrase)
        if size <= at and tuple(lexeme.lower for lexeme in lexemes[at - size : at]) == phrase:
            return size, cast(Bound, bound)
    return None


def fits(lexemes: Sequence[Lexeme], at: int, size: int, numeral: Numeral, unit: Unit | None) -> bool:
    """Is a phrase that may be a preposition of place or time ("over two days", "under two accords") a bound here?"""
    word = lexemes[at - 1].lower
    before = lexemes[at - size - 1].lower if at > size else ""
    kind = unit.kind if unit else None
    if size == 1 and word == "within":
        return kind in LENGTHS
    if size == 2 and lexemes[at - 2].lower == "up" and word == "to" and before in words("up_verbs"):
        return False  # "the toll went up to 26"
    if size == 3 and before in {"times", "twice"}:
        return False  # "four times as many as two years ago"
    if word in words("passing"):
        return any(lexeme.lower in words("counts") for lexeme in lexemes[max(0, at - COUNT_BEFORE) : at - 1])
    if size > 1 or word not in PLACES:
        return True
    if word == "over" and before in words("over_verbs"):
        return False
    if word == "over" and kind == "duration":
        return before in words("over_before") or not before or lexemes[numeral.first].lower in {"a", "an"}
    if word == "about":
        return before not in words("spoken_of")
    small_word = not numeral.digits and numeral.scale == 1 and numeral.top < 10 and not numeral.fraction
    return kind is not None or not small_word


def bound_after(lexemes: Sequence[Lexeme], last: int) -> tuple[Bound | None, int]:
    """The bound that begins at lexeme `last`, and where it ends."""
    if last >= len(lexemes):
        return None, last
    for phrase, bound in bounds("after").get(lexemes[last].lower, ()):
        end = last + len(phrase)
        if tuple(lexeme.lower for lexeme in lexemes[last:end]) == phrase and not (phrase == ("+",) and is_sum(lexemes, last)) and not compares(lexemes, end):
            return cast(Bound, bound), end
    return None, last


def compares(lexemes: Sequence[Lexeme], at: int) -> bool:
    """ "5000 or less than 6000": the words belong to the number behind them."""
    return at + 1 < len(lexemes) and lexemes[at].lower == "than" and lexemes[at + 1].kind == "number"


def is_sum(lexemes: Sequence[Lexeme], plus: int) -> bool:
    return plus + 1 < len(lexemes) and lexemes[plus + 1].kind == "number"
