"""Stances by judgements of a proposal in its own right: "it's a good first step", "considers the plan unacceptable"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import clause, trimmed
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import children
from trucekeeper.model.claims import Stance
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.speech import speaker_of
from trucekeeper.reading.events.status import status_of
from trucekeeper.reading.events.statuswords import is_verbal
from trucekeeper.reading.positions.exclusions import is_hostile_noun
from trucekeeper.reading.positions.found import Found, is_side
from trucekeeper.reading.positions.lexicon import listed, stances
from trucekeeper.reading.positions.lists import without_opening
from trucekeeper.reading.positions.nouns import stance_noun
from trucekeeper.reading.positions.topics import TALKS, issue_of, words_at

REACH = 14  # words between what is judged and the verdict


def of_verdict(token: Token) -> Iterator[Found]:
    """ "it's a good first step", "the plan is unacceptable", said by somebody of a proposal."""
    lemma = next((w for w in words_at(token) if w in stances().verdicts), None) or too_much(token)
    be = next(iter(children(token, "cop")), None) or be_before(token) if lemma is not None else None
    if lemma is not None and be is None:
        yield from of_deeming(token, stances().verdicts.get(lemma, "rejects"))
    if lemma is None or be is None or status_of(token).status == "conditional":
        return
    subjects_here = own_subjects(token)
    if not any(is_judged(s) or is_ruled_out(s, lemma) for s in subjects_here):
        subjects_here = judged_before(be)
    if not subjects_here:
        return
    stance = stances().verdicts.get(lemma, "rejects")
    if is_negated(token) or any(t.lower_ in {"not", "n't", "n’t", "never"} for t in token.doc[be.i + 1 : token.i]):
        if stance == "rejects":
            return  # "the proposal was not yet dead"
        stance = "rejects"
    content = clause(token)
    if subjects_here[0] not in own_subjects(token):
        content = without_opening(token.doc[subjects_here[0].left_edge.i : token.i + 1])
    than = next((t.i for t in content if t.lower_ == "than" and t.i > token.i), content.end)
    content = content.doc[content.start : than]  # "better than a siege" is about no siege
    yield Found(speaker_of(token), stance, content, content, fallback="agreement or plan" if near_proposal(token) else None)


def too_much(word: Token) -> str | None:
    """ "the truce is too long": of anything that is too much or too little."""
    return word.lower_ if word.pos_ == "ADJ" and word.i > word.sent.start and word.nbor(-1).lower_ == "too" else None


def of_deeming(verdict: Token, stance: Stance) -> Iterator[Found]:
    """ "considers such an approach unacceptable"."""
    doc, start = verdict.doc, verdict.sent.start
    verb = next((t for t in reversed(doc[max(start, verdict.i - 10) : verdict.i]) if is_verbal(t) and lemma_in(t, listed("deeming"))), None)
    thing = next((o for o in objects(verb) if verb.i < o.i and (o.i < verdict.i or verdict.head == o)), None) if verb is not None else None
    if thing is None and verb is not None and verb.dep_ == "acl:relcl":
        thing = verb.head  # "terms that the army found unacceptable"
    if verb is not None and is_negated(verb):
        if stance == "rejects":
            return
        stance = "rejects"  # "did not regard the plan as acceptable"
    if verb is None or thing is None or thing.pos_ != "NOUN" or is_side(thing) or (stance == "accepts" and issue_of([thing]) == TALKS):
        return  # "called the meeting positive" tells how it went
    start = thing.left_edge.i if thing.i < verdict.i else verdict.i + 1 + doc[verdict.i + 1].is_quote  # "declared “unacceptable” | a compromise"
    content = trimmed(doc[start : max(verdict.i, thing.i + 1)])
    content = content[:-1] if len(content) > 1 and content[-1].lower_ == "as" else content  # "regard the plan | as acceptable"
    fallback = "agreement or plan" if is_judged(thing) or near_proposal(verdict) else None
    yield from (Found(p, stance, content, clause(verb), fallback=fallback) for p in subjects(verb) if is_side(p) or p.pos_ == "PRON")


def be_before(token: Token) -> Token | None:
    """The "was" right before a verdict that stands in quotation marks of its own (was "unacceptable"), which a tree easily cuts off."""
    at = token.i - 1
    while at > token.sent.start and (token.doc[at].is_quote or token.doc[at].pos_ in {"ADV", "DET"}):
        at -= 1
    return token.doc[at] if token.doc[at].lemma_ == "be" and token.doc[at + 1].is_quote else None


def judged_before(be: Token) -> list[Token]:
    """What is judged, by the words alone: the last noun for a plan, demand or agreement before the verb."""
    nouns = (t for t in reversed(be.doc[max(be.sent.start, be.i - REACH) : be.i]) if t.pos_ == "NOUN")
    return [t for t in nouns if is_judged(t)][:1] if be.nbor().is_quote else []


def is_judged(subject: Token) -> bool:
    """A plan, a demand or an agreement, or a pronoun for one."""
    if subject.lower_ in {"it", "this", "that"} or stance_noun(subject) is not None:
        return True
    return subject.pos_ == "NOUN" and lemma_in(subject, acts().agreements | listed("judged")) is not None


def is_ruled_out(subject: Token, verdict: str) -> bool:
    """ "a reactor is a non-starter", "a partition is unthinkable": of anything that nobody has done yet."""
    return verdict in listed("ruling_out") and subject.pos_ == "NOUN" and not is_side(subject) and not is_hostile_noun(subject)


def near_proposal(token: Token) -> bool:
    """Whether a plan or proposal is spoken of in the sentence or the one before it."""
    start = token.sent.start
    before = token.doc[start - 1].sent.start if start else start
    return any(stances().nouns.get(lemma_in(t, stances().nouns) or "") == "proposes" for t in token.doc[before : token.sent.end] if t.pos_ == "NOUN")
