"""Numbers in digits: with a fraction, a power, or a letter that multiplies them."""

from __future__ import annotations

from trucekeeper.reading.quantities.cardinals import cardinal
from trucekeeper.reading.quantities.lexicon import units, words
from trucekeeper.reading.quantities.numerals import Line, Numeral


def in_digits(line: Line, at: int) -> Numeral:
    """Digits with a fraction, a letter or a word that multiplies them."""
    value = line.lexemes[at].number
    nxt = at + 1
    if line.lower(nxt) in line.known.characters and line.lexemes[nxt].glued:
        return Numeral(at, nxt + 1, value + line.known.characters[line.lower(nxt)], digits=True)
    if is_slash_fraction(line, nxt - 1):
        return Numeral(at, at + 3, value / line.lexemes[at + 2].number, digits=True, fraction=True)
    if line.is_number(nxt) and value == int(value) and is_slash_fraction(line, nxt):
        return Numeral(at, nxt + 3, value + line.lexemes[nxt].number / line.lexemes[nxt + 2].number, digits=True)
    powered = power(line, at)
    if powered is not None:
        return powered
    scale = suffix(line, nxt)
    if scale is not None:
        return Numeral(at, nxt + 1, value * scale, scale=scale, digits=True)
    return cardinal(line, at) or Numeral(at, nxt, value, digits=True)


def power(line: Line, at: int) -> Numeral | None:
    """ "2.5^-1", "1.3x10^6"."""
    base, factor, i = line.lexemes[at].number, 1.0, at + 1
    if line.lower(i) == "x" and line.is_number(i + 1) and line.lexemes[i + 1].number == 10:
        base, factor, i = 10.0, base, i + 2
    if line.lower(i) != "^":
        return None
    i += 1
    sign = 1
    while line.lower(i) in {"+", "-"}:
        sign = -1 if line.lower(i) == "-" else sign
        i += 1
    return Numeral(at, i + 1, factor * base ** (sign * line.lexemes[i].number), digits=True) if line.is_number(i) else None


def is_slash_fraction(line: Line, at: int) -> bool:
    slash = line.lower(at + 1) == "/" and line.is_number(at) and line.is_number(at + 2)
    return slash and line.lexemes[at + 2].number > 0 and line.lower(at + 3) != "/" and line.lower(at - 1) != "/" and not line.is_number(at - 2)


def suffix(line: Line, at: int) -> float | None:
    """What a letter behind digits multiplies them by."""
    if at >= len(line.lexemes) or line.lexemes[at].kind != "word":
        return None
    lexeme = line.lexemes[at]
    scale = line.known.suffixes.get(lexeme.text)
    if scale is None or (not lexeme.glued and len(lexeme.text) == 1 and lexeme.text not in "kmMG"):
        return None
    if lexeme.text == "G" and line.lexemes[at - 1].number < 10:
        return None  # the "5G" of telephones
    if lexeme.text == "m" and not is_money(line, at - 2):
        following = line.lexemes[at + 1] if at + 1 < len(line.lexemes) else None
        if following is None or following.kind != "word" or following.lower in words("behind_metres"):
            return None
        if not lexeme.glued and "." not in line.lexemes[at - 1].text:
            return None
    return scale


def is_money(line: Line, at: int) -> bool:
    if at < 0:
        return False
    unit = units()[1].get((line.lexemes[at].text,))
    return unit is not None and unit.kind == "money"
