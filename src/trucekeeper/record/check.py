"""Is a record sound? Every hash, every offset, every link, and whether the indexes and columns say what the rows say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Connection, DatabaseError, Row

from trucekeeper.model.claims import Figure
from trucekeeper.model.errors import RecordError
from trucekeeper.model.judgement import Judgement
from trucekeeper.record.codec import claim_values, document_from, evidence_of, proven

INDEXES = ("documents_index", "claims_index")


@dataclass(frozen=True, slots=True)
class Problem:
    """`where` is the thing that is broken (claim …, document …, index …), `what` how."""

    where: str
    what: str


def problems(connection: Connection) -> Iterator[Problem]:
    yield from _file(connection)
    yield from _documents(connection)
    yield from _claims(connection)
    yield from _links(connection)
    yield from _judgements(connection)
    yield from _indexes(connection)


def _file(connection: Connection) -> Iterator[Problem]:
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield Problem("file", str(line))


def _documents(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute("SELECT * FROM documents ORDER BY id"):
        document = document_from(row)
        if document.sha256 != row["sha256"]:
            yield Problem(f"document {row['id']} ({row['name']})", f"its text has the hash {document.sha256[:16]}…, stored is {row['sha256'][:16]}…")
        elif document.id != row["id"]:
            yield Problem(f"document {row['id']} ({row['name']})", f"its content makes the id {document.id}")


def _claims(connection: Connection) -> Iterator[Problem]:
    held: tuple[str, str] = ("", "")
    for row in connection.execute('SELECT * FROM claims ORDER BY document, start, "end", id'):
        if held[0] != row["document"]:
            (found,) = connection.execute("SELECT text FROM documents WHERE id = ?", (row["document"],)).fetchone() or (None,)
            held = (row["document"], found or "")
            if found is None:
                yield Problem(f"claim {row['id']}", f"its document {row['document']} is not there")
        yield from _claim(row, held[1])


def _claim(row: Row, words: str) -> Iterator[Problem]:
    where = f"claim {row['id']}"
    try:
        claim = proven(row["kind"], row["row"])
    except RecordError as error:
        yield Problem(where, str(error))
        return
    for evidence in evidence_of(claim):
        if not evidence.holds_in(words):
            yield Problem(where, f"at {evidence.start}–{evidence.end} its document does not say {evidence.exact[:60]!r}")
    for name, value in claim_values(claim, row["row"]).items():
        if row[name] != value:
            yield Problem(where, f"column {name} is {row[name]!r}, its row says {value!r}")
    if isinstance(claim, Figure) and claim.part_of == claim.id:
        yield Problem(where, "it is said to be a part of itself")


def _links(connection: Connection) -> Iterator[Problem]:
    """Figures that are parts of a figure which is not there; a dropped one may have lost its whole."""
    dangling = """SELECT c.id, json_extract(c.row, '$.part_of') AS whole FROM claims c
        WHERE c.kind = 'figure' AND c.dropped IS NULL AND json_extract(c.row, '$.part_of') IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM claims w WHERE w.id = json_extract(c.row, '$.part_of') AND w.dropped IS NULL) ORDER BY c.id"""
    for row in connection.execute(dangling):
        yield Problem(f"claim {row['id']}", f"it is a part of figure {row['whole']}, which is not there")


def _judgements(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute("SELECT * FROM judgements ORDER BY id"):
        made = Judgement(subject=row["subject"], verdict=row["verdict"], by=row["by"], at=row["at"], other=row["other"])
        if made.id != row["id"]:
            yield Problem(f"judgement {row['id']}", f"its content makes the id {made.id}")
    lost = "SELECT id, subject FROM judgements WHERE other IS NULL AND subject NOT IN (SELECT id FROM claims) ORDER BY id"
    for row in connection.execute(lost):
        yield Problem(f"judgement {row['id']}", f"it is on claim {row['subject']}, which is not there")


def _indexes(connection: Connection) -> Iterator[Problem]:
    for name in INDEXES:
        try:
            connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        except DatabaseError:
            yield Problem(f"index {name}", "it does not say what the table says")
