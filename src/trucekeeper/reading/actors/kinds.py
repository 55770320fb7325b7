"""What stands beside a name and tells of its type: titles, descriptions that it is set off from, words of saying, words of place."""

from __future__ import annotations

from spacy.tokens import Doc

from trucekeeper.language.words import is_word
from trucekeeper.reading.actors.lexicon import group_names, surfaces
from trucekeeper.reading.actors.names import GENERATIONS, ORG, Name
from trucekeeper.reading.actors.role_nouns import honorifics, in_names, persons, role_words
from trucekeeper.reading.actors.titles import in_portfolio, noun_of_office
from trucekeeper.reading.gazetteer.places import lookup
from trucekeeper.reading.gazetteer.words import place_words

PLACING = frozenset({"in", "at", "near", "around", "outside", "across", "throughout"})
OWNER = 3  # tokens of a possessor in a description
REACH = 5  # tokens of a description behind a name in which its noun is looked for
OLDEST = 120
SET_OFF = 18  # tokens of a description before the name that it is set off from


def titled_after(doc: Doc, name: Name) -> bool:
    return name.end < len(doc) and doc[name.end].lower_ in persons()


def titled(doc: Doc, name: Name) -> bool:
    before = doc[name.start - 1] if name.start else None
    if before is not None and before.text == "." and name.start > 1 and doc[name.start - 2].lower_ in role_words().grammar.grades | honorifics().keys():
        return True  # "MS. ODE"
    if name.end - name.start > 1 and name.start and noun_of_office(doc, name.start - 1) is not None:  # "the envoy to Zandovia A B"
        return True
    return before is not None and (before.lower_ in persons() or before.lower_ in honorifics()) and before.lower_ not in {"resident", "residents"}


def addressed(doc: Doc, name: Name) -> bool:
    """ "Mr Togo"."""
    return name.start > 0 and doc[name.start - 1].lower_.removesuffix(".") in {"mr", "mrs", "ms", "miss"}


def is_kin(doc: Doc, name: Name) -> bool:
    """ "His son, Ode Bol", "Bol's nephew Ode Bol"."""
    i = name.start - 1
    if i > 0 and doc[i].text == ",":
        i -= 1
    return i > 0 and doc[i].lower_ in role_words().persons.kin and any(t.tag_ in {"PRP$", "POS"} for t in doc[max(0, i - 3) : i])


def called_otherwise(doc: Doc, name: Name) -> bool:
    """ "Ida Roe alias Simba": both names are a person's."""
    beside = [doc[i].lower_ for i in (name.start - 1, name.end) if 0 <= i < len(doc)]
    return "alias" in beside


def alias_of_group(doc: Doc, name: Name) -> bool:
    """ "his alliance, X, would …", "the group, known as X": a name set off after a group's noun."""
    if name.start > 3 and doc[name.start - 2 : name.start].text.lower() == "known as":
        back = 4 if doc[name.start - 3].text == "," or doc[name.start - 3].lower_ in {"also", "better"} else 3
        return doc[max(name.start - back, 0)].lower_ in role_words().groups.generic | role_words().groups.armed
    if name.start < 2 or name.end >= len(doc) or doc[name.start - 1].text != "," or doc[name.end].text != ",":
        return False
    return doc[name.start - 2].lower_ in role_words().groups.generic and doc[name.start - 2].text.islower()


def set_off(doc: Doc, name: Name) -> bool:
    """ "its defence minister, X," and "an envoy of the mission, X, said": a name set off after the description of one person."""
    if name.start < 3 or doc[name.start - 1].text != "," or name.end >= len(doc) or doc[name.end].text != ",":
        return False
    first = max(doc[name.start].sent.start, name.start - SET_OFF)
    for i in range(name.start - 2, first - 1, -1):
        token = doc[i]
        if token.pos_ == "CCONJ" and doc[i + 1].text[:1].isupper() and within_name(doc, i):
            continue
        if token.text == "," or (token.pos_ in {"VERB", "AUX", "PRON", "CCONJ", "SCONJ"} and token.tag_ != "PRP$"):
            return False
        if token.lower_ in persons() and token.pos_ == "NOUN":
            return token.tag_ == "NN"
    return False


