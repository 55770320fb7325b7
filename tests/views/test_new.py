"""The page of what is new: what stands in it and in which order, that it fits a terminal, and that its HTML is whole in itself."""

from __future__ import annotations

import io
import json
import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from made_claims import ORRIN, TAVEL, Desk, day, sess
from made_news import FIRST, SECOND, put, two_readings
from trucekeeper.cli.main import main
from trucekeeper.model.claims import Actor, Attribution
from trucekeeper.model.rows import plain
from trucekeeper.record import Record
from trucekeeper.views.new import NewPage, build, moment_words, title
from trucekeeper.views.new_text import MOST, to_terminal
from trucekeeper.views.news_rows import NewsRow, NewsSection
from trucekeeper.views.page import render
from trucekeeper.views.timeline import build as timeline_of
from trucekeeper.weighing.news import News, news_since


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("new") / "r.truce"
    two_readings(made)
    return made


@pytest.fixture(scope="module")
def news(record: Path) -> News:
    with Record.open(record) as held:
        return news_since(held)


@pytest.fixture(scope="module")
def page(news: News) -> NewPage:
    return build(news)


def rows(page: NewPage, key: str) -> list[tuple[str, str]]:
    return [(r.label, r.text) for s in page.sections for r in s.rows if s.key == key]


def printed(page: NewPage) -> str:
    out = Console(file=io.StringIO(), width=80, highlight=False)
    to_terminal(page, out)
    return out.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def test_counts(page: NewPage) -> None:
    assert page.summary == "4 new documents, 2 of them copies of 1; 6 new claims."


def test_copies_are_counted_among_the_newest_where_they_are_too_many(page: NewPage) -> None:
    assert replace(page, documents=40_000, looked_at=1_000).summary == "40,000 new documents, 2 of the newest 1,000 copies of 1; 6 new claims."


def test_what_changed_comes_before_what_is_only_said(page: NewPage) -> None:
    keys = [s.key for s in page.sections]
    assert keys == sorted(keys, key=["events", "against", "figures", "positions", "agreement", "dates", "ahead", "statements", "again", "copies"].index)


def test_a_plan_that_was_carried_out(page: NewPage) -> None:
    assert rows(page, "events")[0] == ("planned, now happened", "4 April 2031: Orrin opened the fish market of Sess")


def test_a_position_that_moved_with_the_words_before(page: NewPage) -> None:
    row = next(r for s in page.sections for r in s.rows if s.key == "positions")
    assert (row.label, row.text) == ("moved", "Tavel on ceasefire: accepts “a truce on Sess”")
    assert row.detail == ("before: rejects “a truce on Sess” - Tavel, in Quay Post, 2 April 2031",)
    assert row.by == "Tavel, in Tide Post, 5 April 2031"


def test_a_count_against_another(page: NewPage) -> None:
    assert [label for label, _ in rows(page, "figures")] == ["differs"]
    assert "10 (Orrin Health Ministry) and 14 (Sess Clinic)" in rows(page, "figures")[0][1]


def test_copies_name_what_they_copy(page: NewPage) -> None:
    row = next(r for s in page.sections for r in s.rows if s.key == "copies")
    assert (row.label, row.by, row.detail) == ("2 copies", "Quay Post, 2 April 2031, known before", ("run by Gull Post, Tern Post",))


def test_every_row_says_whose_word_and_when(page: NewPage) -> None:
    told = [r for s in page.sections for r in s.rows]
    assert len(told) > 5
    assert all(re.search(r", .*\d{4}", r.by) for r in told)


def test_an_empty_result_says_so(record: Path) -> None:
    with Record.open(record) as held:
        page = build(news_since(held, "2031-04-06"))
    assert page.summary == "Nothing is new. The record last learnt something on 5 April 2031, 08:00 UTC."
    assert printed(page).splitlines()[0] == "New since 6 April 2031"


def test_fits_eighty_columns_and_a_screen_a_section(page: NewPage) -> None:
    lines = printed(page).splitlines()
    assert len(lines) > 20
    assert max(map(len, lines)) <= 80
    many = NewsSection("events", "Happened", tuple(NewsRow("happened", f"no {n}", "One Post, 2 April 2031", (), ()) for n in range(MOST + 5)))
    assert "and 5 more" in printed(NewPage(page.since, page.last, 1, 0, 0, 0, 1, 1, "", (many,)))


def test_json_holds_every_field(page: NewPage) -> None:
    assert set(json.loads(json.dumps(plain(page)))) == {f.name for f in fields(page)}


def test_html_is_whole_in_itself(page: NewPage, news: News) -> None:
    made = render("new.html.j2", page=page, title=title(page), cites=page.cites, documents=news.weighed.documents)
    assert not re.findall(r"""(?:src|action)=|href="(?!#)|url\(|@import""", made)
    wanted = set(re.findall(r'href="#([^"]+)"', made))
    assert len(wanted) > 5
    assert wanted <= set(re.findall(r'id="([^"]+)"', made))


