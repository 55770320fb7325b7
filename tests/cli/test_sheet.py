"""`truce sheet` on a small record."""

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
    return island_record(tmp_path_factory.mktemp("sheet") / "island.truce")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["sheet", *map(str, args)])


def test_terminal_holds_hash_and_offsets(record: Path) -> None:
    page = json.loads(run(record, "blockade", "--json").output)
    printed = run(record, "blockade").output
    first = page["quotations"][0]
    assert first["sha256"] in printed
    assert f"{first['start']}-{first['end']}" in printed


def test_html(record: Path, tmp_path: Path) -> None:
    assert run(record, "fire", "--html", tmp_path / "s.html").exit_code == 0
    made = (tmp_path / "s.html").read_text("utf-8")
    assert "<h2>What is not known</h2>" in made
    assert "<title>Sheet: fire</title>" in made


def test_nothing_on_it(record: Path) -> None:
    assert isinstance(run(record, "elephants").exception, NotFound)
