"""The ledger on a day: sums of what each voice says was given, and what remains of what is owed. Only sums; nobody's count is taken for the truth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from trucekeeper.agreement.calculus import Duration, duration_words, shifted
from trucekeeper.agreement.counting import counting_once, earlier_words, said_of, sum_words
from trucekeeper.agreement.rounds import owed_in, owed_in_all, parts_of, regular, rounds_of
from trucekeeper.agreement.supplies import aid_ledger, money_ledger
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.ledger import Account, DisputeStep, Entry, ExchangeLedger, Ledger, RoundLedger, SideLedger
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Exchange, Procedure, Round

SILENT = "no report of it"


def ledger_of(agreement: Agreement, entries: Sequence[Entry], on: date) -> Ledger:
    """The ledger out of entries that were known by the day."""
    by_line: dict[str, list[Entry]] = {}
    for entry in entries:
        by_line.setdefault(entry.line, []).append(entry)
    procedures = {p.id: p for p in agreement.disputes}
    return Ledger(
        name=agreement.name,
        on=on.isoformat(),
        exchanges=tuple(exchange_ledger(x, by_line.get(x.id, []), procedures.get(x.dispute or ""), on) for x in agreement.exchanges),
        aid=tuple(aid_ledger(a, by_line.get(a.id, [])) for a in agreement.aid),
        money=tuple(money_ledger(f, by_line.get(f.id, [])) for f in agreement.money),
    )


def exchange_ledger(exchange: Exchange, entries: Sequence[Entry], procedure: Procedure | None, on: date) -> ExchangeLedger:
    rounds = rounds_of(exchange)
    counting = [e for e in entries if e.counts]
    numbers = {r.number for r in rounds}
    sides = []
    for part, side in parts_of(exchange):
        owed = owed_in_all(exchange, side, rounds)
        shares = [owed_in(exchange, part, side, r, rounds) for r in regular(rounds) if is_due(r, on)]
        by_now = sum(s for s in shares if s is not None) if rounds and all(s is not None for s in shares) else None
        given = [e for e in counting if e.kind == "given" and e.part == part]
        sides.append(SideLedger(part=part, side=side, owed=owed, owed_by_now=by_now, accounts=tuple(accounts(given, owed))))
    disputes = tuple(e for e in counting if e.kind == "disputed")
    return ExchangeLedger(
        exchange=exchange,
        sides=tuple(sides),
        rounds=tuple(round_ledger(exchange, r, rounds, counting, on) for r in rounds),
        outside=tuple(e for e in counting if e.kind in ("given", "missed") and not e.total and (e.round is None or e.round not in numbers)),
        disputes=disputes,
        procedure=procedure,
        steps=tuple(steps(procedure, disputes)) if procedure else (),
        proposed=tuple(e for e in entries if e.certainty == "proposed"),
    )


def is_due(this: Round, on: date) -> bool:
    return this.due is not None and this.due.last_day is not None and this.due.last_day <= on


def round_ledger(exchange: Exchange, this: Round, rounds: Sequence[Round], entries: Sequence[Entry], on: date) -> RoundLedger:
    own = tuple(e for e in entries if e.round == this.number and not e.total)
    owed = tuple((part, owed_in(exchange, part, side, this, rounds)) for part, side in parts_of(exchange))
    made_up = next((r.number for r in rounds if r.makes_up == this.number), None)
    when = f"due {this.due.as_range}" if this.due else "no day given"
    fell = f"fell {when}" if is_due(this, on) else when
    silent = f"; {SILENT}" if is_due(this, on) and not own else ""
    later = f"; round {made_up} makes up for it" if made_up else ""
    for_which = f"; makes up for round {this.makes_up}" if this.makes_up else ""
    return RoundLedger(round=this, owed=owed, state=f"{fell}{for_which}{later}{silent}", entries=own)


def accounts(entries: Sequence[Entry], owed: float | None) -> Iterable[Account]:
    """One for each voice, by name. What is assumed counts in each voice's sum, and alone where there is no voice."""
    by_voice: dict[str, list[Entry]] = {}
    added = [e for e in entries if e.assumed]
    for entry in (e for e in entries if not e.assumed):
        by_voice.setdefault(entry.by.key if entry.by else "", []).append(entry)
    for key in sorted(by_voice):
        yield account([*by_voice[key], *added], owed)
    if added and not by_voice:
        yield account(added, owed)


def account(entries: Sequence[Entry], owed: float | None) -> Account:
    counted, newest = counting_once(entries)
    performed = float(sum(e.value or 0 for e in counted))
    remaining = owed - performed if owed is not None else None
    earlier = tuple(e for e in entries if e not in counted)
    return Account(
        by=entries[0].by,
        performed=performed,
        remaining=remaining,
        entries=tuple(counted),
        how=sum_words(counted, newest) + earlier_words(earlier),
        earlier=earlier,
    )


def steps(procedure: Procedure, disputes: Sequence[Entry]) -> Iterable[DisputeStep]:
    """By when each step is to be taken, counted from the day on which the dispute was first told of."""
    first = min((said_of(e) for e in disputes if said_of(e)), default=None)
    last: Time | None = Time.from_range(first)
    for step in procedure.steps:
        length = Duration.parse(step.within) if step.within else None
        made = shifted(last, length) if last is not None and length is not None else None
        counted = f"{last.as_range} + {duration_words(step.within or '')}" if made is not None and last is not None else "no length given"
        yield DisputeStep(before=step.before, by=made, reason=counted if disputes else "no dispute is told of")
        last = made
