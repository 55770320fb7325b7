"""Events told several times: set together or apart, and what differs."""

from __future__ import annotations

from typing import Any

import pytest

from made_claims import ORRIN, TAVEL, Desk, day, sess

SENT = {"words": "Orrin sent a team to Port Sess", "act": "visit", "actors": (ORRIN,), "about": day("2031-04-01")}
UNDATED = SENT | {"about": None, "recipients": (TAVEL,)}
SAME = [
    ("the same day, actor and place", SENT | {"place": sess()}, SENT | {"place": sess(), "words": "its envoys travelled to the port"}),
    ("a plan and its outcome", SENT | {"status": "planned"}, SENT | {"words": "the Orrin team sent to Port Sess has come"}),
    (
        "no date, much the same words",
        SENT | {"about": None, "recipients": (TAVEL,)},
        SENT | {"recipients": (TAVEL,), "words": "Orrin sent a team to Port Sess then"},
    ),
    ("dated in one of two reports of a week", SENT | {"recipients": (TAVEL,)}, UNDATED | {"actors": (), "words": "the team sent to Port Sess"}),
    ("a day apart", SENT | {"place": sess()}, SENT | {"about": day("2031-04-02"), "place": sess()}),
]
SAME.append(("one kind of act on one day in like words", SENT, SENT | {"act": "travel", "words": "a team Orrin had sent to Port Sess"}))
OTHER = [
    ("one kind of act on one day in other words", SENT, SENT | {"act": "meet", "words": "the fishermen were received in the old town hall"}),
    ("a week later", SENT, SENT | {"about": day("2031-04-08")}),
    ("other actors", SENT, SENT | {"actors": (TAVEL,)}),
    ("other places", SENT | {"place": sess("North Sess")}, SENT | {"place": sess("Port Orrin")}),
    ("another act", SENT, SENT | {"act": "burn", "type": "ASSAULT"}),
    ("nothing but the act", SENT | {"about": None, "actors": ()}, SENT | {"about": None, "words": "the crews went home for the winter"}),
]


def told(*events: dict[str, Any]) -> list[tuple[int, tuple[str, ...]]]:
    desk = Desk()
    for number, fields in enumerate(events):
        rest = {k: v for k, v in fields.items() if k not in ("words", "act")}
        desk.event(desk.paper(f"Paper {number}", f"Then {fields['words']}."), fields["words"], fields["act"], **rest)
    return [(len(h.tellings), h.differences) for h in desk.weighed().happenings]


@pytest.mark.parametrize(("name", "a", "b"), SAME, ids=[c[0] for c in SAME])
def test_set_together(name: str, a: dict[str, Any], b: dict[str, Any]) -> None:
    assert [count for count, _ in told(a, b)] == [2]


@pytest.mark.parametrize(("name", "a", "b"), OTHER, ids=[c[0] for c in OTHER])
def test_kept_apart(name: str, a: dict[str, Any], b: dict[str, Any]) -> None:
    assert [count for count, _ in told(a, b)] == [1, 1]


def test_differences_are_said() -> None:
    found = told(SENT | {"status": "planned", "place": sess()}, SENT | {"about": day("2031-04-02"), "place": sess(), "actors": (ORRIN, TAVEL)})
    assert found[0][1] == ("told of different days: 1 April 2031 and 2 April 2031", "told as planned and happened", "actors differ: Orrin; Orrin, Tavel")


def test_an_act_named_inside_another_is_an_event_of_its_own() -> None:
    desk = Desk()
    paper = desk.paper("One", "Orrin shelled the northern quay in answer to the raid.")
    desk.event(paper, "Orrin shelled the northern quay in answer to the raid", "attack", actors=(ORRIN,))
    desk.event(paper, "the raid", "attack")
    assert [len(h.tellings) for h in desk.weighed().happenings] == [1, 1]
