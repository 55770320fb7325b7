"""What a board tells of events: the newest, what is threatened, and plans that no report speaks of again."""

from __future__ import annotations

from datetime import date

from made_claims import CLINIC, MINISTRY, ORRIN, TAVEL, Desk, day, sess
from trucekeeper.views import board, figure

ON = date(2031, 4, 12)


def two_reports() -> Desk:
    desk = Desk()
    first = desk.paper("One", "Orrin will open the harbour on Friday. Tavel threatened to close the strait.", published="2031-04-02")
    second = desk.paper("Two", "Orrin's harbour was opened. Tavel's boats left Sess.", published="2031-04-10")
    desk.event(first, "Orrin will open the harbour on Friday", "open", actors=(ORRIN,), status="planned", about=day("2031-04-04"))
    desk.event(first, "close the strait", "close", type="COERCE", actors=(TAVEL,), status="threatened")
    desk.event(second, "Tavel's boats left Sess", "leave", type="RETREAT", actors=(TAVEL,), about=day("2031-04-09"), place=sess())
    return desk


def test_newest_of_a_week() -> None:
    assert [(r.when, r.what) for r in board.build(two_reports().weighed(), ON).newest] == [("9 April 2031", "Tavel's boats left Sess")]
    assert board.build(two_reports().weighed(), date(2031, 4, 30)).newest == ()


def test_what_this_weeks_reports_tell_without_a_day_stands_behind_what_has_one() -> None:
    desk = two_reports()
    third = desk.paper("Three", "Fire at Belm. Orrin's boats fled Belm. Guns were handed in by Tavel.", published="2031-04-11")
    desk.event(third, "Guns were handed in by Tavel", "hand in", actors=(TAVEL,))
    desk.event(third, "Orrin's boats fled Belm", "flee", actors=(ORRIN,))
    desk.event(third, "Fire at Belm", "burn")  # done by nobody who is known
    old = desk.paper("Four", "Orrin's boats fled Ruda.", published="2031-03-11")
    desk.event(old, "Orrin's boats fled Ruda", "flee", actors=(ORRIN,))
    assert [(r.when, r.what) for r in board.build(desk.weighed(), ON).newest] == [
        ("9 April 2031", "Tavel's boats left Sess"),
        ("reported 11 April 2031", "Orrin's boats fled Belm"),
        ("reported 11 April 2031", "Guns were handed in by Tavel"),
    ]


def test_who_only_planned_it_does_not_vouch_that_it_happened() -> None:
    desk = two_reports()
    third = desk.paper("Three", "Tavel's boats will leave Sess.", published="2031-04-08")
    desk.event(third, "Tavel's boats will leave Sess", "leave", type="RETREAT", actors=(TAVEL,), status="planned", about=day("2031-04-09"), place=sess())
    (row,) = board.build(desk.weighed(), ON).newest
    assert (row.word, row.by, len(row.cites)) == ("happened", "Two Post, no source given", 1)


def test_a_threat_says_who_what_and_on_whose_word() -> None:
    (row,) = board.build(two_reports().weighed(), ON).threatened
    assert (row.when, row.who, row.what, row.word) == ("as of 2 April 2031", "Tavel", "close the strait", "threatened")
    assert row.by == "One Post, no source given"


def test_a_threat_carried_out_is_open_no_more() -> None:
    desk = two_reports()
    third = desk.paper("Three", "Tavel has closed the strait.", published="2031-04-08")
    desk.event(third, "Tavel has closed the strait", "close", type="COERCE", actors=(TAVEL,), about=day("2031-04-07"))
    assert board.build(desk.weighed(), ON).threatened == ()


def test_a_plan_is_listed_until_something_like_it_is_told() -> None:
    desk = two_reports()
    assert [r.when for r in board.build(desk.weighed(), ON).past_plans] == ["4 April 2031"]
    desk.event(desk.papers[1], "Orrin's harbour was opened", "open", actors=(ORRIN,), about=day("2031-04-06"))
    assert board.build(desk.weighed(), ON).past_plans == ()


def test_a_line_told_by_copies_stands_once() -> None:
    desk = Desk()
    story = "SESS (Isles Wire) - The ministry counted 17 dead in the fire at Fort Belm near Sess on Tuesday, and nobody else has been found there since. "
    for name in ("One", "Two"):
        paper = desk.paper(name, story + "Crews went on with their search of the halls of the fort until the late evening.")
        desk.figure(paper, "17 dead", 17, by=(MINISTRY,), of="people", place=sess())
    other = desk.paper("Three", "The clinic at Sess counted 25 dead.")
    desk.figure(other, "25 dead", 25, by=(CLINIC,), of="people", place=sess())
    assert len(board.build(desk.weighed(), ON).figures) == 1


def test_names_to_be_decided_are_named() -> None:
    page = board.build(two_reports().weighed(), ON)
    assert page.undecided == ()
    desk = two_reports()
    desk.statement(desk.papers[0], "Tavel threatened", type(ORRIN)("Ana Bergholt"))
    desk.statement(desk.papers[1], "boats", type(ORRIN)("Bergholt"))
    assert any("Bergholt" in pair and ": " in pair for pair in board.build(desk.weighed(), ON).undecided)


def test_a_measure_is_said_once_and_a_file_is_no_outlet() -> None:
    desk = Desk()
    paper = desk.paper("wire-note", "The death toll of Tuesday is 21.", outlet=None)
    desk.figure(paper, "21", 21, by=(MINISTRY,), of="death toll of Tuesday")
    (row,) = figure.build(desk.weighed(), "killed").single
    assert row.counted == "killed"
    assert row.word.text.endswith("report without outlet (wire-note)")


def test_some_of_a_group_are_not_set_against_all() -> None:
    desk = Desk()
    paper = desk.paper("One", "At Sess 21 people died.")
    other = desk.paper("Two", "At Sess eight of the wounded died.")
    desk.figure(paper, "21 people", 21, by=(MINISTRY,), of="people", place=sess())
    desk.figure(other, "eight of the wounded", 8, by=(CLINIC,), of="people", place=sess())
    assert [r.kind for r in desk.weighed().figure_relations] == ["other_base"]


def test_a_threat_of_a_quarter_of_a_year_ago_is_counted_alone() -> None:
    desk = two_reports()
    page = board.build(desk.weighed(), ON)
    assert ([r.what for r in page.threatened], page.older_threats) == (["close the strait"], 0)
    desk.paper("Three", "Rain fell.", published="2031-08-01")
    page = board.build(desk.weighed(), date(2031, 8, 1))
    assert (page.threatened, page.older_threats) == ((), 1)
    assert page.older_words == "Not told of again, and of more than 90 days before: 1. The timeline lists them."
