"""Proper names of one document: the model's names, the gazetteer's and the capitalised runs, with one type for each name in the whole document."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from trucekeeper.reading.actors.datelines import dateline_words
from trucekeeper.reading.actors.lexicon import SurfaceForm, given_names, lexicon, nouns
from trucekeeper.reading.places.gazetteer import lookup
from trucekeeper.reading.places.words import place_words

PER, ORG, LOC = "PER", "ORG", "LOC"
PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "bint",
        "ibn",
        "ben",
        "abu",
        "umm",
        "de",
        "da",
        "dos",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ad",
        "ar",
        "as",
        "ash",
        "at",
        "an",
        "az",
        "ould",
        "e",
    }
)
DWELLERS = frozenset(
    {
        "resident",
        "native",
        "natives",
        "mayor",
        "villagers",
        "residents",
        "people",
        "inhabitants",
        "citizens",
        "outskirts",
        "north",
        "south",
        "east",
        "west",
        "kilometers",
        "kilometres",
        "miles",
    }
)
PLACING = frozenset({"in", "near", "around", "outside", "across", "throughout"})
SAID = frozenset({"said", "says", "told", "added", "adds", "wrote", "writes", "tweeted", "explained", "recalled", "continued", "replied"})
HYPHENS = frozenset({"-", "‐", "‑", "–"})
POSSESSIVE = frozenset({"'", "’", "'s", "’s"})
PLURAL = frozenset({"people", "women", "men", "children", "peoples"})
LINKS = frozenset({"of", "for", "on", "to"})
IN_PERSON = 2  # how much a title or a known given name weighs against the model's own vote
KNOWN = 5
UNKNOWN_PLACE = 0.8  # what a preposition of place weighs before a name that the gazetteer lacks
FAMOUS_PLACE, CITY, TOWN = 6.3, 5.0, 3.5  # logarithms of people, or what stands for them in the gazetteer
SET_OFF = 12  # tokens of a description before the name that it is set off from
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
        if start in starts and end in ends:
            surface = known.surfaces[index]
            kind = known.known[surface.actor].kind
            found.append(Name(starts[start], ends[end], LOC if kind in {"state", "people"} else ORG, surface.actor, surface.form))
    return found


def strip(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A model's name without weekdays, pronouns, titles, possessive marks and punctuation at its edges."""
    words = nouns()

    def edge(token: Token) -> bool:
        low = token.lower_
        return low in words.never or not any(c.isalnum() for c in token.text) or token.tag_ == "POS" or low in words.honorifics

    if end - start > 2 and doc[start].pos_ in {"NUM", "DET"} and doc[start + 1].lower_ == "of":
        start += 2
    while start < end and (doc[start].lower_ in LINKS | {"the", "and"} or edge(doc[start]) or (doc[start].lower_ in words.persons and end - start > 1)):
        start += 1
    while end > start and edge(doc[end - 1]) and not (doc[end - 1].text == "." and end - start > 1):
        end -= 1
    return start, end


def behind_office(doc: Doc, start: int, end: int) -> int:
    """Where the person's name begins in a run of capitals with an office in it ("Azerbaijani President X Y"), or `start`."""
    offices = [i for i in range(start, end - 1) if doc[i].lower_ in nouns().persons | nouns().grades]
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
    """The model's names as token ranges; a place in a place ("A in B", "A, B") is two."""
    for span in doc.ents:
        start = span.start
        for i in range(span.start, span.end):
            if span.label_ == LOC and i > start and doc[i].lower_ in {"in", ","}:
                yield span, start, i
                start = i + 1
        yield span, start, span.end


def model_names(doc: Doc) -> list[Name]:
    found = []
    for span, first, last in parted(doc):
        start, end = strip(doc, first, last)
        if span.label_ == PER:
            start = behind_office(doc, start, end)
        if end - start == 1 and is_led(doc[start]):
            continue
        if start < end and not all(is_common(doc[i]) for i in range(start, end)) and any(is_capital(doc[i]) for i in range(start, end)):
            found.append(Name(start, end, span.label_ if span.label_ in {PER, ORG, LOC} else None))
    return found


