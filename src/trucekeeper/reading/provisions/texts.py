"""Provisions of agreement texts: which documents are agreements by their form, which of their clauses are terms, and what each term says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.model.claims import Actor, Anchor, Standing
from trucekeeper.reading.layers import ProvisionFound, layers, text_of
from trucekeeper.reading.provision_words import deontic, phase_key, phase_name, provision_words
from trucekeeper.reading.provisions.anchors import ORDINALS, anchor_of
from trucekeeper.reading.provisions.bearers import actors, agreeing, bearers, is_bearer, named_by, subject_heads, who_agreed, who_before, who_we_are
from trucekeeper.reading.provisions.counted_days import day_anchor
from trucekeeper.reading.provisions.duties import Duty, duties, present_act
from trucekeeper.reading.provisions.forms import (
    SHALL,
    agreed_on,
    has_own_verb,
    is_act,
    is_heading,
    is_open,
    is_preamble,
    is_timeless,
    span_of,
    starts_bare,
    starts_with_to,
    steps_to_come,
)
from trucekeeper.reading.provisions.issues import issue_of
from trucekeeper.reading.provisions.partition import Part, is_negated, parts
from trucekeeper.reading.provisions.parts import conditions_of, exceptions_of, opened, quantity_of, returns_of
from trucekeeper.reading.provisions.phases import DURATION_ISSUE, holds, read_phases
from trucekeeper.reading.provisions.receivers import beneficiaries
from trucekeeper.reading.provisions.rows import CELLS, table_row
from trucekeeper.reading.provisions.structure import Clause
from trucekeeper.reading.provisions.titles import bodies_defined, labels_of, title_of

LATEST_OPENING = 2500  # characters within which "have agreed as follows" ends a preamble
PHASE_ISSUE = "ceasefire"
IN_RETURN = re.compile(r"in (?:return|exchange),", re.IGNORECASE)
OPENS_ACT = re.compile(r"(?<!\bnot)\s+to\s*:$", re.IGNORECASE)  # "instruct them to:"
NAMELESS = re.compile(r"\bthe following\s+(?:\w+\s+){0,2}(?:shall be|will be|are|is)\b[^:.]*[:.]$", re.IGNORECASE)
FOLLOWING = re.compile(r"\b(?:following|follows)\b[^:]{0,30}[:;]$")
ACCORDING = re.compile(r"\bin (?:accordance|conformity|line|compliance|keeping) with\b[^,;.:]*", re.IGNORECASE)  # names another text, not the matter


def read_agreement(doc: Doc, found: Sequence[Clause]) -> Iterator[ProvisionFound]:
    reader = TextReader(doc, found)
    for index in range(len(found)):
        yield from reader.provisions(index)


class TextReader:
    """Reads one agreement text, clause by clause; a list's items take what they lack from its opener."""

    def __init__(self, doc: Doc, found: Sequence[Clause]) -> None:
        self.doc = doc
        self.clauses = found
        self.labels = labels_of(found)
        self.spans = [span_of(doc, c) for c in found]
        self.stems = {c.stem for c in found if c.stem is not None}
        self.name = title_of(doc)
        self.standing: Standing = "proposed" if is_open(doc) else "agreed"
        self.we = next((who for s in self.spans if s is not None and (who := who_we_are(s))), ())
        self.bodies = bodies_defined(text_of(doc))
        self.opening = self.opened_by()
        self.owed: tuple[str | None, tuple[Actor, ...]] = None, ()  # the number of the term before, and who owes it

    def opened_by(self) -> int:
        """The clause up to which all is preamble: the last "hereby agree:" before the first number, else the first anywhere; -1 where there is none."""
        told = [i for i, c in enumerate(self.clauses) if c.start < LATEST_OPENING and agreed_on().search(text_of(self.doc)[c.start : c.end])]
        first = next((i for i, c in enumerate(self.clauses) if c.numbered), 0)
        return max((i for i in told if i < first), default=min(told, default=-1))

    def provisions(self, index: int) -> Iterator[ProvisionFound]:
        clause, span = self.clauses[index], self.spans[index]
        if span is None or len(span) < 2:
            return
        if index <= self.opening and not clause.numbered and clause.stem is None:
            return  # up to "have agreed on the following:"
        if CELLS.search(span.text):
            yield from (replace(row, standing=self.standing) for row in table_row(span, self.name, self.labels[index]))
            return
        if date := signed_on(self.doc, span):
            yield ProvisionFound(
                spans=((clause.start, clause.end),), action=span.text, standing="agreed", agreement=self.name, issue="signature", anchor=date, confidence=0.8
            )
            return
        listed = clause.stem is not None and starts_bare(span)  # "Monitor and enforce …"
        found = duties(span) or (present_act(span) if (clause.numbered or clause.label) and not listed else [])
        if not found and not self.is_term(index, span):
            return
        if found and is_preamble(span) and not (clause.numbered and span[0].lower_ == "we") and not any(d.word.tag_ == "MD" for d in found):
            return
        opens = bool(found) and (index in self.stems or span[-1].text == ":")
        if opens and not self.says_something(span, found[-1]):
            return
        for part in parts(span, found):
            yield self.term(index, part)
        for told in read_phases(span) if not found or any(is_edge(d) for d in found) else ():  # the same words also date a phase
            if told.issue == DURATION_ISSUE and told.anchor is not None:
                yield replace(told, standing=self.standing, proposer=None, agreement=self.name, clause=self.labels[index])

    def says_something(self, span: Span, last: Duty) -> bool:
        """Has an opener a term of its own ("… are prohibited:"), or only "The Parties shall:"?"""
        if NAMELESS.search(span.text):
            return False
        if last.verb.lower_ in deontic().duty.participles:
            return True
        if FOLLOWING.search(span.text) and last.verb.lemma_.lower() in deontic().duty.verbs:
            return False
        return any(t.pos_ == "NOUN" for t in span.doc[last.verb.i + 1 : span.end])

    def is_term(self, index: int, span: Span) -> bool:
        """Without a duty word: an item of a list whose opener binds, a bare verb, or a noun phrase of an act."""
        clause = self.clauses[index]
        counted = clause.numbered and day_anchor(span.text) is not None  # "Establishment: D-Day."
        if (
            is_preamble(span)
            or (is_heading(span) and not (counted or starts_with_to(span) or (clause.numbered and clause.label is None and is_act(span))))
            or self.opens_deeper(index)
        ):
            return False
        if clause.stem is not None and self.spans[clause.stem] is not None:
            stem = self.spans[clause.stem]
            opens = stem is not None and (agreed_on().search(stem.text) or steps_to_come().search(stem.text))
            if opens and not has_own_verb(span):
                return True  # "The parties agreed on the following: • A stronger presence in the port."
            if stem is not None and NAMELESS.search(stem.text) and is_timeless(span):
                return True  # "The following will be handed over: a) lists of arms; …"
            if stem is not None and starts_with_to(stem) and starts_bare(span):
                return True  # "To charge a commission with the following: (a) To count …"
            if stem is not None and not duties(stem) and is_heading(stem):
                return clause.numbered and is_act(span) and is_timeless(span)  # "Protocol IV:", "The Government:"
            return stem is not None and bool(duties(stem)) and (is_act(span) or span[0].text[0].islower())
        if span[-1].text == ":":
            return False
        return counted or (clause.numbered and (starts_bare(span) or (is_act(span) and is_timeless(span))))

    def told_by(self, matter: str, words: str, anchor: Anchor | None) -> tuple[str, ...]:
        """Where the issue of a term is looked for: in what is owed, in the whole clause, then in the names of the bodies behind their acronyms.

        What it is counted from ("by the time of the elections") tells it only where nothing else does.
        """
        due = anchor.text if anchor is not None and anchor.offset is None else ""
        plain = essence(matter, due), essence(words, due), essence(words)
        return *plain, *(self.spelled_out(w) for w in plain)

    def spelled_out(self, words: str) -> str:
        """With the acronyms of bodies that the text itself defines in full ("the JMC" as "the Joint Monitoring Commission")."""
        return re.sub(r"\b[A-Z]{3,8}\b", lambda m: self.bodies.get(m.group(), m.group()), words)

    def opens_deeper(self, index: int) -> bool:
        """ "3 Amnesty" before "3.1": a heading."""
        label = self.clauses[index].label
        after = self.clauses[index + 1].label if index + 1 < len(self.clauses) else None
        return label is not None and after is not None and after.startswith((f"{label}.", f"{label}("))

    def term(self, index: int, part: Part) -> ProvisionFound:
        clause, span, duty = self.clauses[index], part.span, part.duty
        stem = self.spans[clause.stem] if clause.stem is not None else None
        stem_duty = duties(stem)[-1:] if stem is not None else []
        words = span.text
        anchor = anchor_of(words, span.start_char, layers(self.doc).times)
        obligors, gets = self.who(part, stem, stem_duty, self.labels[index])
        self.owed = self.labels[index], obligors
        if anchor is None and stem is not None and duty is None:
            anchor = anchor_of(stem.text, stem.start_char, layers(self.doc).times)
        if anchor is None and clause.label is not None:
            anchor = day_anchor(clause.label)  # "E-Day + 30: …"
        opener = stem.text if stem is not None and agreed_on().search(stem.text) is None else ""
        context = (part.stands.text if part.stands != span else "", opener, *self.under_same_number(index), clause.heading or "")
        return ProvisionFound(
            spans=((span.start_char, span.end_char),),
            action=self.action(span, duty, stem, stem_duty),
            standing=self.standing,
            agreement=self.name,
            phase=phase_of(words) or (phase_of(stem.text) if stem is not None else None),
            clause=self.labels[index],
            issue=PHASE_ISSUE
            if duty is not None and times_a_phase(duty, span)
            else issue_of(*self.told_by(self.matter(span, duty, obligors), words, anchor), *context),
            obligors=obligors,
            beneficiaries=gets,
            quantity=quantity_of(span),
            anchor=anchor,
            conditions=conditions_of(span, before=self.subject_at(part)),
            exceptions=exceptions_of(span),
            in_return_for=returns_of(span) or self.given_for(index, span),
            confidence=0.75 if duty is not None else 0.6,
        )

    def subject_at(self, part: Part) -> int | None:
        """Where in the words of a term its subject stands."""
        heads = subject_heads(part.duty, part.stands) if part.duty is not None and part.stands == part.span else []
        first = min((t for h in heads for t in h.subtree if not t.is_punct and t.dep_ != "cc" and t.i <= h.i), key=lambda t: t.i, default=None)
        return first.idx - part.span.start_char if first is not None else None

    def under_same_number(self, index: int) -> Iterator[str]:
        """The sentences before it, the last one first, then those behind: "They shall be chosen by lot" goes on with the matter of those before."""
        label = self.clauses[index].label
        for step in (-1, 1) if label is not None else ():
            at = index + step
            while 0 <= at < len(self.clauses) and self.clauses[at].label == label:
                if (span := self.spans[at]) is not None:
                    yield span.text
                at += step

    def given_for(self, index: int, span: Span) -> tuple[str, ...]:
        """ "In return, …": the number of the clause before, or its words where it has none."""
        if index == 0 or IN_RETURN.match(span.text) is None:
            return ()
        before = self.spans[index - 1]
        return (self.clauses[index - 1].label or (before.text if before is not None else ""),)

    def matter(self, span: Span, duty: Duty | None, obligors: tuple[Actor, ...]) -> str:
        """What is owed without who owes it: a ministry's name says little of its task. Of a passive the subject is the matter."""
        return self.doc[owed_from(duty, span) : span.end].text if duty is not None and obligors and not duty.passive else ""

    def action(self, span: Span, duty: Duty | None, stem: Span | None, stem_duty: list[Duty]) -> str:
        """What is owed; an item keeps what its list's opener does with it ("are prohibited: …")."""
        if duty is not None and duty.verb.i >= duty.word.i and not is_inverted(duty):
            return self.doc[duty.word.i if duty.word is duty.verb else owed_from(duty, span) : span.end].text
        if stem is not None and OPENS_ACT.search(stem.text) and starts_bare(span):
            return span.text
        if stem is not None and stem_duty and agreed_on().search(stem.text) is None:
            return f"{self.doc[stem_duty[0].word.i : stem.end].text} {span.text}"
        return span.text

    def who(self, part: Part, stem: Span | None, stem_duty: list[Duty], label: str | None) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        span, duty = part.span, part.duty
        listed = stem is not None and duty is not None and duty.word.i == span.start and starts_bare(span)  # "We pledge to: • refrain from raids"
        if duty is not None and not listed:
            owing = bearers(first_of(part.stands) if is_negated(duty) and part.stands != part.span else duty, part.stands)
            if not owing and not duty.passive and is_ours(duty):
                owing = self.we  # "We agree to …": those who signed
            if all(o.name.lower() in {"they", "it"} for o in owing):
                before = self.owed[1] if owing and label is not None and label == self.owed[0] else ()  # "The Parties shall … They shall also …"
                owing = agreeing(duty, part.stands) or who_before(duty, part.stands) or before or owing  # "The signatories commit that they will …"
            return owing, beneficiaries(duty, span)
        own = () if starts_bare(span) else named_by(span)
        if stem is not None and stem_duty:
            agreed = (who_agreed(stem) or (self.we if is_ours(stem_duty[0]) else ())) if starts_bare(span) else ()
            return bearers(stem_duty[0], stem) or agreeing(stem_duty[0], stem) or own or agreed, ()
        if stem is not None and is_heading(stem) and starts_bare(span):
            return actors([t for t in stem if is_bearer(t)][-1:], stem), ()  # "The Government: – release …"
        if stem is not None and starts_bare(span) and (who := who_agreed(stem)):
            return who, ()
        return own, ()


