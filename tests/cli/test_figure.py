"""`truce figure` on a small record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from made_claims import island_record
from trucekeeper.cli.main import main
from trucekeeper.model.errors import NotFound


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return island_record(tmp_path_factory.mktemp("figure") / "island.truce")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["figure", *map(str, args)])


def test_words_need_no_quotes(record: Path) -> None:
    assert run(record, "people", "killed").output == run(record, "people killed").output
    assert "differs: 17" in run(record, "killed").output


def test_json(record: Path) -> None:
    page = json.loads(run(record, "killed", "--json").output)
    assert [(r["value"], r["word"]["asserter"]) for r in page["series"][0]["rows"]] == [("17", "Orrin Health Ministry"), ("25", "Sess Clinic")]


def test_html(record: Path, tmp_path: Path) -> None:
    assert run(record, "killed", "--html", tmp_path / "f.html").exit_code == 0
    assert "<mark" in (tmp_path / "f.html").read_text("utf-8")


def test_nothing_of_the_kind(record: Path) -> None:
    result = run(record, "elephants")
    assert isinstance(result.exception, NotFound)
    assert result.exception.exit_code == 5


def test_without_a_word_it_lists_what_is_counted(record: Path) -> None:
    found = json.loads(run(record, "--json").output)
    assert found[0]["what"] == "killed people" and found == sorted(found, key=lambda c: (-c["values"], c["what"]))
    assert "killed people" in run(record).output
    assert run(record, "--html", "f.html").exit_code == 2