def within_name(doc: Doc, i: int) -> bool:
    """The "and" of a body's name: "Organisation for Security and Cooperation", behind capitalised words that "of" or "for" leads."""
    first = i - 1
    while first > 0 and doc[first].text[:1].isupper():
        first -= 1
    return first < i - 1 and doc[first].lower_ in {"of", "for"} and doc[first - 1].text[:1].isupper()


def fighters_of(doc: Doc, name: Name) -> bool:
    """ "Zandor al-Kesh fighters", "a spokesman of Zandor al-Kesh": those who fight or speak for a group, where no gazetteer of places has its name."""
    after = doc[name.end] if name.end < len(doc) else None
    armed = after is not None and after.tag_ == "NNS" and after.lower_.removesuffix("s") in role_words().groups.armed and after.text.islower()
    link = name.start - 2 if name.start > 1 and doc[name.start - 1].lower_ == "the" else name.start - 1
    whose = doc[link - 1].lower_ if link > 0 and doc[link].lower_ in {"of", "from"} else ""
    members = whose in {"members", "spokesman", "spokeswoman", "spokesperson"} or whose.removesuffix("s") in role_words().groups.armed
    return (armed or members) and not lookup(doc[name.start : name.end].text)


def offshoot(doc: Doc, name: Name) -> bool:
    """A longer name that begins with a known group's ("Zandor al-Kesh", where the Zandor are one)."""
    return name.end - name.start > 1 and doc[name.start].text in group_names() and not lookup(doc[name.start : name.end].text)


def home_of(doc: Doc, name: Name) -> bool:
    """ "Zandor residents": a place whose people they are."""
    return name.end < len(doc) and doc[name.end].lower_ in role_words().grammar.dwellers and doc[name.end].tag_ == "NNS"


def placed(doc: Doc, name: Name) -> bool:
    """ "In Zandor", "near Zandor", but not "in Zandor's speech"."""
    return name.start > 0 and doc[name.start - 1].lower_ in PLACING and not (name.end < len(doc) and doc[name.end].tag_ == "POS")


def described_as(doc: Doc, name: Name) -> str | None:
    """The lower-case noun of "X, a teacher from Zandor,", "X, the daily," and "X is a movement that …"."""
    if name.end + 2 >= len(doc) or doc[name.end].lower_ not in {",", "is", "was"}:
        return None
    determined = doc[name.end + 1].pos_ == "DET"
    begin = name.end + 2 if determined else behind_owner(doc, name.end + 1) if doc[name.end].text == "," else None
    if begin is None:
        return None
    last = None
    for token in doc[begin : begin + REACH]:
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "NUM"} and not (token.tag_ in {"VBN", "VBD"} and last is None):
            goes_on = token.pos_ in {"VERB", "AUX"} and doc[name.end].text == ","  # "…, the mayor said"
            return last.lower_ if last is not None and last.tag_ in {"NN", "NNP"} and not goes_on else None
        last = token
    return None


def behind_owner(doc: Doc, start: int) -> int | None:
    """Behind a capitalised possessor ("X, Zandor's tallest building")."""
    i = start
    while i < len(doc) and i - start < OWNER and doc[i].pos_ == "PROPN":
        i += 1
    return i + 1 if start < i < len(doc) and doc[i].tag_ == "POS" else None


def as_person(doc: Doc, name: Name) -> bool:
    return described_as(doc, name) in persons()


def as_place(doc: Doc, name: Name) -> bool:
    """ "X, a market town"."""
    return described_as(doc, name) in place_words().nouns


def site(doc: Doc, name: Name) -> bool:
    """ "Orlan Tower", "Camp Orlan"."""
    words = [t.lower_ for t in doc[name.start : name.end]]
    named = len(words) > 1 and in_names().isdisjoint(words)
    return named and (words[-1] in place_words().sites or words[0] in place_words().sites_before)