def is_name_word(token: Token) -> bool:
    return token.pos_ == "PROPN" and is_capital(token) and token.lower_ not in nouns().never and not is_led(token)


def is_led(token: Token) -> bool:
    """ "U.S.-led", one token."""
    return "-" in token.text and token.lower_.rpartition("-")[2] in nouns().joined


def runs(doc: Doc) -> Iterator[Name]:
    """Unbroken runs of capitalised proper nouns, particles and inner hyphens included ("Abdel Latif al-Qanoua")."""
    i = 0
    while i < len(doc):
        if not is_name_word(doc[i]):
            i += 1
            continue
        end = i + 1
        while end < len(doc):
            joined = (doc[end].text in HYPHENS and not doc[end].whitespace_) or doc[end].lower_ in PARTICLES
            if is_name_word(doc[end]):
                end += 1
            elif end + 2 < len(doc) and doc[end].lower_ in PARTICLES and doc[end + 1].text in HYPHENS and is_capital(doc[end + 2]):
                end += 3
            elif end + 1 < len(doc) and joined and is_name_word(doc[end + 1]):
                end += 2
            else:
                break
        start, stop = strip(doc, *without_office(doc, i, end))
        start = behind_office(doc, start, stop) if not any(doc[j].lower_ in nouns().in_names for j in range(start, stop)) else start
        if start < stop and not all(is_common(doc[j]) for j in range(start, stop)):
            yield Name(start, stop, None)
        i = end


