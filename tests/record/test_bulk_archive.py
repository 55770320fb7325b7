"""The record that the benchmark of scale writes in bulk is the one that the normal path makes, in every table."""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from trucekeeper.cli.main import main
from trucekeeper.model.claims import Claim
from trucekeeper.model.document import Document
from trucekeeper.record import Record
from trucekeeper.weighing import parts
from trucekeeper.weighing.keeping import keep_up

AT = "2025-01-01"
COUNT = 120
MANY = 340
VIEWS = (["board"], ["figure", "hostages", "held"], ["sheet", "prisoners", "released"], ["timeline"], ["new"], ["search", "people killed"])


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_index%' ESCAPE '\\'")]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}


@pytest.fixture
def scale(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[ModuleType, ModuleType]]:
    """The modules `made` and `bulk` of the benchmark."""
    monkeypatch.syspath_prepend(Path(__file__).parents[2] / "benchmarks" / "scale")
    import bulk
    import made

    yield made, bulk
    for name in ("bulk", "made"):
        del sys.modules[name]


def read(path: Path, reports: Iterable[tuple[Document, list[Claim]]], *, every: int = 1) -> None:
    with Record.create(path) as record:
        for number, (document, claims) in enumerate(reports, start=1):
            record.add(document, claims, learnt=AT)
            if number % every == 0:
                keep_up(record)
        keep_up(record)


def test_both_ways_make_one_record(tmp_path: Path, scale: tuple[ModuleType, ModuleType]) -> None:
    made, bulk = scale
    read(tmp_path / "normal.truce", made.archive(COUNT))
    bulk.write(tmp_path / "bulk.truce", COUNT, learnt=AT)
    first, second = tables(tmp_path / "normal.truce"), tables(tmp_path / "bulk.truce")
    assert {name for name in first if first[name] != second[name]} == set()
    assert len(first["documents"]) == COUNT
    with Record.open(tmp_path / "bulk.truce") as record:
        assert list(record.check()) == []
        assert record.search("people killed")


def test_the_order_of_arrival_leaves_no_trace(tmp_path: Path, scale: tuple[ModuleType, ModuleType], capfd: pytest.CaptureFixture[str]) -> None:
    """Not in what is kept, and not in what is shown, of a record so large that only a part of it is weighed for a view."""
    made, _ = scale
    reports = list(made.archive(MANY))
    kept, shown = [], []
    for seed, every in ((0, 5), (1, MANY)):
        path = tmp_path / f"{seed}.truce"
        random.Random(seed).shuffle(reports)
        read(path, reports, every=every)
        kept.append(tables(path))
        for command in VIEWS:
            main([command[0], str(path), *command[1:], "--json"], standalone_mode=False)
        shown.append(capfd.readouterr().out)
    assert kept[0] == kept[1]
    assert shown[0] == shown[1]
    assert len(shown[0]) > 100_000
    assert len(kept[0]["claims"]) > parts.WHOLE
