"""Terms in dispute: "disagree over whether the army must leave", "denies that the deal obliges it", and what one side says a text holds and another denies."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.clauses import complement_clauses
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.roles import is_party, named
from trucekeeper.reading.events.statuswords import has_to, is_verbal
from trucekeeper.reading.layers import ProvisionFound, covering, layers
from trucekeeper.reading.provision_words import provision_words
from trucekeeper.reading.provisions.told.by_text import terms_of_text
from trucekeeper.reading.provisions.told.clauses import acts, owed_clauses
from trucekeeper.reading.provisions.told.papers import is_text
from trucekeeper.reading.provisions.told.sentences import words_of
from trucekeeper.reading.provisions.told.terms import Told, owed_word

REACH = 8  # words between a word of dispute and its "whether"
ECHOES = frozenset({"it", "this", "that", "which", "so"})  # what a denial without a clause of its own points back with


def disputed(sentence: Span) -> Iterator[Told]:
    """Terms that the sentence itself says are in dispute."""
    for token in words_of(sentence):
        if token.lower_ == "whether" and is_quarrel_before(token) and token.head.i > token.i:
            yield from contested(token.head)
        elif is_denial(token):
            denied = [o for o in objects(token) if lemma_in(o, provision_words().standing.claims)]  # "rejected its reading that the text …"
            for clause in (c for word in (token, *denied) for c in complement_clauses(word)):
                if any(is_text(s) for s in own_subjects(clause)):
                    yield from contested(clause)


def is_quarrel_before(mark: Token) -> bool:
    words = provision_words().standing
    before = mark.doc[max(mark.sent.start, mark.i - REACH) : mark.i]
    return any((t.lemma_.lower() in words.dispute or t.lower_ in words.disputing) and not is_negated(t) for t in before)


def contested(verb: Token) -> Iterator[Told]:
    """What a clause says that a text lays down, or that somebody owes."""
    text = next((s for s in own_subjects(verb) if is_text(s)), None)
    if text is not None:
        yield from terms_of_text(text, verb, "disputed", None)
    elif has_to(verb):
        yield from acts(verb, "disputed", None, ())
    elif owed_word(verb) is not None:
        yield from owed_clauses(verb, "disputed", None)


def is_denial(token: Token) -> bool:
    """A verb of denying in somebody's own mouth, and not one that is denied or only possible."""
    if lemma_in(token, provision_words().standing.denying) is None or not is_verbal(token):
        return False
    return not is_negated(token) and modal(token) is None and not has_to(token)


def gainsaid(sentence: Span) -> Token | None:
    """The verb by which a side denies what was said before it: "which the army denies", "the rebels say that it does not"."""
    for token in words_of(sentence):
        if is_denial(token) and any(is_party(s) for s in subjects(token)) and points_back(token):
            return token
        if token.lower_ in {"not", "n't", "n’t"} and is_mere_echo(token):
            return token
    return None


def points_back(verb: Token) -> bool:
    things = [*objects(verb), *(c for c in children(verb, "obj", "nsubj:pass") if c.i < verb.i)]
    if any(o.lower_ in ECHOES or lemma_in(o, provision_words().standing.claims) for o in things):
        return True
    return not things and not complement_clauses(verb) and base(verb) in {"root", "conj", "advcl", "parataxis"}


def is_mere_echo(mark: Token) -> bool:
    """The "not" of "the army says it does not", with nothing behind it."""
    after = mark.nbor() if mark.i + 1 < mark.sent.end else mark
    doing = mark.i >= mark.sent.start + 2 and mark.nbor(-1).lower_ in {"does", "did", "do"} and mark.nbor(-2).lower_ in {"it", "deal", "agreement", "text"}
    return doing and (after == mark or after.is_punct)


def settle_disputes(doc: Doc, sentence: Span, told: list[ProvisionFound]) -> list[int]:
    """Which of the terms told in the sentence, or in the one before it, a side denies that the text holds: those that another side, and no mediator, told."""
    denial = gainsaid(sentence)
    if denial is None:
        return []
    deniers = {actor.key for s in subjects(denial) if (actor := named(s)) is not None}
    return [at for at, term in enumerate(told) if term.spans[0][1] <= denial.idx and term.standing == "agreed" and is_a_sides_word(doc, term, deniers)]


def is_a_sides_word(doc: Doc, term: ProvisionFound, deniers: set[str]) -> bool:
    retellers = provision_words().told.retellers
    speakers = [s.speaker for s in covering(layers(doc).statements, term.spans[0]) if s.speaker is not None]
    return any(s.key not in deniers and s.name.split()[-1].lower() not in retellers for s in speakers)
