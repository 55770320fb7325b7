"""What is said to who gives a command the wrong thing: a folder, another kind of file, a record with nothing in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from made_claims import island_record
from trucekeeper.cli.main import main
from trucekeeper.model.errors import TrucekeeperError
from trucekeeper.record import Record

FILE = "name: the Sess accord\n"


@pytest.fixture
def things(tmp_path: Path) -> Path:
    island_record(tmp_path / "island.truce")
    Record.create(tmp_path / "nothing.truce").close()
    (tmp_path / "sess.agreement.yaml").write_text(FILE, "utf-8")
    (tmp_path / "report.txt").write_text("A report.", "utf-8")
    (tmp_path / "bytes.dat").write_bytes(b"\x00\x01\x02")
    (tmp_path / "slides.pdf").write_text("%PDF-1.4")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "folder").mkdir()
    return tmp_path


WRONG = [
    (["board", "folder"], "is a folder, not a record"),
    (["board", "sess.agreement.yaml"], "looks like an agreement file"),
    (["board", "report.txt"], "report.txt is no record"),
    (["board", "absent.truce"], "no record at"),
    (["state", "island.truce", "--agreement", "island.truce"], "is a record, not an agreement file"),
    (["diff", "sess.agreement.yaml", "island.truce"], "is a record, not an agreement file"),
    (["board", "nothing.truce"], "this record holds no report"),
    (["state", "nothing.truce"], "this record holds no report"),
    (["read", "bytes.dat", "--into", "new.truce"], "1 could not be read\nNamed above, with the reason."),
    (["read", "bytes.dat", "slides.pdf", "report.txt", "--language", "en", "--jsonl", "new.jsonl"], "1 could not be read\nNamed above, with the reason."),
    (["read", "slides.pdf", "--jsonl", "new.jsonl"], "nothing was read\nWhat was given is named above, with the reason."),
    (["board", "empty.txt"], "empty.txt is empty, and no record"),
    (["read", "bytes.dat", "report.txt", "--language", "en", "--jsonl", "new.jsonl"], "1 could not be read\nNamed above; all else was."),
]


@pytest.mark.parametrize(("command", "told"), WRONG, ids=[" ".join(c) for c, _ in WRONG])
def test_what_is_wrong_is_told(command: list[str], told: str, things: Path) -> None:
    called = [str(things / part) if "." in part or part == "folder" else part for part in command]
    done = CliRunner().invoke(main, called)
    assert isinstance(done.exception, TrucekeeperError)
    assert told in str(done.exception)


def test_looking_at_an_empty_file_leaves_it_empty(things: Path) -> None:
    CliRunner().invoke(main, ["check", str(things / "empty.txt")])
    assert not (things / "empty.txt").stat().st_size


def test_reports_without_a_day_are_named(things: Path) -> None:
    done = CliRunner().invoke(main, ["read", str(things / "report.txt"), "--language", "en", "--jsonl", str(things / "new.jsonl")])
    assert f"1 without a day of publication: {things / 'report.txt'}." in done.output


@pytest.mark.parametrize(("name", "told"), [("sess.agreement.yaml", "given with --agreement"), ("island.truce", "a record, not a report")])
def test_what_the_program_wrote_is_not_read_as_a_report(name: str, told: str, things: Path) -> None:
    done = CliRunner().invoke(main, ["read", str(things / name), "--jsonl", "-"])
    assert told in done.output
    assert "0 read, 1 skipped" in done.output