def without_office(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A run after "Minister of …" begins with the given name in it, where there is one."""
    if start > 1 and doc[start - 1].lower_ in LINKS and doc[start - 2].lower_ in nouns().persons:
        start = next((i for i in range(start + 1, end) if doc[i].lower_ in given_names()), start)
    return start, end


def is_common(token: Token) -> bool:
    """A role noun that only its place in the sentence or the style of the text makes a capitalised one ("the Parties", "the Vice President")."""
    low, words = token.lower_, nouns().all
    return low in words or low.removesuffix("s") in words or low.removesuffix("ies") + "y" in words or low in nouns().ranks


def capitalised_left(doc: Doc, i: int) -> int:
    """Where the capitalised words before token `i` begin ("People's Peasants' Front"); a sentence's first word counts only as a proper noun or adjective."""
    start = i
    while start > 0:
        if (
            start > 1
            and doc[start - 1].text in POSSESSIVE
            and is_capital(doc[start - 2])
            and (doc[start - 2].tag_ in {"NNS", "NNPS"} or doc[start - 2].lower_ in PLURAL)
        ):
            start -= 2
            continue
        if start > 1 and doc[start - 1].text in HYPHENS and doc[start - 2].lower_ in PARTICLES:
            start -= 2
            continue
        if not (is_capital(doc[start - 1]) and doc[start - 1].lower_ not in nouns().never and doc[start - 1].sent == doc[i].sent):
            break
        if doc[start - 1].is_sent_start and doc[start - 1].pos_ not in {"PROPN", "ADJ"}:
            break
        start -= 1
    return start


def linked_right(doc: Doc, end: int) -> int:
    """The end of "of (the) Foreign Affairs (and Trade)" after a body's noun, or `end`."""
    at = end
    while at < len(doc) and doc[at].lower_ in LINKS | {"and", ","}:
        joint = doc[at].lower_
        if joint in {"and", ","} and at == end:
            break
        first = at + 1
        if first < len(doc) and doc[first].lower_ == "the":
            first += 1
        stop = first
        while stop < len(doc) and is_capital(doc[stop]) and doc[stop].lower_ not in nouns().never:
            stop += 1
        if stop == first or (joint in {"and", ","} and stop < len(doc) and doc[stop].pos_ in {"VERB", "AUX"}):
            break
        end = at = stop
    return end


def bodies(doc: Doc) -> Iterator[Name]:
    """Names made of a body's noun and capitalised words around it: "Health Ministry", "Ministry of Defence", "Arakan People's Party"."""
    words = nouns()
    for token in doc:
        if token.lower_ in words.in_names and is_capital(token) and not (token.is_sent_start and token.pos_ != "PROPN"):
            start = capitalised_left(doc, token.i)
            end = linked_right(doc, token.i + 1)
            if end - start > 1 and not (start == token.i and end > start and doc[start].tag_ == "NNS" and doc[start].is_sent_start):
                yield Name(start, end, ORG)


def in_person(doc: Doc, known: Name) -> bool:
    """A state or capital that is somebody's given name here: after a title or honorific and before another name ("Colonel Israel Ode")."""
    if known.label != LOC or known.form not in {"name", "capital"} or known.end >= len(doc) or not titled(doc, known):
        return False
    after = doc[known.end]
    return is_name_word(after) and after.lower_ not in nouns().persons and after.lower_ not in nouns().in_names


def contains(a: Name, b: Name) -> bool:
    return a.start <= b.start and b.end <= a.end


def merged(doc: Doc, known: list[Name], model: list[Name], made: list[Name], loose: list[Name]) -> list[Name]:
    """One name a place: the gazetteer beats shorter and equal names; longer names of persons and bodies beat the gazetteer."""
    taken: list[Name] = []
    by_token: dict[int, Name] = {}

    def clear(name: Name) -> bool:
        return all(i not in by_token for i in range(name.start, name.end))

    def take(name: Name) -> None:
        taken.append(name)
        for i in range(name.start, name.end):
            by_token[i] = name

    at_known = {i: n for n in known for i in range(n.start, n.end)}
    model = [behind_state(doc, whole(doc, n, loose, at_known), at_known) for n in model]
    wider = [n for n in (*(behind_state(doc, n, at_known) for n in made), *model) if n.end - n.start > 1]
    wider += [replace(n, label=PER) for n in loose if n.end - n.start > 1 and doc[n.start].lower_ in given_names() and titled(doc, n)]
    for name in sorted(wider, key=lambda n: (n.start - n.end, n.start)):
        inner = {at_known[i] for i in range(name.start, name.end) if i in at_known}
        if clear(name) and all(contains(name, k) and k.end - k.start < name.end - name.start for k in inner) and keeps_together(doc, name, inner):
            take(name)
    for group in (known, model, loose):
        for name in group:
            if clear(name):
                take(name)
    return sorted(taken, key=lambda n: n.start)


def whole(doc: Doc, name: Name, loose: Iterable[Name], at_known: dict[int, Name]) -> Name:
    """A person's name as the model cut it, made whole by the run of proper nouns that it stands in; an office before it ("of Information") stays out."""
    if name.label != PER:
        return name
    run = next((r for r in loose if contains(r, name) and r.end - r.start <= LONGEST_PERSON), name)

    def other(i: int) -> bool:
        return i in at_known or doc[i].lower_ in nouns().persons or doc[i].lower_ in nouns().in_names

    start, end = name.start, name.end
    while start > run.start and not other(start - 1):
        start -= 1
    if start and doc[start - 1].lower_ in LINKS:
        start = name.start
    while end < run.end and not other(end):
        end += 1
    while end < len(doc) and end - start < LONGEST_PERSON and goes_on(doc, end) and not other(end):
        end += 1
    return replace(name, start=start, end=end)


def goes_on(doc: Doc, i: int) -> bool:
    """A capitalised word right behind a person's name belongs to it, whatever its tag, but in headings, where all words have capitals."""
    token = doc[i]
    if not (token.is_alpha and token.is_title) or token.lower_ in nouns().never or token.is_sent_start:
        return False
    words = [t for t in token.sent if t.is_alpha and len(t) > 3]
    return 2 * sum(t.is_title for t in words) <= len(words) + 1


def keeps_together(doc: Doc, name: Name, inner: Iterable[Name]) -> bool:
    """May a longer name swallow known ones? Not when it is only a demonym, a body or a state and lower-case or title words beside it."""
    inside = sorted(inner, key=lambda k: k.start)
    if not inside:
        return True
    rest = [i for i in range(name.start, name.end) if not any(k.start <= i < k.end for k in inside)]
    if inside[0].form == "adjective" and inside[0].start == name.start and doc[name.end - 1].lower_ not in nouns().in_names and titled_after(doc, name):
        return False  # "Colombian Defence" before "Minister"
    if name.label == PER:
        return all(k.form != "people" for k in inside) and all(doc[i].lower_ not in nouns().persons | nouns().ranks for i in rest)
    return any(is_capital(doc[i]) for i in rest) and not any(doc[i].lower_ in nouns().persons or doc[i].text in {"(", ")", ",", "/"} for i in rest)


def titled_after(doc: Doc, name: Name) -> bool:
    return name.end < len(doc) and doc[name.end].lower_ in nouns().persons


def titled(doc: Doc, name: Name) -> bool:
    before = doc[name.start - 1] if name.start else None
    if before is not None and before.text == "." and name.start > 1 and doc[name.start - 2].lower_ in nouns().grades:
        return True
    return before is not None and (before.lower_ in nouns().persons or before.lower_ in nouns().honorifics) and before.lower_ not in {"resident", "residents"}


def alias_of_group(doc: Doc, name: Name) -> bool:
    """ "his alliance, X, would …": a name set off after a group's noun."""
    if name.start < 2 or name.end >= len(doc) or doc[name.start - 1].text != "," or doc[name.end].text != ",":
        return False
    return doc[name.start - 2].lower_ in nouns().generic


def set_off(doc: Doc, name: Name) -> bool:
    """ "its defence minister, X," and "an envoy of the mission, X, said": a name set off after the description of one person."""
    if name.start < 3 or doc[name.start - 1].text != "," or name.end >= len(doc) or doc[name.end].text != ",":
        return False
    first = max(doc[name.start].sent.start, name.start - SET_OFF)
    for i in range(name.start - 2, first - 1, -1):
        token = doc[i]
        if token.text == "," or (token.pos_ in {"VERB", "AUX", "PRON", "CCONJ", "SCONJ"} and token.tag_ != "PRP$"):
            return False
        if token.lower_ in nouns().persons and token.pos_ == "NOUN":
            return token.tag_ == "NN"
    return False


def for_place(doc: Doc, name: Name) -> float:
    """What speaks for a place: a region or town of the gazetteer, a preposition of place before the name."""
    found = lookup(doc[name.start : name.end].text)
    standing = max((c.standing if c.curated or c.own else 0.0 for c in found), default=0.0)
    before = doc[name.start - 1].lower_ if name.start else ""
    if before == "of" and name.start > 1 and doc[name.start - 2].lower_ in place_words().nouns | DWELLERS:
        return 4.0  # "the town of X", "residents of X"
    placed = before in PLACING and not (name.end < len(doc) and doc[name.end].tag_ == "POS")
    if standing >= FAMOUS_PLACE or any(c.curated for c in found):
        return (2.0 if standing >= FAMOUS_PLACE else 1.2) + placed
    if not placed:
        return 0.0
    return (1.5 if standing >= CITY else 1.0) if standing >= TOWN else UNKNOWN_PLACE


def trust(doc: Doc, name: Name) -> float:
    """What the model's label weighs: a place that the gazetteer lacks and that stands where persons stand is doubtful."""
    unsure = name.label == LOC and name.end - name.start == 1 and not lookup(doc[name.start].text)
    return 0.6 if unsure else 1.0


def speaks(doc: Doc, name: Name) -> bool:
    """ "Ode said", "said Ode": a word of saying beside a name that is no body's."""
    if doc[name.end - 1].lower_ in nouns().in_names or doc[name.end - 1].text.isupper():
        return False
    after = doc[name.end] if name.end < len(doc) else None
    before = doc[name.start - 1] if name.start else None
    said = any(t is not None and t.lower_ in SAID for t in (after, before))
    return said and not (before is not None and before.lower_ in PLACING)


def vote(doc: Doc, names: list[Name]) -> dict[str, str | None]:
    """One type for each spelling: known actors decide, then titles, given names, body nouns and the model's labels together."""
    tally: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        key = doc[name.start : name.end].text
        count = tally[key]
        if name.label:
            count[name.label] += KNOWN if name.known else trust(doc, name)
        if name.known is None:
            if titled(doc, name) or set_off(doc, name):
                count[PER] += IN_PERSON
            if doc[name.start].lower_ in given_names():
                count[PER] += IN_PERSON if name.end - name.start > 1 else 1
            if speaks(doc, name):
                count[PER] += 1
            if alias_of_group(doc, name):
                count[ORG] += IN_PERSON
            if name.end - name.start == 1 and titled_after(doc, name):
                count[PER] -= 1  # "Gang leader X"
            weight = for_place(doc, name)
            if weight:
                count[LOC] += weight
            if doc[name.end - 1].lower_ in nouns().in_names and name.end - name.start > 1:
                count[ORG] += 2 * IN_PERSON
    for key, count in tally.items():
        if no_person(key):
            count[ORG] += count.pop(PER, 0.0)
    return {key: max(sorted(count), key=lambda label: count[label]) if any(count.values()) else None for key, count in tally.items()}


def no_person(name: str) -> bool:
    """Does the spelling speak against a person: an acronym, or words that link a body's name?"""
    words = name.split()
    return sum(c.isupper() for c in words[0]) > 2 if len(words) == 1 else any(w in LINKS | {"and"} for w in words) or len(words) > LONGEST_PERSON


def surnames(doc: Doc, names: Iterable[Name]) -> dict[str, str]:
    """Last words of the persons' full names -> PER; those that also stand for something known are left out."""
    found = {}
    for name in names:
        if name.label == PER and name.end - name.start > 1:
            found[doc[name.end - 1].text] = PER
    return found


def proper_names(doc: Doc) -> list[Name]:
    """All names of a document, in text order, not overlapping."""
    known = [n for n in gazetteer_names(doc) if not in_person(doc, n)]
    names = merged(doc, known, model_names(doc), list(bodies(doc)), list(runs(doc)))
    types = vote(doc, names)
    names = [n if n.known else replace(n, label=types[doc[n.start : n.end].text]) for n in names]
    last = surnames(doc, names)
    names = [
        replace(n, label=PER) if not n.known and (n.end - n.start == 1 or n.label is None) and doc[n.end - 1].text in last and n.label != PER else n
        for n in names
    ]
    names = [Name(n.start, n.end, PER) if n.known and n.label == ORG and n.end - n.start == 1 and doc[n.start].text in last else n for n in names]
    return sorted([*placed_by_dateline(doc, names), *by_surname(doc, names, last)], key=lambda n: n.start)


def placed_by_dateline(doc: Doc, names: list[Name]) -> list[Name]:
    """The names, those in the place of a dateline as places."""
    places = dateline_words(doc)
    if not places:
        return names
    towns = {doc[n.start : n.end].text.casefold() for n in names if n.start in places}

    def placed(name: Name) -> bool:
        town = name.known is None and name.label != PER and doc[name.start : name.end].text.casefold() in towns
        return (name.start in places and name.form != "capital") or town

    return [Name(n.start, n.end, LOC) if placed(n) else n for n in names]


def by_surname(doc: Doc, names: list[Name], last: dict[str, str]) -> Iterator[Name]:
    """Surnames of the document's persons where neither the model nor the tagger saw a name."""
    taken = {i for n in names for i in range(n.start, n.end)}
    for token in doc:
        if token.text in last and token.i not in taken and token.is_title and token.lower_ not in nouns().never:
            yield Name(token.i, token.i + 1, PER)
