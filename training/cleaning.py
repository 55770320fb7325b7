"""Bring the name sets to one manner: a title or a people's name is no part of a person's name, a people's name alone is no name, a state is a place.

What the sets take for a name and is more than one ("X, mayor of Y, and Z") is left open: the component learns nothing from such words.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from trucekeeper.reading.actors.names import PARTICLES
from wordlists import GIVEN_FIELDS, people, roles, states

ROLES = frozenset(word.lower() for kind, word in roles() if kind == "person_role")
BODIES = frozenset(word for kind, word in roles() if kind == "body")
PEOPLES = frozenset(word for kind, word in states() if kind == "people")
STATES = frozenset(word for kind, word in states() if kind == "state")
GIVEN = frozenset(people(GIVEN_FIELDS))
PRONOUNS = frozenset({"we", "it", "they", "he", "she", "i", "you", "us", "our", "his", "her", "their"})
LINKS = frozenset({"of", "in", "for", "from", "to", "and", "with", "on", "at", "who", "a", "the", "'s", "’s", ",", "(", ")", "[", "]", "–", "/"})
LONGEST = 250  # tokens of a training document
LONGEST_PERSON = 7
INVISIBLE = "\u200e\u200f\ufeff"


def own_part(name: Span) -> Span | None:
    """The part of an annotated span that is the name itself."""
    if all(t.text in PEOPLES for t in name) or name.text.lower() in PRONOUNS:
        return None
    start = name.start
    for at, token in enumerate(name):
        word = token.text.strip(INVISIBLE)
        given = word in GIVEN and at == start - name.start  # "Karen", "Christian"
        if name.label_ == "PER" and at < len(name) - 1 and not given and (word.lower() in ROLES or word in PEOPLES):
            start = token.i + 1
    if name.label_ == "LOC" and any(t.text == "of" for t in name) and (name[0].text in PEOPLES or name[0].text[0].islower()):  # "Iraqi city of Mosul"
        start = max(t.i for t in name if t.text == "of") + 1
    while start < name.end and name.doc[start].lower_ == "the":
        start += 1
    return name.doc[start : name.end] if start < name.end else None


def doubtful(part: Span, label: str) -> bool:
    """Is this more than a name, or of another type than the set says?"""
    first = part[0].text
    if not any(c.isupper() for c in part.text) or (first[0].islower() and first.lower() not in PARTICLES and not any(c.isupper() for c in first)):
        return True
    if label != "PER":
        return False
    words = {t.text for t in part}
    return len(part) > LONGEST_PERSON or bool(words & (LINKS | STATES)) or any(w.lower() in BODIES for w in words)


def label_of(part: Span, label: str) -> str:
    return "LOC" if label == "ORG" and len(part) == 1 and part.text in STATES else label


def clean(doc: Doc) -> Doc:
    """The same Doc with its names brought to one manner."""
    sure, unsure = [], []
    for name in doc.ents:
        part = own_part(name)
        if part is None:
            continue
        if doubtful(part, name.label_):
            unsure.append(doc[name.start : name.end])
        else:
            sure.append(Span(doc, part.start, part.end, label=label_of(part, name.label_)))
    unsure += [doc[t.i : t.i + 1] for t in doc if t.ent_iob == 0]
    doc.set_ents(sure, missing=unsure, default="outside")
    return doc


def opened(doc: Doc) -> Doc:
    """The same Doc, in which nothing is said of proper nouns outside its names: for sets like GUM, which leave out names inside the phrases of others."""
    rest = [doc[t.i : t.i + 1] for t in doc if t.ent_iob == 0 or (t.pos_ == "PROPN" and not t.ent_type)]
    doc.set_ents(list(doc.ents), missing=rest, default="outside")
    return doc


def cleaned(doc: Doc) -> Doc:
    """A Doc with the words and the clean names only."""
    copy = Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
    copy.set_ents(
        [Span(copy, e.start, e.end, label=e.label) for e in doc.ents], missing=[copy[t.i : t.i + 1] for t in doc if t.ent_iob == 0], default="outside"
    )
    return clean(copy)


def parted(doc: Doc) -> list[Doc]:
    """A long Doc as several, broken behind full stops."""
    found, start = [], 0
    for token in doc:
        if token.i - start >= LONGEST and token.nbor(-1).text in ".!?" and token.ent_iob_ != "I":
            found.append(doc[start : token.i].as_doc())
            start = token.i
    return [*found, doc[start:].as_doc()]
