"""Stances by adjectives and prepositions: "is ready to reopen the roads", "remains opposed to a partition", "is against two states"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.phrases import clause, trimmed
from trucekeeper.language.grammar.subjects import subjects
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.model.claims import Stance
from trucekeeper.reading.events.lemmas import forms, lemma_in
from trucekeeper.reading.events.speech import speaker_of
from trucekeeper.reading.events.status import status_of
from trucekeeper.reading.events.statuswords import is_verbal
from trucekeeper.reading.layers import covering, layers
from trucekeeper.reading.positions.contents import contents
from trucekeeper.reading.positions.found import Found, is_side, parties_of
from trucekeeper.reading.positions.lexicon import Cue, listed, stances
from trucekeeper.reading.positions.lists import unfolded
from trucekeeper.reading.positions.lost_contents import next_head
from trucekeeper.reading.positions.passages import of_word
from trucekeeper.reading.positions.topics import issue_of
from trucekeeper.reading.positions.verbs import taken

BESIDE = frozenset({"its", "their", "in", "ready", "more", "n't", "n’t", ","})  # "were, however, willing"
REACH = 14  # words between "put" and "on the table"


def of_predicate(token: Token) -> Iterator[Found]:
    """ "is ready to reopen the roads", "remains opposed to a partition", "is against two states"."""
    first = next((f for f in forms(token.lemma_.lower(), token.lower_) if f in stances().adjectives), None)
    if first is None:
        return
    after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    cue = next((c for c in stances().adjectives[first] if c.second is None or c.second.split() == after[: len(c.second.split())]), None)
    be = staying(token)
    if cue is None or be is None:
        return
    parties = [s for s in subject_of(token, be) if is_side(s) or s.pos_ == "PRON"]
    stance = predicate_stance(token, be, cue, first)
    things = subject_of(token, be)
    holders: list[Token | None] = [*parties]
    if stance == "conditions" and not parties and things:
        holders = [None]  # "the truce is contingent on …", says somebody
    if stance is None or not holders:
        return
    passages = contents(token, cue.second) if token.pos_ in {"ADJ", "VERB"} else []
    if not passages:
        mark = token.nbor(len(cue.second.split())) if cue.second else token
        head = next_head(mark, token.sent.end) if mark.pos_ in {"ADP", "SCONJ", "PART"} else None
        passages = [of_word(head)] if head is not None else []
    fallback = issue_of(list(of_word(things[0]))) if stance == "conditions" and things else None
    yield from (replace(found, fallback=fallback) for found in taken(token, stance, [p for p in passages if p.start > token.i], holders, cue))


def of_need(token: Token) -> Iterator[Found]:
    """ "power sharing is non-negotiable (is essential)", said by somebody: a demand of his."""
    negotiable = token.lower_ == "negotiable"
    if not negotiable and token.lower_ not in listed("needful"):
        return
    doc, start = token.doc, token.sent.start
    be = next((t for t in reversed(doc[max(start, token.i - 5) : token.i]) if t.lemma_ == "be"), None)
    if be is None or any(t.lower_ in {"not", "n't", "n’t", "never", "non"} for t in doc[be.i : token.i]) != negotiable:
        return
    things = [s for s in subject_of(token, be) if s.pos_ == "NOUN" and not is_side(s) and stances().nouns.get(lemma_in(s, stances().nouns) or "") is None]
    if not things or not (speaker_of(token) is not None or covering(layers(doc).statements, (token.idx, token.idx + len(token)))):
        return
    content = of_word(things[0])
    yield Found(speaker_of(token), "demands", content, doc[content.start : token.i + 1])


def of_tabling(verb: Token) -> Iterator[Found]:
    """ "put a truce of two weeks on the table": an offer, where no noun takes the stance ("put its demands on the table")."""
    if lemma_in(verb, listed("tabling")) is None or is_negated(verb) or status_of(verb, timeless=True).status != "happened":
        return
    doc, end = verb.doc, verb.sent.end
    at = next((i for i in range(verb.i + 1, min(end - 2, verb.i + REACH)) if [t.lower_ for t in doc[i : i + 3]] == ["on", "the", "table"]), verb.i)
    content = trimmed(doc[verb.i + 1 : at]) if at > verb.i + 1 else None
    if content is None or any(is_verbal(t) or lemma_in(t, stances().nouns) for t in content):
        return
    yield from (Found(p, "offers", part, clause(verb)) for p in parties_of(verb) for part in unfolded(content, content.end))


def staying(token: Token) -> Token | None:
    """The form of "be" or "remain" a few words before, or the "make" of "made the release dependent on"."""
    if base(token) in {"xcomp", "amod", "acl", "advcl"} and any(a.lemma_ == "make" and is_verbal(a) for a in (token.head, token.head.head)):
        return next(a for a in (token.head, token.head.head) if a.lemma_ == "make")
    for i in range(token.i - 1, max(token.sent.start, token.i - 5) - 1, -1):
        before = token.doc[i]
        if lemma_in(before, listed("staying")):
            return before
        if not before.is_quote and before.pos_ not in {"ADV", "PART", "DET"} and before.lower_ not in BESIDE:
            return None
    return None


def subject_of(token: Token, be: Token) -> list[Token]:
    for word in (token, token.head, be, be.head):
        found = subjects(word)
        if found and found[0].i < be.i:
            return found
    at = be.i - 1
    while at > be.sent.start and be.doc[at].pos_ in {"AUX", "ADV", "PART"}:
        at -= 1
    return [be.doc[at]] if be.doc[at].pos_ in {"NOUN", "PROPN", "PRON"} else []


def predicate_stance(token: Token, be: Token, cue: Cue, first: str) -> Stance | None:
    between = {t.lower_ for t in token.doc[max(be.sent.start, be.i - 2) : token.i]}
    if (
        between & {"not", "n't", "n’t", "never", "hardly", "no"}
        or is_negated(token)
        or (base(token) != "root" and is_negated(token.head) and token.head.i <= be.i)
    ):
        return stances().negated.get(first) or stances().negated.get(f"{first} {cue.second}")
    status = status_of(token, timeless=True).status if base(token) in {"ccomp", "root", "conj", "parataxis", "xcomp"} else "happened"
    doubtful = any(t.tag_ == "MD" and t.lower_ in {"may", "might", "could"} for t in token.doc[max(be.sent.start, be.i - 3) : token.i])
    return None if doubtful or status == "denied" or opened_by_condition(token) else cue.stance


def opened_by_condition(word: Token) -> bool:
    marks = {m.lower_ for a in (word, word.head) for m in children(a, "mark")}
    return bool(marks & {"if", "unless", "whether", "until", "once"})
