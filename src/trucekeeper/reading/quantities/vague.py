"""Numbers that are not told: "dozens", "several", "a few hundred"."""

from __future__ import annotations

from trucekeeper.reading.quantities.numerals import Line, Numeral


def vague_one(line: Line, at: int) -> Numeral | None:
    """ "dozens", "tens of thousands", "hundreds of millions"."""
    least, i = line.known.vague[line.lower(at)], at + 1
    while line.lower(i) == "of" and line.lower(i + 1) in line.known.vague:
        least *= line.known.vague[line.lower(i + 1)] / 2
        i += 2
    if line.lower(at) in {"tens", "scores"} and i == at + 1 and line.lower(i) != "of":
        return None
    return Numeral(at, i, least=least, scale=least)


def indefinite(line: Line, at: int) -> Numeral | None:
    """ "several", "a few hundred", "a handful of", "a couple of"."""
    for size in (3, 2, 1):
        phrase = tuple(line.lower(i) for i in range(at, at + size))
        if phrase in line.known.indefinite:
            return indefinite_scaled(line, at, at + size, line.known.indefinite[phrase], phrase)
    return None


def indefinite_scaled(line: Line, at: int, end: int, least: float, phrase: tuple[str, ...]) -> Numeral | None:
    size = len(line.lexemes)
    while end < size and line.scale_at(end):
        least *= line.known.scales[line.lower(end)]
        end += 1
    if "couple" in phrase and line.lower(end - 1) in {"of", "couple"}:
        return Numeral(at, end, 2.0) if phrase[-1] == "of" else None
    keep = end - 1 if phrase[-1] == "of" and line.lower(end - 1) == "of" else end
    return Numeral(at, keep, least=least)
