"""`truce timeline` on a small record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from made_claims import island_record
from trucekeeper.cli.main import main


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return island_record(tmp_path_factory.mktemp("timeline") / "island.truce")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["timeline", *map(str, args)])


def test_terminal_says_each_status_in_words(record: Path) -> None:
    assert "● happened" in run(record).output
    assert "○ planned" in run(record).output


def test_json(record: Path) -> None:
    rows = json.loads(run(record, "--json").output)["rows"]
    assert [(r["status"], len(r["cites"])) for r in rows] == [("happened", 1), ("happened", 2), ("planned", 2)]


def test_html_has_a_chart(record: Path, tmp_path: Path) -> None:
    assert run(record, "--html", tmp_path / "t.html").exit_code == 0
    assert "<svg" in (tmp_path / "t.html").read_text("utf-8")
