"""`truce read` with a reader that needs no language pipeline: what becomes of each file, in one process or several."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import fake_reader
from trucekeeper.cli.batch import AlreadyThere, Failed, Read, Task, outcomes
from trucekeeper.cli.main import main
from trucekeeper.model.errors import InputError, RecordError, TrucekeeperError, UsageError
from trucekeeper.record import Record
from trucekeeper.sources.items import Skipped, found
from trucekeeper.sources.origin import Origin


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trucekeeper.cli.batch.shipped_reader", lambda pipeline: fake_reader.make())


def truce(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


def folder_of(path: Path, count: int) -> Path:
    folder = path / "reports"
    folder.mkdir()
    for n in range(count):
        (folder / f"{n:04}.txt").write_text(fake_reader.story(n))
    return folder


def test_a_thousand_files_of_which_three_are_broken(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 1000)
    (folder / "0100.txt").write_bytes(b"\x00\x01\x02\x03")
    (folder / "0500.txt").write_text("It is a trap. " * 3)
    (folder / "0900.txt").unlink()
    (folder / "0900.txt").symlink_to(folder / "gone")
    record = tmp_path / "r.truce"
    result = truce("read", folder, "--into", record, "--learnt", "2031-05-05")
    assert isinstance(result.exception, InputError)
    assert result.exception.exit_code == 3
    assert "997 read, 3 failed; 2991 claims." in result.stderr
    for name in ("0100.txt: not text", "0500.txt: a fault of this program: ZeroDivisionError", "0900.txt: cannot be opened"):
        assert name in result.stderr
    with Record.open(record) as held:
        assert held.size() == (997, 2991)
        assert {held.learnt(d.id) for d in held.documents()} == {"2031-05-05T00:00:00Z"}
    assert "0 read, 997 already there, 3 failed" in truce("read", folder, "--into", record).stderr


def test_the_result_does_not_depend_on_the_workers(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 70)
    (folder / "0001.txt").write_text("")
    (folder / "0002.txt").write_bytes(b"\x00")
    (folder / "0003.txt").write_text("It is a trap.")
    task = Task(reader=fake_reader.make, origin=Origin(outlet="Harbour Post"))
    one, two = (list(outcomes(found([str(folder)]), task, workers=n)) for n in (1, 2))
    assert one == two
    assert [type(o) for o in one[:5]] == [Read, Skipped, Failed, Failed, Read]


def test_workers_do_not_read_what_is_there(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 20)
    truce("read", folder, "--into", tmp_path / "r.truce")
    task = Task(reader=fake_reader.make, origin=Origin(), record=tmp_path / "r.truce")
    assert {type(o) for o in outcomes(found([str(folder)]), task, workers=2)} == {AlreadyThere}


def test_claims_to_standard_output_without_a_record() -> None:
    result = truce("read", "-", "--jsonl", "-", "--published", "2031-05-04", "--outlet", "Harbour Post", stdin=fake_reader.story(3))
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [row["document_name"] for row in rows] == ["stdin"] * 3
    assert rows[0]["said"] == {"earliest": "2031-05-04", "latest": "2031-05-04", "approximate": False, "text": None}


def test_reading_again(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 2)
    truce("read", folder, "--into", tmp_path / "r.truce")
    assert "0 read, 2 read again; 6 claims." in truce("read", folder, "--into", tmp_path / "r.truce", "--again").stderr


def test_what_is_skipped_is_no_fault(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 1)
    for n in range(30):
        (folder / f"{n}.pdf").write_text("x")
    result = truce("read", folder, "--into", tmp_path / "r.truce")
    assert result.exit_code == 0
    assert "no reader for .pdf" in result.stderr
    assert "and 10 more" in result.stderr
    assert "1 read, 30 skipped; 3 claims." in result.stderr


WRONG: list[tuple[list[str], type[TrucekeeperError]]] = [
    (["a.txt"], UsageError),
    (["a.txt", "--jsonl", "-", "--published", "soon"], UsageError),
    (["a.txt", "--jsonl", "-", "--learnt", "soon"], UsageError),
    (["a.txt", "--jsonl", "no/folder/x.jsonl"], UsageError),
    (["a.txt", "--into", "no/folder/r.truce"], RecordError),
    (["nowhere.txt", "--jsonl", "-"], InputError),
]


@pytest.mark.parametrize(("arguments", "error"), WRONG, ids=[" ".join(a) for a, _ in WRONG])
def test_errors_are_of_the_tree(arguments: list[str], error: type[TrucekeeperError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(fake_reader.story(1))
    assert isinstance(truce("read", *arguments).exception, error)


def test_nothing_read_leaves_no_record(tmp_path: Path) -> None:
    record = tmp_path / "r.truce"
    assert isinstance(truce("read", tmp_path / "missing.txt", "--into", record).exception, InputError)
    assert not record.exists()
    truce("read", folder_of(tmp_path, 1), "--into", record)
    truce("read", tmp_path / "missing.txt", "--into", record)
    assert record.exists()
