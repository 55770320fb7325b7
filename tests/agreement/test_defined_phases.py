"""Drafts of an invented agreement's text: phases by its own clauses, acts with what they are done to, parties apart from offices, when it takes effect."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from made_processes import reader

from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.state import state_on
from trucekeeper.agreement.windows import Reckoner
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.claims import Claim
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader

TEXT = """\
AGREEMENT ON THE SETTLEMENT OF THE CONFLICT IN THE REPUBLIC OF ORLEN
Varsk, 14 June 2030
Between the Republic of Orlen and the Highland Movement
CHAPTER 1
GENERAL PROVISIONS
1.1. The Transitional Period shall commence six (6) months after the signing of this Agreement and the term shall be twenty-four (24) months preceded by six (6) months of a Pre-Transitional Period.
1.2. A cessation of hostilities shall come into force on 20 June 2030.
1.3. Prisoners of war shall be released within fourteen (14) days of the signing of this Agreement.
1.4. The Joint Defence Board (JDB) shall complete the joint training within three (3) months of the commencement of the Transitional Period.
1.5. The Highland Movement shall hand over its heavy weapons before the end of the Pre-Transitional Period, except for weapons held by the guards of its leaders.
1.6. The Ministry of Finance shall audit all revenues since 2021.
1.7. No deputy ministers shall be appointed during the Transitional Period.
1.8. The Republic of Orlen shall withdraw its forces from the town of Kell within ten days of the signing of this Agreement.
Done at Varsk on 14 June 2030.
"""  # noqa: E501


@cache
def read() -> tuple[Agreement, tuple[Claim, ...], Document]:
    reading = Reader().read(Document(name="orlen", text=TEXT))
    return agreement_of(reading.claims, [reading.document]), tuple(reading.claims), reading.document


def test_a_clause_dates_two_phases() -> None:
    agreement, claims, paper = read()
    state = state_on(agreement, claims, date(2030, 8, 1), [paper])
    made = {p.id: (p.begin.as_range if p.begin else "", p.end.as_range if p.end else "", p.state) for p in state.phases}
    assert made == {
        "pre-transitional period": ("2030-06-14", "2030-12-13", "in force"),
        "transitional period": ("2030-12-14", "2032-12-13", "not begun"),
    }


def test_when_it_was_signed_and_takes_effect() -> None:
    agreement, _, _ = read()
    assert agreement.signed is not None
    assert agreement.signed.as_range == "2030-06-14"
    assert agreement.effective is not None
    assert agreement.effective.as_range == "2030-06-20"
    assert agreement.term("1.2") is None  # nobody owes that it comes into force


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ("1.3", "Prisoners of war shall be released within fourteen (14) days of the signing of this Agreement."),
        ("1.7", "No deputy ministers shall be appointed during the Transitional Period."),
        ("1.4", "complete the joint training within three (3) months of the commencement of the Transitional Period."),
    ],
)
def test_an_act_without_a_bearer_says_what_it_is_done_to(clause: str, act: str) -> None:
    term = read()[0].term(clause)
    assert term is not None
    assert term.act == act


@pytest.mark.parametrize(
    ("clause", "due"),
    [
        ("1.3", "2030-06-14/2030-06-28"), ("1.4", "2030-12-14/2031-03-14"), ("1.5", "/2030-12-13"), ("1.6", None), ("1.7", "2030-12-14/2032-12-13"),
        ("1.8", "2030-06-14/2030-06-24"),
    ],
)  # fmt: skip
def test_due(clause: str, due: str | None) -> None:
    agreement = read()[0]
    term = agreement.term(clause)
    assert term is not None
    window = Reckoner(agreement).window(term)[0]
    assert (window.as_range if window else None) == due


def test_exceptions_are_kept() -> None:
    term = read()[0].term("1.5")
    assert term is not None
    assert [e.rstrip(".") for e in term.exceptions] == ["except for weapons held by the guards of its leaders"]


def test_offices_are_no_parties() -> None:
    roles = {p.name: p.role for p in read()[0].parties}
    assert {name for name, role in roles.items() if role == "body"} == {"Joint Defence Board", "Ministry of Finance"}
    assert sorted(roles.values()) == ["body", "body", "party", "party"]


RUNNING = """\
THE OSK TRUCE
Signed at Velt on 3 May 2042
The Republic of Osk and the Hill Front have agreed as follows:
1. This truce shall be in force for 180 days from 10 May 2042.
2. The Front shall release 20 sailors within 30 days of the entry into force of the truce.
3. The Republic shall keep the harbour open until 1 August 2042.
"""


def test_a_truce_in_force_for_so_long_is_the_only_phase() -> None:
    reading = reader().read(Document(name="t", text=RUNNING))
    made = agreement_of(reading.claims, [reading.document])
    assert [t.clause for t in made.terms] == ["2", "3"]
    assert (made.effective.as_range if made.effective else None) == "2042-05-10"
    assert [(p.id, p.begin.as_range if p.begin else None, p.length) for p in made.phases] == [("whole", "2042-05-10", "P180D")]
    assert [a.label for t in made.terms for a in t.bearers] == ["Hill Front", "Republic of Osk"]
    days = {day: state_on(made, reading.claims, date(2042, *day)).terms[1].states[-1].state for day in ((7, 1), (8, 2))}
    assert days == {(7, 1): "in effect", (8, 2): "lapsed"}
