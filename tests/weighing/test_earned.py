"""What must be known of two unlike counts before they are told to contradict each other."""

from __future__ import annotations

import pytest

from made_claims import CLINIC, MINISTRY, MONITORS, Desk, day, sess
from trucekeeper.model.claims import Actor
from trucekeeper.model.time import Time

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


@pytest.mark.parametrize(
    "words",
    [
        "But the rebels admit",
        "In another tally there were",
        "Orrin disputed that, and spoke of",
        "Accounts of the raid are conflicting, and the tolls differ. The rebels admit",
    ],
)
def test_a_text_may_set_a_number_against_its_own(words: str) -> None:
    assert one_text(words, None, FRONT) == {"differs"}


def test_a_number_told_before_is_not_only_carried_on_where_another_is_set_against_it() -> None:
    desk = Desk()
    before = desk.paper("One", "At Fort Belm 17 people were killed, officials said.", published="2031-04-01")
    paper = desk.paper("Two", "Officially, 17 people were killed at Fort Belm, but several monitors say that 25 people were.", published="2031-04-03")
    desk.figure(before, "17 people", 17, of="people", by=(OFFICIAL,), place=sess("Fort Belm"))
    desk.figure(paper, "17 people", 17, of="people", place=sess("Fort Belm"))
    desk.figure(paper, "25 people", 25, of="people", by=(Actor("several monitors"),), place=sess("Fort Belm"))
    assert "differs" in {r.kind for r in desk.weighed().figure_relations}


def test_without_a_word_a_report_s_own_number_stands_against_none() -> None:
    assert "differs" not in one_text("The Front speaks of", None, FRONT)


def test_an_office_that_a_place_has_one_of_stands_for_its_number() -> None:
    assert two_texts(Actor("the governor"), MONITORS) == {"differs"}


def test_an_office_may_be_that_of_the_one_who_is_named() -> None:
    def told(title: str) -> set[str]:
        desk = Desk()
        roe = Actor("Ida Roe", "~ida-roe", "Ida Roe")
        paper = desk.paper("One", "A minister said 187 people died at Fort Belm. Ida Roe said they had found 163 people.")
        desk.role(paper, "Ida Roe", roe, title)
        desk.figure(paper, "187 people", 187, of="people", by=(Actor("a minister"),), place=sess("Fort Belm"))
        desk.figure(paper, "163 people", 163, of="people", by=(roe,), place=sess("Fort Belm"))
        return {r.kind for r in desk.weighed().figure_relations}

    assert "differs" not in told("state minister for emergencies")
    assert "differs" in told("senator")


def test_of_two_large_numbers_that_lie_near_each_other_one_may_be_a_little_older() -> None:
    assert "differs" not in two_texts(ARMY, MONITORS, values=(185, 187))
    assert two_texts(ARMY, MONITORS, values=(185, 198)) == {"differs"}


def test_who_stands_by_a_lower_number_contradicts_the_higher_one() -> None:
    def told(voice: Actor | None) -> set[str]:
        desk = Desk()
        for name, by, value, published in (("One", voice, 17, "2031-04-02"), ("Two", OFFICIAL, 25, "2031-04-02"), ("Three", voice, 17, "2031-04-03")):
            paper = desk.paper(name, f"The raid on Fort Belm killed {value} people.", published=published)
            desk.event(paper, "raid on Fort Belm", "attack", type="ASSAULT", place=sess("Fort Belm"), about=day("2031-04-01"))
            desk.figure(paper, f"{value} people", value, of="people", by=(by,) if by else (), place=sess("Fort Belm"))
        return {r.kind for r in desk.weighed().figure_relations}

    assert "differs" in told(ARMY)
    assert "differs" not in told(None)


def test_a_number_many_times_as_high_may_be_set_against_another_by_the_text_itself() -> None:
    def told(words: str) -> set[str]:
        desk = Desk()
        paper = desk.paper("One", f"The front counts 20 dead at Fort Belm, the monitors 70. {words} 7 people died.")
        for number, value, voice in (("20", 20, FRONT), ("70", 70, MONITORS), ("7 people", 7, ARMY)):
            desk.figure(paper, number, value, of="people", by=(voice,), place=sess("Fort Belm"))
        weighed = desk.weighed()
        return {str(sorted(g.figure.value or 0 for g in weighed.given if g.figure.id in r.claims)) for r in weighed.figure_relations if r.kind == "differs"}

    assert "[7, 70]" in told("The army insists that")
    assert "[7, 70]" not in told("By the army")


def test_a_number_that_goes_on_growing_is_told_later() -> None:
    def told(first: int, second: int, later: str) -> set[str]:
        desk = Desk()
        for name, value, published in (("One", first, "2031-04-02"), ("Two", second, later)):
            paper = desk.paper(name, f"Some {value} people have fled Fort Belm.", published=published)
            desk.figure(paper, f"{value} people", value, "displaced", of="people", by=(MINISTRY if name == "One" else MONITORS,), place=sess("Fort Belm"))
        return {r.kind for r in desk.weighed().figure_relations}

    assert told(6000, 6400, "2031-04-20") == {"compatible"}
    assert told(6000, 6000, "2031-04-20") == {"repeats"}
    assert told(6400, 6000, "2031-04-20") == set()
    assert told(6000, 6400, "2031-07-20") == set()


def test_a_sum_since_a_day_is_no_count_of_one_day() -> None:
    desk = Desk()
    one = desk.paper("One", "Since the truce 26 people have died at Fort Belm.")
    two = desk.paper("Two", "On Tuesday 22 people died at Fort Belm.")
    desk.figure(one, "26 people", 26, of="people", by=(MONITORS,), since=day("2031-03-29"), place=sess("Fort Belm"))
    desk.figure(two, "22 people", 22, of="people", by=(ARMY,), place=sess("Fort Belm"))
    assert "differs" not in {r.kind for r in desk.weighed().figure_relations}


def test_the_dead_of_a_day_are_a_part_of_those_of_the_days_around_it() -> None:
    def told(first: Actor, second: Actor) -> set[str]:
        desk = Desk()
        one = desk.paper("One", "From Sunday to Thursday 26 people died at Fort Belm, 24 deaths on Sunday alone.")
        desk.figure(one, "26 people", 26, of="people", by=(first,), about=Time("2031-03-30", "2031-04-03"), place=sess("Fort Belm"))
        desk.figure(one, "24 deaths", 24, of="deaths", by=(second,), about=day("2031-03-30"), place=sess("Fort Belm"))
        return {r.kind for r in desk.weighed().figure_relations}

    assert told(MINISTRY, MINISTRY) == set()
    assert told(MINISTRY, MONITORS) == set()


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
