"""Whether a clause behind a text goes on to tell its terms, and is not somebody's own plan, threat or wish."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.subjects import agents, own_subjects
from trucekeeper.language.grammar.tree import children
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.layers import StatementFound, covering, layers, region
from trucekeeper.reading.positions.openers import opener_at
from trucekeeper.reading.positions.topics import of_matter
from trucekeeper.reading.provision_words import deontic, provision_words
from trucekeeper.reading.provisions.anchors import anchor_of
from trucekeeper.reading.provisions.bearers import is_bearer
from trucekeeper.reading.provisions.issues import clear_issue, issue_of
from trucekeeper.reading.provisions.told.clauses import falls_due, is_empowered
from trucekeeper.reading.provisions.told.papers import is_text
from trucekeeper.reading.provisions.told.terms import Told, is_existential, owed_word, subject_heads

DUE = "due"  # the matter of what is to be done by a time, or must be done, whatever it is


def goes_on(told: Told, standing: Standing, *, close: bool) -> bool:
    """Whether a clause behind a text tells one more of its terms: about what agreements settle, by somebody who can owe it, in nobody's threat or wish.

    `close` is true right behind a sentence with a term: there the report's own "would" and "should" still speak of the text.
    """
    voices = covering(layers(told.span.doc).statements, region(told.span))
    own = close and (not voices or (word_is_wished(told) and all(retells(v, told.span.doc) for v in voices)))
    word = owed_word(told.head)
    negated = is_negated(told.head) or "no" in {t.lower_ for t in told.span}
    conditional = (
        lead_condition(told.span.sent) is not None
        or falls_due(told.head)
        or (word is not None and word.lower_ in {"must", "shall"})
        or (word is not None and word.lemma_ in {"be", "have"} and word.tag_ != "MD")
    )
    if word is None or (word.lower_ == "would" and standing == "agreed" and not (of_text(told) or conditional or own or is_retold_passive(told, voices))):
        return False
    if word.lower_ in {"may", "should"} and standing == "agreed" and not (negated or (own and word.lower_ == "should")):
        return False
    if any(s.tag_ in {"WDT", "WP"} for s in own_subjects(told.head)):
        return False  # "a pact which would sort out the dispute"
    enacted = lemma_in(told.head, provision_words().told.reached | {"pass"}) is not None  # "The deal has to be passed by parliament"
    if any(is_text(s) for s in subject_heads(told.head)) and (enacted or not agents(told.head)):
        return False
    matter = matter_of(told, word, voices, close=close)
    receives = lemma_in(told.head, deontic().beneficiaries.receive) is not None or is_empowered(told.head)  # "each household will get seeds": whatever it is
    receives = receives or lemma_in(told.head, provision_words().told.abstaining) is not None  # "will refrain from using the wells"
    if (
        (matter is None and word.lemma_ != "have" and not receives)
        or (matter in provision_words().told.vague and not (conditional or falls_due(told.head) or (close and not voices and is_dated(told))))
        or is_lone_person(told)
    ):
        return False
    if any(is_text(s) and any(d.lower_ in {"any", "no"} for d in s.children) for s in own_subjects(told.head)):
        return False
    others = close and word.lower_ in {"will", "must", "shall", "is", "are"} and is_told_of_others(told, voices)
    return of_text(told) or others or is_retold_passive(told, voices) or all(retells(v, told.span.doc) for v in voices)


def is_dated(told: Told) -> bool:
    """ "They will meet again on 30 July"."""
    due = anchor_of(told.span.text, told.span.start_char, layers(told.span.doc).times)
    return due is not None and due.kind == "date"


def word_is_wished(told: Told) -> bool:
    word = owed_word(told.head)
    return word is not None and word.lower_ in {"should", "would"}


def is_told_of_others(told: Told, voices: list[StatementFound]) -> bool:
    """ "The premier wrote that the front will free its captives": what is said, right behind a text, of somebody else than who says it."""
    plain = all(v.act is None or v.act in provision_words().told.retelling for v in voices)
    speakers = {v.speaker.key for v in voices if v.speaker is not None}
    return plain and bool(told.doers) and speakers.isdisjoint(d.key for d in told.doers) and not is_negated(told.head)


def matter_of(told: Told, word: Token, voices: list[StatementFound], *, close: bool) -> str | None:
    """What a clause is about: an issue, by words that many share only right behind a term in the report's own words; what is due, or must be done, is one."""
    found = of_matter(told.span, strict=True) or (clear_issue(told.span.text) if close else None)
    if found is not None:
        return found
    bearer = any(is_bearer(s) for s in subject_heads(told.head))
    if close and not voices and (bearer or is_passive(told.head)):  # "The men's recruitment will be ended"
        found = issue_of(told.span.text)
    joint = close and not voices and any(s.lemma_.lower() in {"party", "side"} for s in subject_heads(told.head))  # "Both sides will hand in their maps"
    done_to = close and not voices and is_passive(told.head)  # "Part of the camp is to be emptied"
    must = joint or ((bearer or done_to) and word.lower_ in {"must", "shall", "is", "are"})  # "Any troops recruited before May must stay in the hills"
    return found or (DUE if must or falls_due(told.head) else None)


