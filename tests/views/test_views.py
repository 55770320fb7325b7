"""The four pages on a small invented record: what stands in them, that they fit a terminal, and that their HTML is whole in itself."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from rich.console import Console

from made_claims import Desk, island
from trucekeeper.model.claims import Actor
from trucekeeper.model.errors import NotFound
from trucekeeper.model.judgement import Judgement
from trucekeeper.model.rows import plain
from trucekeeper.views import board, board_text, figure, figure_text, sheet, sheet_text, timeline, timeline_text
from trucekeeper.views.page import render
from trucekeeper.weighing.weighed import Weighed

DAY = date(2031, 4, 3)
Builder = Callable[[Weighed], Any]
PAGES: dict[str, tuple[Builder, Callable[[Any, Console], None], str]] = {
    "board": (lambda w: board.build(w, DAY), board_text.to_terminal, "board.html.j2"),
    "figure": (lambda w: figure.build(w, "killed"), figure_text.to_terminal, "figure.html.j2"),
    "sheet": (lambda w: sheet.build(w, "fire"), sheet_text.to_terminal, "sheet.html.j2"),
    "timeline": (timeline.build, timeline_text.to_terminal, "timeline.html.j2"),
}


@pytest.fixture(scope="module")
def weighed() -> Weighed:
    return island().weighed()


def printed(name: str, weighed: Weighed) -> str:
    build, to_terminal, _ = PAGES[name]
    out = Console(file=io.StringIO(), width=80, highlight=False)
    to_terminal(build(weighed), out)
    return out.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def html(name: str, weighed: Weighed) -> str:
    build, _, template = PAGES[name]
    page = build(weighed)
    return render(template, page=page, title=name, cites=page.cites, documents=weighed.documents)


@pytest.mark.parametrize("name", PAGES)
def test_fits_eighty_columns(name: str, weighed: Weighed) -> None:
    lines = printed(name, weighed).splitlines()
    assert len(lines) > 8
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("name", PAGES)
def test_json_holds_every_field(name: str, weighed: Weighed) -> None:
    page = PAGES[name][0](weighed)
    assert set(json.loads(json.dumps(plain(page)))) == {f.name for f in fields(page)}


@pytest.mark.parametrize("name", PAGES)
def test_html_asks_nothing_of_others(name: str, weighed: Weighed) -> None:
    made = html(name, weighed)
    assert not re.findall(r"""(?:src|action)=|href="(?!#)|url\(|@import""", made)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_has_its_words(name: str, weighed: Weighed) -> None:
    made = html(name, weighed)
    wanted = set(re.findall(r'href="#([^"]+)"', made))
    assert len(wanted) > 2
    assert wanted <= set(re.findall(r'id="([^"]+)"', made))


def test_board_contested_and_next(weighed: Weighed) -> None:
    page = board.build(weighed, DAY)
    assert [r.kind for r in page.figures] == ["differs"]
    assert [r.label for r in page.disputes] == ["denied"]
    assert [(r.when, r.status, len(r.cites)) for r in page.next] == [("4 April 2031", "planned", 2)]


def test_board_positions_stand_side_by_side(weighed: Weighed) -> None:
    issue = board.build(weighed, DAY).issues[0]
    assert [(p.party, p.entries[0].stance) for p in issue.parties] == [("Orrin", "offers"), ("Tavel", "demands")]


def test_board_knows_nothing_of_later_reports(weighed: Weighed) -> None:
    page = board.build(weighed, date(2031, 4, 2))
    assert (page.documents, page.figures, page.disputes) == (1, (), ())


def test_a_plan_that_passed_without_report(weighed: Weighed) -> None:
    page = board.build(weighed, date(2031, 4, 20))
    assert page.next == ()
    assert [r.when for r in page.past_plans] == ["4 April 2031"]


