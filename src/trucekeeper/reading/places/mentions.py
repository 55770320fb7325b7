"""Which words of a text name places: names read as such, and capitalised runs that the gazetteer knows where grammar speaks for a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from trucekeeper.reading.actors.role_nouns import in_names, persons, role_words
from trucekeeper.reading.gazetteer.folding import is_article
from trucekeeper.reading.gazetteer.places import Candidate, lookup, places_named
from trucekeeper.reading.gazetteer.words import place_words

KNOWN_ENOUGH = 6.0  # standing from which a name needs no word of place before it
KNOWN = 4.3  # and from which the model's word is taken for a place of that very name
LARGE = 5.0  # and from which the model's word is taken for it
TOWN = 3.5  # standing from which a name is a place after a word of place
LONGEST = 5  # words
SHORTEST = 3  # letters of a name that no gazetteer has; so many capitals make an abbreviation of it
LINKS = frozenset({"of", "de", "da", "do", "del", "la", "al", "el", "-"})


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens [start, end) that name a place, with what the gazetteer offers (nothing for places that it lacks)."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    sure: bool  # the name itself was read as a place's, not only found in the gazetteer


def text_of(doc: Doc, start: int, end: int) -> str:
    return doc[start].text if end - start == 1 else str(doc[start:end].text)


def parts_here(doc: Doc, first: int, i: int) -> bool:
    """Does the token at i part a name that the model ran together ("Amal, Beria", "Punjab province of Pakistan")?"""
    text = doc[i].text
    if text in {",", "/", "and", "in", "–", "(", ")"}:
        return True
    return (text == "-" and bool(doc[i - 1].whitespace_)) or (text == "of" and doc[i - 1].lower_ in place_words().types and doc[first].text[0].isupper())


def pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A name that the model ran together, parted; the article left out, and a month or weekday behind it ("Moscow October 7")."""
    first = start
    for i in range(start, end + 1):
        if i == end or parts_here(doc, first, i):
            if doc[first].lower_ == "the" and i - first > 1:
                first += 1
            last = i
            while last - first > 1 and (doc[last - 1].text.isdigit() or doc[last - 1].lower_ in role_words().grammar.never):
                last -= 1
            if last > first and (i == end or any(t.text[0].isupper() for t in doc[first:last])):
                yield first, last
            first = i + 1


def from_entities(doc: Doc) -> Iterator[Named]:
    """Names read as places; those read as bodies or persons only where they are exactly a well known place, or begin or end with one."""
    for span in doc.ents:
        whole = places_named(span.text)
        parts = [(span.start, span.end)] if any(c.curated for c in whole) else list(pieces(doc, span.start, span.end))
        for start, end in parts if span.label_ == "LOC" else []:
            end = with_kind(doc, start, end)
            if doc[start].lower_ == "the" and end - start > 1 and any(c.curated for c in lookup(text_of(doc, start + 1, end))):
                start += 1
            start, end = without_kind(doc, start, end)
            candidates = places_named(text_of(doc, start, end))
            if credible(doc, start, end, candidates):
                yield Named(start, end, candidates, True)
        if span.label_ == "LOC":
            continue
        famous = any(c.curated and (c.standing >= KNOWN_ENOUGH or (c.own and len(span) > 1)) for c in lookup(span.text))
        if famous or (whole and supported(doc, span.start, span.end, whole)):
            yield Named(span.start, span.end, whole, False)
        elif any(t.lower_ in place_words().within for t in span):
            yield from from_runs(doc, [not span.start <= i < span.end for i in range(len(doc))])
        elif span.label_ == "ORG" and span.end - span.start > 1:
            yield from in_body(doc, span.start, span.end)


def with_kind(doc: Doc, start: int, end: int) -> int:
    """The end of a name with the lower-case noun of its kind, where the curated gazetteer has that as a place of its own ("Lachin corridor")."""
    if end < len(doc) and doc[end].lower_ in place_words().nouns and any(c.curated for c in lookup(text_of(doc, start, end + 1))):
        return end + 1
    return end


