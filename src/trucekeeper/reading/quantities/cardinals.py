"""Whole numbers in words, or in digits with words of scale: "two hundred and five thousand", "4 thousand 3 hundred"."""

from __future__ import annotations

from trucekeeper.reading.quantities.numerals import HYPHENS, Line, Numeral


def cardinal(line: Line, at: int) -> Numeral | None:
    """Number words, or digits with scale words: "two hundred and five thousand", "4 thousand 3 hundred"."""
    total, current, ceiling = 0.0, None, float("inf")
    i, last = at, ""  # `last` is the kind of the word before
    scale = 1.0
    while i < len(line.lexemes):
        lexeme = line.lexemes[i]
        word = lexeme.lower
        if lexeme.kind == "number":
            joined = line.lower(i - 1) == "and" and i - 1 > at
            if lexeme.number >= ceiling or (not joined and (current is not None or (total and not line.scale_at(i + 1)))):
                break
            current, last = (current or 0.0) + lexeme.number, "number"
        elif word in line.known.ones:
            value = line.known.ones[word]
            if current is None and value < ceiling:
                current = value
            elif current is not None and ((last == "tens" and 0 < value < 10) or last == "hundred"):
                current += value
            else:
                break
            last = "ones"
        elif word in line.known.tens:
            if current is None:
                current = line.known.tens[word]
            elif last == "hundred":
                current += line.known.tens[word]
            else:
                break
            last = "tens"
        elif word == "hundred" and (current is not None or i == at):
            current, last, scale = (current or 1.0) * 100, "hundred", 100.0
        elif word in line.known.scales and (current is not None or total):
            by = line.known.scales[word]
            if current is None:
                total, ceiling = total * by, by
            elif by < ceiling:
                total, current, ceiling = total + current * by, None, by
            else:
                break
            last, scale = "scale", by
        elif (word in HYPHENS and joins(line, i, last)) or (
            word == "and" and last in {"hundred", "scale"} and goes_on(line, i, 100.0 if last == "hundred" else ceiling)
        ):
            i += 1
            continue
        else:
            break
        i += 1
    if current is None and not total:
        return None
    return Numeral(at, i, total + (current or 0.0), scale=scale, digits=line.lexemes[at].kind == "number")


def joins(line: Line, hyphen: int, last: str) -> bool:
    """Is this the hyphen of "twenty-five" or "two-hundred"?"""
    following = line.lower(hyphen + 1)
    return (last == "tens" and 0 < line.known.ones.get(following, 0) < 10) or (last in {"ones", "number", "hundred"} and following in line.known.scales)


def goes_on(line: Line, conjunction: int, below: float) -> bool:
    """Does what stands behind "and" belong to the number before it?"""
    if line.lower(conjunction - 2) in HYPHENS or conjunction + 1 >= len(line.lexemes):
        return False
    rest = cardinal(line, conjunction + 1)
    if rest is None or rest.value is None or rest.value <= 0 or rest.value != int(rest.value):
        return False
    if rest.value >= below and not (below == 100 and rest.scale >= 1000 and rest.value / rest.scale < 100 and line.lower(conjunction - 3) != "between"):
        return False
    part = line.known.parts.get(line.lower(rest.last + (line.lower(rest.last) in HYPHENS)))
    return part is None or line.lower(rest.last) == "second" or (rest.value >= 10 and part < 20)
