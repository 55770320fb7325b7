"""Which words of reports bear on which terms, and why: a sentence about the term's matter, or an act of its kind by somebody who owes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucekeeper.agreement.basis import basis_of
from trucekeeper.agreement.lexicon import Telling, act_words
from trucekeeper.agreement.sentences import Sentence, stems
from trucekeeper.agreement.told import Told, about, matter_of, telling_of, told_by, topics_of, touched
from trucekeeper.model.agreement import Agreement, Life, Term
from trucekeeper.model.claims import Actor, Claim, Event
from trucekeeper.model.matches import Match
from trucekeeper.model.time import Time

CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term with what reports of it look like: the kind of telling, the words of its matter, the names among them, and those of its bearers."""

    term: Term
    telling: Telling | None
    matter: frozenset[str]
    names: frozenset[str]
    bearers: frozenset[str]


class Matcher:
    """The agreed terms of an agreement, by the words and issues that reports of them share. A document's matches hang on that document alone."""

    def __init__(self, agreement: Agreement) -> None:
        parties = stems(" ".join(p.name for p in agreement.parties))
        self.wanted = [wanted_of(t, parties) for t in agreement.terms if t.standing == "agreed"]
        self.by_word: dict[str, list[int]] = {}
        self.by_issue: dict[str, list[int]] = {}
        self.by_document: dict[str, list[int]] = {}
        for n, wanted in enumerate(self.wanted):
            for word in wanted.matter | topics_of(wanted.telling):
                self.by_word.setdefault(word, []).append(n)
            self.by_issue.setdefault(wanted.term.issue or "", []).append(n)
            if not wanted.term.clause:  # the agreement's own words report nothing
                for document in {b.document for b in wanted.term.basis}:
                    self.by_document.setdefault(document, []).append(n)

    def of_document(self, sentences: Iterable[Sentence], claims: Iterable[Claim]) -> list[Match]:
        """All that one document tells of the terms; `claims` are the document's, `sentences` those of a report (none of an agreement's text)."""
        found = [m for sentence in sentences for m in self.of_sentence(sentence)]
        cited = {(m.line, claim) for m in found if m.state is not None for claim in m.claims}
        events = [c for c in claims if isinstance(c, Event) and c.status in {"happened", "denied"}]
        return found + [m for event in events for m in self.of_event(event) if (m.line, event.id) not in cited]

    def of_sentence(self, sentence: Sentence) -> list[Match]:
        """Of several terms of one kind, those that share fewest words with the sentence are only proposed."""
        words = stems(sentence.text)
        found: list[tuple[Wanted, Told, int]] = []
        for n in sorted({n for word in words for n in self.by_word.get(word, ())}):
            wanted = self.wanted[n]
            telling = wanted.telling
            told = told_by(sentence, telling, wanted.term) if telling and about(words, telling, wanted.matter) else touched(sentence, words, wanted.matter)
            if told is not None:
                found.append((wanted, told, len(words & wanted.matter)))
        best: dict[str, int] = {}
        for wanted, told, shared in found:
            if told.state is not None and wanted.telling:
                best[wanted.telling.name] = max(best.get(wanted.telling.name, 0), shared)
        return [match_of(w, told, words, beaten=bool(w.telling) and shared < best.get(w.telling.name if w.telling else "", 0)) for w, told, shared in found]

    def of_event(self, event: Event) -> Iterator[Match]:
        state = state_told(event)
        if state is None:
            return
        words = stems(event.evidence[0].exact)
        told: set[int] = set()
        for n in self.by_document.get(event.document, ()):
            term = self.wanted[n].term
            if any(same_words(event, b.start, b.end) for b in term.basis if b.document == event.document):
                told.add(n)
                yield by_act(term, event, state, "told in the same words", sure=True)
        for issue in sorted(act_words().issues.get(event.act, frozenset())):
            bound = [(n, doer) for n in self.by_issue.get(issue, ()) if n not in told and (doer := doer_of(event, self.wanted[n].term))]
            most = max((len(words & self.wanted[n].matter) for n, _ in bound), default=0)
            for n, doer in bound:
                shared = len(words & self.wanted[n].matter)
                told.add(n)
                reason = f"{event.act} by {doer}, who owes it, on the same issue ({issue})"
                yield by_act(self.wanted[n].term, event, state, reason, sure=len(bound) == 1 or (shared == most and most > 0))


