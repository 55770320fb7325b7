"""Terms of agreements and proposals as reports tell them: what a deal requires, what a plan would do, what was exchanged, what is demanded of a phase."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.relations import agents, is_negated, noun_phrase, own_subjects, subjects
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.layers import ProvisionFound, StatementFound, covering, layers, overlap, region, text_of
from trucekeeper.reading.positions.openers import opener_at
from trucekeeper.reading.positions.topics import of_matter
from trucekeeper.reading.provision_words import provision_words
from trucekeeper.reading.provisions.anchors import anchor_of
from trucekeeper.reading.provisions.bearers import actors
from trucekeeper.reading.provisions.carriers import (
    agreed,
    by_text,
    deal_to,
    is_draft,
    is_reached,
    owed_in,
    planned,
    pledges,
    proposals,
    standing_of,
    under,
    within_text,
)
from trucekeeper.reading.provisions.issues import issue_of
from trucekeeper.reading.provisions.parts import conditions_of, exceptions_of, quantity_of, returns_of
from trucekeeper.reading.provisions.phases import named_in, read_phases
from trucekeeper.reading.provisions.told import Told, is_open, is_text, owed_word, texts_in
from trucekeeper.reading.provisions.wishes import wanter, wish_at

SWAP = frozenset({"exchange", "swap"})
LONGEST_PAUSE = 2  # sentences without a term after which a report has left the text
VAGUE = frozenset({"agreement or plan", "end of war", "mediation format"})  # matters of which a report tells without retelling a term
TELLING = frozenset({None, "statement", "announcement", "report", "explanation", "claim"})  # acts of speech that retell


def read_report(doc: Doc) -> list[ProvisionFound]:
    """All provisions that a report tells of, in text order, each span once."""
    if not texts_in(doc) and not any(speaks_of_terms(t) for t in doc):
        return []
    found: dict[tuple[int, int, str | None], ProvisionFound] = {}
    flow = Flow()
    for sentence in doc.sents:
        for provision in (*read_phases(sentence), *terms(sentence, flow), *demands(sentence)):
            start, end = provision.spans[0]
            found.setdefault((start, end, provision.phase), provision)
    return sorted(found.values(), key=lambda p: p.spans[0])


def speaks_of_terms(token: Token) -> bool:
    """A verb of agreeing or proposing."""
    lemma = token.lemma_.lower()
    return lemma == "agree" or lemma in provision_words().told.proposing


class Flow:
    """What a report goes on to tell: after a sentence about a text, "X will …" is a term of it, until it speaks of something else."""

    def __init__(self) -> None:
        self.lead: tuple[Standing, Actor | None] | None = None
        self.about: tuple[Standing, Actor | None] | None = None  # how the text stands that was the subject of the sentence before
        self.age = 0

    def terms(self, sentence: Span) -> list[Told]:
        if self.lead is None and self.about is None and not any(t.i in texts_in(t.doc) or speaks_of_terms(t) for t in sentence):
            return []
        found = [*by_text(sentence, self.lead or self.about), *under(sentence), *deal_to(sentence), *planned(sentence)]
        found += [t for t in agreed(sentence, self.lead is not None) if not is_mere_talk(t)]
        found += [*proposals(sentence), *within_text(sentence)]
        opened = opening(sentence)
        text = next((t for t in sentence if is_text(t) and t.dep_.startswith("nsubj")), None)
        self.about = None if text is None else standing_of(text, text.head)
        if self.lead is not None:
            found += pledges(sentence, *self.lead)
            if not found and opened is None:
                told = [*owed_in(sentence, *self.lead)]
                going = {t.doers for t in told if goes_on(t, self.lead[0], close=self.age == 0)}
                found = [t for t in told if t.doers in going]
        self.age = 0 if found or opened else self.age + 1
        settled = [t for t in found if t.standing in {"agreed", "proposed"}]
        if opened is not None:
            self.lead = opened
        elif settled:
            self.lead = (settled[-1].standing, settled[-1].by)
        elif self.age > LONGEST_PAUSE:
            self.lead = None
        return apart(found)


def is_mere_talk(told: Told) -> bool:
    """ "agreed to meet again", on no day: no term."""
    start, end = region(told.span)
    timed = any(t.start < end and start < t.end for t in layers(told.span.doc).times)
    return not timed and (of_matter(told.span) or "mediation format") in VAGUE


def opening(sentence: Span) -> tuple[Standing, Actor | None] | None:
    """Whether a sentence says that a text was reached ("signed a truce") or put forward ("unveiled a plan")."""
    for noun in sentence:
        if not is_text(noun):
            continue
        if is_reached(noun) and not is_open(noun):
            return "proposed" if is_draft(noun) else "agreed", None
        verb = noun.head
        if is_open(noun) and verb.lemma_.lower() in provision_words().standing.propose and verb.pos_ == "VERB":
            return "proposed", wanter(verb)
    return None


def goes_on(told: Told, standing: Standing, *, close: bool) -> bool:
    """Whether a clause behind a text tells one more of its terms: about what agreements settle, by somebody who can owe it, in nobody's threat or wish.

    `close` is true right behind a sentence with a term: there the report's own "would" and "should" still speak of the text.
    """
    voices = covering(layers(told.span.doc).statements, region(told.span))
    own = close and not voices
    word = owed_word(told.head)
    negated = is_negated(told.head) or "no" in {t.lower_ for t in told.span}
    conditional = (
        lead_condition(told.span.sent) is not None
        or (word is not None and word.lower_ in {"must", "shall"})
        or (word is not None and word.lemma_ in {"be", "have"} and word.tag_ != "MD")
    )
    if word is None or (word.lower_ == "would" and standing == "agreed" and not (of_text(told) or conditional or own)):
        return False
    if word.lower_ in {"may", "should"} and standing == "agreed" and not (negated or (own and word.lower_ == "should")):
        return False
    if any(is_text(s) for s in own_subjects(told.head)) and not agents(told.head):
        return False
    matter = of_matter(told.span, strict=True)
    if (matter is None and word.lemma_ != "have") or (matter in VAGUE and not conditional) or is_lone_person(told):
        return False
    if any(is_text(s) and any(d.lower_ in {"any", "no"} for d in s.children) for s in own_subjects(told.head)):
        return False
    return of_text(told) or all(v.act in TELLING and retells(v) for v in voices)


def retells(voice: StatementFound) -> bool:
    """Whether those who say it only report what was agreed ("officials", "the mission"); what a side says that it will do is its own word."""
    return voice.speaker is None or voice.speaker.name.split()[-1].lower() in provision_words().told.retellers


def lead_condition(sentence: Span) -> str | None:
    """The "If the truce holds" with which a sentence begins."""
    comma = next((t.i for t in sentence if t.text == ","), None)
    first = next((t for t in sentence if not t.is_space and not t.is_punct), None)
    if comma is None or first is None or opener_at(first) is None:
        return None
    return sentence.doc[first.i : comma].text


def of_text(told: Told) -> bool:
    """Said by a text, or on a condition."""
    voices = covering(layers(told.span.doc).statements, region(told.span))
    nouns = provision_words().agreements.nouns | provision_words().told.documents
    return any(v.speaker is not None and v.speaker.name.split()[-1].lower() in nouns for v in voices)


def is_lone_person(told: Told) -> bool:
    entities = [layers(told.span.doc).entity_of(s.i) for s in own_subjects(told.head)]
    pronoun = any(s.lower_ in {"he", "she", "i", "we", "you", "it"} for s in own_subjects(told.head))
    return pronoun or any(e is not None and e.kind == "person" for e in entities)


def is_elliptical(told: Told) -> bool:
    """ "will free 706 in return": the counted is that of the term before."""
    after = [t for t in told.span if t.i > told.head.i]
    return any(t.like_num for t in after) and not any(t.pos_ in {"NOUN", "PROPN"} and t.lower_ not in {"return", "exchange"} for t in after)


def apart(found: list[Told]) -> list[Told]:
    """Without those that overlap one found before."""
    kept: list[Told] = []
    for told in found:
        if all(told.span.end <= k.span.start or told.span.start >= k.span.end for k in kept):
            kept.append(told)
    return kept


def terms(sentence: Span, flow: Flow) -> Iterator[ProvisionFound]:
    phase = next((n.key for n in named_in(sentence) if n.key is not None), None)
    exchanged = [e for t in sentence if t.lemma_.lower() in SWAP and t.pos_ == "NOUN" and t.dep_ != "compound" for e in exchange(t, phase)]
    told = flow.terms(sentence)
    places = [region(t.span) for t in told]
    yield from (e for e in exchanged if not any(overlap(e.spans[0], p) for p in places))
    issue = None
    for term in told:
        carried = issue if is_elliptical(term) else None
        provision = made(term.span, term.span.text, term.standing, phase=phase, proposer=term.by, obligors=term.doers, timed=term.timed, before=carried)
        issue = provision.issue
        yield provision


def exchange(noun: Token, phase: str | None) -> Iterator[ProvisionFound]:
    """ "the exchange of 25 of these for 300 of those"; only with a count."""
    end = noun.right_edge.i + 1
    clause_end = next((t.i for t in noun.doc[noun.i + 1 : noun.sent.end] if t.tag_ in {"VBD", "VBZ", "VBP", "MD"} or t.text in {";", "."}), noun.sent.end)
    span = noun.doc[noun_phrase(noun).start : max(end, clause_end)] if clause_end > noun.i + 1 else noun.doc[noun.left_edge.i : end]
    while span.end > span.start + 1 and span[-1].is_punct:
        span = span[:-1]
    if not any(t.like_num for t in span):
        return
    wish = wish_at(noun)
    yield made(span, span.text, wish.standing, phase=phase, proposer=wish.by, obligors=actors([s for s in subjects(noun.head) if noun.head.pos_ == "VERB"]))


def demands(sentence: Span) -> Iterator[ProvisionFound]:
    """Positions that are taken on a phase which the sentence names are terms wanted in that phase."""
    phase = next((n.key for n in named_in(sentence) if n.key is not None), None)
    if phase is None:
        return
    for position in layers(sentence.doc).positions:
        start, end = position.content
        if position.stance in {"demands", "conditions", "proposes"} and sentence.start_char <= start and end <= sentence.end_char:
            words = text_of(sentence.doc)[start:end]
            if re.search(r"\b(?:phase|stage)\b", words, re.IGNORECASE):
                continue  # a wish for the phase itself, which is read above
            standing: Standing = "proposed" if position.stance == "proposes" else "demanded"
            yield ProvisionFound(spans=((start, end),), action=words, standing=standing, phase=phase, issue=position.issue, proposer=position.party)


def made(
    span: Span,
    action: str,
    standing: Standing,
    *,
    phase: str | None,
    proposer: Actor | None,
    obligors: tuple[Actor, ...],
    timed: Span | None = None,
    before: str | None = None,
) -> ProvisionFound:
    """`timed` is where its dates stand, where that isn't `span`; `before` the issue of the term before, for "will free 706 in return"."""
    words, dated = span.text, timed if timed is not None else span
    return ProvisionFound(
        spans=((span.start_char, span.end_char),),
        action=action,
        standing=standing,
        phase=phase,
        issue=of_matter(span, strict=True) or before or issue_of(words),
        obligors=obligors,
        quantity=quantity_of(span),
        anchor=anchor_of(dated.text, dated.start_char, layers(span.doc).times),
        conditions=conditions_of(span) or ((lead,) if (lead := lead_condition(span.sent)) is not None else ()),
        exceptions=exceptions_of(span),
        in_return_for=returns_of(span),
        proposer=proposer,
        confidence=0.55,
    )
