"""What two reports are about: tellings that are one event only when all that each report tells of it is put together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from made_claims import TAVEL, Desk, day, sess
from trucekeeper.model.claims import Actor, Event
from trucekeeper.model.document import Document, Evidence

MEN = (Actor("17 net menders"),)


def told(desk: Desk, paper: Document, words: str, trigger: str, act: str = "kill", **fields: Any) -> Event:
    made = desk.event(paper, words, act, **{"type": "ASSAULT", **fields})
    start = paper.text.index(words) + words.index(trigger)
    desk.held[-1] = made = replace(made, trigger=Evidence(start, start + len(trigger), trigger))
    return made


def two_reports(monday: str, second: str, **fields: Any) -> Desk:
    """One report that tells the day, the place and the number in three sentences, and another that tells some of it in other words."""
    desk = Desk()
    one = desk.paper("One", "Net menders killed in Kesh. The killing of 17 workers of a fishing school took place on Monday. The Lake Guard came late.")
    told(desk, one, "Net menders killed in Kesh", "killed", place=sess("Kesh"), about=day(monday))
    told(desk, one, "The killing of 17 workers of a fishing school", "killing", about=day(monday), recipients=MEN)
    two = desk.paper("Two", second, published="2031-04-05")
    told(desk, two, second.split(".")[0], "shot", **fields)
    return desk


SHOT = "Seventeen workers of the fishing school were shot at their desks. The Lake Guard had no answer."


def test_two_reports_are_about_one_attack_by_all_that_each_tells() -> None:
    assert len(two_reports("2031-04-01", SHOT).weighed().happenings) == 1
    assert len(two_reports("2031-04-01", SHOT, about=day("2031-04-01")).weighed().happenings) == 1


@pytest.mark.parametrize(
    ("second", "fields"),
    [
        (SHOT, {"about": day("2031-03-20")}),  # another day
        (SHOT, {"about": day("2031-04-01"), "place": sess("Port Orrin")}),  # another place
        (
            "Nineteen sailors of the ferry were shot at sea. The Lake Guard had no answer.",
            {"about": day("2031-04-01"), "recipients": (TAVEL,)},
        ),  # another target
        ("Three workers of the fishing school were shot. The Lake Guard had no answer.", {}),  # no day, nor place, nor number in common
    ],
)
def test_two_reports_are_about_two_attacks(second: str, fields: dict[str, Any]) -> None:
    assert len(two_reports("2031-04-01", second, **fields).weighed().happenings) == 2


def test_a_place_of_another_spelling_is_the_same_place() -> None:
    desk = Desk()
    for name, town in (("One", "Muttur"), ("Two", "Mutur")):
        paper = desk.paper(name, f"Gunmen raided the mill of {town}, the Lake Guard said.")
        told(desk, paper, f"Gunmen raided the mill of {town}", "raided", "attack", place=sess(town), about=day("2031-04-01"))
    assert len(desk.weighed().happenings) == 1


def test_killings_with_their_number_are_one_act_and_those_without_a_wave() -> None:
    desk = Desk()
    paper = desk.paper("One", "The envoy spoke of the killings of 15 pilots of Sess.\nHe spoke of killings all over the lake.")
    weighed = [told(desk, paper, "the killings of 15 pilots of Sess", "killings"), told(desk, paper, "killings all over the lake", "killings")]
    scene = desk.weighed().scene
    assert [scene.told(e).spell for e in weighed] == [False, True]


def test_a_war_in_another_clause_makes_no_wave() -> None:
    desk = Desk()
    paper = desk.paper("One", "A mine that killed 40 ferrymen was a breach by the rebels, which came in a string of attacks.")
    assert not desk.weighed().scene.told(told(desk, paper, "A mine that killed 40 ferrymen", "killed")).spell


def test_what_happened_where_an_army_fights_is_not_what_the_army_did() -> None:
    desk = Desk()
    paper = desk.paper("One", "Seventeen pilots were shot on Monday in Kesh, where the guard was in battle with the rebels.")
    told(desk, paper, "Seventeen pilots were shot on Monday in Kesh", "shot", about=day("2031-04-01"), place=sess("Kesh"))
    told(desk, paper, "in battle with the rebels", "battle", "attack")
    assert len(desk.weighed().happenings) == 2


@pytest.mark.parametrize(("others", "together"), [(12, True), (0, False)])
def test_one_telling_read_wrongly_keeps_no_crowd_apart(others: int, together: bool) -> None:
    """One report has the raid in another town; where twelve tell it without a town, the next that names its town is still of that raid."""
    desk = Desk()
    raid: dict[str, Any] = {"act": "attack", "about": day("2031-04-01")}
    for n in range(others):
        told(desk, desk.paper(f"Paper {n}", "Gunmen raided the old mill, the Lake Guard said."), "Gunmen raided the old mill", "raided", **raid)
    for name, town in (("Odd", "Port Orrin"), ("Last", "Kesh")):
        paper = desk.paper(name, f"Gunmen raided the old mill of {town}, the Lake Guard said.")
        told(desk, paper, f"Gunmen raided the old mill of {town}", "raided", place=sess(town), **raid)
    assert (len(desk.weighed().happenings) == 1) == together


def test_what_a_rocket_did_is_no_other_attack_brought_in() -> None:
    desk = Desk()
    paper = desk.paper("One", "The ferry of Kesh was hit by a rocket.\nExperts looked at the holes.\nA rocket exploded beside the ferry of Kesh on Monday.")
    first = told(desk, paper, "The ferry of Kesh was hit by a rocket", "hit", "attack", place=sess("Kesh"))
    second = told(desk, paper, "A rocket exploded beside the ferry of Kesh", "exploded", "attack", place=sess("Kesh"), about=day("2031-04-01"))
    assert [len(h.tellings) for h in desk.weighed().happenings] == [2], (first, second)


def test_a_town_named_only_beside_an_attack_is_a_weak_ground_on_another_day() -> None:
    desk = Desk()
    one = desk.paper("One", "An airstrike hit a school in Kesh on Monday, the Lake Guard said.")
    told(desk, one, "An airstrike hit a school in Kesh", "airstrike", "strike", place=sess("Kesh"), about=day("2031-04-01"))
    two = desk.paper("Two", "Crews allied to Kesh had left after a bombing by Orrin of a depot, the Lake Guard said.")
    told(desk, two, "a bombing by Orrin of a depot", "bombing", "strike", about=day("2031-04-02"), actors=(Actor("Orrin", "orrin", "Orrin"),))
    assert len(desk.weighed().happenings) == 2


def test_what_was_done_for_decades_is_no_event() -> None:
    desk = Desk()
    paper = desk.paper("One", "The guard took part in the kidnapping of pilots for many decades.")
    scene = desk.weighed().scene
    assert scene.told(told(desk, paper, "the kidnapping of pilots for many decades", "kidnapping", "abduct", type="COERCE")).spell
