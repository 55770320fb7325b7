"""Names that the names' component has cut in two (acronyms with a hyphen between them, a person's name in two parts), or made one of several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from trucekeeper.reading.actors.lexicon import surfaces
from trucekeeper.reading.actors.names import HYPHENS, LONGEST_PERSON, ORG, PER, Name
from trucekeeper.reading.actors.role_nouns import role_words


def joined(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """The names in text order, each with what belongs to it, without those that are several known ones."""
    held: Name | None = None
    for name in names:
        if is_several(doc, name):
            continue
        if held is None:
            held = name
        elif is_acronym(doc, held, name):
            held = replace(held, end=name.end, label=ORG)
        elif is_person(doc, held, name):
            held = replace(held, end=name.end)
        else:
            yield held
            held = name
    if held is not None:
        yield held


def is_acronym(doc: Doc, first: Name, second: Name) -> bool:
    """ "KNLA-PC", but neither "UK-EU" nor "the ABCD-EFG talks", which are two parties."""
    if second.start != first.end + 1 or doc[first.end].text not in HYPHENS or doc[first.end - 1].whitespace_ or doc[first.end].whitespace_:
        return False
    parts = [doc[n.start : n.end].text for n in (first, second)]
    pieces = [piece for part in parts for piece in part.split("-")]
    if not all(piece.isupper() and piece.isalnum() for piece in pieces) or len(parts[0]) < 2 or all(piece in surfaces() for piece in pieces):
        return False
    after = doc[second.end] if second.end < len(doc) else None
    return after is None or after.pos_ != "NOUN" or after.lemma_.lower() in role_words().groups.armed | role_words().groups.generic


def is_several(doc: Doc, name: Name) -> bool:
    """ "US-EU-UN", which the gazetteer tells apart."""
    text = doc[name.start : name.end].text
    return "-" in text and text not in surfaces() and all(part in surfaces() for part in text.split("-"))


def is_person(doc: Doc, first: Name, second: Name) -> bool:
    """Two persons' names with nothing between them are one, where no sentence ends between them."""
    if first.label != PER or second.label != PER or second.start != first.end or second.end - first.start > LONGEST_PERSON:
        return False
    return not doc[second.start].is_sent_start and doc[first.end - 1].whitespace_ == " "
