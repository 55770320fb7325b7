"""What a report goes on to tell of a text, sentence by sentence."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from trucekeeper.language.relations import agents, is_negated, is_passive, own_subjects
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.layers import StatementFound, covering, layers, region
from trucekeeper.reading.positions.openers import opener_at
from trucekeeper.reading.positions.topics import of_matter
from trucekeeper.reading.provision_words import deontic, provision_words
from trucekeeper.reading.provisions.issues import clear_issue, issue_of
from trucekeeper.reading.provisions.told.by_text import by_text, standing_of
from trucekeeper.reading.provisions.told.clauses import falls_due, owed_in, under
from trucekeeper.reading.provisions.told.deals import agreed, deal_on, deal_to, planned, proposals
from trucekeeper.reading.provisions.told.disputes import disputed
from trucekeeper.reading.provisions.told.papers import is_draft, is_open, is_reached, is_text, texts_in
from trucekeeper.reading.provisions.told.pledges import pledges, promised_under, within_text
from trucekeeper.reading.provisions.told.terms import Told, apart, owed_word
from trucekeeper.reading.provisions.told.wishes import wanter

DUE = "due"  # the matter of what is to be done by a time, whatever it is
LONGEST_PAUSE = 2  # sentences without a term after which a report has left the text


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
        found = [*disputed(sentence), *by_text(sentence, self.lead or self.about), *under(sentence), *deal_to(sentence), *deal_on(sentence), *planned(sentence)]
        found += [t for t in agreed(sentence, self.lead is not None) if not is_mere_talk(t)]
        found += [*proposals(sentence), *within_text(sentence), *promised_under(sentence), *upon_signing(sentence)]
        opened = opening(sentence)
        text = next((t for t in sentence if is_text(t) and t.dep_.startswith("nsubj")), None)
        self.about = None if text is None else standing_of(text, text.head)
        if self.lead is not None:
            found += pledges(sentence, *self.lead, past=self.age == 0 and self.lead[0] == "agreed" and speaks_of_all(sentence))
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


def upon_signing(sentence: Span) -> list[Told]:
    """ "He will be freed upon signing of the deal", whatever was told before."""
    signed = provision_words().anchors.signature
    for noun in sentence:
        near = sentence.doc[max(sentence.start, noun.i - 4) : noun.i]
        if is_text(noun) and any(re.fullmatch(w, t.lower_) for t in near for w in signed) and any(t.lower_ in {"upon", "on", "after", "of"} for t in near):
            return [t for t in owed_in(sentence, "proposed" if is_draft(noun) or is_open(noun) else "agreed", None) if not is_mere_talk(t)]
    return []


def speaks_of_all(sentence: Span) -> bool:
    """ "The parties (both sides) pledged to …": all who have just agreed."""
    return any(t.lower_ in {"parties", "sides", "signatories"} and t.dep_ == "nsubj" and t.head == sentence.root for t in sentence)


def is_mere_talk(told: Told) -> bool:
    """ "agreed to meet again", on no day: no term."""
    start, end = region(told.span)
    timed = any(t.start < end and start < t.end for t in layers(told.span.doc).times)
    matter = of_matter(told.span) or issue_of(told.span.text) or "mediation format"
    return not timed and matter in provision_words().told.vague


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
    if word is None or (word.lower_ == "would" and standing == "agreed" and not (of_text(told) or conditional or own or is_retold_passive(told, voices))):
        return False
    if word.lower_ in {"may", "should"} and standing == "agreed" and not (negated or (own and word.lower_ == "should")):
        return False
    if any(is_text(s) for s in own_subjects(told.head)) and not agents(told.head):
        return False
    matter = of_matter(told.span, strict=True) or (clear_issue(told.span.text) if close else None) or (DUE if falls_due(told.head) else None)
    receives = lemma_in(told.head, deontic().beneficiaries.receive) is not None  # "each household will get seeds": whatever it is
    if (
        (matter is None and word.lemma_ != "have" and not receives)
        or (matter in provision_words().told.vague and not (conditional or falls_due(told.head)))
        or is_lone_person(told)
    ):
        return False
    if any(is_text(s) and any(d.lower_ in {"any", "no"} for d in s.children) for s in own_subjects(told.head)):
        return False
    return of_text(told) or is_retold_passive(told, voices) or all(retells(v) for v in voices)


def is_retold_passive(told: Told, voices: list[StatementFound]) -> bool:
    """ "He said that some of the fighters would be taken into the army": what is to be done to somebody, and nobody's own promise."""
    plain = all(v.act is None or v.act in provision_words().told.retelling for v in voices)
    word = owed_word(told.head)
    ahead = word is not None and word.lower_ in {"will", "would"}
    return bool(voices) and plain and ahead and is_passive(told.head) and not is_negated(told.head)


def retells(voice: StatementFound) -> bool:
    """Whether those who say it only report what was agreed ("officials", "the mission"); what a side says that it will do is its own word."""
    if voice.act is not None and voice.act not in provision_words().told.retelling:
        return False
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