def wanted_of(term: Term, parties: frozenset[str]) -> Wanted:
    """The names of the parties say nothing of what a term is about, unless it is about nothing else."""
    telling = telling_of(term)
    matter = matter_of(term, telling)
    names = stems(" ".join(CAPITAL.findall(term.act)))
    return Wanted(term, telling, matter - parties or matter, matter & names - parties, stems(" ".join(a.label for a in term.bearers)) - act_words().common)


def match_of(wanted: Wanted, told: Told, words: frozenset[str], *, beaten: bool) -> Match:
    shared = words & wanted.matter
    doers = {a.key for c in told.claims if isinstance(c, Event) for a in c.actors}
    named = bool(wanted.bearers & words) or any(a.key in doers for a in wanted.term.bearers)
    named_in_both = shared & wanted.names or words & topics_of(wanted.telling) or (named and shared)
    enough = len(shared) > 1 or bool(named_in_both) or 2 * len(shared) >= len(wanted.matter) or told.done is not None
    sure = told.state is not None and not beaten and enough
    return Match(
        line=wanted.term.id, document=told.claims[0].document, reason=reason_of(wanted, told, shared, named=named, beaten=beaten),
        claims=tuple(c.id for c in told.claims), basis=tuple(basis_of(c) for c in told.claims), certainty="matched" if sure else "proposed",
        state=told.state, by=told.by, said=told.said, when=done_on(told, wanted.telling), words=told.words, done=told.done, owed=told.owed,
    )  # fmt: skip


def reason_of(wanted: Wanted, told: Told, shared: frozenset[str], *, named: bool, beaten: bool) -> str:
    parts = [f"tells of {wanted.telling.name}" if wanted.telling and told.state is not None else "touches its matter"]
    parts += [f"shares the words {', '.join(sorted(shared))}"] if shared else []
    parts += ["names who owes it"] if named else []
    parts += ["counts what is owed"] if told.done is not None else []
    parts += ["but shares more with another term"] if beaten else []
    return "; ".join(parts)


def done_on(told: Told, telling: Telling | None) -> Time | None:
    """When the act that the words tell of is said to have been done."""
    acts = telling.acts if telling else frozenset()
    return next((c.about for c in told.claims if isinstance(c, Event) and c.act in acts and c.status == "happened" and c.about), None)


def by_act(term: Term, event: Event, state: Life, reason: str, *, sure: bool) -> Match:
    return Match(
        line=term.id, document=event.document, reason=reason, claims=(event.id,), basis=(basis_of(event),), certainty="matched" if sure else "proposed",
        state=state, by=event.attribution.asserter, said=event.said, when=event.about, words=" ".join(event.evidence[0].exact.split()),
    )  # fmt: skip


def doer_of(event: Event, term: Term) -> str | None:
    """Who of an event's actors owes the term, by name."""
    return next((b.label for a in event.actors for b in term.bearers if same_actor(a, b.key, b.label)), None)


def same_actor(actor: Actor, key: str, name: str) -> bool:
    """By key, or by the words that a fuller name begins with ("government" for the government of somewhere)."""
    label = actor.label.casefold().removeprefix("the ")
    return actor.key == key or f"{name.casefold().removeprefix('the ')} ".startswith(f"{label} ")


def same_words(event: Event, start: int, end: int) -> bool:
    main = event.trigger or event.evidence[0]
    return start <= main.start and main.end <= end


def state_told(event: Event) -> Life | None:
    """What a report of an act says of its term; an act against a term is alleged, whoever reports it."""
    words = act_words()
    if event.act in words.against:
        return "alleged broken" if event.status == "happened" else "disputed"
    if event.act in words.performs:
        return "performed" if event.status == "happened" else "disputed"
    return None


def matches(matcher: Matcher, sentences: Sequence[Sentence], claims: Sequence[Claim]) -> list[Match]:
    """Of all documents, in the order of document and place."""
    by_document: dict[str, tuple[list[Sentence], list[Claim]]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, ([], []))[1].append(claim)
    for sentence in sentences:
        by_document.setdefault(sentence.document, ([], []))[0].append(sentence)
    return [m for document in sorted(by_document) for m in matcher.of_document(*by_document[document])]
