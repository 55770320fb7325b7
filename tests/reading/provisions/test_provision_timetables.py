"""What a timetable and its numbers say: counted days, clauses that a term waits for, numbers in two forms, tasks that are handed over."""

from __future__ import annotations

import pytest
from provision_gold import anchor_label, read
from spacy.language import Language

from trucekeeper.reading.layers import ProvisionFound, layers
from trucekeeper.reading.provisions.counted_days import day_anchor
from trucekeeper.reading.provisions.structure import clauses

TIMETABLE = """\
Accord on the Upper Lakes

Protocol II:

iv. Timetable of the regrouping
(a) The regrouping shall begin on E-Day.
(b) Camps shall be opened at the lakes as soon as the observers are in place.

E-Day + 15: Handover of the rifles of both brigades
E-Day + 45: Demobilisation of at least 30 per cent of the men

2. Councils
2.1 Appointment of the valley council: D+40 at the latest.
2.2 Establishment: D-Day.
2.3 Frontier guard: dissolution of its companies and return of their men to the garrisons: between D+60 and D+90.

3. The two sides decide the following:
1) To immediately form a lakes commission.
2) To charge the commission with the following tasks:
a) To count the boats;
b) To propose a line between the villages.
"""
# clause, first bearer, anchor
ROWS = [
    ("Protocol II(iv)(a)", None, "event:E-Day:"),
    ("Protocol II(iv)(b)", None, "event:observers are in place:"),
    ("E-Day + 15", None, "event:E-Day:P15D"),
    ("E-Day + 45", None, "event:E-Day:P45D"),
    ("2.1", None, "event:D-Day:P40D"),
    ("2.2", None, "event:D-Day:"),
    ("2.3", None, "event:D-Day:P60D"),
    ("Protocol II(3)(1)", None, "-"),
    ("Protocol II(3)(2)(a)", None, "-"),
    ("Protocol II(3)(2)(b)", None, "-"),
]
CLAUSES = """\
1. The Sides shall lay down their arms by the time the bridge is open to traffic. The lists shall be kept by the Mission.
2. Counting of the weapons shall be the responsibility of the Lakes Mission.
3. The Mission shall be told of raids committed by either Side.
4. No boat shall cross the line; the light towers shall not be manned; and that the harbour shall be opened within ten days.
5. Assemblies shall be held on 4 June 2041. The monitors are authorised to enter every village.
6. After arrival of the second convoy the Sides shall open the road until a permanent crossing has been built.
7. The ceasefire shall be watched from the date of deployment of the observers.
"""


@pytest.fixture(scope="module")
def rows(nlp: Language) -> dict[str | None, ProvisionFound]:
    return {p.clause: p for p in layers(read(nlp, TIMETABLE)).provisions}


@pytest.fixture(scope="module")
def told(nlp: Language) -> list[ProvisionFound]:
    return layers(read(nlp, CLAUSES)).provisions


@pytest.mark.parametrize(("clause", "bearer", "anchor"), ROWS)
def test_rows(rows: dict[str | None, ProvisionFound], clause: str, bearer: str | None, anchor: str) -> None:
    assert next((o.name for o in rows[clause].obligors), None) == bearer
    assert anchor_label(rows[clause].anchor) == anchor


@pytest.mark.parametrize(
    ("words", "relation", "text"),
    [("by D + 30", "by", "by D + 30"), ("D+9 at the latest", "by", "D+9 at the latest"), ("until E-Day", "until", "until E-Day"), ("A+8", "on", "A+8")],
)
def test_counted_days(words: str, relation: str, text: str) -> None:
    found = day_anchor(words)
    assert found is not None
    assert (found.relation, found.text) == (relation, text)


def test_an_article_before_a_day_is_no_counted_day() -> None:
    assert day_anchor("a day of rest, 3 + 4 of them") is None


def test_anchors_that_are_clauses(told: list[ProvisionFound]) -> None:
    assert [anchor_label(p.anchor) for p in told if p.clause in {"1", "6", "7"}] == [
        "event:bridge is open to traffic:",
        "-",
        "event:arrival of the second convoy:",
        "event:deployment of the observers:",
    ]


def test_a_day_ahead_is_an_anchor_behind_a_passive(told: list[ProvisionFound]) -> None:
    assert anchor_label(next(p.anchor for p in told if p.clause == "5")) == "date:2041-06-04:"


def test_whose_task_it_is(told: list[ProvisionFound]) -> None:
    named = {p.clause: [o.name for o in p.obligors] for p in told}
    assert named["2"] == ["Lakes Mission"]
    assert named["3"] == [], "the raiders owe nothing"
    assert named["5"] == ["The monitors"], "who is authorised is free to do it himself"


def test_semicolons_part_terms(told: list[ProvisionFound]) -> None:
    assert [CLAUSES[slice(*p.spans[0])] for p in told if p.clause == "4"] == [
        "No boat shall cross the line",
        "the light towers shall not be manned",
        "the harbour shall be opened within ten days.",
    ]


def test_a_sentence_without_a_matter_goes_on_with_that_before_it(told: list[ProvisionFound], nlp: Language) -> None:
    more = layers(read(nlp, CLAUSES + "8. Prisoners shall be freed on both shores. They shall be seen home.\n")).provisions
    assert [p.issue for p in more if p.clause == "8"] == ["prisoners", "prisoners"]


def test_bracketed_numbers_stand_below_plain_ones() -> None:
    text = "1. One\n1) two\n2) three\n2. Four\n(1) five\n3) six"
    assert [c.label for c in clauses(text)] == ["1", "1(1)", "1(2)", "2", "2(1)", "3"], "a number that goes on from none stands for itself"
