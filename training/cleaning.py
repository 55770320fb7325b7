"""Bring the name sets to one manner: a title or a people's name is no part of a person's name, and a people's name alone is no name."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from wordlists import roles, states

ROLES = frozenset(word.lower() for kind, word in roles() if kind == "person_role")
PEOPLES = frozenset(word for kind, word in states() if kind == "people")
PRONOUNS = frozenset({"we", "it", "they", "he", "she", "i", "you", "us", "our", "his", "her", "their"})
LONGEST = 250  # tokens of a training document
INVISIBLE = "\u200e\u200f\ufeff"


def own_part(name: Span) -> Span | None:
    """The part of an annotated span that is the name itself."""
    if all(t.text in PEOPLES for t in name) or name.text.lower() in PRONOUNS:
        return None
    start = name.start
    for at, token in enumerate(name):
        word = token.text.strip(INVISIBLE)
        if name.label_ == "PER" and at < len(name) - 1 and (word.lower() in ROLES or word in PEOPLES):
            start = token.i + 1
    if name.label_ == "LOC" and any(t.text == "of" for t in name) and (name[0].text in PEOPLES or name[0].text[0].islower()):  # "Iraqi city of Mosul"
        start = max(t.i for t in name if t.text == "of") + 1
    return name.doc[start : name.end] if start < name.end else None


def cleaned(doc: Doc) -> Doc:
    """A Doc with the words and names only, the names brought to one manner."""
    copy = Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
    parts = [(own_part(name), name.label_) for name in doc.ents]
    copy.set_ents([Span(copy, p.start, p.end, label=label) for p, label in parts if p is not None], default="outside")
    return copy


def parted(doc: Doc) -> list[Doc]:
    """A long Doc as several, broken behind full stops."""
    found, start = [], 0
    for token in doc:
        if token.i - start >= LONGEST and token.nbor(-1).text in ".!?" and token.ent_iob_ != "I":
            found.append(doc[start : token.i].as_doc())
            start = token.i
    return [*found, doc[start:].as_doc()]