def is_retold_passive(told: Told, voices: list[StatementFound]) -> bool:
    """ "He said that some of the fighters would be taken into the army": what is to be done to somebody, and nobody's own promise."""
    plain = all(v.act is None or v.act in provision_words().told.retelling for v in voices)
    word = owed_word(told.head)
    ahead = word is not None and word.lower_ in {"will", "would"}
    return bool(voices) and plain and ahead and (is_passive(told.head) or is_existential(told.head)) and not is_negated(told.head)


def retells(voice: StatementFound, doc: Doc) -> bool:
    """Whether those who say it only report what was agreed ("officials", "the mission"); what a side says that it will do is its own word."""
    if voice.act is not None and voice.act not in provision_words().told.retelling:
        return False
    return (
        voice.speaker is None
        or voice.speaker.name.split()[-1].lower() in provision_words().told.retellers
        or is_outlet(voice.speaker, doc)
        or mediates(voice.speaker, doc)
    )


def mediates(speaker: Actor, doc: Doc) -> bool:
    """Whether somebody's title, or that of whom "he" stands for, is a go-between's."""
    titles = (e.title for e in layers(doc).entities if e.title is not None and e.name in {speaker.name, speaker.resolved})
    return any(not provision_words().told.between.isdisjoint(re.split(r"[\s-]", t.lower())) for t in titles)


def is_outlet(speaker: Actor, doc: Doc) -> bool:
    """A newspaper, an agency, a site: it reports what was agreed."""
    site = re.search(r"\w\.(?:com|org|net|news)\b", speaker.name, re.IGNORECASE) is not None
    return site or any(e.kind in {"media", "agency"} and e.name == speaker.name for e in layers(doc).entities)


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
    nouns = provision_words().agreements.nouns | provision_words().told.documents | {"statement"}
    return any(v.speaker is not None and not nouns.isdisjoint(v.speaker.name.lower().split()[:3]) for v in voices)


def is_lone_person(told: Told) -> bool:
    heads = own_subjects(told.head)
    names = [s if s.pos_ == "PROPN" and not children(s, "det") else None for s in heads]  # an office ("the premier") is none
    entities = [layers(told.span.doc).entity_of(s.i) if s is not None else None for s in names]
    pronoun = any(s.lower_ in {"he", "she", "i", "we", "you", "it"} for s in heads)
    leaves = lemma_in(told.head, provision_words().told.leaving) is not None  # "Mr Bol will step down in May" is a term of the deal
    return pronoun or (bool(entities) and all(e is not None and e.kind == "person" for e in entities) and not leaves)
