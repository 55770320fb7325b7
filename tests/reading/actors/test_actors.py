"""The reader of actors on case tables: names, titles, descriptions, unnamed sources, pronouns, governments by their capitals."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.reading.actors import roles, truce_actors
from trucekeeper.reading.layers import Entity, Mention, layers

from . import cases


def read(nlp: Language, text: str) -> Doc:
    return truce_actors(nlp(text))


def asked_for(text: str, asked: str) -> tuple[int, int]:
    """Where the phrase stands: "2:he" is the second "he"."""
    number, _, phrase = asked.rpartition(":")
    at = -1
    for _ in range(int(number or 1)):
        at = text.index(phrase, at + 1)
    return at, at + len(phrase)


def mention_of(doc: Doc, asked: str) -> Mention | None:
    start, end = asked_for(doc.text, asked)
    found = [m for m in layers(doc).mentions if (m.start < end and start < m.end and m.end == end) or (m.start == start and m.end >= end)]
    return min(found, key=lambda m: abs(m.start - start) + abs(m.end - end), default=None)


def entity_of(doc: Doc, asked: str) -> Entity | None:
    mention = mention_of(doc, asked)
    return layers(doc).entities[mention.entity] if mention else None


@pytest.mark.parametrize(("text", "asked", "wanted"), [*cases.NAMES, *cases.DESCRIPTIONS, *cases.PRONOUNS])
def test_whom_it_stands_for(nlp: Language, text: str, asked: str, wanted: str | None) -> None:
    entity = entity_of(read(nlp, text), asked)
    assert wanted is None if entity is None else wanted in {entity.name, entity.actor}


@pytest.mark.parametrize(("text", "person", "title", "of"), cases.TITLES)
def test_titles(nlp: Language, text: str, person: str, title: str | None, of: str | None) -> None:
    doc = read(nlp, text)
    found = {layers(doc).entities[r.person].name: r for r in roles(doc)}
    assert person in found
    role = found[person]
    assert role.title == title
    assert of is None or role.of == of
    start, end = role.spans[0]
    assert person in doc.text[start:end]
    assert title is None or title in doc.text[start:end]


@pytest.mark.parametrize(("text", "asked", "_"), cases.UNNAMED)
def test_the_unnamed_stay_unnamed(nlp: Language, text: str, asked: str, _: str) -> None:
    doc = read(nlp, text)
    entity = entity_of(doc, asked)
    assert entity is not None
    assert entity.actor is None
    assert all(m.form == "description" for m in layers(doc).mentions if m.entity == entity.index)


@pytest.mark.parametrize(("text", "name", "government"), cases.METONYMS)
def test_a_capital_is_its_government_only_where_it_acts(nlp: Language, text: str, name: str, government: bool) -> None:
    mention = mention_of(read(nlp, text), name)
    assert (mention is not None) == government


def test_offsets_and_heads(nlp: Language) -> None:
    doc = read(nlp, "Émigré leader Zoë Ngô-Đình met Hamas envoys — she “agreed” — in Nairobi 🕊 on Friday, the group said.")
    found = layers(doc)
    for mention in found.mentions:
        assert doc.text[mention.start : mention.end] == mention.text
        assert mention.words[0] <= mention.token < mention.words[1]
        assert found.entities[mention.entity].index == mention.entity


def test_nothing_in_nothing(nlp: Language) -> None:
    for text in ("", " \n", "«»"):
        assert layers(read(nlp, text)).mentions == []


def test_the_same_twice(nlp: Language) -> None:
    text = "Envoy Lars Holm met Houthi leaders in Sanaa. He said the group and Saudi Arabia had agreed."
    assert layers(read(nlp, text)).mentions == layers(read(nlp, text)).mentions
