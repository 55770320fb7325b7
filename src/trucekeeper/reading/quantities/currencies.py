"""A currency whose word many countries share ("pounds", "rupees"): that of the country that the report is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from trucekeeper.reading.quantities.joins import Measured
from trucekeeper.reading.quantities.lexemes import Lexeme
from trucekeeper.reading.quantities.lexicon import Unit, shared_currencies


def in_country(pieces: Sequence[Lexeme], measured: Measured, countries: Sequence[str]) -> Measured:
    """The measure with the code of the country named most among `countries` (ISO 3166 alpha-2) that has a currency of this word; as it is without one."""
    if measured.unit is None or measured.unit.kind != "money" or not countries:
        return measured
    word = pieces[measured.last - 1].lower
    codes = next((found for i in range(measured.numeral.last, measured.last) if (found := shared_currencies().get(pieces[i].lower))), None)
    codes = codes or shared_currencies().get(word)
    if codes is None or measured.unit.name not in {word.rstrip("s"), *codes.values()} or qualified(pieces, measured):
        return measured
    named = Counter(c for c in countries if c in codes)
    return replace(measured, unit=Unit(codes[named.most_common(1)[0][0]], "money")) if named else measured


def qualified(pieces: Sequence[Lexeme], measured: Measured) -> bool:
    """Does an adjective or a second word say whose currency it is ("Sudanese pounds", "pounds sterling")?"""
    return sum(piece.kind == "word" and piece.lower not in {"a", "per", "of"} for piece in pieces[measured.numeral.last : measured.last]) > 1 + (
        measured.rate is not None
    )
