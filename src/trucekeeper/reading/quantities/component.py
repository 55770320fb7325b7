"""The spaCy component `truce_quantities`: numbers with bound, unit and counted noun, into `layers(doc).quantities`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.model.claims import Bound
from trucekeeper.reading.layers import Quantity, layers
from trucekeeper.reading.quantities.bounds import bound_after, bound_before
from trucekeeper.reading.quantities.context import Context
from trucekeeper.reading.quantities.currencies import in_country
from trucekeeper.reading.quantities.filters import is_no_quantity
from trucekeeper.reading.quantities.joins import Measured, and_a_half, joined, scaled_by_unit
from trucekeeper.reading.quantities.lexemes import Lexeme, lexemes
from trucekeeper.reading.quantities.nouns import own_noun
from trucekeeper.reading.quantities.numerals import Numeral
from trucekeeper.reading.quantities.ranges import numerals
from trucekeeper.reading.quantities.sharing import share_nouns
from trucekeeper.reading.quantities.site import Site
from trucekeeper.reading.quantities.units import rate, unit_after, unit_before


@Language.component("truce_quantities")
def truce_quantities(doc: Doc) -> Doc:
    found = layers(doc)
    dates = [(t.start, t.end) for t in found.times if t.is_date]
    pieces = lexemes(doc.text)
    starts = [token.idx for token in doc]
    made = []
    countries = [p.country for p in found.places if p.country]
    for plain in measures(doc.text, pieces):
        measured = in_country(pieces, plain, countries)
        place = (pieces[measured.numeral.first].start, pieces[measured.numeral.last - 1].end)
        if (measured.unit is None or measured.unit.kind == "duration") and any(s <= place[0] and place[1] <= e for s, e in dates):
            continue
        if doc[max(0, bisect_right(starts, place[0]) - 1)].like_url:
            continue
        made.append(quantity(doc, pieces, starts, measured))
    found.quantities = share_nouns(doc, made) if is_parsed(doc) else made
    return doc


def is_parsed(doc: Doc) -> bool:
    """Counted nouns need tags and sentences; numbers, bounds and units do not."""
    return bool(doc.has_annotation("TAG") and doc.has_annotation("SENT_START"))


def measures(text: str, pieces: Sequence[Lexeme]) -> list[Measured]:
    """Numerals of a text with unit and bound, without those that are no quantities."""
    found = []
    for numeral in numerals(pieces):
        measured = measure(pieces, numeral)
        context = Context(pieces, numeral, measured.unit, bounded=measured.bound != "exact", lead=measured.first, line_start=lambda at: begins_line(text, at))
        if not is_no_quantity(context):
            found.append(measured)
    return joined(pieces, found)


def measure(pieces: Sequence[Lexeme], numeral: Numeral) -> Measured:
    unit, before = unit_before(pieces, numeral.first)
    first = numeral.first - before
    last = numeral.last
    if unit is None:
        last += numeral.fraction and last + 1 < len(pieces) and pieces[last].lower in {"a", "an"}
        vague_of = numeral.vague and last < len(pieces) and pieces[last].lower == "of"  # "billions of dollars"
        unit, end = unit_after(pieces, last + vague_of)
        last = end if unit is not None else numeral.last
    elif pieces[last : last + 1] and unit_after(pieces, last)[0] is not None:
        other, end = unit_after(pieces, last)
        last = end if other is not None and other.kind == "money" else last
    if numeral.low is not None and first and pieces[first - 1].lower in {"between", "from"}:
        first -= 1
    numeral, last = and_a_half(pieces, numeral, last)
    numeral, last = scaled_by_unit(pieces, numeral, first, last)
    bound, start = bound_before(pieces, first, numeral, unit)
    behind, end = bound_after(pieces, last)
    per, end = rate(pieces, end, price=unit is not None and unit.kind == "money") if unit is None or unit.kind != "duration" else (None, end)
    return Measured(numeral, start, end, final_bound(numeral, bound, behind), unit, per)


def final_bound(numeral: Numeral, before: Bound | None, behind: Bound | None) -> Bound:
    if numeral.vague:
        return "vague"
    if numeral.low is not None:
        return "between"
    if before is None or (before == "about" and behind is not None):
        return behind or ("exact" if before is None else before)
    return before


def begins_line(text: str, at: int) -> bool:
    while at > 0 and text[at - 1] in " \t(":
        at -= 1
    return at == 0 or text[at - 1] in "\r\n"


def quantity(doc: Doc, pieces: Sequence[Lexeme], starts: list[int], measured: Measured) -> Quantity:
    numeral = measured.numeral
    start, end = pieces[measured.first].start, pieces[measured.last - 1].end

    def token_at(offset: int) -> int:
        return max(0, bisect_right(starts, offset) - 1)

    last = token_at(pieces[numeral.last - 1].start)
    site = Site(doc, token_at(start), last, token_at(end - 1) + 1, measured.unit, numeral.fraction)
    noun = own_noun(site) if is_parsed(doc) else None
    bound = bound_behind_noun(doc, noun) if measured.bound == "exact" and noun is not None and noun >= site.end else None
    bound = bound or measured.bound
    low, high = limits(numeral, bound)
    per = measured.rate or rate_of(doc, noun)
    return Quantity(
        start=start,
        end=end,
        token=last,
        bound=bound,
        value=clean(numeral.value),
        low=clean(low),
        high=clean(high),
        unit=" ".join(part for part in (measured.unit.name if measured.unit else None, per) if part) or None,
        noun=noun,
    )


def clean(value: float | None) -> float | None:
    """Without the dust of binary multiplication (16.6 billion is 16600000000)."""
    return float(f"{value:.15g}") if value is not None else None


def limits(numeral: Numeral, bound: Bound) -> tuple[float | None, float | None]:
    """What the words allow, None where they leave it open."""
    if bound == "between":
        return numeral.low, numeral.high
    low = numeral.value if bound in {"exact", "at_least", "more_than"} else None
    high = numeral.value if bound in {"exact", "at_most", "less_than"} else None
    return low, high


def rate_of(doc: Doc, noun: int | None) -> str | None:
    """The rate behind a counted noun: "600 lorries a day"."""
    if noun is None or noun + 2 >= len(doc) or doc[noun + 1].lower_ not in {"a", "an", "per"}:
        return None
    return rate(lexemes(doc[noun + 1 : noun + 3].text), 0)[0]


def bound_behind_noun(doc: Doc, noun: int) -> Bound | None:
    """ "12 guns or more", "40 people at least"."""
    if noun + 1 >= len(doc) or doc[noun + 1].lower_ not in {"or", "at"}:
        return None
    return bound_after(lexemes(doc[noun + 1 : noun + 3].text), 0)[0]
