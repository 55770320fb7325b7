"""Provisions of agreement texts: which documents are agreements by their form, which of their clauses are terms, and what each term says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Span

from trucekeeper.language.relations import own_subjects
from trucekeeper.model.claims import Actor, Anchor
from trucekeeper.reading.layers import ProvisionFound, TimeFound, layers, text_of
from trucekeeper.reading.provision_words import deontic, phase_key, phase_name, provision_words
from trucekeeper.reading.provisions.anchors import anchor_of
from trucekeeper.reading.provisions.bearers import Duty, actors, agreeing, bearers, duties, is_bearer, named_by, present_act
from trucekeeper.reading.provisions.forms import AGREED, FINITE, SHALL, STEPS, is_act, is_heading, is_preamble, is_timeless, span_of, starts_bare
from trucekeeper.reading.provisions.issues import issue_of
from trucekeeper.reading.provisions.parts import conditions_of, exceptions_of, opened, quantity_of, returns_of
from trucekeeper.reading.provisions.phases import DURATION_ISSUE, read_phases
from trucekeeper.reading.provisions.receivers import beneficiaries
from trucekeeper.reading.provisions.structure import Clause

LATEST_OPENING = 2500  # characters within which "have agreed as follows" ends a preamble
PHASE_ISSUE = "ceasefire"
IN_RETURN = re.compile(r"in (?:return|exchange),", re.IGNORECASE)
NAMELESS = re.compile(r"\bthe following\s+(?:\w+\s+){0,2}(?:shall be|will be|are|is)\b[^:]*:$", re.IGNORECASE)
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
        self.spans = [span_of(doc, c) for c in found]
        self.stems = {c.stem for c in found if c.stem is not None}
        self.name = title_of(doc)
        self.bodies = bodies_defined(text_of(doc))
        self.opening = next((i for i, c in enumerate(found) if c.start < LATEST_OPENING and AGREED.search(text_of(doc)[c.start : c.end])), -1)

    def provisions(self, index: int) -> Iterator[ProvisionFound]:
        clause, span = self.clauses[index], self.spans[index]
        if span is None or len(span) < 2:
            return
        if index <= self.opening and not clause.numbered and clause.stem is None:
            return  # up to "have agreed on the following:"
        if CELLS.search(span.text):
            yield from self.table_row(span, clause)
            return
        if date := signed_on(self.doc, span):
            yield ProvisionFound(
                spans=((clause.start, clause.end),), action=span.text, standing="agreed", agreement=self.name, issue="signature", anchor=date, confidence=0.8
            )
            return
        found = duties(span) or (present_act(span) if clause.numbered or clause.label else [])
        if not found and not self.is_term(index, span):
            return
        if found and is_preamble(span) and not any(d.word.tag_ == "MD" for d in found):
            return
        opens = bool(found) and (index in self.stems or span[-1].text == ":")
        if opens and not self.says_something(span, found[-1]):
            return
        for duty, part in parts(span, found):
            yield self.term(index, part, duty)
        for told in read_phases(span) if not found or any(is_edge(d) for d in found) else ():  # the same words also date a phase
            if told.issue == DURATION_ISSUE and told.anchor is not None:
                yield replace(told, standing="agreed", proposer=None, agreement=self.name, clause=clause.label)

    def table_row(self, span: Span, clause: Clause) -> Iterator[ProvisionFound]:
        """A row of a timetable: a cell with the time, one with the act and perhaps one with who does it."""
        bounds = [0, *(x for m in CELLS.finditer(span.text) for x in m.span()), len(span.text)]
        cells = [c for a, b in zip(bounds[::2], bounds[1::2], strict=True) if (c := char_span(span, a, b)) is not None]
        times = layers(self.doc).times
        timed = next(((c, found) for c in cells if (found := cell_anchor(c, times)) is not None), None)
        rest = [c for c in cells if timed is None or c != timed[0]]
        act = next((c for c in rest if is_act(c)), None)
        if timed is None or act is None:
            return
        who = next((c for c in rest if c != act and any(is_bearer(t) for t in c)), None)
        yield ProvisionFound(
            spans=((act.start_char, act.end_char),),
            action=act.text,
            standing="agreed",
            agreement=self.name,
            clause=clause.label or timed[0].text,
            issue=issue_of(act.text),
            obligors=actors([t for t in who if is_bearer(t)][-1:], who) if who is not None else (),
            quantity=quantity_of(act),
            anchor=timed[1],
            confidence=0.6,
        )

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
        if is_preamble(span) or is_heading(span) or self.opens_deeper(index):
            return False
        if clause.stem is not None and self.spans[clause.stem] is not None:
            stem = self.spans[clause.stem]
            opens = stem is not None and (AGREED.search(stem.text) or STEPS.search(stem.text))
            if opens and not any(t.tag_ in FINITE and own_subjects(t) for t in span):
                return True  # "The parties agreed on the following: • A stronger presence in the port."
            if stem is not None and NAMELESS.search(stem.text) and is_timeless(span):
                return True  # "The following will be handed over: a) lists of arms; …"
            return stem is not None and bool(duties(stem)) and (is_act(span) or span[0].text[0].islower())
        if span[-1].text == ":":
            return False
        return clause.numbered and (starts_bare(span) or (is_act(span) and is_timeless(span)))

    def told_by(self, matter: str, words: str) -> tuple[str, ...]:
        """Where the issue of a term is looked for: in what is owed, in the whole clause, then in the names of the bodies behind their acronyms."""
        plain = essence(matter), essence(words)
        return *plain, *(self.spelled_out(w) for w in plain)

    def spelled_out(self, words: str) -> str:
        """With the acronyms of bodies that the text itself defines in full ("the JMC" as "the Joint Monitoring Commission")."""
        return re.sub(r"\b[A-Z]{3,8}\b", lambda m: self.bodies.get(m.group(), m.group()), words)

    def opens_deeper(self, index: int) -> bool:
        """ "3 Amnesty" before "3.1": a heading."""
        label = self.clauses[index].label
        after = self.clauses[index + 1].label if index + 1 < len(self.clauses) else None
        return label is not None and after is not None and after.startswith((f"{label}.", f"{label}("))

    def term(self, index: int, span: Span, duty: Duty | None) -> ProvisionFound:
        clause = self.clauses[index]
        stem = self.spans[clause.stem] if clause.stem is not None else None
        stem_duty = duties(stem)[-1:] if stem is not None else []
        words = span.text
        anchor = anchor_of(words, span.start_char, layers(self.doc).times)
        obligors, gets = self.who(span, duty, stem, stem_duty)
        if anchor is None and stem is not None and duty is None:
            anchor = anchor_of(stem.text, stem.start_char, layers(self.doc).times)
        opener = stem.text if stem is not None and AGREED.search(stem.text) is None else ""
        context = (opener, clause.heading or "")
        return ProvisionFound(
            spans=((span.start_char, span.end_char),),
            action=self.action(span, duty, stem, stem_duty),
            standing="agreed",
            agreement=self.name,
            phase=phase_of(words) or (phase_of(stem.text) if stem is not None else None),
            clause=clause.label,
            issue=PHASE_ISSUE
            if duty is not None and times_a_phase(duty, span)
            else issue_of(*self.told_by(self.matter(span, duty, obligors), words), *context),
            obligors=obligors,
            beneficiaries=gets,
            quantity=quantity_of(span),
            anchor=anchor,
            conditions=conditions_of(span),
            exceptions=exceptions_of(span),
            in_return_for=returns_of(span) or self.given_for(index, span),
            confidence=0.75 if duty is not None else 0.6,
        )

    def given_for(self, index: int, span: Span) -> tuple[str, ...]:
        """ "In return, …": the number of the clause before, or its words where it has none."""
        if index == 0 or IN_RETURN.match(span.text) is None:
            return ()
        before = self.spans[index - 1]
        return (self.clauses[index - 1].label or (before.text if before is not None else ""),)

    def matter(self, span: Span, duty: Duty | None, obligors: tuple[Actor, ...]) -> str:
        """What is owed without who owes it: a ministry's name says little of its task. Of a passive the subject is the matter."""
        return self.doc[duty.word.i + 1 : span.end].text if duty is not None and obligors and not duty.passive else ""

    def action(self, span: Span, duty: Duty | None, stem: Span | None, stem_duty: list[Duty]) -> str:
        """What is owed; an item keeps what its list's opener does with it ("are prohibited: …")."""
        if duty is not None:
            return self.doc[duty.word.i + (duty.word is not duty.verb) : span.end].text
        if stem is not None and stem_duty:
            return f"{self.doc[stem_duty[0].word.i : stem.end].text} {span.text}"
        return span.text

    def who(self, span: Span, duty: Duty | None, stem: Span | None, stem_duty: list[Duty]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        if duty is not None:
            return bearers(duty, span) or agreeing(duty, span), beneficiaries(duty, span)
        own = () if starts_bare(span) else named_by(span)
        if stem is not None and stem_duty:
            return bearers(stem_duty[0], stem) or agreeing(stem_duty[0], stem) or own, ()
        return own, ()


DEFINED = re.compile(r"((?:[A-Z][\w’'-]+\s+(?:(?:and|of|the|for|on|in)\s+)*){2,9})\(\s*[“\"]?([A-Z]{3,8})[”\"]?\s*\)")


def bodies_defined(text: str) -> dict[str, str]:
    """Acronyms in brackets behind the name whose initials they are, to the name."""
    made: dict[str, str] = {}
    for match in DEFINED.finditer(text):
        words = match[1].split()
        initials = "".join(w[0] for w in words if w[0].isupper())
        if match[2][-2:] == initials[-2:]:
            made.setdefault(match[2], match[1].strip())
    return made


def essence(words: str) -> str:
    """Without what a term does not hold for and the texts that it accords with."""
    for excepted in opened(words, deontic().exceptions.openers):
        words = words.replace(excepted, " ")
    return ACCORDING.sub(" ", words)


CELLS = re.compile(r"\s*(?:\||\t)\s*")


def char_span(span: Span, start: int, end: int) -> Span | None:
    return span.doc.char_span(span.start_char + start, span.start_char + end, alignment_mode="contract") if start < end else None


def cell_anchor(cell: Span, times: list[TimeFound]) -> Anchor | None:
    """The time of a row: "D+10", a date, or "within 14 days of signature"."""
    found = anchor_of(cell.text, cell.start_char, times)
    if found is not None:
        return found
    if re.fullmatch(r"D-?Day", cell.text, re.IGNORECASE):
        return Anchor(cell.text, "event", "D-Day", None, "on")
    day = next((t for t in times if t.start == cell.start_char and t.end <= cell.end_char and t.timex.type in {"DATE", "TIME"}), None)
    return Anchor(cell.text, "date", day.time.as_range, None, "on") if day is not None else None


def is_edge(duty: Duty) -> bool:
    """Does the verb begin, end or lengthen something?"""
    edges = provision_words().edges
    return duty.verb.lemma_.lower() in edges.begin | edges.end | edges.last | edges.extend


def times_a_phase(duty: Duty, span: Span) -> bool:
    """ "The second phase shall begin …": a term about the truce's own course."""
    before = span.doc[span.start : duty.word.i].text
    edges = provision_words().edges
    return re.search(phase_name() + r"\s*$", before, re.IGNORECASE) is not None and duty.verb.lemma_.lower() in edges.begin | edges.end | edges.last


def parts(span: Span, found: list[Duty]) -> Iterator[tuple[Duty | None, Span]]:
    """The clause cut where a new subject takes a new duty ("A shall give x, and B shall give y"); otherwise whole."""
    if len(found) < 2:
        yield (found[0] if found else None), span
        return
    doc = span.doc
    groups: list[tuple[Duty, int]] = [(found[0], span.start)]
    for earlier, later in pairwise(found):
        cut = next((i for i in range(later.word.i - 1, earlier.word.i, -1) if doc[i].text in {",", ";"} or doc[i].lower_ == "and"), None)
        if cut is None:
            continue
        between = doc[cut + 1 : later.word.i]
        qualifies = doc[cut].lower_ == "and" and any(t.lower_ in {"which", "that", "who", "whose"} for t in doc[earlier.verb.i : cut])
        opens_clause = qualifies or any(
            t.lower_ in {"which", "that", "who", "whom", "whose", "where", "if", "as", "until"} for t in doc[max(cut - 1, span.start) : later.word.i]
        )
        subject = [t for t in between if t.pos_ in {"NOUN", "PROPN", "PRON"}]
        if subject and not opens_clause and bearers(later, doc[cut + 1 : span.end]):
            groups.append((later, cut + 1 if doc[cut + 1].lower_ != "and" else cut + 2))
    for number, (duty, start) in enumerate(groups):
        end = groups[number + 1][1] if number + 1 < len(groups) else span.end
        while end > start + 1 and number + 1 < len(groups) and (doc[end - 1].lower_ == "and" or doc[end - 1].text in {",", ";"}):
            end -= 1
        yield duty, doc[start:end]


def phase_of(words: str) -> str | None:
    match = re.search(phase_name(), words, re.IGNORECASE)
    return phase_key(match.group()) if match else None


SIGNED = re.compile(r"\b(?:done|signed|concluded|adopted)\b", re.IGNORECASE)


def signed_on(doc: Doc, span: Span) -> Anchor | None:
    """The day of signature, where a row says "Done at …" or "Signed at …" with a date, and binds nobody."""
    match = SIGNED.match(span.text)
    if match is None or any(t.lower_ in SHALL for t in span):
        return None
    for found in layers(doc).times:
        if span.start_char <= found.start and found.end <= span.end_char and found.timex.type == "DATE" and found.time.known_day:
            return Anchor(text_of(doc)[span.start_char : found.end], "date", found.time.as_range, None, "on")
    return None


def title_of(doc: Doc) -> str | None:
    """The document's title, or its first heading that names a kind of agreement."""
    document = layers(doc).document
    if document is not None and document.title:
        return document.title
    head = text_of(doc)[:600]
    match = re.search(r"(?<!\w)(?:[A-Z][A-Z’' ,()–-]*\b)?(?:AGREEMENT|ACCORD|PROTOCOL|TREATY|CEASEFIRE|TRUCE|MEMORANDUM)\b(?:[A-Z’' ,–-]*[A-Z]\b)?", head)
    return re.sub(r"\s+", " ", match.group()).strip(" ,-–").title() if match else None