def essence(words: str, due: str = "") -> str:
    """Without what a term does not hold for, the texts that it accords with and the words that tell when it is `due`."""
    words = words.replace(due, " ", 1) if due else words
    for excepted in opened(words, deontic().exceptions.openers):
        words = words.replace(excepted, " ")
    return ACCORDING.sub(" ", words)


def is_edge(duty: Duty) -> bool:
    """Does the verb begin, end or lengthen something?"""
    edges = provision_words().edges
    if any(t.lemma_ == "be" and holds(t) for t in duty.word.doc[duty.word.i : duty.word.i + 2]):
        return True
    return duty.verb.lemma_.lower() in edges.begin | edges.end | edges.last | edges.extend


def times_a_phase(duty: Duty, span: Span) -> bool:
    """ "The second phase shall begin …": a term about the truce's own course."""
    before = span.doc[span.start : duty.word.i].text
    edges = provision_words().edges
    return re.search(phase_name() + r"\s*$", before, re.IGNORECASE) is not None and duty.verb.lemma_.lower() in edges.begin | edges.end | edges.last


def phase_of(words: str) -> str | None:
    match = re.search(phase_name(), words, re.IGNORECASE)
    return phase_key(match.group()) if match else None


NTH = "|".join(sorted(ORDINALS, key=len, reverse=True))
DAY_OF = re.compile(rf"\b(?P<nth>{NTH}|\d{{1,2}}(?:st|nd|rd|th)?)\s+day\s+of\s+(?:the\s+month\s+of\s+)?", re.IGNORECASE)
SIGNED = re.compile(r"\b(?:done|signed|concluded|adopted)\b", re.IGNORECASE)