def test_moments_in_words() -> None:
    assert moment_words("2031-04-05T00:00:00Z") == "5 April 2031"
    assert moment_words("2031-04-05T08:30:00Z") == "5 April 2031, 08:30 UTC"


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["new", *map(str, args)])


def test_the_command(record: Path, tmp_path: Path) -> None:
    assert run(record).output.startswith("New with the reading of 5 April 2031, 08:00 UTC")
    assert json.loads(run(record, "--since", "2031-04-01", "--json").output)["documents"] == 6
    assert run(record, "--html", tmp_path / "new.html").exit_code == 0
    assert (tmp_path / "new.html").read_text("utf-8").startswith("<!doctype html>")


def test_an_empty_record(tmp_path: Path) -> None:
    with Record.create(tmp_path / "e.truce"):
        pass
    assert "The record holds no report." in run(tmp_path / "e.truce").output


def test_a_denial_is_told_once() -> None:
    desk = Desk()
    paper = desk.paper("Tide", "Tavel denied that its boats set the fire on Sess.")
    desk.statement(paper, "Tavel denied that its boats set the fire", TAVEL, act="denial")
    desk.event(paper, "its boats set the fire", "burn", status="denied", actors=(TAVEL,), by=(TAVEL,))
    known = desk.weighed()
    news = News("", "2031-04-02T00:00:00Z", 1, 0, 1, known, frozenset(known.documents), frozenset(known.by_id))
    assert [(s.key, len(s.rows)) for s in build(news).sections] == [("against", 1)]


def test_words_that_have_lost_their_subject_are_shown_with_what_stands_before_them(tmp_path: Path) -> None:
    desk = Desk()
    far = f"{'In the harbour of Sess, where the wind never falls and nobody sleeps, ' * 2}two nurses of the Red Lantern were freed on Sunday"
    one, two = desk.paper("A", "Nine pilots of Orrin were seized on Monday."), desk.paper("B", f"{far}.")
    desk.event(one, "were seized on Monday", "detain", type="COERCE", status="happened")
    desk.event(two, "were freed on Sunday", "release", type="RETREAT", status="happened")
    with Record.create(tmp_path / "r.truce") as record:
        for paper in (one, two):
            record.add(paper, [c for c in desk.held if c.document == paper.id], learnt="2031-04-03")
        told = [words for _, words in rows(build(news_since(record)), "events")]
    assert "Nine pilots of Orrin were seized on Monday" in told
    assert any(words.startswith("… ") and words.endswith("two nurses of the Red Lantern were freed on Sunday") for words in told)


def test_what_somebody_is_accused_of_is_not_told_as_happened(tmp_path: Path) -> None:
    desk = Desk()
    paper = desk.paper("A", "Tavel accused Orrin of burning two boats off Sess.")
    accusation = Attribution((Actor("A Post"), TAVEL), "indirect", "accuse")
    desk.event(paper, "of burning two boats off Sess", "burn", type="ASSAULT", actors=(ORRIN,), status="happened", attribution=accusation)
    with Record.create(tmp_path / "r.truce") as record:
        record.add(paper, desk.held, learnt="2031-04-03")
        page = build(news_since(record))
    assert rows(page, "events") == []
    assert rows(page, "ahead") == [("accused", "Tavel accused Orrin of burning two boats off Sess")]
    timeline = timeline_of(desk.weighed())
    assert [(r.word, r.symbol) for r in timeline.rows] == [("accused", "◌")]
    assert [(s.word, s.count) for s in timeline.legend] == [("accused", 1)]


@pytest.mark.parametrize(("by", "label"), [((TAVEL,), "happened"), ((), "accused, now happened")])
def test_one_more_who_says_so_makes_an_accusation_no_fact(tmp_path: Path, by: tuple[Actor, ...], label: str) -> None:
    desk = Desk()
    fields = {"type": "ASSAULT", "actors": (ORRIN,), "about": day("2031-04-01"), "place": sess()}
    paper = desk.paper("A", "Tavel accused Orrin of burning two boats off Sess.", published="2031-04-02")
    accusation = Attribution((Actor("A Post"), TAVEL), "indirect", "accuse")
    desk.event(paper, "of burning two boats off Sess", "burn", attribution=accusation, **fields)
    later = desk.paper("B", "Orrin burnt two boats off Sess.", published="2031-04-03")
    desk.event(later, "Orrin burnt two boats off Sess", "burn", by=by, **fields)
    with Record.create(tmp_path / "r.truce") as record:
        put(record, desk, [paper], FIRST)
        put(record, desk, [later], SECOND)
        page = build(news_since(record))
    assert [r[0] for r in rows(page, "events")] == [label]
