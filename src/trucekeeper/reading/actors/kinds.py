"""Is a name a person's, a body's or a place's? One vote for each spelling of the document: titles, given names, what stands beside it, the model's label."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc

from trucekeeper.reading.actors.lexicon import given_names, nouns
from trucekeeper.reading.actors.names import LINKS, LOC, LONGEST_PERSON, ORG, PER, Name
from trucekeeper.reading.places.gazetteer import lookup
from trucekeeper.reading.places.words import place_words

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
IN_PERSON = 2  # how much a title or a known given name weighs against the model's own vote
KNOWN = 5
UNKNOWN_PLACE = 0.8  # what a preposition of place weighs before a name that the gazetteer lacks
FAMOUS_PLACE, CITY, TOWN = 6.3, 5.0, 3.5  # logarithms of people, or what stands for them in the gazetteer
SET_OFF = 12  # tokens of a description before the name that it is set off from


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
