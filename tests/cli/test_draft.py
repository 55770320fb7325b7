"""`truce draft` from a record: a file that `truce state` takes, and that keeps a person's mends."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from trucekeeper.agreement.file import load
from trucekeeper.cli.main import main
from trucekeeper.model.errors import SourceError, UsageError
from trucekeeper.record import Record

sys.path.insert(0, str(Path(__file__).parents[1] / "agreement"))
from made_truce import ALL, PAPERS


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "x.truce"
    with Record.create(path) as made:
        for paper in PAPERS:
            made.add(paper, [c for c in ALL if c.document == paper.id], learnt="2031-06-21T00:00:00Z")
    return path


def run(*words: str) -> str:
    result = CliRunner().invoke(main, ["draft", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_to_standard_output(record: Path) -> None:
    assert "id: clause-2.1" in run(str(record))


def test_mends_are_kept(record: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.agreement.yaml"
    run(str(record), "-o", str(path))
    path.write_text(path.read_text("utf-8").replace("act: do 100", "act: leave the bridge"), "utf-8")
    assert "Kept 1 mend of yours." in run(str(record), "-o", str(path))
    assert "leave the bridge" in {t.act for t in load(path).terms}


def test_a_record_without_an_agreement(tmp_path: Path) -> None:
    path = tmp_path / "empty.truce"
    Record.create(path).close()
    with pytest.raises(UsageError, match="tells of no agreement"):
        CliRunner().invoke(main, ["draft", str(path)], catch_exceptions=False)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        CliRunner().invoke(main, ["draft", str(tmp_path / "no.txt")], catch_exceptions=False)


def test_a_folder_that_is_not_there_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        CliRunner().invoke(main, ["draft", str(tmp_path / "text.txt"), "-o", str(tmp_path / "none" / "a.yaml")], catch_exceptions=False)
