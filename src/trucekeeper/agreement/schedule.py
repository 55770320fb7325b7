"""What falls due and what is said to come: phases, terms, rounds, payments, reports, steps of procedures, by arithmetic; and plans, by somebody's word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from trucekeeper.agreement.basis import voices_of
from trucekeeper.agreement.calculus import duration_words
from trucekeeper.agreement.recurring import schedule_of, times_of
from trucekeeper.agreement.rounds import owed_in, parts_of, rounds_of
from trucekeeper.agreement.windows import Reckoner
from trucekeeper.model.agreement import Agreement, Ground, NextDate, PhaseState, TermState
from trucekeeper.model.claims import Claim, Event, Statement, TimeExpression
from trucekeeper.model.ledger import Ledger
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Schedule

PROMISE = "promise"  # the act of a statement in which somebody binds himself, or several agree
WORDS = {"begins": "beginning", "ends": "end"}
GONE = frozenset({"replaced", "lapsed", "suspended", "proposed"})  # a term in these states falls due no more


def next_dates(found: Iterable[NextDate], on: date) -> list[NextDate]:
    """What is not over on a day, in order of its last day; of what comes again and again only the next time."""
    coming = sorted((n for n in found if comes(n.when, on)), key=lambda n: (n.when.latest or n.when.earliest or "", n.what, n.claims))
    first: dict[str, NextDate] = {}
    for n, made in enumerate(coming):
        first.setdefault(f"{made.line} {made.edge}" if made.number is not None else f"once {n}", made)
    return list(first.values())


def comes(when: Time, on: date) -> bool:
    return (when.last_day is not None and when.last_day >= on) or (when.last_day is None and when.first_day is not None and when.first_day >= on)


def all_dates(
    agreement: Agreement,
    dates: Reckoner,
    phases: Sequence[PhaseState],
    terms: Sequence[TermState],
    ledger: Ledger,
    claims: Iterable[Claim],
    on: date,
    until: date,
) -> list[NextDate]:
    """Every date of an agreement up to the day `until`, in no order; `agreement` is as amended, and plans are those that were told by the day `on`."""
    return [
        *phase_dates(phases), *due_dates(terms, dates, until), *round_dates(agreement, until), *money_dates(agreement, dates), *report_dates(agreement, until),
        *step_dates(ledger), *planned(claims, on),
    ]  # fmt: skip


def phase_dates(phases: Sequence[PhaseState]) -> Iterator[NextDate]:
    for phase in phases:
        for edge, when in (("begins", phase.begin), ("ends", phase.end)):
            if when is not None:
                sums = any(c.startswith((f"{WORDS[edge]} reckoned", f"{WORDS[edge]} moved")) for c in phase.checks)
                ground: Ground = "arithmetic" if sums or not phase.claims else "claim"
                yield NextDate(when=when, what=f"{phase.label} {edge}", ground=ground, by=phase.by, claims=phase.claims, line=phase.id, edge=edge)


def due_dates(terms: Sequence[TermState], dates: Reckoner, until: date) -> Iterator[NextDate]:
    """Windows of agreed terms, and each time of those that come again and again."""
    for state in terms:
        term = state.term
        if term.standing != "agreed" or (state.states and state.states[-1].state in GONE):
            continue
        ids = tuple(b.claim for b in term.basis if b.claim)
        reason = dates.window(term)[1]
        if state.due is not None:
            yield NextDate(when=state.due, what=term.act, ground="arithmetic", by=term.bearers, claims=ids, reason=reason, line=term.id, edge="due")
        schedule = schedule_of(term, dates)
        often = f"every {duration_words(schedule.every)}" if schedule is not None else ""
        for number, when in numbered(schedule, until):
            yield NextDate(
                when=when, what=term.act, ground="arithmetic", by=term.bearers, claims=ids, reason=often, line=term.id, edge="time", number=number
            )  # fmt: skip


def numbered(schedule: Schedule | None, until: date) -> Iterator[tuple[int, Time]]:
    for number, when in enumerate(times_of(schedule) if schedule is not None and schedule.first is not None else (), start=1):
        if when.first_day is not None and when.first_day > until:
            return
        yield number, when


def round_dates(agreement: Agreement, until: date) -> Iterator[NextDate]:
    for exchange in agreement.exchanges:
        rounds = rounds_of(exchange)
        ids = tuple(b.claim for b in exchange.basis if b.claim)
        for this in rounds:
            if this.due is None or (this.due.first_day is not None and this.due.first_day > until):
                continue
            owed = [(owed_in(exchange, part, side, this, rounds), side) for part, side in parts_of(exchange)]
            sides = ", ".join(f"{'?' if value is None else f'{value:g}'} {side.of}" for value, side in owed)
            for_which = f", for round {this.makes_up}" if this.makes_up else ""
            givers = tuple(side.giver for _, side in owed if side.giver)
            yield NextDate(
                when=this.due, what=f"round {this.number} of the exchange{for_which}: {sides}", ground="arithmetic", by=givers, claims=ids,
                line=exchange.id, edge="round", number=this.number,
            )  # fmt: skip


def money_dates(agreement: Agreement, dates: Reckoner) -> Iterator[NextDate]:
    for fund in agreement.money:
        for number, owed in enumerate(fund.contributions):
            when, reason = (owed.due, None) if owed.due is not None or owed.anchor is None else dates.anchored(owed.anchor)
            if when is not None:
                amount = f"{owed.value:,.0f} {owed.currency or ''}".strip() if owed.value is not None else "a contribution"
                by = (owed.by,) if owed.by else ()
                ids = tuple(b.claim for b in fund.basis if b.claim)
                what = f"{amount} into the {fund.name}"
                yield NextDate(when=when, what=what, ground="arithmetic", by=by, claims=ids, reason=reason, line=fund.id, edge=f"contribution {number}")


def report_dates(agreement: Agreement, until: date) -> Iterator[NextDate]:
    for watch in agreement.monitoring:
        to = f" to {watch.reports_to.label}" if watch.reports_to else ""
        for number, when in numbered(watch.schedule, until):
            by = (watch.body,) if watch.body else ()
            yield NextDate(when=when, what=f"report{to} on {watch.what}", ground="arithmetic", by=by, line=watch.id, edge="report", number=number)


def step_dates(ledger: Ledger) -> Iterator[NextDate]:
    """By when a dispute that is told of is to go where."""
    for exchange in ledger.exchanges:
        if exchange.procedure is None or not exchange.disputes:
            continue
        ids = tuple(c for e in exchange.disputes for c in e.claims)
        for number, step in enumerate(exchange.steps, start=1):
            if step.by is not None:
                what = f"dispute over {exchange.procedure.matter}: before {step.before}"
                yield NextDate(when=step.by, what=what, ground="arithmetic", claims=ids, reason=step.reason, line=exchange.procedure.id, edge=f"step {number}")


def planned(claims: Iterable[Claim], on: date) -> Iterator[NextDate]:
    """What is said by the day `on` to come: acts that are planned, and dates inside of what somebody promised or agreed to."""
    plans: list[Event] = []
    promises: dict[str, list[Statement]] = {}
    times: dict[str, list[TimeExpression]] = {}
    for claim in claims:
        if isinstance(claim, Event) and claim.status == "planned" and claim.evidence and lies_ahead(claim, on):
            plans.append(claim)
        elif isinstance(claim, Statement) and claim.act == PROMISE:
            promises.setdefault(claim.document, []).append(claim)
        elif isinstance(claim, TimeExpression) and lies_ahead(claim, on):
            times.setdefault(claim.document, []).append(claim)
    for plan in plans:
        yield coming(plan, plan.about or Time(), plan.evidence[0].exact, "plan")
    dated = {(p.document, p.about.as_range) for p in plans if p.about}
    for document, told in promises.items():
        for time in times.get(document, ()):
            span = time.evidence[0]
            within = next((p for p in told if any(c.covers(span) for c in p.spans.content)), None)
            if within is not None and time.about is not None and (document, time.about.as_range) not in dated:
                dated.add((document, time.about.as_range))
                yield coming(within, time.about, within.content, "promise")


def lies_ahead(claim: Claim, on: date) -> bool:
    """Told by the day, and of a time that was not over when it was told: "agreed on Wednesday to meet" is no plan for that Wednesday."""
    said = claim.said.last_day if claim.said else None
    last = claim.about.last_day if claim.about else None
    return claim.about is not None and (said is None or said <= on) and (said is None or last is None or last >= said)


def coming(claim: Claim, when: Time, what: str, edge: str) -> NextDate:
    return NextDate(when=when, what=what, ground="claim", by=voices_of([claim]), claims=(claim.id,), line=claim.id, edge=edge)
