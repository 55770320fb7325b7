"""A report's only count of some, another's count of all, and one number told by two measures."""

from __future__ import annotations

from typing import Any

import pytest

from made_claims import MINISTRY, MONITORS, Desk, day, sess
from trucekeeper.model.claims import Actor
from trucekeeper.weighing.accounts import told_once

ATTACK: dict[str, Any] = {"type": "ASSAULT", "place": sess("Fort Belm"), "about": day("2031-04-01")}


def tolls(first: str, second: str, *, others: str = "") -> set[str]:
    """What two counts of one raid are to each other: "12 soldiers" of the ministry, and what the clinic says days after."""
    desk = Desk()
    one = desk.paper("One", f"A raid on Fort Belm killed {first}.{others}", published="2031-04-02")
    two = desk.paper("Two", f"The toll of the raid on Fort Belm {second}.", published="2031-04-04")
    for paper in (one, two):
        desk.event(paper, "raid on Fort Belm", "attack", **ATTACK)
    number, _, counted = first.partition(" ")
    desk.figure(one, first, float(number), by=(MINISTRY,), of=counted, about=day("2031-04-01"))
    if others:
        desk.figure(one, others.split(" were")[0].strip(), float(others.split()[0]), by=(MINISTRY,), of="guards")
    desk.figure(two, second, float(second.split()[-1]), by=(MONITORS,), of="toll")
    return {r.kind for r in desk.weighed().figure_relations} - {"other_base"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("12 soldiers", "has climbed to 15", {"replaces"}), ("12 soldiers", "stands at 12", {"repeats"}), ("12 soldiers", "was 19", set())],
)
def test_the_only_count_of_some_is_its_reports_toll(first: str, second: str, expected: set[str]) -> None:
    assert tolls(first, second) == expected


def test_of_two_counts_of_some_neither_is_the_toll() -> None:
    assert tolls("12 soldiers", "has climbed to 15", others=" 4 guards were killed too") == set()


def test_one_number_by_kin_measures() -> None:
    desk = Desk()
    one = desk.paper("One", "Seven pilots were captured in the raid on Fort Belm.", published="2031-04-02")
    two = desk.paper("Two", "They hold the seven pilots of the raid on Fort Belm.", published="2031-04-03")
    for paper in (one, two):
        desk.event(paper, "the raid on Fort Belm", "attack", **ATTACK)
    desk.figure(one, "Seven pilots", 7, "taken", of="pilots", by=(MINISTRY,))
    desk.figure(two, "seven pilots", 7, "held", of="pilots", by=(Actor("Ida Roe"),))
    assert [r.kind for r in desk.weighed().figure_relations] == ["repeats"]


def test_departures_are_people_of_any_kind() -> None:
    desk = Desk()
    paper = desk.paper("One", "Ida Roe said 870 fighters had left. The ministry counted 640 departures.", published="2031-04-02")
    desk.figure(paper, "870 fighters", 870, "withdrawn", of="fighters", by=(Actor("Ida Roe"),))
    desk.figure(paper, "640 departures", 640, "withdrawn", of="departures", by=(MINISTRY,))
    assert [r.kind for r in desk.weighed().figure_relations] == ["differs"]


def test_a_number_on_which_three_differ_is_told_once() -> None:
    desk = Desk()
    for number, (value, by) in enumerate(((40, MINISTRY), (47, MONITORS), (53, Actor("Tavel Front", "~tavel-front", "Tavel Front")))):
        paper = desk.paper(f"Paper {number}", f"{value} people were killed at Fort Belm.")
        desk.figure(paper, f"{value} people", value, of="people", by=(by,), place=sess("Fort Belm"), about=day("2031-04-01"))
    weighed = desk.weighed()
    told = told_once(weighed.figure_relations, weighed.series)
    assert [r.reason for r in told] == ["40 (Orrin Health Ministry), 47 (Lake Monitors) and 53 (Tavel Front), 1 April 2031"]
    assert len(told[0].claims) == 3


