"""The record that the benchmark of scale writes in bulk is the one that the normal path makes, in every table."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from trucekeeper.record import Record
from trucekeeper.weighing.keeping import keep_up

AT = "2025-01-01"
COUNT = 120


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_index%' ESCAPE '\\'")]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}


def test_both_ways_make_one_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parents[2] / "benchmarks" / "scale")
    import bulk
    import made

    for name in ("bulk", "made"):
        monkeypatch.delitem(sys.modules, name)
    with Record.create(tmp_path / "normal.truce") as record:
        for document, claims in made.archive(COUNT):
            record.add(document, claims, learnt=AT)
            keep_up(record)
    bulk.write(tmp_path / "bulk.truce", COUNT, learnt=AT)
    first, second = tables(tmp_path / "normal.truce"), tables(tmp_path / "bulk.truce")
    assert {name for name in first if first[name] != second[name]} == set()
    assert len(first["documents"]) == COUNT
    with Record.open(tmp_path / "bulk.truce") as record:
        assert list(record.check()) == []
        assert record.search("people killed")
