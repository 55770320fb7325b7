"""What a sheet finds room for: denials, corrections and the newest figures before older detail."""

from __future__ import annotations

from made_claims import CLINIC, MINISTRY, ORRIN, TAVEL, Desk, day
from trucekeeper.model.claims import Place
from trucekeeper.views import sheet


def many_reports() -> Desk:
    desk = Desk()
    for number in range(1, 10):
        on = f"2031-04-0{number}"
        shelling = f"Tavel's boats shelled the harbour at Sess on day {number}"
        paper = desk.paper(f"P{number}", f"{shelling} of the war, and {number} people died there.", published=on)
        desk.event(paper, shelling, "shell", type="ASSAULT", actors=(TAVEL,), about=day(on))
        desk.figure(paper, f"{number} people", number, by=(MINISTRY,), of="people")
    last = desk.paper("Old", "Tavel denied that it had shelled the harbour. Its envoy wants the harbour shut.", published="2031-04-01")
    desk.event(last, "it had shelled the harbour", "shell", type="ASSAULT", actors=(TAVEL,), status="denied", by=(TAVEL,))
    desk.position(last, "the harbour shut", ORRIN, "access")
    return desk


def test_denial_and_newest_figure_come_before_older_detail() -> None:
    page = sheet.build(many_reports().weighed(), "harbour")
    assert any(s.kind == "event, denied" for s in page.states)
    figures = [s.text for s in page.states if s.kind == "figure, killed"]
    assert "9 people" in figures
    assert "1 people" not in figures


def test_what_is_left_out_is_named_with_a_command() -> None:
    page = sheet.build(many_reports().weighed(), "harbour")
    assert page.left_out.startswith("Left out for want of room: ")
    assert page.left_out.endswith("truce search RECORD harbour")
    assert sheet.build(many_reports().weighed(), "harbour shut").left_out == ""


def test_where_it_was_said_stands_beside_when() -> None:
    desk = Desk()
    paper = desk.paper("One", "Orrin told reporters in Sess that the harbour was mined.", published="2031-04-01")
    desk.statement(paper, "the harbour was mined", ORRIN, said_in=Place("Sess"))
    assert [s.when for s in sheet.build(desk.weighed(), "harbour").states] == ["said 1 April 2031, in Sess"]


def test_a_claim_is_found_by_its_words_and_its_sentence_together() -> None:
    desk = Desk()
    paper = desk.paper("One", "At the clinic by the old mill 25 people died on Tuesday.")
    desk.figure(paper, "25 people", 25, by=(CLINIC,), of="people")
    assert [s.text for s in sheet.build(desk.weighed(), "killed mill").states] == ["25 people"]


def test_a_position_that_moved_stands_beside_the_one_before_and_instead_of_its_event() -> None:
    desk = Desk()
    told = {"rejects": "Tavel would not hear of a truce on Sess.", "accepts": "A day later its envoy was ready for a truce on Sess and for talks."}
    for number, (stance, text) in enumerate(told.items(), start=1):
        paper = desk.paper(f"M{number}", text, published=f"2031-04-0{number}")
        desk.position(paper, "a truce on Sess", TAVEL, "ceasefire", stance=stance, said=day(f"2031-04-0{number}"))
        desk.event(paper, "a truce on Sess", "propose", type="CONCEDE", actors=(TAVEL,), status="proposed")
    assert [s.kind for s in sheet.build(desk.weighed(), "truce Sess").states] == [
        "position: rejects",
        "position: accepts, before: rejects (1 April 2031)",
    ]
