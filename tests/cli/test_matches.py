"""`truce matches` lists what bears on which line; `truce judge … --line` decides it; `truce state` heeds that."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from trucekeeper.cli.main import main
from trucekeeper.model.errors import NotFound, UsageError
from trucekeeper.record import Record

sys.path.insert(0, str(Path(__file__).parents[1] / "agreement"))
from made_truce import ALL, LEFT, PAPERS


@pytest.fixture
def record(tmp_path: Path) -> str:
    path = tmp_path / "x.truce"
    with Record.create(path) as made:
        for paper in PAPERS:
            made.add(paper, [c for c in ALL if c.document == paper.id], learnt="2031-06-21T00:00:00Z")
    return str(path)


def run(*words: str) -> str:
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def rows(record: str, *words: str) -> list[tuple[str, str, str]]:
    return [(r["line"], r["claim"], r["certainty"]) for r in json.loads(run("matches", record, "--json", *words))["rows"]]


def test_a_match_is_listed_refused_and_taken_back(record: str) -> None:
    assert ("clause-2.1", LEFT.id, "matched") in rows(record)
    run("judge", record, LEFT.id, "reject", "--line", "clause-2.1", "--by", "Ana")
    assert ("clause-2.1", LEFT.id, "refused") in rows(record, "--line", "clause-2.1")
    assert LEFT.id not in run("state", record, "--json")
    run("judge", record, LEFT.id, "undo", "--line", "clause-2.1", "--by", "Ana")
    assert ("clause-2.1", LEFT.id, "matched") in rows(record)
    assert rows(record, "--proposed") == []


def test_terminal_and_page(record: str, tmp_path: Path) -> None:
    told = run("matches", record)
    assert "2 matched" in told and "withdraw by the North, who owes it" in told
    page = tmp_path / "m.html"
    run("matches", record, "--html", str(page))
    assert LEFT.id in page.read_text("utf-8")


def test_a_line_that_is_not_there(record: str) -> None:
    with pytest.raises(NotFound, match="no line clause-9"):
        CliRunner().invoke(main, ["judge", record, LEFT.id, "accept", "--line", "clause-9", "--by", "Ana"], catch_exceptions=False)


@pytest.mark.parametrize(
    "words", [("correct", "--line", "clause-2.1"), ("accept", "--as", "performed"), ("reject", "--line", "clause-2.1", "--as", "performed")]
)
def test_half_a_decision(record: str, words: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        CliRunner().invoke(main, ["judge", record, LEFT.id, *words, "--by", "Ana"], catch_exceptions=False)


def test_a_day_before_the_first_report_is_refused(record: str) -> None:
    with pytest.raises(UsageError, match="before the first report"):
        CliRunner().invoke(main, ["state", record, "--on", "2031-04-01"], catch_exceptions=False)


def test_a_line_that_the_agreement_has_not_is_refused(record: str) -> None:
    with pytest.raises(NotFound, match="has no line clause-99"):
        run("matches", record, "--line", "clause-99")
