"""Counts that are not all: of a list, of one lot of what goes by, of a time before, or told while the dead of a hunger grew."""

from __future__ import annotations

from made_claims import MINISTRY, MONITORS, Desk, day, sess
from trucekeeper.model.claims import Actor
from trucekeeper.weighing.weighed import Weighed


def kinds(known: Weighed) -> list[str]:
    return sorted(r.kind for r in known.figure_relations)


def test_one_count_of_a_list_is_not_all_of_them() -> None:
    desk = Desk()
    one = desk.paper("One", "Some 12 people died in the shelling of Fort Belm and 106 when it was stormed, the ministry said.")
    for words, number in (("12 people", 12), ("106", 106)):
        desk.figure(one, words, number, of="people", by=(MINISTRY,), place=sess("Fort Belm"))
    two = desk.paper("Two", "At Fort Belm 92 people died, among them 49 children.")
    whole = desk.figure(two, "92 people", 92, of="people", by=(MONITORS,), place=sess("Fort Belm"))
    desk.figure(two, "49 children", 49, of="children", by=(MONITORS,), place=sess("Fort Belm"), part_of=whole.id)
    assert kinds(desk.weighed()) == ["part_of"]


def lorries(first: str, second: str) -> list[str]:
    """What 49 lorries for one place are to 17 lorries for one."""
    desk = Desk()
    for name, number, place, by in (("One", 49, first, MINISTRY), ("Two", 17, second, MONITORS)):
        paper = desk.paper(name, f"Near Marra {number} lorries left for {place}.")
        desk.figure(paper, f"{number} lorries", number, "trucks", of="lorries", by=(by,), place=sess(place) if name == "One" else None)
    return kinds(desk.weighed())


def test_lorries_stand_against_each_other_only_where_they_go_to_one_place() -> None:
    assert lorries("Port Belm", "Fort Orsk") == []
    assert lorries("Port Belm", "Port Belm") == ["differs"]


def toll(cause: str) -> list[str]:
    """What a toll is to the higher one that another voice gives the next day."""
    desk = Desk()
    for name, number, by, date in (("One", 23, MINISTRY, "2031-04-02"), ("Two", 28, MONITORS, "2031-04-03")):
        paper = desk.paper(name, f"In Fort Belm {number} people have died of {cause}.", published=date)
        desk.event(paper, f"{number} people have died of {cause}", "kill", type="ASSAULT", place=sess("Fort Belm"), about=day("2031-04-01"))
        desk.figure(paper, f"{number} people", number, of="people", by=(by,), place=sess("Fort Belm"))
    return kinds(desk.weighed())


def test_of_hunger_people_die_day_after_day_and_of_one_fire_they_are_counted_once() -> None:
    assert toll("starvation") == ["compatible"]
    assert toll("their burns") == ["differs"]


def risen(by: tuple[Actor, ...], number: int, published: str, *, again: str = "") -> list[str]:
    """What the ministry's toll of a raid, 10, is to another voice's of a later report; `again` is a day on which the ministry gives it once more."""
    desk = Desk()
    told = [("One", 10, (MINISTRY,), "2031-04-02"), ("Two", number, by, published), *([("Three", 10, (MINISTRY,), again)] if again else [])]
    for name, count, voice, date in told:
        paper = desk.paper(name, f"The raid on Fort Belm killed {count} people.", published=date)
        desk.event(paper, "raid on Fort Belm", "attack", type="ASSAULT", place=sess("Fort Belm"), about=day("2031-04-01"))
        desk.figure(paper, f"{count} people", count, of="people", by=voice, place=sess("Fort Belm"))
    return [k for k in kinds(desk.weighed()) if k != "repeats"]


def test_a_report_s_own_higher_toll_of_a_later_day_takes_nothing_back() -> None:
    assert risen((), 13, "2031-04-04") == ["compatible"]
    assert risen((Actor("officials", None, "officials"),), 13, "2031-04-04") == ["compatible"]


def test_a_body_s_own_toll_one_of_the_same_day_a_much_higher_one_and_one_against_which_the_other_stands_differ() -> None:
    assert risen((MONITORS,), 13, "2031-04-04") == ["differs"]
    assert risen((), 13, "2031-04-02") == ["compatible"]  # a report's own number is of some hour of that day
    assert risen((), 33, "2031-04-04") == []
    assert "differs" in risen((), 13, "2031-04-04", again="2031-04-05")


def test_one_voice_s_two_tolls_of_one_day_contradict_nobody() -> None:
    desk = Desk()
    for name, words, number in (("One", "95 people", 95), ("Two", "87 people", 87)):
        paper = desk.paper(name, f"At Fort Belm {words} were hurt.")
        desk.figure(paper, words, number, "wounded", of="people", by=(MINISTRY,), place=sess("Fort Belm"))
    assert kinds(desk.weighed()) == ["compatible"]


def test_a_report_s_own_lower_toll_that_was_told_before_is_only_carried_on() -> None:
    desk = Desk()
    told = [("One", 12, (MINISTRY,), "2031-04-02"), ("Two", 33, (MONITORS,), "2031-04-03"), ("Three", 12, (), "2031-04-03")]
    for name, number, by, date in told:
        paper = desk.paper(name, f"The raid on Fort Belm killed {number} people.", published=date)
        desk.event(paper, "raid on Fort Belm", "attack", type="ASSAULT", place=sess("Fort Belm"), about=day("2031-04-01"))
        desk.figure(paper, f"{number} people", number, of="people", by=by, place=sess("Fort Belm"))
    assert kinds(desk.weighed()) == ["compatible", "differs", "repeats"]
