"""Counts that are not all: of a list, of one lot of what goes by, of a time before, or told while the dead of a hunger grew."""

from __future__ import annotations

from made_claims import CLINIC, MINISTRY, Desk, day, sess
from trucekeeper.weighing.weighed import Weighed


def kinds(known: Weighed) -> list[str]:
    return sorted(r.kind for r in known.figure_relations)


def test_one_count_of_a_list_is_not_all_of_them() -> None:
    desk = Desk()
    one = desk.paper("One", "Some 12 people died in the shelling of Fort Belm and 106 when it was stormed, the ministry said.")
    for words, number in (("12 people", 12), ("106", 106)):
        desk.figure(one, words, number, of="people", by=(MINISTRY,), place=sess("Fort Belm"))
    two = desk.paper("Two", "At Fort Belm 92 people died, among them 49 children.")
    whole = desk.figure(two, "92 people", 92, of="people", by=(CLINIC,), place=sess("Fort Belm"))
    desk.figure(two, "49 children", 49, of="children", by=(CLINIC,), place=sess("Fort Belm"), part_of=whole.id)
    assert kinds(desk.weighed()) == ["part_of"]


def lorries(first: str, second: str) -> list[str]:
    """What 49 lorries for one place are to 17 lorries for one."""
    desk = Desk()
    for name, number, place, by in (("One", 49, first, MINISTRY), ("Two", 17, second, CLINIC)):
        paper = desk.paper(name, f"Near Marra {number} lorries left for {place}.")
        desk.figure(paper, f"{number} lorries", number, "trucks", of="lorries", by=(by,), place=sess(place) if name == "One" else None)
    return kinds(desk.weighed())


def test_lorries_stand_against_each_other_only_where_they_go_to_one_place() -> None:
    assert lorries("Port Belm", "Fort Orsk") == []
    assert lorries("Port Belm", "Port Belm") == ["differs"]


def toll(cause: str) -> list[str]:
    """What a toll is to the higher one that another voice gives the next day."""
    desk = Desk()
    for name, number, by, date in (("One", 23, MINISTRY, "2031-04-02"), ("Two", 28, CLINIC, "2031-04-03")):
        paper = desk.paper(name, f"In Fort Belm {number} people have died of {cause}.", published=date)
        desk.event(paper, f"{number} people have died of {cause}", "kill", type="ASSAULT", place=sess("Fort Belm"), about=day("2031-04-01"))
        desk.figure(paper, f"{number} people", number, of="people", by=(by,), place=sess("Fort Belm"))
    return kinds(desk.weighed())


def test_of_hunger_people_die_day_after_day_and_of_one_fire_they_are_counted_once() -> None:
    assert toll("starvation") == ["compatible"]
    assert toll("their burns") == ["differs"]
