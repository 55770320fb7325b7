"""Terms of agreements and proposals as reports tell them: what a deal requires, what a plan would do, what was exchanged, what is demanded of a phase."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.relations import base, children, conjuncts, modal, noun_phrase, objects, open_complements, preposition, subjects
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.layers import ProvisionFound, layers, text_of
from trucekeeper.reading.positions.topics import issue_of as topic_of
from trucekeeper.reading.provision_words import provision_words
from trucekeeper.reading.provisions.anchors import anchor_of
from trucekeeper.reading.provisions.bearers import actors
from trucekeeper.reading.provisions.issues import issue_of
from trucekeeper.reading.provisions.parts import conditions_of, exceptions_of, quantity_of, returns_of
from trucekeeper.reading.provisions.phases import named_in, read_phases, speaks_of_agreement
from trucekeeper.reading.provisions.wishes import wanter, wish_at

SWAP = frozenset({"exchange", "swap"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAUSES = frozenset({"and", "but", "while", "that", "which", "who"})
UNDONE = frozenset({"not", "n't", "never", "neither", "nor", "would", "will", "could", "may", "might", "must", "should", "to", "if", "yet"})
OWED = frozenset({"will", "must", "shall", "would", "should"})


def read_report(doc: Doc) -> list[ProvisionFound]:
    """All provisions that a report tells of, in text order, each span once."""
    if not speaks_of_agreement(doc) and not any(t.lemma_.lower() in provision_words().agreements.nouns for t in doc):
        return []
    found: dict[tuple[int, int, str | None], ProvisionFound] = {}
    for sentence in doc.sents:
        for provision in (*read_phases(sentence), *terms(sentence), *demands(sentence)):
            start, end = provision.spans[0]
            found.setdefault((start, end, provision.phase), provision)
    return sorted(found.values(), key=lambda p: p.spans[0])


def terms(sentence: Span) -> Iterator[ProvisionFound]:
    phase = next((n.key for n in named_in(sentence) if n.key is not None), None)
    for token in sentence:
        low = token.lemma_.lower()
        if low in SWAP and token.pos_ == "NOUN":
            yield from exchange(token, phase)
        elif token.pos_ == "NOUN" and low in provision_words().agreements.nouns:
            yield from required_by(token, phase)
            yield from under(token, sentence, phase)
            yield from planned_by(token, phase)
        elif low == "agree" and token.pos_ == "VERB":
            yield from agreed_to(token, sentence, phase)


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


def is_open(noun: Token) -> bool:
    return noun.lemma_.lower() in provision_words().agreements.open_


def standing_of(noun: Token, verb: Token) -> tuple[Standing, Actor | None]:
    """A plan's terms are proposed, a deal's agreed, unless somebody is said to want them."""
    if is_open(noun):
        return "proposed", wanter(noun)
    wish = wish_at(verb)
    word = modal(verb)
    if wish.standing == "agreed" and word is not None and word.lower_ in {"would", "could"} and layers(noun.doc).statements == []:
        return "proposed", None
    return wish.standing, wish.by


def required_by(noun: Token, phase: str | None) -> Iterator[ProvisionFound]:
    """ "The deal requires X to withdraw", "their plan would see a fund set up, with Y running it"."""
    verb = noun.head
    if base(noun) != "nsubj" or verb.pos_ != "VERB" or verb.lemma_.lower() not in provision_words().agreements.call_for:
        return
    standing, by = standing_of(noun, verb)
    spans = [(head, span) for head in content_heads(verb) if (span := head_span(head, verb)) is not None]
    spans += [pair for pair in accompanying(verb) if all(pair[1].start >= s.end or pair[1].end <= s.start for _, s in spans)]
    for head, span in spans:
        yield made(span, span.text, standing, phase=phase, proposer=by, obligors=doers_of(head))


def accompanying(verb: Token) -> Iterator[tuple[Token, Span]]:
    """ "…, with the council returning to govern": the doer and what it would do, wherever the tree hangs it."""
    doc = verb.doc
    for mark in doc[verb.i + 1 : verb.sent.end]:
        if mark.lower_ == "with" and doc[mark.i - 1].text == ",":
            participle = next((t for t in doc[mark.i + 1 : verb.sent.end] if t.tag_ == "VBG"), None)
            end = next((t.i for t in doc[mark.i + 1 : verb.sent.end] if t.text in {",", ".", ";"}), verb.sent.end)
            if participle is not None and mark.i + 1 < participle.i < end:
                heads = [t for t in doc[mark.i + 1 : participle.i] if t.pos_ in {"NOUN", "PROPN"}]
                if heads:
                    yield heads[-1], doc[mark.i + 1 : end]


def content_heads(verb: Token) -> list[Token]:
    """What is required: objects, complements, "for" phrases."""
    found = [*objects(verb), *open_complements(verb), *(c for child in children(verb, "ccomp") for c in conjuncts(child))]
    if not found:
        found = [t for child in children(verb, "obl") if preposition(child) in {"for", "on"} for t in conjuncts(child)]
    heads = [t for t in found if t.i > verb.i]
    return [h for h in heads if not any(h is not other and h.is_ancestor(other) is False and other.is_ancestor(h) for other in heads)]


def head_span(head: Token, verb: Token) -> Span | None:
    """Everything below a head, up to the next one beside it, without "with" and commas."""
    doc = head.doc
    start, end = head.left_edge.i, head.right_edge.i + 1
    start = max(start, verb.i + 1)
    for child in head.children:
        if base(child) == "conj" and child.i > head.i:
            end = min(end, child.left_edge.i)
    for at in range(head.i + 1, end - 1):
        if doc[at].text == "," and (doc[at + 1].lower_ == "with" or doc[at + 1].tag_ == "VBG"):
            end = at
            break
    while start < end and (doc[start].lower_ in {"with", "for", "to", "and", "that", "on"} or doc[start].is_punct):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].lower_ in {"and", "or"}):
        end -= 1
    return doc[start:end] if end - start > 1 else None


def doers_of(head: Token) -> tuple[Actor, ...]:
    """The subject of what is required, where it is somebody."""
    if head.pos_ == "VERB" and not any(c.dep_ == "nsubj:pass" for c in head.children):
        return actors(subjects(head))
    follows = next((t for t in head.doc[head.i + 1 : head.i + 3] if t.tag_ == "VBG"), None)
    return actors([head]) if follows is not None else ()


def owes(token: Token, sentence: Span) -> bool:
    """Is this a modal of duty, or the "is" of "is to release"?"""
    if token.head.pos_ != "VERB" or token.head.i < token.i:
        return False
    return (token.tag_ == "MD" and token.lower_ in OWED) or (token.lemma_ == "be" and token.i + 1 < sentence.end and token.nbor().lower_ == "to")


def under(noun: Token, sentence: Span, phase: str | None) -> Iterator[ProvisionFound]:
    """ "Under the deal, X will (must, is to) release Y within 42 days"."""
    mark = next((t for t in noun.doc[max(sentence.start, noun.i - 6) : noun.i] if t.lower_ in {"under", "per"}), None)
    if mark is None:
        return
    for token in sentence:
        if not owes(token, sentence):
            continue
        verb = token.head
        standing: Standing = "proposed" if is_open(noun) else "agreed"
        span = verb.doc[max(sentence.start, min(verb.left_edge.i, token.i)) : min(verb.right_edge.i + 1, sentence.end)]
        while span.end > span.start + 1 and (span[-1].is_punct or span[-1].is_space):
            span = span[:-1]
        while span.end > span.start + 1 and (span[0].is_punct or span[0].is_space or span[0].pos_ == "CCONJ"):
            span = span[1:]
        yield made(span, span.text, standing, phase=phase, proposer=None, obligors=actors(subjects(verb)))


def agreed_to(verb: Token, sentence: Span, phase: str | None) -> Iterator[ProvisionFound]:
    """ "Under the declaration, the two sides agreed to free 700 of them": only beside words for an agreement outside what was agreed."""
    doc = verb.doc
    if verb.i + 2 >= sentence.end or doc[verb.i + 1].lower_ != "to" or not {t.lower_ for t in doc[max(sentence.start, verb.i - 3) : verb.i]}.isdisjoint(UNDONE):
        return
    start = verb.i + 2  # by the words alone: the parser takes a bare "free" for an adjective
    end = next((t.i for t in doc[start : sentence.end] if t.tag_ in FINITE or t.text in {".", ";", ":"} or t.is_space or opens_clause(t)), sentence.end)
    if end < sentence.end and doc[end].tag_ in FINITE:
        end = next((i for i in range(end, start + 1, -1) if doc[i].text == "," or doc[i].lower_ in CLAUSES), end)
    named = [t for t in (*doc[sentence.start : start], *doc[end : sentence.end]) if t.pos_ in {"NOUN", "PROPN"} and is_text(t)]
    if named and not any(is_open(t) for t in named) and end > start + 1:
        span = doc[start:end]
        yield made(span, span.text.strip(" ,"), "agreed", phase=phase, proposer=None, obligors=actors(subjects(verb)))


def opens_clause(comma: Token) -> bool:
    return comma.text == "," and comma.i + 1 < comma.sent.end and comma.nbor().lower_ in CLAUSES


def is_text(noun: Token) -> bool:
    return noun.lemma_.lower() in provision_words().agreements.nouns


def planned_by(noun: Token, phase: str | None) -> Iterator[ProvisionFound]:
    """ "floated a plan to move the line", "a proposal for a ten-day pause": proposed by the subject of the verb."""
    if not is_open(noun):
        return
    verb = noun.head
    by = wanter(verb) if base(noun) == "obj" and verb.pos_ == "VERB" else wanter(noun)
    for content in children(noun, "acl"):
        if content.dep_ == "acl" and content.i > noun.i and any(m.lower_ == "to" for m in content.children):
            span = head_span(content, noun)
            if span is not None:
                yield made(span, span.text, "proposed", phase=phase, proposer=by, obligors=())


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


def made(span: Span, action: str, standing: Standing, *, phase: str | None, proposer: Actor | None, obligors: tuple[Actor, ...]) -> ProvisionFound:
    words = span.text
    return ProvisionFound(
        spans=((span.start_char, span.end_char),),
        action=action,
        standing=standing,
        phase=phase,
        issue=topic_of(list(span)) or issue_of(words),
        obligors=obligors,
        quantity=quantity_of(span),
        anchor=anchor_of(words, span.start_char, layers(span.doc).times),
        conditions=conditions_of(span),
        exceptions=exceptions_of(span),
        in_return_for=returns_of(span),
        proposer=proposer,
        confidence=0.55,
    )
