"""Positions over time: repeated, moved, and laid side by side."""

from __future__ import annotations

from made_claims import ORRIN, Desk
from trucekeeper.weighing.stances import distinct

END = "an end to the fish blockade"


def orrin(*said: tuple[str, str, str]) -> Desk:
    desk = Desk()
    for published, stance, words in said:
        desk.position(desk.paper(published, f"It says: {words}.", published=published), words, ORRIN, "blockade", stance=stance)
    return desk


def test_a_move_is_told_with_both_dates() -> None:
    stand = orrin(("2031-04-02", "rejects", END), ("2031-04-09", "accepts", END)).weighed().stands[0]
    assert [m.reason for m in stand.moves] == ["rejects (2 April 2031), then accepts (9 April 2031)"]


def test_a_demand_that_is_dropped_ends() -> None:
    desk = orrin(("2031-04-02", "demands", END))
    paper = desk.paper("2031-04-09", "It has dropped its demand for an end to the fish blockade.", published="2031-04-09")
    desk.position(paper, END, ORRIN, "blockade", stance="demands", ended=True)
    stand = desk.weighed().stands[0]
    assert [m.reason for m in stand.moves] == ["demands (2 April 2031), then no longer demands (9 April 2031)"]
    assert [pile[0].held for pile in distinct(stand.positions)] == ["demands", "no longer demands"]


def test_two_stances_of_one_day_are_no_move() -> None:
    stand = orrin(("2031-04-02", "rejects", END), ("2031-04-02", "accepts", f"{END} of Sess")).weighed().stands[0]
    assert (len(stand.positions), stand.moves) == (2, ())


def test_another_matter_of_one_issue_is_no_move() -> None:
    stand = orrin(("2031-04-02", "rejects", END), ("2031-04-09", "offers", "two ferries a week")).weighed().stands[0]
    assert stand.moves == ()


def test_what_is_said_again_is_one_pile() -> None:
    stand = orrin(("2031-04-09", "demands", END), ("2031-04-02", "demands", f"{END} of Sess"), ("2031-04-03", "demands", "new ferries")).weighed().stands[0]
    assert [len(pile) for pile in distinct(stand.positions)] == [2, 1]
    assert [p.said.earliest for p in stand.positions if p.said] == ["2031-04-02", "2031-04-03", "2031-04-09"]
