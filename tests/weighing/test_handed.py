"""Those who are let go, by which side, and numbers that are only aimed at."""

from __future__ import annotations

import pytest

from made_claims import CLINIC, MINISTRY, Desk, sess
from trucekeeper.model.claims import Actor
from trucekeeper.weighing.weighed import Weighed

STATE = Actor("Kenya", "state:kenya", "Kenya")
REBELS = Actor("the rebels", None, "rebels")
CONVOY = Actor("the Lorry Company", None, "Lorry Company")


def swap(first: tuple[Actor, ...], second: tuple[Actor, ...], *, exchange: bool = True) -> set[str]:
    """What two reports' counts of the freed are to each other, each told with an act of freeing by these, if any."""
    desk = Desk()
    for name, words, number, by, voice in (("One", "74 prisoners", 74, first, MINISTRY), ("Two", "233 prisoners", 233, second, CLINIC)):
        paper = desk.paper(name, f"In Fort Belm {words} were let go in the swap.")
        if by:
            desk.event(paper, f"{words} were let go", "release", actors=by, type="RETREAT")
        if exchange:
            desk.event(paper, "the swap", "exchange", type="RETREAT")
        desk.figure(paper, words, number, "released", by=(voice,), of="prisoners", counting="cumulative")
    return {r.kind for r in desk.weighed().figure_relations}


def test_those_whom_one_side_frees_are_none_of_those_whom_the_other_frees() -> None:
    assert swap((REBELS,), (STATE,)) == {"other_base"}
    assert swap((REBELS,), (REBELS, STATE)) == {"other_base"}


def test_of_a_swap_a_count_without_a_side_stands_against_none() -> None:
    assert swap((REBELS,), ()) == set()
    assert swap((CONVOY,), (CONVOY,)) == set()


def test_counts_of_one_side_or_of_no_swap_stand_against_each_other() -> None:
    assert swap((REBELS,), (REBELS,)) == {"differs"}
    assert swap((), (), exchange=False) == {"differs"}


def aims(first: dict[str, object], second: dict[str, object], *, later: str = "2031-04-20") -> Weighed:
    desk = Desk()
    one = desk.paper("One", "Both sides of the Marra front agreed that 300 rifles are handed in.")
    two = desk.paper("Two", "The Marra mission means to take 300 rifles.", published=later)
    for paper, fields in ((one, first), (two, second)):
        desk.figure(paper, "300 rifles", 300, "weapons", **{"of": "rifles", "told_as": "planned", **fields})
    return desk.weighed()


def test_one_number_agreed_here_and_planned_there_is_one_aim() -> None:
    assert [r.kind for r in aims({"told_as": "proposed"}, {}).figure_relations] == ["repeats"]
    assert [r.kind for r in aims({}, {"of": "old rifles"}).figure_relations] == ["repeats"]


@pytest.mark.parametrize(
    ("second", "later"), [({"of": "guns"}, "2031-04-20"), ({"counting": "new"}, "2031-04-20"), ({"told_as": None}, "2031-04-20"), ({}, "2031-09-20")]
)
def test_another_group_further_ones_what_is_done_and_what_is_far_off_are_no_one_aim(second: dict[str, object], later: str) -> None:
    assert not [r for r in aims({}, second, later=later).figure_relations if r.kind == "repeats"]


def test_of_an_aim_what_is_done_is_a_part_and_no_other_base() -> None:
    desk = Desk()
    one = desk.paper("One", "The government freed 350 of the 5,000 men it has promised to free.")
    whole = desk.figure(one, "5,000 men", 5000, "released", of="men", told_as="planned", by=(MINISTRY,))
    desk.figure(one, "350 of the 5,000 men", 350, "released", of="men", part_of=whole.id, counting="cumulative", by=(MINISTRY,), place=sess())
    two = desk.paper("Two", "So far 600 men are free.", published="2031-04-09")
    desk.figure(two, "600 men", 600, "released", of="men", counting="cumulative", by=(MINISTRY,), place=sess())
    known = desk.weighed()
    assert {r.kind for r in known.figure_relations} == {"part_of", "replaces"}
    assert any("that are aimed at" in r.reason for r in known.figure_relations)