def test_a_later_lower_count_of_all_is_less_than_one_of_some() -> None:
    assert tolls("12 soldiers", "stands at 9") == {"differs"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A soldier died, bringing the army's dead in the raid on Fort Belm to 5", {"replaces"}),
        ("The ministry corrected the toll of the raid on Fort Belm, after a soldier died, to 5", {"corrects"}),
        ("The dead of the raid on Fort Belm are 5", set()),
    ],
)
def test_a_toll_told_with_one_more_soldier_is_of_soldiers(words: str, expected: set[str]) -> None:
    desk = Desk()
    one = desk.paper("One", "A raid on Fort Belm killed 4 soldiers and 2 rebels.", published="2031-04-02")
    two = desk.paper("Two", f"{words}.", published="2031-04-14")
    for paper in (one, two):
        desk.event(paper, "raid on Fort Belm", "attack", **ATTACK)
    desk.figure(one, "4 soldiers", 4, by=(MINISTRY,), of="soldiers", about=day("2031-04-01"))
    desk.figure(one, "2 rebels", 2, by=(MINISTRY,), of="rebels", about=day("2031-04-01"))
    desk.figure(two, "5", 5, by=(MINISTRY,), of="dead")
    for number in ("A soldier", "a soldier"):
        if number in words:
            desk.figure(two, number, 1, by=(MINISTRY,), of="soldier")
    assert {r.kind for r in desk.weighed().figure_relations} - {"other_base"} == expected


def test_a_number_that_three_give_is_told_once() -> None:
    desk = Desk()
    for number, by in enumerate((MINISTRY, MONITORS, Actor("Lake Guard", "~lake-guard", "Lake Guard"))):
        paper = desk.paper(f"Paper {number}", "47 people were killed at Fort Belm.")
        desk.figure(paper, "47 people", 47, of="people", by=(by,), place=sess("Fort Belm"), about=day("2031-04-01"))
    weighed = desk.weighed()
    told = told_once(weighed.figure_relations, weighed.series)
    assert [(r.kind, r.reason) for r in told] == [("repeats", "47 (Orrin Health Ministry; Lake Monitors; Lake Guard), 1 April 2031")]


def test_differences_of_two_months_are_told_apart() -> None:
    desk = Desk()
    for month, values in (("04", (40, 47, 53)), ("06", (80, 91, 99))):
        for value, by in zip(values, (MINISTRY, MONITORS, Actor("Lake Guard", "~lake-guard", "Lake Guard")), strict=True):
            paper = desk.paper(f"Paper {month} {value}", f"By then {value} people had been displaced at Fort Belm.", published=f"2031-{month}-02")
            desk.figure(paper, f"{value} people", value, "displaced", of="people", by=(by,), place=sess("Fort Belm"), about=day(f"2031-{month}-01"))
    weighed = desk.weighed()
    told = [r for r in told_once(weighed.figure_relations, weighed.series) if r.kind == "differs"]
    assert sorted(len(r.claims) for r in told) == [3, 3]


@pytest.mark.parametrize(("lead", "expected"), [("", {"differs"}), ("another ", set())])
def test_a_text_that_counts_others_too_contradicts_nothing(lead: str, expected: set[str]) -> None:
    desk = Desk()
    paper = desk.paper("One", f"The ministry said the raid on Fort Belm killed 12 people, while the clinic said that {lead}11 people were killed.")
    desk.event(paper, "raid on Fort Belm", "attack", **ATTACK)
    desk.figure(paper, "12 people", 12, by=(MINISTRY,), of="people", about=day("2031-04-01"))
    desk.figure(paper, "11 people", 11, by=(MONITORS,), of="people", about=day("2031-04-01"))
    assert {r.kind for r in desk.weighed().figure_relations} - {"other_base"} == expected


def test_a_number_that_takes_the_place_of_others_is_told_once() -> None:
    desk = Desk()
    for name, number, by, published in (
        ("One", 12, MINISTRY, "2031-04-02"),
        ("Two", 13, MONITORS, "2031-04-02"),
        ("Three", 32, Actor("the mayor"), "2031-04-03"),
    ):
        rose = "rose to " if number == 32 else "is "
        paper = desk.paper(name, f"The toll of the raid on Fort Belm {rose}{number}.", published=published)
        desk.event(paper, "raid on Fort Belm", "attack", **ATTACK)
        desk.figure(paper, str(number), number, by=(by,), of="toll", place=sess("Fort Belm"))
    known = desk.weighed()
    (told,) = (r for r in told_once(known.figure_relations, known.series) if r.kind == "replaces")
    assert told.reason.startswith("32 (")
    assert "; before that 12 (" in told.reason
    assert len(told.claims) == 3
