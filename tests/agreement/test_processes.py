"""Three invented processes read from their reports: where each line stands on several days, by account, as labelled before they were read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from made_processes import label, process, who

from trucekeeper.agreement.bearing import bearing_of
from trucekeeper.agreement.ledger import ledger_of
from trucekeeper.agreement.state import state_on
from trucekeeper.agreement.termstate import known_on
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.claims import Actor, Claim
from trucekeeper.model.document import Document
from trucekeeper.model.ledger import Entry, Ledger

NAMES = ("tarn", "amara", "hessa")


def cases(kind: str) -> list[Any]:
    return [pytest.param(name, row, id=f"{name}-{'-'.join(map(str, row[:3]))}") for name in NAMES for row in label(name)[kind]]


def by(wanted: str, actor: Actor | None) -> bool:
    return wanted.casefold() in who(actor).casefold()


def number(value: float | None) -> float | str:
    return "" if value is None else value


@pytest.mark.parametrize(("name", "row"), cases("phases"))
def test_phases(name: str, row: list[str]) -> None:
    agreement, claims, papers = process(name)
    day, key, state, begin, end = row
    made = next(p for p in state_on(agreement, claims, date.fromisoformat(day), papers).phases if p.id == key)
    assert (made.state, made.begin.as_range if made.begin else "", made.end.as_range if made.end else "") == (state, begin, end)


@pytest.mark.parametrize(("name", "row"), cases("terms"))
def test_terms(name: str, row: list[Any]) -> None:
    agreement, claims, papers = process(name)
    day, key, accounts, computed = row
    made = next(t for t in state_on(agreement, claims, date.fromisoformat(day), papers).terms if t.term.id == key)
    told = [s for s in made.states[:-1] if s.ground == "claim"]
    assert len(told) == len(accounts), [(s.state, who(s.by), s.reason) for s in told]
    for account in accounts:
        state, voice, *count = account.split(": ")
        assert any(s.state == state and by(voice, s.by) and (not count or f"{s.done:g} of {s.owed:g}" == count[0]) for s in told), account
    assert made.states[-1].state == computed


def ledger_on(agreement: Agreement, claims: list[Claim], on: date, papers: list[Document]) -> Ledger:
    """The ledger of an agreement against claims that nobody has judged."""
    return ledger_of(agreement, [e for e in bearing_of(agreement, claims, papers).entries((), agreement.key) if known_on(e, on)], on)


@pytest.mark.parametrize(("name", "row"), cases("given"))
def test_accounts_of_an_exchange(name: str, row: list[Any]) -> None:
    agreement, claims, papers = process(name)
    day, exchange, side, voice, given, remaining = row
    made = next(x for x in ledger_on(agreement, claims, date.fromisoformat(day), papers).exchanges if x.exchange.id == exchange)
    told = next(s for s in made.sides if s.side.of == side).accounts
    assert [(a.performed, a.remaining) for a in told if by(voice, a.by)] == [(given, remaining)]


def in_words(entry: Entry, sides: dict[str, str]) -> str:
    counted = f" {entry.value:g} {sides[entry.part or '']}" if entry.kind == "given" else ""
    return f"{entry.kind}{counted}: {who(entry.by)}"


@pytest.mark.parametrize(("name", "row"), cases("rounds"))
def test_rounds(name: str, row: list[Any]) -> None:
    agreement, claims, papers = process(name)
    day, exchange, number_, told = row
    made = next(x for x in ledger_on(agreement, claims, date.fromisoformat(day), papers).exchanges if x.exchange.id == exchange)
    sides = {s.part: s.side.of for s in made.sides}
    entries = next(r for r in made.rounds if r.round.number == number_).entries
    assert sorted(in_words(e, sides) for e in entries) == sorted(told)


@pytest.mark.parametrize(("name", "row"), cases("aid"))
def test_aid(name: str, row: list[Any]) -> None:
    agreement, claims, papers = process(name)
    day, line, days, crossing, voice, value, owed, missing = row
    made = next(a for a in ledger_on(agreement, claims, date.fromisoformat(day), papers).aid if a.aid.id == line)
    found = [r for r in made.rows if r.days and r.days.as_range == days and (r.crossing or "") == crossing and by(voice, r.by)]
    assert [(r.value, number(r.owed), number(r.missing)) for r in found] == [(value, owed, missing)]


@pytest.mark.parametrize(("name", "row"), cases("money"))
def test_money(name: str, row: list[Any]) -> None:
    agreement, claims, papers = process(name)
    day, line, payer, currency, voice, *sums = row
    made = next(f for f in ledger_on(agreement, claims, date.fromisoformat(day), papers).money if f.fund.id == line)
    found = [r for r in made.rows if r.currency == currency and (who(r.payer) == payer if payer else r.payer is None) and r.entries and by(voice, r.by)]
    assert [[number(v) for v in (r.owed, r.pledged, r.paid, r.spent, r.unpaid)] for r in found] == [sums]


def test_loads_by_one_lines_own_word_are_no_other_lines() -> None:
    """ "Ninety trucks of aid" are none of the fuel tankers that the same deal asks for."""
    agreement, claims, papers = process("hessa")
    made = ledger_on(agreement, claims, date(2034, 3, 6), papers).aid
    assert [len(a.rows) for a in made] == [4, 1]
    assert [a.proposed for a in made] == [(), ()]
