"""Roles: the part that the report gives to each named person, with the words that say so."""

from __future__ import annotations

from spacy.tokens import Doc

from trucekeeper.reading.actors.book import is_subject
from trucekeeper.reading.actors.role_nouns import role_words
from trucekeeper.reading.actors.tenure import tenure
from trucekeeper.reading.layers import Entity, Mention, RoleFound, layers


def roles(doc: Doc) -> list[RoleFound]:
    """One for each named person, in the order of the text; without a title `title` is None. The words of title and name come first."""
    found = layers(doc)
    by_person: dict[int, list[Mention]] = {}
    for mention in found.mentions:
        by_person.setdefault(mention.entity, []).append(mention)
    named = [e for e in found.entities if is_named_person(e) and e.index in by_person]
    return [role(doc, e, by_person[e.index]) for e in named if e.title or is_somebody(doc, e, by_person[e.index])]


def is_named_person(entity: Entity) -> bool:
    return entity.kind == "person" and entity.actor is not None


def is_somebody(doc: Doc, entity: Entity, mentions: list[Mention]) -> bool:
    """Does the text treat an untitled name as a person's: by "he" or "she", a given name or honorific, or by what it does? One word alone has to speak."""
    if entity.gender or any(m.form == "pronoun" for m in mentions):
        return True
    names = [m for m in mentions if m.form == "name"]
    if any(speaks(doc, m.words) for m in names):
        return True
    return " " in entity.name and any(is_subject(doc[m.token]) or (m.words[1] < len(doc) and doc[m.words[1]].tag_ == "POS") for m in names)


def speaks(doc: Doc, words: tuple[int, int]) -> bool:
    """A word of saying right beside the name."""
    beside = [doc[i] for i in (words[0] - 1, words[1]) if 0 <= i < len(doc)]
    return any(t.lower_ in role_words().grammar.said for t in beside)


def role(doc: Doc, entity: Entity, mentions: list[Mention]) -> RoleFound:
    first = next((m for m in mentions if entity.title and entity.title in m.text and m.form == "description"), None)
    first = first or next((m for m in mentions if m.text == entity.name), mentions[0])
    name = next((m for m in reversed(mentions) if m.form == "name" and m.end <= first.start and doc[m.token].sent == doc[first.token].sent), first)
    start = first.start if any(n in first.text for n in (entity.name, *entity.aliases)) else name.start  # "Ann Lee was named envoy": from the name on
    others = [m for m in mentions if not (start <= m.start and m.end <= first.end)]
    spans = tuple(dict.fromkeys([(start, first.end), *((m.start, m.end) for m in others)]))
    held = tenure(doc, entity.title, mentions)
    return RoleFound(entity.index, entity.title, entity.of, spans, held.time(), held.tenure, 0.85 if entity.title else 0.6)