def signed_on(doc: Doc, span: Span) -> Anchor | None:
    """The day of signature, where a row says "Done at …" or "Signed at …" with a date, and binds nobody."""
    match = SIGNED.match(span.text)
    if match is None or any(t.lower_ in SHALL for t in span):
        return None
    for found in layers(doc).times:
        if span.start_char <= found.start and found.end <= span.end_char and found.timex.type == "DATE" and found.time.known_day:
            return Anchor(text_of(doc)[span.start_char : found.end], "date", found.time.as_range, None, "on")
    return nth_of_month(doc, span)


def nth_of_month(doc: Doc, span: Span) -> Anchor | None:
    """ "Done this seventh day of the month of July 1999"."""
    nth = DAY_OF.search(span.text)
    month = next((t for t in layers(doc).times if nth is not None and 0 <= t.start - span.start_char - nth.end() <= 1), None)
    if nth is None or month is None or month.time.earliest is None or month.time.earliest[:7] != (month.time.latest or "")[:7]:
        return None
    number = ORDINALS.get(nth["nth"].lower()) or int(re.sub(r"\D", "", nth["nth"]) or 0)
    day = f"{month.time.earliest[:7]}-{number:02d}"
    return Anchor(text_of(doc)[span.start_char : month.end], "date", day, None, "on") if number > 0 and day <= (month.time.latest or "") else None


def first_of(span: Span) -> Duty:
    """The first duty of a clause that lays another one on the same subject ("shall keep the truce | and shall not lay mines")."""
    return duties(span)[0]


def is_inverted(duty: Duty) -> bool:
    """ "under no circumstances will | the villages be shelled": what is owed begins before the word of duty."""
    behind = duty.word.nbor() if duty.word.i + 1 < len(duty.word.doc) else duty.word
    return duty.word.tag_ == "MD" and any(s.i > duty.word.i for s in own_subjects(duty.verb)) and behind.pos_ in {"DET", "NOUN", "PROPN", "PRON"}


def is_ours(duty: Duty) -> bool:
    """ "Furthermore, we (hereby) commit to …"."""
    return any(t.lower_ == "we" for t in duty.word.doc[max(0, duty.word.i - 2) : duty.word.i])


def owed_from(duty: Duty, span: Span) -> int:
    """Where what is owed begins: behind the word of duty, or where a verb strung on stands without it."""
    return duty.word.i + 1 if duty.word.i >= span.start else span.start
