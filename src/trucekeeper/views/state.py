"""The state of an agreement as a page: phases, terms by phase with each account of them, what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trucekeeper.agreement.calculus import duration_words
from trucekeeper.agreement.changes import name_of
from trucekeeper.agreement.termstate import UNDATED
from trucekeeper.model.agreement import AgreementState, PhaseState, StateClaim, Term, TermState
from trucekeeper.model.claims import Actor
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Amendment, Basis, Change, Exchange, Side
from trucekeeper.views.cite import Cite
from trucekeeper.views.phase_line import PhaseLine, phase_line
from trucekeeper.weighing.words import number_words, said_words, time_words, with_days

if TYPE_CHECKING:
    from trucekeeper.agreement.assume import Difference

GROUNDS = {
    "arithmetic": "by the dates",
    "silence": "by the record's silence",
    "amendment": "by the amendment",
    "assumption": "assumed",
    "file": "by the agreement file",
}
BOUNDS = {"about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "at most ", "less_than": "fewer than "}
FRONT = re.compile(r"^[\s,;:–—-]*(?:(?:and|but|or|while)\s+)?", re.IGNORECASE)  # what a cut left before a term's words
UNKNOWN = "not known"
TOUCHED = "reports touch it, none says plainly"
PERFORMED = ("performed", "performed in part")
RANGE = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
OUTLET = "(outlet)"  # how a claim in the report's own voice names its asserter
UNNAMED = {OUTLET: "the report", "(not stated)": "a source that is not named"}


@dataclass(frozen=True, slots=True)
class AccountRow:
    state: str
    by: str
    reason: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class PhaseRow:
    label: str
    dates: str
    state: str
    reason: str
    accounts: tuple[AccountRow, ...]
    wanted: tuple[AccountRow, ...]
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermRow:
    """`due` is "" where it cannot be reckoned; `owes` names the bearers; `proposed` are accounts that wait for a person to confirm them."""

    id: str
    clause: str
    act: str
    owes: str
    issue: str
    due: str
    standing: str
    accounts: tuple[AccountRow, ...]
    proposed: tuple[AccountRow, ...]
    cites: tuple[Cite, ...]

    @property
    def is_open(self) -> bool:
        """Does no report say where it stands, and no date either?"""
        return not self.proposed and [(a.state, a.reason) for a in self.accounts] == [(UNKNOWN, UNDATED)]


@dataclass(frozen=True, slots=True)
class TermGroup:
    label: str
    terms: tuple[TermRow, ...]


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """An exchange with each voice's count of what was given."""

    label: str
    accounts: tuple[AccountRow, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class AmendmentRow:
    """A paper that changes the agreement, or a proposal that would."""

    label: str
    standing: str
    when: str
    changes: tuple[str, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class NextRow:
    when: str
    what: str
    by: str


@dataclass(frozen=True, slots=True)
class AssumedRow:
    """What would be otherwise under what is assumed."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StatePage:
    """`counts` are the states and how many agreed terms stand in each: what all accounts of a term say, or, without any, what dates give.
    `line` is None where no phase has a date; `known` is the ISO day whose knowledge is shown, where one was asked for."""

    name: str
    on: str
    note: str
    according_to: str | None
    phases: tuple[PhaseRow, ...]
    groups: tuple[TermGroup, ...]
    exchanges: tuple[ExchangeRow, ...]
    amendments: tuple[AmendmentRow, ...]
    next: tuple[NextRow, ...]
    counts: tuple[tuple[str, int], ...]
    cites: tuple[Cite, ...]
    line: PhaseLine | None = None
    known: str | None = None
    assuming: str | None = None
    assumed: tuple[AssumedRow, ...] = ()
    later: tuple[str, ...] = ()


def build(
    state: AgreementState,
    documents: Mapping[str, Document],
    party: str | None = None,
    *,
    known: str | None = None,
    assuming: str | None = None,
    otherwise: Iterable[Difference] = (),
    later: Iterable[str] = (),
    citing: bool = True,
) -> StatePage:
    """The page of a state; words of documents that are not at hand are shown without a link.

    `known` is the day (ISO) whose knowledge it is, where that was asked for; `assuming` names the file of what is assumed, `otherwise` is what that changes,
    `later` what of it is not so yet on the day. A page that is only looked at on a terminal needs no `citing`.
    """
    maker = _Maker(documents if citing else None, {p.id: p.label for p in state.phases})
    phases = tuple(maker.phase(p) for p in state.phases)
    groups = tuple(maker.groups(state))
    exchanges = tuple(maker.exchange(e, [told for key, told in state.given if key == e.id]) for e in state.exchanges)
    amendments = tuple(map(maker.amendment, state.amendments))
    nexts = tuple(NextRow(time_words(n.when), n.what, _names(n.by) if n.ground == "claim" else GROUNDS[n.ground]) for n in state.next_dates)
    counts: dict[str, int] = {}
    for term in state.terms:
        if term.term.standing == "agreed" and term.states:
            word = headline(term)
            counts[word] = counts.get(word, 0) + 1
    return StatePage(
        name=state.name, on=state.on, note=_days(state.note), according_to=party, phases=phases, groups=groups, exchanges=exchanges, amendments=amendments,
        next=nexts, counts=tuple(sorted(counts.items())), cites=tuple(maker.cites), line=phase_line(state), known=known, assuming=assuming,
        assumed=tuple(AssumedRow(d.what, _days(d.before), _days(d.after)) for d in otherwise), later=tuple(later),
    )  # fmt: skip


def headline(term: TermState) -> str:
    """One word for a term: what its accounts agree in, that they differ, or what dates give."""
    told = {s.state for s in term.states[:-1] if s.ground == "claim"}
    last = term.states[-1].state
    if last != UNKNOWN or not told:
        return last
    if told <= set(PERFORMED):  # what was done in part at first and then in whole is no difference
        return f"said to be {next(iter(told))}" if len(told) == 1 else "said to be performed, by some accounts in part"
    return next(iter(told)) if len(told) == 1 else "accounts differ"


class _Maker:
    """Makes rows and keeps the cites that they use."""

    def __init__(self, documents: Mapping[str, Document] | None, labels: Mapping[str, str]) -> None:
        self.documents = documents
        self.labels = labels
        self.cites: dict[Cite, None] = {}

    def cited(self, basis: Iterable[Basis]) -> tuple[Cite, ...]:
        if self.documents is None:
            return ()
        found = tuple(dict.fromkeys(Cite(b.claim, b.document, b.start, b.end, b.exact) for b in basis if b.claim and b.document in self.documents))
        self.cites.update(dict.fromkeys(found))
        return found

    def account(self, claim: StateClaim, *, told: bool = False) -> AccountRow:
        """A row of one account; where others tell of the line (`told`), that dates alone do not know is not said."""
        by = _names([claim.by] if claim.by else []) if claim.ground == "claim" else GROUNDS[claim.ground]
        when = claim.since if claim.ground in {"claim", "assumption"} else None
        day = "" if when is None else time_words(when) if when.earliest else said_words(when)
        since = f" ({day})" if day else ""
        if claim.state == TOUCHED:
            by = "the reports"
        if claim.state == UNKNOWN and claim.ground == "arithmetic" and told:
            return AccountRow("", by, _days(claim.reason or ""), self.cited(claim.basis))
        said = "said to be " if claim.ground == "claim" and claim.state in PERFORMED else ""
        return AccountRow(said + claim.state + since, by, _days(claim.reason or ""), self.cited(claim.basis))

    def phase(self, phase: PhaseState) -> PhaseRow:
        dates = f"{_day(phase.begin, 'begin not stated')} to {_day(phase.end, 'end not stated')}" if phase.begin or phase.end else "no dates stated"
        accounts, wanted = tuple(map(self.account, phase.states)), tuple(map(self.account, phase.wanted))
        return PhaseRow(phase.label, dates, phase.state, _days(phase.reason), accounts, wanted, tuple(map(_days, phase.checks)))

    def groups(self, state: AgreementState) -> Iterable[TermGroup]:
        """Agreed terms by phase, then what is wanted and not agreed."""
        labels = {p.id: p.label for p in state.phases}
        by_label: dict[str, list[TermRow]] = {}
        for term in state.terms:
            agreed = term.term.standing == "agreed"
            label = labels.get(term.term.phase or "", "whole agreement") if agreed else "not agreed"
            by_label.setdefault(label, []).append(self.term(term))
        order = {label: n for n, label in enumerate([*labels.values(), "whole agreement", "not agreed"])}
        for label in sorted(by_label, key=lambda name: order[name]):
            yield TermGroup(label, tuple(by_label[label]))

    def term(self, state: TermState) -> TermRow:
        term = state.term
        owes = _names(term.bearers) if term.bearers else f"wanted by {_names([term.by])}" if term.by else "not stated who owes it"
        due = due_words(state)
        accounts = tuple(self.account(s, told=len(state.states) > 1) for s in state.states)
        proposed = tuple(map(self.account, state.proposed))
        return TermRow(term.id, term.clause or "", own_words(term), owes, term.issue or "", due, term.standing, accounts, proposed, self.cited(term.basis))

    def exchange(self, exchange: Exchange, told: Iterable[StateClaim]) -> ExchangeRow:
        label = f"{sides_words(exchange.gives)} for {sides_words(exchange.returns)}"
        return ExchangeRow(label, tuple(map(self.account, told)), self.cited(exchange.basis))

    def amendment(self, paper: Amendment) -> AmendmentRow:
        by = f", by {paper.by.label}" if paper.by else ""
        when = time_words(paper.from_day) if paper.from_day else "no day given"
        changes = tuple(change_words(c, self.labels) for c in paper.changes)
        return AmendmentRow(name_of(paper), f"{paper.standing}{by}", when, changes, self.cited(paper.basis))


def due_words(state: TermState) -> str:
    """The window in days, or, where the words themselves are rough, those words ("until mid-April")."""
    if state.due is None or not (state.due.earliest or state.due.latest):
        return ""
    anchor = state.term.anchor
    rough = anchor is not None and anchor.kind == "date" and "/" in (anchor.reference or "") and anchor.offset is None
    return f"{anchor.relation or ''} {anchor.text.removeprefix(f'{anchor.relation} ')}".strip() if anchor is not None and rough else time_words(state.due)


def change_words(change: Change, labels: Mapping[str, str]) -> str:
    """ "extend phase 1 until 1 June 2032", "replace clause-2 by clause-9"; `labels` are the phases' by id."""
    parts = [f"{change.what} {labels.get(change.line, change.line)}"]
    parts += [f"by {change.replacement}"] if change.replacement else []
    parts += [f"from {time_words(change.on)}"] if change.on else []
    parts += [time_words(change.until) if change.until.earliest is None else f"until {time_words(change.until)}"] if change.until else []
    parts += [f"by {duration_words(change.length)}"] if change.length else []
    return " ".join(parts)


def _days(text: str) -> str:
    """ISO days and ranges of them written out as elsewhere."""
    return with_days(RANGE.sub(lambda m: f"{m[1]} to {m[2]}", text))


def own_words(term: Term) -> str:
    """The sentence in which a term stands, with who owes it and any "not"; the act itself where a person mended it."""
    words = FRONT.sub("", " ".join(term.basis[0].exact.split())) if term.basis else ""
    return words if term.act.removeprefix("not: ") in words else term.act


def sides_words(sides: Iterable[Side]) -> str:
    """ "25 living hostages and 8 bodies", "30 detainees for each round"."""
    parts = []
    for side in sides:
        value = f"{BOUNDS.get(side.bound, '')}{number_words(side.value)} " if side.value is not None else ""
        parts.append(f"{value}{side.of}{f' for each {side.each}' if side.each else ''}")
    return " and ".join(parts)


def _names(actors: Iterable[Actor]) -> str:
    return ", ".join(UNNAMED.get(a.name, a.label) for a in actors) or "the report"


def _day(time: Time | None, unknown: str) -> str:
    return time_words(time) if time else unknown
