"""From a word of the text to the actor that it stands for."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from trucekeeper.language.relations import conjuncts, noun_phrase
from trucekeeper.model.claims import Actor
from trucekeeper.reading.layers import layers


def actor_at(token: Token) -> Actor:
    """The actor that the noun phrase of `token` stands for: as the actors' reader resolved it, otherwise the words alone."""
    found = layers(token.doc)
    mention = found.mention_at.get(token.i)
    if mention is None:
        return Actor(noun_phrase(token).text or token.text)
    entity = found.entities[mention.entity]
    return Actor(mention.text, entity.actor, entity.name)


def actors_at(token: Token) -> tuple[Actor, ...]:
    """The same for a coordinated phrase: "Egypt and Qatar" is two."""
    return tuple(actor_at(t) for t in conjuncts(token))


def outlet_of(doc: Doc) -> Actor | None:
    document = layers(doc).document
    return Actor(document.outlet) if document is not None and document.outlet else None
