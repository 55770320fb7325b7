"""Who answers a charge: "Zandovia accused Norland of shelling. It denied the charge." is Norland's denial, and never Zandovia's."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.subjects import agents, own_subjects
from trucekeeper.language.grammar.tree import base
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.actors.book import Book
from trucekeeper.reading.actors.role_nouns import role_words


@dataclass(frozen=True, slots=True)
class Charge:
    """The entities that accuse and are accused in the sentence before an answer, as far as they are somebody of the document."""

    by: frozenset[int]
    against: frozenset[int]


def charge_answered(book: Book, token: Token) -> Charge | None:
    """The charge that the clause whose subject stands at a token answers: it denies or rejects, and the sentence before accuses."""
    verb = token.head
    if base(token) != "nsubj" or not token.sent.start or not answers(verb):
        return None
    last = token.sent.start - 1
    while last > 0 and token.doc[last].is_space:
        last -= 1
    charge = token.doc[last].sent.root
    if not is_one_of(charge, role_words().grammar.accusing):
        return None
    passive = is_passive(charge)
    accusers, accused = (agents(charge), own_subjects(charge)) if passive else (own_subjects(charge), objects(charge))
    return Charge(entities_at(book, accusers), entities_at(book, accused))


def answers(verb: Token) -> bool:
    """Does it deny, or reject a charge ("rejected the claim", and not "rejected the offer")?"""
    if is_one_of(verb, role_words().grammar.denying):
        return True
    return is_one_of(verb, role_words().grammar.answering) and any(o.lemma_.lower() in role_words().grammar.charges for o in objects(verb))


def is_one_of(verb: Token, words: frozenset[str]) -> bool:
    """By its lemma, or by its past where the lemmatizer got that wrong."""
    past = verb.lower_
    return verb.lemma_.lower() in words or (past.endswith("ed") and not {past[:-1], past[:-2]}.isdisjoint(words))


def entities_at(book: Book, tokens: list[Token]) -> frozenset[int]:
    wanted = {t.i for t in tokens}
    return frozenset(seen.entity for seen in book.history if seen.token in wanted and seen.form != "adjective")
