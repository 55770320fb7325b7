"""Terms of agreements and proposals as reports tell them: what a deal requires, what a plan would do, what was exchanged, what is demanded of a phase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.grammar.phrases import noun_phrase, obliques, trimmed
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import ancestors
from trucekeeper.model.claims import Anchor, Standing
from trucekeeper.model.time import Time
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import is_verbal
from trucekeeper.reading.layers import ProvisionFound, layers, overlap, region, text_of
from trucekeeper.reading.positions.topics import of_matter
from trucekeeper.reading.provision_words import provision_words
from trucekeeper.reading.provisions.anchors import anchor_of
from trucekeeper.reading.provisions.bearers import actors
from trucekeeper.reading.provisions.issues import issue_of
from trucekeeper.reading.provisions.parts import conditions_of, exceptions_of, quantity_of, returns_of
from trucekeeper.reading.provisions.phases import named_in, read_phases
from trucekeeper.reading.provisions.receivers import of_told
from trucekeeper.reading.provisions.told.cuts import end_of_clause
from trucekeeper.reading.provisions.told.disputes import settle_disputes
from trucekeeper.reading.provisions.told.flow import Flow, speaks_of_terms
from trucekeeper.reading.provisions.told.going_on import lead_condition
from trucekeeper.reading.provisions.told.papers import is_text, texts_in
from trucekeeper.reading.provisions.told.sentences import words_of
from trucekeeper.reading.provisions.told.terms import Told, owed_word
from trucekeeper.reading.provisions.told.wishes import wish_at


def read_report(doc: Doc) -> list[ProvisionFound]:
    """All provisions that a report tells of, in text order, each span once."""
    if not texts_in(doc) and not any(speaks_of_terms(t) for t in doc):
        return []
    found: dict[tuple[int, int, str | None], ProvisionFound] = {}
    flow, before = Flow(), list[ProvisionFound]()
    for sentence in doc.sents:
        told = [*terms(sentence, flow), *read_phases(sentence), *demands(sentence)]  # of the same words what dates a truce stays
        close = [*before, *told]
        for at in settle_disputes(doc, sentence, close) if close else ():
            close[at] = replace(close[at], standing="disputed")
        for provision in close:  # a term of the sentence before may have been denied by this one
            found[(*provision.spans[0], provision.phase)] = provision
        before = close[len(before) :]
    return sorted(found.values(), key=lambda p: p.spans[0])


def terms(sentence: Span, flow: Flow) -> Iterator[ProvisionFound]:
    phase = next((n.key for n in named_in(sentence) if n.key is not None), None)
    exchanged = [
        e
        for t in words_of(sentence)
        if t.pos_ == "NOUN" and t.lemma_.lower() in provision_words().told.swaps and t.dep_ != "compound"
        for e in exchange(t, phase)
    ]
    told = flow.terms(sentence)
    places = [region(t.span) for t in told]
    yield from (e for e in exchanged if not any(overlap(e.spans[0], p) for p in places))
    issue = None
    for term in told:
        provision = made(term, phase, issue if is_elliptical(term) else None)
        issue = provision.issue
        yield provision


def is_elliptical(told: Told) -> bool:
    """ "will free 706 in return": the counted is that of the term before."""
    after = [t for t in told.span if t.i > told.head.i]
    return any(t.like_num for t in after) and not any(t.pos_ in {"NOUN", "PROPN"} and t.lower_ not in {"return", "exchange"} for t in after)


def exchange(noun: Token, phase: str | None) -> Iterator[ProvisionFound]:
    """ "the exchange of 25 of these for 300 of those", where it is still owed, wanted or told of a text; only with a count of what is exchanged."""
    if noun.nbor(-1 if noun.i else 0).lower_ == "in":
        return  # "handed over 70 bodies in exchange for …"
    doc, limit = noun.doc, end_of_clause(noun, noun.sent.end)
    verbal = next((t.i for t in doc[noun.i + 1 : limit] if t.tag_ in {"VBD", "VBZ", "VBP", "MD"}), limit)
    span = trimmed(doc[noun_phrase(noun).start : verbal])
    counted = any(t.pos_ == "NUM" and t.i > noun.i for t in span)
    wish = wish_at(noun)
    if not counted or not obliques(noun, "of", "for") or (wish.standing == "agreed" and not is_owed_still(noun)):
        return
    doers = actors(subjects(noun.head)) if noun.head.pos_ == "VERB" else ()
    yield made(Told(span, noun, wish.standing, wish.by, doers), phase)


def is_owed_still(noun: Token) -> bool:
    """Below an agreement or its verb, or of a verb of duty or what is to come: not what somebody tells as done."""
    for above in ancestors(noun):
        of_text = (t for s in own_subjects(above) for t in (s, *obliques(s, "of"))) if is_verbal(above) else ()  # "the first phase of the truce includes …"
        if is_text(above) or any(is_text(t) for t in of_text) or lemma_in(above, {"agree"}):
            return True
        if is_verbal(above) and owed_word(above) is not None:
            return True
    return False


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


def is_of_agreeing(due: Anchor, told: Told) -> bool:
    """ "agreed on a truce at the end of November", told later: the day on which they agreed."""
    document = layers(told.span.doc).document
    said = document.said.last_day if document is not None and document.said is not None else None
    last = Time.from_range(due.reference) if due.kind == "date" and due.relation in {"on", "during"} else None
    if said is None or last is None or last.last_day is None or last.last_day > said or told.head.pos_ != "NOUN":
        return False
    return any(a.tag_ in {"VBD", "VBN"} and lemma_in(a, {"agree"}) is not None for a in ancestors(told.head))


FRONT = re.compile(r"(?:^|[,;]|\b(?:and|but|while)\b)\s*((?:by|on|until|before|from|within)\b[^,;]*?),?\s*$", re.IGNORECASE)


def fronted(span: Span) -> Anchor | None:
    """Of "By the same date, | the army must leave" what stands before the term, where it is a time and no more ("On Monday envoys said …")."""
    before = span.doc[span.sent.start : span.start].text_with_ws
    match = FRONT.search(before)
    found = anchor_of(match[1], span.sent.start_char + match.start(1), layers(span.doc).times) if match else None
    return found if match is not None and found is not None and found.text == match[1].strip() else None


def made(told: Told, phase: str | None, before: str | None = None) -> ProvisionFound:
    """`before` is the issue of the term before, for "will free 706 in return"."""
    span = told.span
    dated = told.timed if told.timed is not None else span
    due = anchor_of(dated.text, dated.start_char, layers(span.doc).times) or fronted(span)
    return ProvisionFound(
        spans=(region(span),),
        action=span.text,
        standing=told.standing,
        phase=phase,
        issue=of_matter(span, strict=True) or before or issue_of(span.text),
        obligors=told.doers,
        beneficiaries=of_told(told.head, span),
        quantity=quantity_of(span),
        anchor=None if due is not None and is_of_agreeing(due, told) else due,
        conditions=conditions_of(span) or ((lead,) if (lead := lead_condition(span.sent)) is not None else ()),
        exceptions=exceptions_of(span),
        in_return_for=returns_of(span),
        proposer=told.by,
        confidence=0.55,
    )
