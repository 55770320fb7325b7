"""What a report goes on to tell of a text, sentence by sentence."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import base
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import is_verbal
from trucekeeper.reading.layers import layers, region
from trucekeeper.reading.positions.topics import of_matter
from trucekeeper.reading.provision_words import provision_words
from trucekeeper.reading.provisions.issues import issue_of
from trucekeeper.reading.provisions.told.by_text import by_text, standing_of
from trucekeeper.reading.provisions.told.clauses import owed_in, under
from trucekeeper.reading.provisions.told.deals import agreed, deal_on, deal_to, is_timed_truce, planned, proposals, settled_that
from trucekeeper.reading.provisions.told.disputes import disputed
from trucekeeper.reading.provisions.told.going_on import goes_on, is_outlet
from trucekeeper.reading.provisions.told.listed import begins_line, behind_colon, listed, opens_list
from trucekeeper.reading.provisions.told.papers import is_draft, is_open, is_reached, texts_of
from trucekeeper.reading.provisions.told.pledges import behind_reaching, beside_signing, pledges, promised_under, within_text
from trucekeeper.reading.provisions.told.sentences import words_of
from trucekeeper.reading.provisions.told.terms import Told, apart, owed_word
from trucekeeper.reading.provisions.told.wishes import wanter

LONGEST_PAUSE = {"agreed": 6, "proposed": 2}  # sentences without a term or a word of a text after which a report has left it
CLOSE = {"agreed": 1, "proposed": 0}  # sentences without a term behind which the report's own "would" still speaks of the text


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
        self.listing: tuple[Standing, Actor | None] | None = None  # how the text stands of which the lines below tell the terms

    def terms(self, sentence: Span) -> list[Told]:
        if self.listing is not None and begins_line(sentence):
            told = [*listed(sentence, *self.listing)]
            if told:
                return told
            if not any(t.tag_ == "MD" for t in words_of(sentence)):  # a line may tell its term as a clause
                self.listing = None
        if self.lead is None and self.about is None and not texts_of(sentence) and not any(speaks_of_terms(t) for t in words_of(sentence)):
            return []
        known = self.lead or self.about
        found = [*disputed(sentence), *by_text(sentence, known), *under(sentence, self.lead), *deal_to(sentence), *deal_on(sentence), *planned(sentence)]
        settled_now = [t for t in (*agreed(sentence, self.lead is not None), *settled_that(sentence, self.lead is not None)) if not is_mere_talk(t)]
        if settled_now and self.lead is None:  # "agreed on a lasting truce and pledged to free their captives"
            settled_now += [t for t in pledges(sentence, "agreed", None, past=True) if not is_mere_talk(t)]
        found += settled_now
        found += [*proposals(sentence), *within_text(sentence), *beside_signing(sentence), *promised_under(sentence), *upon_signing(sentence)]
        found += [t for t in behind_reaching(sentence) if not is_mere_talk(t)]
        found = [*(Told(span, span.root, *standing_of(text, text.head)) for span, text in behind_colon(sentence)), *found]
        opened = opening(sentence)
        if opened is not None and opened[0] == "proposed" and self.lead is not None and self.lead[0] == "agreed" and self.spoken_of(sentence) == self.lead:
            opened = None  # "the plan (that both sides agreed to) will be presented to the council"
        self.about = self.spoken_of(sentence)
        if self.lead is not None:
            close = self.age <= CLOSE.get(self.lead[0], 0)
            past = self.lead[0] == "agreed" and (speaks_of_all(sentence) or close)
            found += [t for t in pledges(sentence, *self.lead, past=past) if not is_mere_talk(t)]
            told = [*owed_in(sentence, *self.lead)] if opened is None else []
            going = [t for t in told if goes_on(t, self.lead[0], close=close)]
            found += [t for t in told if t in going or any(goes_with(t, g) for g in going)]
        found = apart(found)
        settled = [t for t in found if t.standing in {"agreed", "proposed"}]
        if opened is not None:
            self.lead = opened
        elif settled:
            self.lead = (settled[-1].standing, settled[-1].by)
        elif self.lead is None and self.about is not None and self.about[0] == "agreed":
            self.lead = self.about
        elif self.lead is not None and self.age >= LONGEST_PAUSE.get(self.lead[0], 2):
            self.lead = None
        if opens_list(sentence):
            self.listing = self.lead or self.about or standing_of(text := texts_of(sentence)[0], text.head)
        if found or opened or self.about is not None:
            self.age = 0
        elif any(is_verbal(t) for t in words_of(sentence)):  # a dateline ("ORLE, May 3 -") is no pause
            self.age += 1
        return found

    def spoken_of(self, sentence: Span) -> tuple[Standing, Actor | None] | None:
        """How the text stands that a sentence has for a subject; "it" goes on with that of the sentence before."""
        text = next((t for t in texts_of(sentence) if (t.dep_.startswith("nsubj") or is_of_subject(t))), None)
        if text is not None:
            return standing_of(text, text.head if not is_of_subject(text) else text.head.head, self.lead)
        it = next((t for t in words_of(sentence) if t.lower_ == "it" and t.dep_.startswith("nsubj")), None)
        return self.about if it is not None and it.head == sentence.root else None


def goes_with(told: Told, going: Told) -> bool:
    """ "The rebels will be taken in | and given seats": of the same doers, or strung on the same verb."""
    return (bool(told.doers) and told.doers == going.doers) or (base(told.head) == "conj" and told.head.head == going.head)


def is_of_subject(text: Token) -> bool:
    """ "The contents of the accord …"."""
    return base(text) == "nmod" and text.head.dep_.startswith("nsubj") and preposition(text) == "of"


def upon_signing(sentence: Span) -> list[Told]:
    """ "He will be freed upon signing of the deal", whatever was told before."""
    signed = provision_words().anchors.signature
    for noun in texts_of(sentence):
        near = sentence.doc[max(sentence.start, noun.i - 4) : noun.i]
        if any(re.fullmatch(w, t.lower_) for t in near for w in signed) and any(t.lower_ in {"upon", "on", "after", "of"} for t in near):
            return [t for t in owed_in(sentence, "proposed" if is_draft(noun) or is_open(noun) else "agreed", None) if not is_mere_talk(t)]
    return []


def speaks_of_all(sentence: Span) -> bool:
    """ "The parties (both sides) pledged to …": all who have just agreed."""
    return any(t.lower_ in {"parties", "sides", "signatories"} and t.dep_ == "nsubj" and t.head == sentence.root for t in words_of(sentence))


def is_mere_talk(told: Told) -> bool:
    """ "agreed to meet again", on no day: no term."""
    if owed_word(told.head) is not None and own_subjects(told.head):
        return False  # "agreed that its envoy would chair the talks"
    if told.span[0].lower_ in {"not", "never"}:
        return False  # "agreed not to take any more towns"
    if told.head.lemma_.lower() in provision_words().told.truces and is_timed_truce(told.head):
        return False  # "agreed to a lasting truce"
    start, end = region(told.span)
    timed = any(t.start < end and start < t.end for t in layers(told.span.doc).times)
    matter = of_matter(told.span) or issue_of(told.span.text) or "mediation format"
    return not timed and matter in provision_words().told.vague and not lemma_in(told.head, provision_words().told.abstaining)


def is_agreed_by_all(verb: Token) -> bool:
    """ "The two presidents agreed to the plan": no plan any more."""
    who = subjects(verb)
    return lemma_in(verb, provision_words().told.closing) is not None and (len(who) > 1 or any(s.tag_ in {"NNS", "NNPS"} for s in who))


def opening(sentence: Span) -> tuple[Standing, Actor | None] | None:
    """Whether a sentence says that a text was reached ("signed a truce") or put forward ("unveiled a plan")."""
    for noun in texts_of(sentence):
        if is_reached(noun) and not is_open(noun):
            return "proposed" if is_draft(noun) else "agreed", None
        verb = noun.head
        if is_reached(noun) and is_open(noun) and is_agreed_by_all(verb):
            return "agreed", None
        if (is_open(noun) or is_draft(noun)) and verb.lemma_.lower() in provision_words().standing.propose and verb.pos_ == "VERB":
            by = wanter(verb)
            return "proposed", by if by is None or not is_outlet(by, noun.doc) else None  # what a newspaper publishes is not its plan
    return None