def without_kind(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A name without the lower-case noun of its kind ("Idlib province", "province of Idlib"), where the noun makes no other place of it."""
    types = place_words().types
    while end - start > 1 and doc[end - 1].lower_ in types and doc[end - 1].is_lower and not any(c.curated and c.own for c in lookup(text_of(doc, start, end))):
        end -= 1
    of = next((i for i in range(start + 1, end - 1) if doc[i].lower_ == "of" and doc[i - 1].lower_ in types and doc[i - 1].is_lower), None)
    return (of + 1 if of is not None else start), end


def in_body(doc: Doc, start: int, end: int) -> Iterator[Named]:
    """A country or state at the beginning or the end of a body's name ("Kenya Red Cross", "Ministry of Health of Ghana")."""
    for length in range(min(4, end - start - 1), 0, -1):
        for first, last in ((start, start + length), (end - length, end)):
            if first > start and doc[first - 1].lower_ not in {"of", "the", "in"}:
                continue
            candidates = lookup(text_of(doc, first, last)) if doc[first].text[0].isupper() else ()
            if any(c.curated and c.own and c.type in {"country", "state", "province", "territory"} for c in candidates):
                yield Named(first, last, candidates, False)
                return


def credible(doc: Doc, start: int, end: int, candidates: tuple[Candidate, ...]) -> bool:
    """A name that only the model takes for a place has to be known, or to stand where places stand."""
    if any(c.curated or c.standing >= (KNOWN if c.own else LARGE) for c in candidates):
        return True
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if not candidates and end - start == 1 and (doc[start].lower_ in place_words().no_places or any(t.text == doc[start].lower_ for t in doc)):
        return False  # a word that the text writes small elsewhere is no name
    if not candidates and (end - start == 1) and (len(doc[start]) < SHORTEST or sum(c.isupper() for c in doc[start].text) >= SHORTEST):
        return False  # "V", "RTGoNU"
    speaking = place_words().locative if candidates else place_words().sure
    named_so = start > 1 and before is not None and before.lower_ == "of" and doc[start - 2].lower_ in place_words().types  # "the village of X"
    beside = named_so or (before is not None and before.lower_ in speaking) or (after is not None and after.lower_ in place_words().nouns)
    listed = (before is not None and before.text == ",") or (after is not None and after.text == ",")
    if not candidates and listed:
        listed = listed_with(doc, start - 2, start - 1) or listed_with(doc, end + 1, end)
    own_noun = doc[end - 1].lower_ in place_words().nouns or doc[start].lower_ in place_words().nouns
    return beside or listed or own_noun


def is_start(token: Token) -> bool:
    named = token.pos_ == "PROPN" or (token.pos_ in {"NOUN", "ADJ", "X"} and not token.is_sent_start)
    return named and token.text[0].isupper() and token.lower_ not in role_words().grammar.never | persons() | in_names()


def listed_with(doc: Doc, other: int, joint: int) -> bool:
    """Is the token `other` part of a place's name, and only a comma or "and" at `joint` between?"""
    return min(other, joint) >= 0 and max(other, joint) < len(doc) and doc[joint].text in {",", "and"} and doc[other].ent_type_ == "LOC"


def supported(doc: Doc, start: int, end: int, candidates: tuple[Candidate, ...]) -> bool:
    """Does anything beside the spelling speak for a place: fame, a word of place before it, or "X, Country" after it?"""
    best = max(candidates, key=lambda c: c.standing + c.own)
    if best.curated and (best.standing >= KNOWN_ENOUGH or end - start > 1):
        return True
    before = doc[start - 1].lower_ if start else ""
    after = doc[end].lower_ if end < len(doc) else ""
    if after in place_words().types and (best.type == "city") == ("city" in place_words().types[after]):
        return True
    if before in place_words().held and best.own and best.standing >= LARGE:
        return True
    if before in place_words().sure and best.standing >= TOWN:
        return True
    if best.standing >= TOWN and (listed_with(doc, start - 2, start - 1) or listed_with(doc, end + 1, end)):
        return True
    return after == "," and end + 1 < len(doc) and is_start(doc[end + 1]) and before in place_words().locative and best.standing >= TOWN


def with_links(doc: Doc, start: int, taken: list[bool]) -> int:
    """The end of a run of capitalised words with small ones between them ("Line of Control"); the start where there are none."""
    end, last = start, start
    while end < len(doc) and end - start < LONGEST and not taken[end]:
        if is_start(doc[end]):
            end += 1
            last = end
        elif doc[end].lower_ in LINKS:
            end += 1
        else:
            break
    return last if any(doc[i].lower_ in LINKS for i in range(start, last)) else start


def from_runs(doc: Doc, taken: list[bool]) -> Iterator[Named]:
    """Longest gazetteer names among capitalised words that no name holds."""
    i = 0
    while i < len(doc):
        if taken[i] or not is_start(doc[i]):
            i += 1
            continue
        linked = with_links(doc, i, taken)
        if linked > i + 1 and (known := places_named(text_of(doc, i, linked))) and supported(doc, i, linked, known):
            yield Named(i, linked, known, False)
            i = linked
            continue
        end = i + 1
        while end < len(doc) and end - i < LONGEST and not taken[end] and (is_start(doc[end]) or doc[end].text == "-"):
            end += 1
        found = next(((i, stop, c) for stop in range(end, i, -1) if doc[stop - 1].text != "-" and (c := places_named(text_of(doc, i, stop)))), None)
        whole = i == 0 or taken[i - 1] or not is_start(doc[i - 1])
        if found and whole and found[1] == end and supported(doc, *found):
            yield Named(i, found[1], found[2], False)
        i = end


def place_names(doc: Doc) -> list[Named]:
    found = list(from_entities(doc))
    taken = [False] * len(doc)
    for span in doc.ents:
        taken[span.start : span.end] = [True] * (span.end - span.start)
    found += from_runs(doc, taken)
    return sorted((with_article(doc, n) for n in found), key=lambda n: n.start)


def with_article(doc: Doc, name: Named) -> Named:
    """A name with the Arabic article that hangs on it by a hyphen ("el-Geneina")."""
    i = name.start
    hangs = i > 1 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_ and is_article(doc[i - 2].text)
    return replace(name, start=i - 2) if hangs else name
