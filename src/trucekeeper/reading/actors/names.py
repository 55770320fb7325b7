"""Candidates for the proper names of one document: the model's names, the gazetteer's, and the capitalised runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.words import is_given_name, is_word
from trucekeeper.reading.actors.lexicon import SurfaceForm, lexicon, surfaces
from trucekeeper.reading.actors.role_nouns import actor_nouns, given_names, honorifics, in_names, persons, role_words
from trucekeeper.reading.gazetteer.words import place_words

PER, ORG, LOC = "PER", "ORG", "LOC"
PARTICLES = frozenset({
    "al", "el", "bin", "bint", "ibn", "ben", "abu", "umm", "de", "da", "dos", "di", "du", "la", "le", "van", "von", "der",
    "den", "ter", "ad", "ar", "as", "ash", "at", "an", "az", "ould", "e", "y", "del", "do", "das", "des",
})  # fmt: skip
HYPHENS = frozenset({"-", "‐", "‑", "–"})
LINKS = frozenset({"of", "for", "on", "to"})
CAPITALS = re.compile(r"[A-Z]\w+(?: [A-Z]\w+){1,5}")
GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "VI", "VII", "XIV"})  # behind a person's name
LONGEST_PORTFOLIO = 8  # tokens between an office and what is left of what it is for
LONGEST_PERSON = 6  # tokens, hyphens and particles counted


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens [start, end) that are a name. `known` is an id of the gazetteer; `form` tells demonyms and seats of government."""

    start: int
    end: int
    label: str | None
    known: str | None = None
    form: SurfaceForm = "name"


def plain(text: str) -> str:
    """Lower case without diacritics or apostrophes, for comparing names."""
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.casefold().replace("'", "").replace("’", "").replace("ʿ", "").replace("‘", "")


def is_capital(token: Token) -> bool:
    return token.text[:1].isupper()


def gazetteer_names(doc: Doc) -> list[Name]:
    """Matches of known actors that begin and end with tokens."""
    known = lexicon()
    starts = {t.idx: t.i for t in doc}
    ends = {t.idx + len(t): t.i + 1 for t in doc}
    found = []
    for index, start, end in known.matcher.find_matches_as_indexes(doc.text):
        if start in starts and end in ends and not between_hyphens(doc, starts[start], ends[end]):
            surface = known.surfaces[index]
            kind = known.known[surface.actor].kind
            found.append(Name(starts[start], ends[end], LOC if kind in {"state", "people"} else ORG, surface.actor, surface.form))
    return found


def between_hyphens(doc: Doc, start: int, end: int) -> bool:
    """A piece of a longer word ("PORT-AU-PRINCE"), where the others are no known ones ("US-EU-UN")."""
    if not 1 < start <= end < len(doc) - 1 or doc[start - 1].text not in HYPHENS or doc[end].text not in HYPHENS:
        return False
    tight = not any(t.whitespace_ for t in (doc[start - 2], doc[start - 1], doc[end - 1], doc[end]))
    return tight and not any(t.text in surfaces() for t in (doc[start - 2], doc[end + 1]))


def is_never_name(token: Token) -> bool:
    """A word of the calendar or the like; but "May" may be the last part of a person's name and "Eid" the first, where no number stands behind."""
    if token.lower_ not in role_words().grammar.never:
        return False
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    last = token.dep_ == "flat" and token.head.ent_type_ == PER and not after.text[0].isdigit()
    first = after.dep_ == "flat" and after.head == token and after.ent_type_ == PER and after.is_title
    return not (token.ent_type_ == PER and token.is_title and (first or last))