def as_body(doc: Doc, name: Name) -> bool:
    """ "X, a hospital", "the agency X", "the X militia", "the X news agency": a body's noun beside a name that no gazetteer of places has."""
    kinds = role_words().bodies.other | role_words().bodies.media | role_words().bodies.agency | role_words().groups.generic
    if described_as(doc, name) in kinds:
        return True
    before = doc[name.start - 1] if name.start else None
    if before is not None and before.lower_ in kinds and before.tag_ == "NN" and before.text.islower():
        return True
    at = name.end + 1 if name.end < len(doc) and doc[name.end].lower_ == "news" else name.end
    after = doc[at] if at < len(doc) else None
    led = before is not None and before.lower_ == "the" and after is not None and after.lower_ in kinds and after.tag_ == "NN"
    return led and (at > name.end or not lookup(doc[name.start : name.end].text))


def at_home(doc: Doc, name: Name) -> bool:
    """ "The town of X", "residents of X"."""
    return name.start > 1 and doc[name.start - 1].lower_ == "of" and doc[name.start - 2].lower_ in place_words().nouns | role_words().grammar.dwellers


def speaks(doc: Doc, name: Name) -> bool:
    """ "Ode said", "said Ode": a word of saying beside a name that is no body's."""
    if doc[name.end - 1].lower_ in in_names() or doc[name.end - 1].text.isupper():
        return False
    after = doc[name.end] if name.end < len(doc) else None
    before = doc[name.start - 1] if name.start else None
    said = any(t is not None and t.lower_ in role_words().grammar.said for t in (after, before))
    return said and not (before is not None and before.lower_ in PLACING)


def aged(doc: Doc, name: Name) -> bool:
    """ "Ode, 31," and "Ode, now 31,": who has an age; not "in Zandor, 31,"."""
    if name.start and doc[name.start - 1].lower_ in PLACING:
        return False
    after = [t for t in doc[name.end : name.end + 4] if t.lower_ not in {"now", "aged"}][:3]
    return len(after) == 3 and after[0].text == after[2].text == "," and after[1].text.isdigit() and int(after[1].text) < OLDEST


def portfolio(doc: Doc, name: Name) -> bool:
    """ "The minister of Defence": what an office is for."""
    if name.end < len(doc) and doc[name.end].text in {"Minister", "Secretary"} and is_word(doc[name.end - 1]) and name.end - name.start > 1:
        return doc[name.start : name.end].text not in surfaces()  # "Union Home Minister"
    several = name.label == ORG or name.end - name.start == 1
    first = name.start - 1
    while first > 0 and (doc[first].text == "," or doc[first].lower_ == "and" or doc[first].text[:1].isupper()):
        first -= 1
    commas = [i for i in range(first + 1, name.start) if doc[i].text == ","]
    listed = bool(commas) and all(in_portfolio(doc, i) for i in commas)  # "Minister for Trade, Transport and Works"
    link = first if listed else name.start - 1
    return several and link > 0 and doc[link].lower_ in ({"of", "for"} if listed else {"of"}) and doc[link - 1].lower_ in role_words().bodies.portfolios


def namesake(doc: Doc, name: Name) -> bool:
    """ "Ann Ode Jr."."""
    return name.end - name.start > 1 and doc[name.end - 1].text in GENERATIONS


def has_people(doc: Doc, name: Name) -> bool:
    """Is its short form in brackets spoken of as a group ("the Convention of Zandor (CZ)", "CZ fighters", "the CZ's leader")? It is then no text nor event."""
    if name.end + 2 >= len(doc) or doc[name.end].text != "(" or doc[name.end + 2].text != ")" or not doc[name.end + 1].is_upper:
        return False
    short, words = doc[name.end + 1].text, persons() | role_words().groups.armed
    after = (doc[t.i + 1 + (doc[t.i + 1].tag_ == "POS")].lower_ for t in doc[: len(doc) - 2] if t.text == short)
    return any(word in words or word.removesuffix("s") in words for word in after)


def undertaking(doc: Doc, name: Name) -> bool:
    """ "The Zandor Accord", "the Brelvi Cup": a text, an event or a work."""
    words = [t.lower_ for t in doc[name.start : name.end]]
    if len(words) < 2 or not in_names().isdisjoint(words) or has_people(doc, name):
        return False
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]  # "Carnival of Zandor"
    return head in role_words().grammar.not_actors or words[-1] in role_words().grammar.not_actors
