"""What holds of every agreement against every record: order makes no difference, nothing is forgotten, sums add up, and no state stands without its ground."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_accords import FIRST, LAST, Report, accords, reports

from trucekeeper.agreement.bearing import bearing_of
from trucekeeper.agreement.file import dump, parse
from trucekeeper.agreement.lines import from_file, to_file
from trucekeeper.agreement.state import Stand
from trucekeeper.model.agreement import Agreement, StateClaim
from trucekeeper.model.claims import Claim
from trucekeeper.views.calendar import build as build_calendar
from trucekeeper.views.ledger import build as build_ledger
from trucekeeper.views.state import build as build_state

ON = st.integers(-10, LAST + 60).map(lambda n: FIRST + timedelta(days=n))
FEW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)  # each is a whole accord with its reports


def stand(agreement: Agreement, told: list[Report], on: date, mix: int | None = None) -> Stand:
    claims: list[Claim] = [c for r in told for c in r.claims]
    papers = [r.document for r in told]
    if mix is not None:
        random.Random(mix).shuffle(claims)
        random.Random(mix + 1).shuffle(papers)
    return Stand.of(agreement, bearing_of(agreement, claims, papers), on)


def states(made: Stand) -> Iterator[StateClaim]:
    for term in made.state.terms:
        yield from (*term.states, *term.proposed)
    for phase in made.state.phases:
        yield from (*phase.states, *phase.wanted)
    yield from (told for _, told in made.state.given)


@FEW
@given(accords(), reports(), ON, st.integers(0, 99))
def test_the_order_of_arrival_makes_no_difference(agreement: Agreement, told: list[Report], on: date, mix: int) -> None:
    one, other = stand(agreement, told, on), stand(agreement, told, on, mix)
    assert other.state == one.state
    assert other.ledger == one.ledger


@FEW
@given(accords(), st.integers(0, 99), ON)
def test_the_order_of_amendments_in_the_file_makes_no_difference(agreement: Agreement, mix: int, on: date) -> None:
    mixed = list(agreement.amendments)
    random.Random(mix).shuffle(mixed)
    one, other = (stand(a, [], on).state for a in (agreement, replace(agreement, amendments=tuple(mixed))))
    assert replace(other, amendments=one.amendments) == one


def told_in(made: Stand) -> set[tuple[str, str]]:
    """Every claim that a state or a ledger rests on, with the line that it is told of."""
    found = {(t.term.id, c) for t in made.state.terms for s in (*t.states, *t.proposed) for c in s.claims}
    found |= {(p.id, c) for p in made.state.phases for s in (*p.states, *p.wanted) for c in s.claims}
    for exchange in made.ledger.exchanges:
        entries = [e for r in exchange.rounds for e in r.entries] + [*exchange.outside, *exchange.disputes, *exchange.proposed]
        entries += [e for s in exchange.sides for a in s.accounts for e in (*a.entries, *a.earlier)]
        found |= {(exchange.exchange.id, c) for e in entries for c in e.claims}
    for aid in made.ledger.aid:
        found |= {(aid.aid.id, c) for e in (*(e for r in aid.rows for e in (r.entry, *r.earlier)), *aid.proposed) for c in e.claims}
    for money in made.ledger.money:
        found |= {(money.fund.id, c) for e in (*(e for r in money.rows for e in r.entries), *money.proposed) for c in e.claims}
    return found


@FEW
@given(accords(), reports(), ON, st.integers(0, LAST + 20), st.integers(0, LAST + 20))
def test_a_later_knowledge_never_forgets(agreement: Agreement, told: list[Report], on: date, one: int, other: int) -> None:
    """What was known on a day is contained in what is known on a later one."""
    earlier, later = (told_in(stand(agreement, [r for r in told if r.learnt <= known], on)) for known in sorted((one, other)))
    assert earlier <= later


@FEW
@given(accords(), reports(), ON)
def test_sums_add_up(agreement: Agreement, told: list[Report], on: date) -> None:
    made = stand(agreement, told, on)
    for exchange in made.ledger.exchanges:
        for side in exchange.sides:
            assert len({a.by.key if a.by else None for a in side.accounts}) == len(side.accounts)
            for account in side.accounts:
                assert account.performed == sum(e.value or 0 for e in account.entries)
                assert account.remaining == (None if side.owed is None else side.owed - account.performed)
                assert account.entries and all(e.counts for e in account.entries)
    for row in (r for a in made.ledger.aid for r in a.rows):
        assert row.missing == (None if row.owed is None else row.owed - row.value)
    for money in (r for m in made.ledger.money for r in m.rows):
        base = money.owed if money.owed is not None else money.pledged
        assert money.unpaid == (None if base is None else base - (money.paid or 0))


@FEW
@given(accords(), reports(), ON)
def test_no_state_without_words_or_a_named_sum(agreement: Agreement, told: list[Report], on: date) -> None:
    """A claim has its words; arithmetic, silence, an amendment and the file have a reason; "violated" is said of nothing."""
    made = stand(agreement, told, on)
    for found in states(made):
        assert (found.claims and found.basis) if found.ground == "claim" else found.reason
        assert "violat" not in found.state
    assert all(t.states for t in made.state.terms)
    assert all(p.reason for p in made.state.phases)
    known = {r.document.id for r in told if r.document.published and r.document.published <= on.isoformat()}
    assert {b.document for t in made.state.terms for s in t.states for b in s.basis} <= known


@FEW
@given(accords(), reports(), ON)
def test_every_page_can_be_drawn(agreement: Agreement, told: list[Report], on: date) -> None:
    made = stand(agreement, told, on)
    papers = {r.document.id: r.document for r in told}
    page = build_state(made.state, papers)
    assert sum(n for _, n in page.counts) == sum(t.term.standing == "agreed" for t in made.state.terms)
    build_ledger(made.ledger, papers)
    calendar = build_calendar(agreement.name, agreement.key, made.coming(on, on + timedelta(days=366)), {}, on, on + timedelta(days=366))
    assert len({r.uid for r in calendar.rows}) == len(calendar.rows)


@FEW
@given(accords())
def test_a_file_keeps_all_of_an_agreement(agreement: Agreement) -> None:
    assert from_file(parse(dump(to_file(agreement)), where="x")) == replace(agreement, id=agreement.key)
