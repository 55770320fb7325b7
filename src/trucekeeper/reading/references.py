"""From a word of the text to the actor that it stands for."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.grammar.phrases import noun_phrase
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.model.claims import Actor
from trucekeeper.reading.layers import layers

BOUNDS = frozenset({"at", "least", "most", "more", "fewer", "less", "than", "up", "to", "about", "around", "over", "nearly", "almost", "some", "approximately"})


def actor_at(token: Token) -> Actor:
    """The actor that the noun phrase of `token` stands for: as the actors' reader resolved it, otherwise the words alone."""
    found = layers(token.doc)
    mention = found.mention_at.get(token.i)
    if mention is None:
        return Actor(without_number(noun_phrase(token)).text or token.text)
    entity = found.entities[mention.entity]
    return Actor(mention.text, entity.actor, entity.name)


def without_number(phrase: Span) -> Span:
    """The phrase without a number and its bound at the head: "at least 1,200 villagers" are villagers."""
    start = phrase.start
    while start < phrase.root.i and (phrase.doc[start].lower_ in BOUNDS or phrase.doc[start].is_digit or phrase.doc[start].text[0].isdigit()):
        start += 1
    return phrase.doc[start : phrase.end]


BACK = 4  # sentences that "they" may go on about the same several


def several_before(pronoun: Token) -> list[Token]:
    """The several that a "they" without an antecedent of its own goes on about: the coordinated subject of the sentence before ("Ode and Bol met. They
    agreed …"), over sentences that go on so; none where somebody else was the subject in between."""
    if pronoun.lower_ not in {"they", "them"} or pronoun.i in layers(pronoun.doc).mention_at:
        return []
    start = pronoun.sent.start
    for _ in range(BACK):
        if start == 0:
            return []
        sentence = pronoun.doc[start - 1].sent
        heads = [s for s in own_subjects(sentence.root) if s.pos_ != "PRON"]
        if len(heads) > 1:
            return heads
        start = sentence.start
        if heads or not any(s.lower_ == "they" for s in own_subjects(sentence.root)):
            return []
    return []


def outlet_of(doc: Doc) -> Actor | None:
    document = layers(doc).document
    return Actor(document.outlet) if document is not None and document.outlet else None
