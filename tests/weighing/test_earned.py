"""What must be known of two unlike counts before they are told to contradict each other."""

from __future__ import annotations

import pytest

from made_claims import CLINIC, MINISTRY, MONITORS, Desk, day, sess
from trucekeeper.model.claims import Actor

ARMY = Actor("the Orrin army", None, "Orrin army")
FRONT = Actor("the Tavel Front", "~tavel-front", "Tavel Front")
OFFICIAL = Actor("an official")
HE = Actor("He")


def two_texts(first: Actor | None, second: Actor | None, *, later: str = "2031-04-02", values: tuple[float, float] = (17, 25)) -> set[str]:
    """What two reports of the dead of one raid, each by this voice or its own, are to each other."""
    desk = Desk()
    for name, voice, value, published in (("One", first, values[0], "2031-04-02"), ("Two", second, values[1], later)):
        paper = desk.paper(name, f"The raid on Fort Belm killed {value:g} people.", published=published)
        desk.event(paper, "raid on Fort Belm", "attack", type="ASSAULT", place=sess("Fort Belm"), about=day("2031-04-01"))
        desk.figure(paper, f"{value:g} people", value, of="people", by=(voice,) if voice else (), place=sess("Fort Belm"))
    return {r.kind for r in desk.weighed().figure_relations}


def one_text(words: str, first: Actor | None, second: Actor | None) -> set[str]:
    desk = Desk()
    paper = desk.paper("One", f"The raid on Fort Belm killed 25 people. {words} 17 people.")
    for value, voice in ((25, first), (17, second)):
        desk.figure(paper, f"{value} people", value, of="people", by=(voice,) if voice else (), place=sess("Fort Belm"))
    return {r.kind for r in desk.weighed().figure_relations}


@pytest.mark.parametrize("second", [MONITORS, FRONT, CLINIC])
def test_two_bodies_that_each_stand_for_their_number_contradict_each_other(second: Actor) -> None:
    assert two_texts(ARMY, second) == {"differs"}


@pytest.mark.parametrize("second", [None, OFFICIAL, HE])
def test_a_number_for_which_nobody_known_stands_may_be_of_another_hour(second: Actor | None) -> None:
    assert two_texts(ARMY, second) == {"compatible"}


def test_bodies_of_one_state_contradict_each_other_only_where_a_text_sets_them_against_each_other() -> None:
    assert two_texts(ARMY, MINISTRY) == {"compatible"}
    assert one_text("However, the ministry counts", ARMY, MINISTRY) == {"differs"}


def test_what_a_hospital_has_is_not_all() -> None:
    assert "differs" not in two_texts(CLINIC, ARMY)
    assert two_texts(ARMY, CLINIC) == {"differs"}


def test_a_shorter_name_is_no_other_body() -> None:
    assert "differs" not in two_texts(MONITORS, Actor("an official of the Lake Monitors"))
    assert two_texts(Actor("Kenya"), Actor("the Kenyan Union of Doctors")) == {"differs"}


def test_a_toll_told_days_later_may_have_risen() -> None:
    assert two_texts(ARMY, MONITORS, later="2031-04-04") == {"differs"}
    assert "differs" not in two_texts(ARMY, MONITORS, later="2031-04-06")
    assert "differs" in two_texts(ARMY, MONITORS, later="2031-04-06", values=(25, 17))


@pytest.mark.parametrize("words", ["But the rebels admit", "In another tally there were", "Orrin disputed that, and spoke of"])
def test_a_text_may_set_a_number_against_its_own(words: str) -> None:
    assert one_text(words, None, FRONT) == {"differs"}


def test_without_a_word_a_report_s_own_number_stands_against_none() -> None:
    assert "differs" not in one_text("The Front speaks of", None, FRONT)


def test_a_sum_since_a_day_is_no_count_of_one_day() -> None:
    desk = Desk()
    one = desk.paper("One", "Since the truce 26 people have died at Fort Belm.")
    two = desk.paper("Two", "On Tuesday 22 people died at Fort Belm.")
    desk.figure(one, "26 people", 26, of="people", by=(MONITORS,), since=day("2031-03-29"), place=sess("Fort Belm"))
    desk.figure(two, "22 people", 22, of="people", by=(ARMY,), place=sess("Fort Belm"))
    assert "differs" not in {r.kind for r in desk.weighed().figure_relations}


def test_voices_that_a_text_sets_against_each_other_contradict_each_other_elsewhere_too() -> None:
    def told(words: str) -> list[frozenset[float | None]]:
        desk = Desk()
        one = desk.paper("One", f"The army puts the killed at Fort Belm at 17. {words} 38 people.")
        two = desk.paper("Two", "The toll of the army for Fort Belm has risen to 21 people.", published="2031-04-03")
        desk.figure(one, "17", 17, of="people", by=(ARMY,), place=sess("Fort Belm"))
        desk.figure(one, "38 people", 38, of="people", by=(MINISTRY,), place=sess("Fort Belm"))
        desk.figure(two, "21 people", 21, of="people", by=(ARMY,), place=sess("Fort Belm"))
        weighed = desk.weighed()
        pairs = (frozenset(g.figure.value for g in weighed.given if g.figure.id in r.claims) for r in weighed.figure_relations if r.kind == "differs")
        return list(pairs)

    assert frozenset({21, 38}) in told("The ministry disputes that and counts")
    assert frozenset({21, 38}) not in told("The ministry counts")
