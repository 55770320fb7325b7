"""A record of any older version is brought to this one: nothing is lost, and its history stands. What cannot be is told, and left as it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from fake_reader import claims_of, story
from trucekeeper.model.document import Document
from trucekeeper.model.errors import RecordError
from trucekeeper.record import Record, database
from trucekeeper.record.codec import claim_values, document_values, encode
from trucekeeper.record.database import APPLICATION_ID, VERSIONS, insert
from trucekeeper.record.migrating import upgrade

AT = "2031-05-05T00:00:00Z"
DOCUMENTS = [Document(name=str(n), text=story(n), published=f"2031-05-0{n + 1}" if n else None) for n in range(4)]


def of_the_first_version(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        upgrade(connection, "0001")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    engine.dispose()
    with closing(sqlite3.connect(path)) as made, made:
        for no, document in enumerate(DOCUMENTS, start=1):
            values = {k: v for k, v in document_values(document).items() if k != "day"}
            insert(made, "documents", [{**values, "no": no, "learnt": AT}])
            rows = [claim_values(c, encode(c)) for c in claims_of(document)]
            insert(made, "claims", [{**row, "learnt": AT, "dropped": AT if n == 2 else None} for n, row in enumerate(rows)])
        for index in ("documents_index", "claims_index"):
            made.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def of_version(path: Path, version: str) -> None:
    of_the_first_version(path)
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        upgrade(connection, version)
    engine.dispose()


@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_is_lost(tmp_path: Path, version: str) -> None:
    path = tmp_path / "r.truce"
    of_version(path, version)
    with Record.open(path) as record:
        assert list(record.check()) == []
        assert {d.id for d in record.documents()} == {d.id for d in DOCUMENTS}
        assert record.size() == (4, 8)
        for document in DOCUMENTS:
            held = list(claims_of(document))
            assert list(record.claims(document=document.id)) == held[:2]
            assert record.claim_learnt(held[2].id) == (AT, AT)
        assert [h.document for h in record.search("envoys", kinds=["document"])] == [d.id for d in sorted(DOCUMENTS, key=lambda d: d.id)]
        with record.weighing() as kept:
            assert len(kept.pending(10)) == 4
        assert record.add(DOCUMENTS[1], claims_of(DOCUMENTS[1]), learnt="2031-06-01", again=True) == "read again"
        assert list(record.claims(document=DOCUMENTS[1].id)) == list(claims_of(DOCUMENTS[1]))


def test_an_older_record_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.truce"
    of_version(path, VERSIONS[0])
    before = path.read_bytes()
    monkeypatch.setattr(database.os, "access", lambda *_: False)
    with pytest.raises(RecordError, match=r"is of version 0001, and has to be brought to .*\n.*open a copy"):
        Record.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("change", ["UPDATE alembic_version SET version_num = '0000'", "DELETE FROM alembic_version"])
def test_a_version_that_nobody_made(tmp_path: Path, change: str) -> None:
    path = tmp_path / "r.truce"
    of_version(path, VERSIONS[-1])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    with pytest.raises(RecordError, match="which no Trucekeeper made"):
        Record.open(path)
