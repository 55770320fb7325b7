"""Roles: the part that the report gives to each named person, with the words that say so."""

from __future__ import annotations

from spacy.tokens import Doc

from trucekeeper.reading.layers import Entity, Mention, RoleFound, layers


def roles(doc: Doc) -> list[RoleFound]:
    """One for each named person, in the order of the text; without a title `title` is None. The words of title and name come first."""
    found = layers(doc)
    by_person: dict[int, list[Mention]] = {}
    for mention in found.mentions:
        by_person.setdefault(mention.entity, []).append(mention)
    return [role(entity, by_person[entity.index]) for entity in found.entities if is_named_person(entity) and entity.index in by_person]


def is_named_person(entity: Entity) -> bool:
    return entity.kind == "person" and entity.actor is not None


def role(entity: Entity, mentions: list[Mention]) -> RoleFound:
    first = next((m for m in mentions if entity.title and entity.title in m.text and m.form == "description"), None)
    first = first or next((m for m in mentions if m.text == entity.name), mentions[0])
    others = [m for m in mentions if not (first.start <= m.start and m.end <= first.end)]
    spans = tuple(dict.fromkeys([(first.start, first.end), *((m.start, m.end) for m in others)]))
    return RoleFound(entity.index, entity.title, entity.of, spans, 0.85 if entity.title else 0.6)
