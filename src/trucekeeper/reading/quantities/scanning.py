"""The numeral that begins at a lexeme, one function for one form."""

from __future__ import annotations

from dataclasses import replace

from trucekeeper.reading.quantities.cardinals import cardinal
from trucekeeper.reading.quantities.digits import in_digits
from trucekeeper.reading.quantities.fractions import finished, lone_half, part_of_scale, with_article
from trucekeeper.reading.quantities.numerals import Line, Numeral
from trucekeeper.reading.quantities.vague import indefinite, vague_one

MINUS = frozenset({"-", "−"})


def starters(line: Line) -> frozenset[str]:
    """The words and signs that a numeral without digits can begin with."""
    k = line.known
    return frozenset({*k.ones, *k.tens, *k.vague, *k.characters, "a", "an", "half", "quarter", "several", "hundred", "minus", "negative", *MINUS})


def numeral(line: Line, at: int) -> Numeral | None:
    """The longest numeral that begins at a lexeme."""
    lexeme = line.lexemes[at]
    if lexeme.kind == "number":
        return finished(line, in_digits(line, at))
    if lexeme.kind == "sign" and lexeme.text in MINUS:
        return negative(line, at) if is_minus(line, at) else None
    if lexeme.kind == "sign":
        value = line.known.characters.get(lexeme.text)
        return Numeral(at, at + 1, value, fraction=True) if value is not None else None
    word = lexeme.lower
    if word in {"a", "an"}:
        return indefinite(line, at) or with_article(line, at)
    if word in {"half", "quarter"}:
        return part_of_scale(line, at) or (lone_half(line, at) if word == "half" else None)
    if word in line.known.vague:
        return vague_one(line, at)
    if word == "several":
        return indefinite(line, at)
    if word in {"minus", "negative"} and at + 1 < len(line.lexemes):
        return negative(line, at)
    made = cardinal(line, at)
    return finished(line, made) if made is not None else None


def is_minus(line: Line, at: int) -> bool:
    """A sign glued to its digits, with a blank, a bracket or nothing before it."""
    free = not line.lexemes[at].glued or line.lower(at - 1) in {"(", "<", ">", "="}
    if at == 0 and line.is_number(1):
        return True
    return free and at + 1 < len(line.lexemes) and line.is_number(at + 1) and line.lexemes[at + 1].glued


def negative(line: Line, at: int) -> Numeral | None:
    made = numeral(line, at + 1)
    return replace(made, first=at, value=-made.value) if made is not None and made.value is not None else None