def test_figure_names_both_words(weighed: Weighed) -> None:
    part = figure.build(weighed, "killed").series[0]
    assert [(r.value, r.word.asserter) for r in part.rows] == [("17", "Orrin Health Ministry"), ("25", "Sess Clinic")]
    assert part.independence.endswith("2 origins")


def test_figure_not_found_says_what_there_is(weighed: Weighed) -> None:
    with pytest.raises(NotFound, match="killed people"):
        figure.build(weighed, "elephants")


def test_sheet_quotes_exactly(weighed: Weighed) -> None:
    page = sheet.build(weighed, "fire")
    for quotation in page.quotations:
        document = weighed.by_id[quotation.claim].document
        assert weighed.documents[document].text[quotation.start : quotation.end] == quotation.exact
        assert weighed.documents[document].sha256 == quotation.sha256
    assert any("Reviewed by nobody" in u for u in page.unknown)


def test_timeline_keeps_denial_apart(weighed: Weighed) -> None:
    page = timeline.build(weighed)
    fire = [r for r in page.rows if "fire" in r.what]
    assert len(fire) == 1
    assert fire[0].differences == ("told as denied and happened",)
    assert {s.status for s in page.legend} >= {"happened", "planned"}


def judged(verdict: str, **more: Any) -> Desk:
    desk = island()
    subject = next(c for c in desk.held if getattr(c, "value", None) == 17)
    desk.decided.append(Judgement(subject=subject.id, verdict=verdict, by="R. Ode", at="2031-05-01T09:00:00", **more))  # type: ignore[arg-type]
    return desk


def test_rejected_claims_are_left_out_and_counted() -> None:
    page = figure.build(judged("reject").weighed(), "killed")
    assert page.rejected == 1
    assert [r.value for r in page.single] == ["25"]


def test_corrected_claims_stand_with_what_was_read() -> None:
    row = figure.build(judged("correct", correction={"value": 18}).weighed(), "killed").series[0].rows[0]
    assert (row.value, row.as_read, row.reviewed) == ("18", "17", "corrected by R. Ode, 2031-05-01")


def test_a_count_that_a_person_moves_leaves_its_series() -> None:
    desk = judged("correct", correction={"place": {"name": "Port Orrin"}})
    page = figure.build(desk.weighed(), "killed")
    assert page.series == ()
    moved = next(r for r in page.single if r.value == "17")
    assert "Port Orrin" in moved.counted
    assert moved.as_read not in (None, "17")


def test_a_figure_page_says_what_it_counts(weighed: Weighed) -> None:
    assert figure.build(weighed, "killed").measures == "Counted here: killed (2 values)."


def test_a_word_that_is_counted_as_something_else_says_as_what(weighed: Weighed) -> None:
    assert figure.build(weighed, "people massacred").measures == "“people massacred” is counted as “people killed”. Counted here: killed (2 values)."


def test_a_sheet_tells_of_many_copies_in_one_line() -> None:
    desk = Desk()
    words = " ".join(f"The harbour council of Sess met about boat {n} and the tide." for n in range(12))
    for name in ("Auk", "Ern", "Gull", "Skua", "Tern"):
        paper = desk.paper(name, f"Tavel set the fire. {words}")
        desk.event(paper, "Tavel set the fire", "burn", actors=(Actor("Tavel"),))
    assert sheet.build(desk.weighed(), "fire").copies == ("5 documents run one story: Auk Post, Ern Post, Gull Post and 2 others",)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_read_by_ear_and_keyboard(name: str, weighed: Weighed) -> None:
    made = re.sub(r"<(script|style)>.*?</\1>", "", html(name, weighed), flags=re.DOTALL)
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", made)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all("scope=" in cell for cell in re.findall(r"<th\b[^>]*>", made))
    # a chart with links in it is no picture: of a picture's content nothing is read out
    charts = re.findall(r"<svg([^>]*)>(.*?)</svg>", made, flags=re.DOTALL)
    assert all("aria-label=" in opening and ("<a " not in content or 'role="img"' not in opening) for opening, content in charts)