def strip(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A model's name without weekdays, pronouns, titles, possessive marks and punctuation at its edges."""

    def edge(token: Token) -> bool:
        low = token.lower_
        return is_never_name(token) or not any(c.isalnum() for c in token.text) or token.tag_ == "POS" or low in honorifics()

    if end - start > 2 and doc[start].pos_ in {"NUM", "DET"} and doc[start + 1].lower_ == "of":
        start += 2
    if end - start > 2 and doc[start].tag_ == "NNS" and doc[start].is_sent_start and doc[start + 1].lower_ == "of":  # "Members of the Zandor Union"
        start += 2
    while start < end and (doc[start].lower_ in LINKS | {"the", "and"} or edge(doc[start]) or (doc[start].lower_ in persons() and end - start > 1)):
        start += 1
    while end - start > 1 and doc[end - 1].is_lower and doc[end - 1].pos_ == "NOUN" and is_common(doc[end - 1]):  # "Zandor militia"
        end -= 1
    while end > start and (edge(doc[end - 1]) or doc[end - 1].text in LINKS | {"and", "the"}) and not (doc[end - 1].text == "." and end - start > 1):
        end -= 1
    return start, end


def behind_office(doc: Doc, start: int, end: int) -> int:
    """Where the person's name begins in a run of capitals with an office in it ("Azerbaijani President X Y"), or `start`."""
    offices = [i for i in range(start, end - 1) if doc[i].lower_ in persons() | role_words().grammar.grades]
    if not offices:
        return start
    begin = offices[-1] + 1
    if doc[begin].lower_ in LINKS:  # "Secretary of State X Y"
        given = next((i for i in range(begin + 1, end) if doc[i].lower_ in given_names()), None)
        return given or min(begin + 2, end - 1)
    return begin


def behind_state(doc: Doc, name: Name, at_known: dict[int, Name]) -> Name:
    """A body's name without the state that possesses it ("Libya's Council of Elders")."""
    owner = at_known.get(name.start)
    if name.label != ORG or owner is None or owner.label != LOC or owner.end >= name.end - 1 or doc[owner.end].tag_ != "POS":
        return name
    return replace(name, start=owner.end + 1)


def parted(doc: Doc) -> Iterator[tuple[Span, int, int]]:
    """The model's names as token ranges; a place in a place ("A in B", "A, B") is two, and so is a body in a street ("A Club on B Street")."""
    for span in doc.ents:
        start = span.start
        street = span.label_ == ORG and doc[span.end - 1].lower_ in place_words().sites
        for i in range(span.start, span.end):
            on_street = street and doc[i].lower_ == "on" and doc[i - 1].lower_ in in_names()
            if i > start and ((span.label_ == LOC and doc[i].lower_ in {"in", ","}) or on_street):
                yield span, start, i
                start = i + 1
        yield span, start, span.end


def model_names(doc: Doc) -> list[Name]:
    found = []
    for span, first, last in parted(doc):
        start, end = strip(doc, first, last)
        start, end = without_office(doc, start, end)
        if span.label_ == PER:
            start = behind_office(doc, start, end)
        if (end - start == 1 and is_led(doc[start])) or (span.label_ == ORG and in_feast(doc, end)):
            continue
        if start < end and not all(is_common(doc[i]) for i in range(start, end)) and any(is_capital(doc[i]) for i in range(start, end)):
            found.append(Name(start, end, LOC if is_governed(doc, start) else span.label_ if span.label_ in {PER, ORG, LOC} else None))
    return found


def in_feast(doc: Doc, end: int) -> bool:
    """ "Armed Forces Day" names no forces."""
    return end < len(doc) and doc[end].text in {"Day", "Week", "Month"}


def is_governed(doc: Doc, start: int) -> bool:
    """ "The government of Zandovia": what stands there is a country or a part of one."""
    return start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in role_words().metonyms.governing


def short_names(doc: Doc) -> frozenset[str]:
    """Words in capitals that are names though the tagger takes them for nouns: they are names elsewhere in the text, or the initials of one."""
    names = {t.text for t in doc if t.is_alpha and t.is_upper and len(t) > 1 and (t.pos_ == "PROPN" or t.ent_type_)}
    return frozenset(names | {"".join(word[0] for word in run.removeprefix("The ").split()) for run in CAPITALS.findall(doc.text)})


def is_name_word(token: Token) -> bool:
    return token.pos_ == "PROPN" and is_capital(token) and not is_never_name(token) and not is_led(token)


def is_led(token: Token) -> bool:
    """ "U.S.-led", one token."""
    return "-" in token.text and token.lower_.rpartition("-")[2] in role_words().metonyms.joined


def runs(doc: Doc, given: Container[int]) -> Iterator[Name]:
    """Unbroken runs of capitalised proper nouns, particles and inner hyphens included ("Abdel Latif al-Qanoua"). `given` are tokens that are known to be
    somebody's given name, whatever their tag.
    """
    short = short_names(doc)

    def in_name(token: Token) -> bool:
        return is_name_word(token) or token.i in given or (token.text in short and token.is_upper)

    i = 0
    while i < len(doc):
        if not in_name(doc[i]):
            i += 1
            continue
        end = i + 1
        while end < len(doc):
            joined = (doc[end].text in HYPHENS and not doc[end].whitespace_) or doc[end].lower_ in PARTICLES
            if in_name(doc[end]):
                end += 1
            elif (close := nickname(doc, end)) is not None:
                end = close
            elif end + 2 < len(doc) and doc[end].lower_ in PARTICLES and doc[end + 1].text in HYPHENS and is_capital(doc[end + 2]):
                end += 3
            elif end + 1 < len(doc) and joined and in_name(doc[end + 1]):
                end += 2
            else:
                break
        start, stop = strip(doc, *without_office(doc, i, end))
        start = behind_office(doc, start, stop) if not any(doc[j].lower_ in in_names() for j in range(start, stop)) else start
        if start < stop and not all(is_common(doc[j]) for j in range(start, stop)):
            yield Name(start, stop, None)
        i = end


def nickname(doc: Doc, i: int) -> int | None:
    """The end of a nickname in marks with the name behind it (Ann "The Fox" Lee)."""
    if not doc[i].is_quote or i + 3 >= len(doc) or doc[i].whitespace_:
        return None
    close = next((j for j in range(i + 2, min(i + 5, len(doc) - 1)) if doc[j].is_quote), None)
    if close is None or not all(doc[j].is_alpha and doc[j].text[0].isupper() for j in range(i + 1, close)):
        return None
    after = doc[close + 1]
    return close + 2 if after.is_alpha and after.text[0].isupper() else None


def portfolio_end(doc: Doc, start: int, end: int) -> int:
    """Where the person's name begins behind the last words of a portfolio ("Minister for Political and Security Affairs X Y")."""
    first = start
    while first > 0 and start - first < LONGEST_PORTFOLIO and (doc[first - 1].lower_ in {"and", ",", "the"} or doc[first - 1].is_title):
        first -= 1
    if not any(t.lower_ == "and" for t in doc[first:start]) or first < 2 or doc[first - 1].lower_ not in LINKS or doc[first - 2].lower_ not in persons():
        return start
    while end - start > 1 and is_word(doc[start]) and not is_given_name(doc[start].orth) and not (end - start == 2 and is_word(doc[start + 1])):
        start += 1
    return start


def without_office(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A run after "Minister of …" begins with the given name in it, where there is one, after "Envoy for Zandovia" behind the country."""
    start = portfolio_end(doc, start, end)
    if start > 1 and doc[start - 1].lower_ in LINKS and doc[start - 2].lower_ in persons():
        country = end - start > 2 and doc[start].text in surfaces() and not any(t.lower_ in in_names() for t in doc[start + 1 : end])
        given = next((i for i in range(start + 1, end) if doc[i].lower_ in given_names()), None)
        if given is None:
            start += country
            while end - start > 2 and is_word(doc[start]) and not is_given_name(doc[start].orth):  # "Secretary of State X Y"
                start += 1
        else:
            start = given
    return start, end


def is_common(token: Token) -> bool:
    """A role noun that only its place in the sentence or the style of the text makes a capitalised one ("the Parties", "the Vice President")."""
    low, words = token.lower_, actor_nouns()
    return low in words or low.removesuffix("s") in words or low.removesuffix("ies") + "y" in words or low in role_words().grammar.ranks
