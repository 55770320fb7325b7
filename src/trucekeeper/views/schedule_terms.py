"""What an agreement makes fall due, in a schedule: the ends of its phases, its terms and the rounds of its exchanges, with what is told of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from trucekeeper.agreement.state import Stand
from trucekeeper.model.agreement import AgreementState, PhaseState, StateClaim, TermState
from trucekeeper.model.document import Document
from trucekeeper.model.ledger import Entry, ExchangeLedger, Ledger, RoundLedger
from trucekeeper.model.undertakings import Basis
from trucekeeper.views.board_events import ends
from trucekeeper.views.board_next import ground_words
from trucekeeper.views.cite import Cite
from trucekeeper.views.ledger import amount, name_of, what_of
from trucekeeper.views.schedule_rows import Dated, Outcome, ScheduleRow
from trucekeeper.views.shortened import shortened
from trucekeeper.weighing.words import day_words, time_words, with_days

DONE = ("performed", "in effect")
PART = "performed in part"
OTHERWISE = ("late", "suspended", "replaced", "lapsed", "alleged broken", "alleged not performed", "disputed", "deferred")
TOUCHED = "reports touch it, none says plainly"


@dataclass(frozen=True, slots=True)
class Running:
    """An agreement on the day: its state, its ledger, and the documents in which its claims stand."""

    state: AgreementState
    ledger: Ledger
    documents: Mapping[str, Document]

    @classmethod
    def of(cls, stand: Stand, documents: Mapping[str, Document]) -> Running:
        return cls(stand.state, stand.ledger, documents)


def due_rows(running: Running, on: date) -> Iterator[Dated]:
    """Phases that end, agreed terms and rounds that fall due on a day, each with its last one."""
    for phase in running.state.phases:
        end = ends(phase.end)
        if end is not None:
            yield end, _phase(running, phase, end, on)
    for term in running.state.terms:
        end = ends(term.due)
        if end is not None and term.term.standing == "agreed":
            yield end, _term(running, term, end, on)
    for exchange in running.ledger.exchanges:
        rounds = [(this, end) for this in exchange.rounds if (end := ends(this.round.due)) is not None]
        open_ = [this.round.number for this, end in rounds if not this.entries and any(_totals(exchange, end))]
        for this, end in rounds:
            yield end, _round(running, exchange, this, end, on, last_open=open_[-1] if open_ else None)


def _phase(running: Running, phase: PhaseState, end: date, on: date) -> ScheduleRow:
    """The end of a phase: whose word its last day is, or the sum that gives it, and what is asked of it."""
    accounts = [s for s in phase.states if s.ground == "claim"]
    outcome: Outcome = (
        "done" if any(s.state == "ended" for s in accounts) else "otherwise" if phase.state == "suspended" else "ahead" if end >= on else "silent"
    )
    told = [*(f"{_account(s)}: {with_days(s.reason or '')}" for s in accounts), *(_account(s) + _why(s) for s in phase.wanted), *map(with_days, phase.checks)]
    words = [b for s in (*phase.states, *phase.wanted) for b in s.basis]
    by = ground_words("claim" if phase.claims else "arithmetic", list(phase.by))
    return ScheduleRow(f"on {day_words(end)}", f"{phase.label} ends", "due", outcome, by, tuple(dict.fromkeys(told)), _cites(running, words))


def _term(running: Running, term: TermState, end: date, on: date) -> ScheduleRow:
    accounts = [s for s in term.states if s.ground == "claim"]
    unsure = bool(term.proposed) or any(s.state == TOUCHED for s in term.states)
    outcome = _outcome({s.state for s in accounts}, end, on, unsure=unsure)
    who = ", ".join(a.label for a in term.term.bearers)
    told = [*map(_account, accounts), *(f"to be confirmed: {_account(s)}{_why(s)}" for s in term.proposed)]
    words = [*term.term.basis, *(b for s in (*term.states, *term.proposed) for b in s.basis)]
    by = f"owed by {who}" if who else "bearer not stated"
    act = shortened(term.term.act.strip(" ,;."), 140)
    return ScheduleRow(f"by {day_words(end)}", act, "due", outcome, by, tuple(dict.fromkeys(told)), _cites(running, words))


def _account(account: StateClaim) -> str:
    count = f" ({account.done:g} of {account.owed:g})" if account.done is not None and account.owed is not None else ""
    return f"{account.state}{count} - {ground_words(account.ground, [account.by] if account.by else [])}"


def _why(account: StateClaim) -> str:
    return f": {with_days(shortened(account.reason, 140))}" if account.reason else ""


def _round(running: Running, exchange: ExchangeLedger, this: RoundLedger, end: date, on: date, *, last_open: int | None) -> ScheduleRow:
    """One round. What is only counted in all is told in full at the last round that it may be of (`last_open`), and at the others where to look."""
    labels = {s.part: s.side.of for s in exchange.sides}
    owed = " and ".join(f"{amount(value, '?')} {labels[part]}" for part, value in this.owed)
    for_which = f", for round {this.round.makes_up}" if this.round.makes_up else ""
    proposed = [e for e in exchange.proposed if e.round == this.round.number]
    states = {"disputed" if e.kind in ("missed", "disputed") else "performed" for e in this.entries}
    givers = ", ".join(dict.fromkeys(s.side.giver.label for s in exchange.sides if s.side.giver))
    totals = list(_totals(exchange, end)) if not this.entries else []
    in_all = [words for words, _ in totals] if this.round.number == last_open else [f"not by itself; see round {last_open}"] if totals else []
    told = [*(_told(e, labels) for e in this.entries), *in_all, *(f"to be confirmed: {_told(e, labels)}" for e in proposed)]
    words = [*exchange.exchange.basis[:1], *(b for e in (*this.entries, *(e for _, e in totals), *proposed) for b in e.basis[:1])]
    return ScheduleRow(
        when=time_words(this.round.due),
        what=f"round {this.round.number} of the exchange{for_which}: {owed}",
        kind="due",
        outcome=_outcome(states, end, on, unsure=bool(proposed or totals)),
        by=f"owed by {givers}" if givers else "bearer not stated",
        told=tuple(dict.fromkeys(told)),
        cites=_cites(running, words),
    )


def _totals(exchange: ExchangeLedger, end: date) -> Iterator[tuple[str, Entry]]:
    """What voices count in all on the round's day or later: the round may be among it, though nobody names it."""
    for side in exchange.sides:
        of = f" of {amount(side.owed, '')}" if side.owed is not None else ""
        for account in side.accounts:
            later = [e for e in account.entries if e.total and (ends(e.when) or ends(e.said) or date.min) >= end]
            if later:
                yield f"not by itself; {amount(account.performed, '')}{of} {side.side.of} in all - {name_of(account.by)}", later[-1]


def _told(entry: Entry, labels: Mapping[str, str]) -> str:
    return f"{what_of(entry, labels.get(entry.part or '', ''))} - {name_of(entry.by)}"


def _outcome(states: set[str], end: date, on: date, *, unsure: bool) -> Outcome:
    if states.intersection(OTHERWISE):
        return "otherwise"
    if PART in states:
        return "part"
    if states.intersection(DONE):
        return "done"
    if end >= on:
        return "ahead"
    return "touched" if unsure else "silent"


def _cites(running: Running, words: Iterable[Basis]) -> tuple[Cite, ...]:
    found = (Cite(b.claim, b.document, b.start, b.end, b.exact) for b in words if b.claim and b.document in running.documents)
    return tuple(dict.fromkeys(found))
