"""`truce board` on a small record: the terminal, JSON, a file, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from made_claims import island_record
from trucekeeper.cli.main import main
from trucekeeper.model.errors import RecordError, UsageError


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return island_record(tmp_path_factory.mktemp("board") / "island.truce")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["board", *map(str, args)])


def test_terminal(record: Path) -> None:
    result = run(record, "--on", "2031-04-03")
    assert result.exit_code == 0
    assert result.output.startswith("Board of 3 April 2031")
    assert "17 (Orrin Health Ministry) and 25 (Sess Clinic)" in " ".join(result.output.split())


def test_the_newest_report_gives_the_day(record: Path) -> None:
    assert run(record).output.startswith("Board of 3 April 2031")


def test_json(record: Path) -> None:
    page = json.loads(run(record, "--json").output)
    assert (page["on"], page["documents"], page["issues"][0]["issue"]) == ("2031-04-03", 2, "blockade")


def test_html(record: Path, tmp_path: Path) -> None:
    result = run(record, "--html", tmp_path / "board.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "board.html").read_text("utf-8").startswith("<!doctype html>")


def test_no_such_record(tmp_path: Path) -> None:
    result = run(tmp_path / "none.truce")
    assert isinstance(result.exception, RecordError)


def test_a_day_that_is_none(record: Path) -> None:
    result = run(record, "--on", "tomorrow")
    assert isinstance(result.exception, UsageError)
    assert "Write it as 2025-03-09" in str(result.exception)


def test_a_day_before_the_first_report(record: Path) -> None:
    result = run(record, "--on", "2030-01-01")
    assert isinstance(result.exception, UsageError)
    assert "before the first report of this record (2031-04-02)" in str(result.exception)


@pytest.mark.parametrize("command", [["board"], ["timeline"], ["figure", "killed"], ["sheet", "fire"], ["state"]], ids=lambda c: c[0])
def test_a_folder_that_is_not_there(record: Path, tmp_path: Path, command: list[str]) -> None:
    name, *what = command
    result = CliRunner().invoke(main, [name, str(record), *what, "--html", str(tmp_path / "nowhere" / "page.html")])
    assert isinstance(result.exception, UsageError)
    assert str(tmp_path / "nowhere") in str(result.exception)
