"""What a figure is told as, by the words that it stands in: a table of sentences with the claims that hold the number."""

from __future__ import annotations

from typing import Any

import pytest

from made_claims import CLINIC, TAVEL, Desk
from trucekeeper.model.claims import Actor, Attribution, Event
from trucekeeper.model.document import Evidence
from trucekeeper.views import figure

# (text, the words of the number, the words of the claim around it, its kind and fields, what the figure is told as)
CASES = [
    ("Orrin freed 20 sailors on Monday.", "20 sailors", "freed 20 sailors", "event", {"act": "release"}, "happened"),
    ("Orrin would free 20 sailors.", "20 sailors", "free 20 sailors", "event", {"act": "release", "status": "planned"}, "planned"),
    ("Orrin denied that 20 sailors were freed.", "20 sailors", "20 sailors were freed", "event", {"act": "release", "status": "denied"}, "denied"),
    ("Both sides agreed to free 20 sailors.", "20 sailors", "agreed to free 20 sailors", "event", {"act": "agree", "type": "AGREE"}, "agreed"),
    ("Both agreed peace after 20 sailors died.", "20 sailors", "agreed peace after 20 sailors died", "event", {"act": "agree", "type": "AGREE"}, "happened"),
    ("Orrin shall free 20 sailors.", "20 sailors", "Orrin shall free 20 sailors", "provision", {"action": "free"}, "agreed"),
    ("Tavel wants 20 sailors set free.", "20 sailors", "20 sailors set free", "position", {"stance": "demands"}, "demanded"),
    ("Orrin will soon free 20 sailors.", "20 sailors", "", "", {}, "planned"),
    ("Orrin will speak of what befell 20 sailors.", "20 sailors", "", "", {}, "happened"),
    ("Some came home, and the other 20 sailors would go in May.", "20 sailors", "", "", {}, "planned"),
    ("Some 20 sailors would have gone.", "20 sailors", "", "", {}, "happened"),
    ("Orrin freed more than its goal of 20 sailors.", "20 sailors", "", "", {}, "planned"),
    ("It was 30 sailors, not 20.", "20", "", "", {}, "denied"),
    ("It is unthinkable to say that 20 sailors were lost, Orrin said.", "20 sailors", "", "", {}, "denied"),
]  # fmt: skip


def desk_of(text: str, number: str, words: str, kind: str, more: dict[str, object]) -> Desk:
    desk = Desk()
    paper = desk.paper("One", text)
    desk.figure(paper, number, 20, "released", of="sailors")
    fields = dict(more)
    if kind == "event":
        first = words.split()[0]
        start = text.index(words)
        desk.event(paper, words, str(fields.pop("act")), trigger=Evidence(start, start + len(first), first), **fields)
    elif kind == "provision":
        desk.provision(paper, words, **fields)
    elif kind == "position":
        desk.position(paper, words, CLINIC, "prisoners", **fields)
    return desk


@pytest.mark.parametrize(("text", "number", "words", "kind", "more", "expected"), CASES, ids=[c[0] for c in CASES])
def test_told_as(text: str, number: str, words: str, kind: str, more: dict[str, object], expected: str) -> None:
    weighed = desk_of(text, number, words, kind, more).weighed()
    assert [g.told_as for g in weighed.given] == [expected]
    page = figure.build(weighed, "released")
    assert [r.told_as for r in page.unsaid] == ([] if expected == "happened" else [expected])
    assert len(page.single) == (expected == "happened")


def test_who_is_held_is_held_whatever_is_demanded() -> None:
    desk = Desk()
    paper = desk.paper("One", "Tavel demanded the return of 20 sailors held at Sess.")
    desk.figure(paper, "20 sailors", 20, "held", of="sailors")
    desk.event(paper, "the return of 20 sailors held at Sess", "return", status="demanded")
    assert [g.told_as for g in desk.weighed().given] == ["happened"]


def test_agreed_and_done_are_not_set_against_each_other() -> None:
    desk = Desk()
    first = desk.paper("One", "At Sess both agreed to free 20 sailors.")
    second = desk.paper("Two", "At Sess Orrin freed 20 sailors.")
    desk.figure(first, "20 sailors", 20, "released", of="sailors")
    desk.event(first, "agreed to free 20 sailors", "agree", type="AGREE", status="planned")
    desk.figure(second, "20 sailors", 20, "released", of="sailors")
    event = desk.event(second, "freed 20 sailors", "release")
    assert isinstance(event, Event)
    assert desk.weighed().figure_relations == []


def test_what_is_done_of_what_is_only_agreed_has_a_clause_of_its_own() -> None:
    desk = Desk()
    paper = desk.paper("One", "Orrin would free 500 men, of whom it has so far freed 44.")
    desk.provision(paper, "free 500 men, of whom it has so far freed 44", standing="agreed")
    desk.figure(paper, "500 men", 500, "released", of="men")
    desk.figure(paper, "44", 44, "released", of="men")
    assert sorted(desk.weighed().told_as.values()) == ["agreed", "happened"]


def told_in(text: str, words: str, *acts: tuple[str, str, str], **fields: Any) -> str:
    """What a count of a text is told as, beside acts of it: (all words of the act, its trigger, status)."""
    desk = Desk()
    paper = desk.paper("One", text)
    for all_words, trigger, status in acts:
        start = text.index(trigger)
        desk.event(paper, all_words, trigger, status=status, type="ASSAULT", trigger=Evidence(start, start + len(trigger), trigger))
    if "position" in fields:
        desk.position(paper, fields.pop("position"), TAVEL, "truce", stance="demands")
    desk.figure(paper, words, 90, fields.pop("measure", "killed"), **fields)
    return next(iter(desk.weighed().told_as.values()))


def test_of_two_acts_in_the_same_words_the_nearer_one_has_the_count() -> None:
    text = "Some 90 observers are deployed to watch the truce."
    assert told_in(text, "90 observers", (text[:-1], "watch", "planned"), (text[:-1], "deployed", "happened"), measure="troops") == "happened"


def test_what_was_done_before_a_demand_is_not_asked_for() -> None:
    text = "They urged the council to act after troops shot 90 people in Belm."
    act = ("troops shot 90 people in Belm", "shot", "happened")
    assert told_in(text, "90 people", act, position="to act after troops shot 90 people") == "happened"
    assert told_in("They want it to free 90 people.", "90 people", position="to free 90 people", measure="released") == "demanded"


def test_what_may_have_been_done_is_past() -> None:
    text = "Some 90 people may have been killed in Belm."
    doubted = Attribution((Actor("One Post"),), "outlet", hedge="possible")
    assert told_in(text, "90 people", (text[:-1], "killed", "conditional"), attribution=doubted) == "happened"


def test_an_act_that_harms_nobody_says_nothing_of_the_hurt_in_its_words() -> None:
    text = "Doctors struggle to give care to 90 people who were hurt."
    act = ("give care to 90 people who were hurt", "give", "planned")
    assert told_in(text, "90 people", act, measure="wounded") == "happened"
    assert told_in(text, "90 people", act, measure="aided") == "planned"
