"""The ledger: remaining is owed less performed for each account, rounds add up, and the order of tellings makes no difference."""

from __future__ import annotations

import copy
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucekeeper.agreement.ledger import ledger_of
from trucekeeper.agreement.ledger_words import checked, rounds_named
from trucekeeper.agreement.rounds import owed_in, owed_in_all, parts_of, round_on, rounds_of
from trucekeeper.knowledge import table
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.claims import Actor
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.model.ledger import Entry
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Exchange, Round, Schedule, Side

FIRST = date(2031, 3, 1)
SWAP = Exchange(
    id="swap", gives=(Side(of="soldiers", value=24.0),), returns=(Side(of="detainees", value=5.0, each="soldier"), Side(of="bodies", value=2.0, each="round")),
    schedule=Schedule(every="P1W", first=Time.on(FIRST), count=8), rounds=(Round(number=9, due=Time.on(FIRST + timedelta(days=30)), makes_up=3),),
)  # fmt: skip
VOICES = [Actor("the North", "north"), Actor("the South", "south"), None]


def test_what_is_owed() -> None:
    rounds = rounds_of(SWAP)
    assert [r.number for r in rounds] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [owed_in_all(SWAP, side, rounds) for _, side in parts_of(SWAP)] == [24.0, 120.0, 16.0]
    assert [owed_in(SWAP, part, side, rounds[0], rounds) for part, side in parts_of(SWAP)] == [3.0, 15.0, 2.0]
    assert owed_in(SWAP, "gives.0", SWAP.gives[0], rounds[8], rounds) == 3.0


def test_an_uneven_share_is_not_made_up() -> None:
    odd = Exchange(id="odd", gives=(Side(of="soldiers", value=25.0),), schedule=Schedule(every="P1W", first=Time.on(FIRST), count=8))
    assert owed_in(odd, "gives.0", odd.gives[0], rounds_of(odd)[0], rounds_of(odd)) is None


@pytest.mark.parametrize(("day", "number"), [("2031-03-01", 1), ("2031-03-03", 1), ("2031-03-04", 1), ("2031-04-30", None), ("2031-03-31", 9)])
def test_the_round_about_a_day(day: str, number: int | None) -> None:
    rounds = rounds_of(SWAP) if number == 9 else rounds_of(SWAP)[:8]
    assert round_on(rounds, date.fromisoformat(day)) == number


def test_half_way_between_two_rounds_is_neither() -> None:
    rounds = rounds_of(Exchange(id="x", schedule=Schedule(every="P4D", first=Time.on(FIRST), count=3)))
    assert round_on(rounds, FIRST + timedelta(days=2)) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("the fifth round", [5]), ("Round 12 was held", [12]), ("the 3rd batch and the fourth batch", [3, 4]), ("round five", [5]), ("a round of talks", [])],
)
def test_rounds_by_name(text: str, numbers: list[int]) -> None:
    assert rounds_named(text) == numbers


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    made = []
    for n in range(draw(st.integers(0, 12))):
        number = draw(st.integers(1, 9))
        day = FIRST + timedelta(days=7 * (number - 1))
        total = draw(st.booleans())
        made.append(
            Entry(
                line="swap", document=f"d{n}", reason="r", claims=(f"c{n}",), basis=(), certainty=draw(st.sampled_from(["matched", "proposed", "refused"])),
                by=draw(st.sampled_from(VOICES)), said=Time(None, (day + timedelta(days=draw(st.integers(0, 3)))).isoformat()), when=Time.on(day),
                kind="given", part=draw(st.sampled_from(["gives.0", "returns.0", "returns.1"])), round=None if total else number,
                value=float(draw(st.integers(0, 20))), total=total,
            )
        )  # fmt: skip
    return made


@given(entries())
def test_remaining_is_owed_less_performed(told: list[Entry]) -> None:
    (made,) = ledger_of(Agreement(name="x", exchanges=(SWAP,)), told, date(2031, 6, 1)).exchanges
    for side in made.sides:
        for account in side.accounts:
            assert account.remaining == (side.owed or 0) - account.performed
            assert account.performed == sum(e.value or 0 for e in account.entries)
            assert {e.by for e in account.entries} == {account.by}
            assert all(e.counts for e in account.entries)
            assert sum(e.total for e in account.entries) <= 1


@given(entries().flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
def test_the_order_of_tellings_makes_no_difference(both: tuple[list[Entry], list[Entry]]) -> None:
    told, mixed = both
    agreement = Agreement(name="x", exchanges=(SWAP,))
    first, second = (ledger_of(agreement, t, date(2031, 6, 1)).exchanges[0].sides for t in (told, mixed))
    assert [[(a.by, a.performed, a.remaining, a.how) for a in s.accounts] for s in first] == [
        [(a.by, a.performed, a.remaining, a.how) for a in s.accounts] for s in second
    ]


def test_an_older_count_of_all_so_far_stays_beside_the_newer() -> None:
    common = {"line": "swap", "reason": "r", "basis": (), "certainty": "matched", "by": VOICES[0], "kind": "given", "part": "gives.0", "total": True}
    told = [
        Entry(**common, document=f"d{n}", claims=(f"c{n}",), when=Time.on(FIRST + timedelta(days=n)), value=float(10 + n))  # type: ignore[arg-type]
        for n in (1, 5)
    ]
    (made,) = ledger_of(Agreement(name="x", exchanges=(SWAP,)), told, date(2031, 6, 1)).exchanges
    (account,) = made.sides[0].accounts
    assert (account.performed, account.entries, account.earlier) == (15, (told[1],), (told[0],))
    assert account.how == "15 in all by 2031-03-06; told before: 11 in all by 2031-03-02"


@given(entries(), st.integers(0, 12))
def test_more_tellings_take_no_voice_away(told: list[Entry], known: int) -> None:
    agreement = Agreement(name="x", exchanges=(SWAP,))
    fewer, more = (ledger_of(agreement, t, date(2031, 6, 1)).exchanges[0].sides for t in (told[:known], told))
    for before, after in zip(fewer, more, strict=True):
        assert {a.by for a in before.accounts} <= {a.by for a in after.accounts}


@pytest.mark.parametrize(("part", "key", "value"), [("rounds", "dance", "x"), ("aid", "done", "("), ("money", "lent", "x")])
def test_faults_of_the_lexicon(part: str, key: str, value: str) -> None:
    content = copy.deepcopy(table("ledger"))
    content[part][key] = value
    with pytest.raises(KnowledgeError, match=r"ledger\.toml"):
        checked(content)
