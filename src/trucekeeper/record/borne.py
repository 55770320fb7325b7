"""What agreements' runs keep of each document, so that a state is drawn without reading the record anew: text that `agreement.keeping` writes and reads.

An agreement (by its key) stands in `borne_by` with a print of all that its matches hang on. A document that has not been held against it yet, or has been read
again since, waits in `unborne`; what was found in one is in `borne`, which has no row for a document in which nothing was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Any

from trucekeeper.model.claims import Claim
from trucekeeper.model.document import Document
from trucekeeper.record.codec import decode, document_from
from trucekeeper.record.moments import end_of

IN = "IN (SELECT value FROM json_each(?))"
TOLD = "(said_latest IS NULL OR substr(said_latest, 1, 10) <= ?)"
LAST = "coalesce(about_latest, about_earliest)"  # as the indexes for plans have it


class Borne:
    """The tables that agreements' runs keep, inside one transaction of the record."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _all(self, sql: str, *values: Any) -> Sequence[Any]:
        return self._connection.execute(sql, values).fetchall()

    # the agreement's file

    def lines_of(self, source: str) -> str | None:
        """What a file held, as JSON; `source` stands for its text. None where it was not read yet."""
        found = self._all("SELECT lines FROM borne_files WHERE source = ?", source)
        return found[0][0] if found else None

    def put_lines(self, agreement: str, source: str, lines: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO borne_files (agreement, source, lines) VALUES (?, ?, ?)", (agreement, source, lines))

    # what is to be done

    def print_of(self, agreement: str) -> str | None:
        """That with which what is kept of an agreement was made; None where nothing is."""
        found = self._all("SELECT print FROM borne_by WHERE agreement = ?", agreement)
        return found[0][0] if found else None

    def begin(self, agreement: str, print_: str) -> None:
        """Forget what is kept of an agreement; every document waits to be held against it."""
        for table in ("borne", "unborne", "borne_by"):
            self._connection.execute(f"DELETE FROM {table} WHERE agreement = ?", (agreement,))
        self._connection.execute("INSERT INTO borne_by (agreement, print) VALUES (?, ?)", (agreement, print_))
        self._connection.execute("INSERT INTO unborne (agreement, document) SELECT ?, no FROM documents", (agreement,))

    def waiting(self, agreement: str, limit: int) -> list[int]:
        return [row[0] for row in self._all("SELECT document FROM unborne WHERE agreement = ? ORDER BY document LIMIT ?", agreement, limit)]

    def count_waiting(self, agreement: str) -> int:
        return int(self._all("SELECT count(*) FROM unborne WHERE agreement = ?", agreement)[0][0])

    def put(self, agreement: str, found: Iterable[tuple[int, str | None]]) -> None:
        """Keep what was found in documents (by number; None for nothing), which wait no longer."""
        rows = list(found)
        gone = [(agreement, no) for no, _ in rows]
        for table in ("unborne", "borne"):
            self._connection.executemany(f"DELETE FROM {table} WHERE agreement = ? AND document = ?", gone)
        told = [(agreement, no, row) for no, row in rows if row is not None]
        self._connection.executemany("INSERT INTO borne (agreement, document, found) VALUES (?, ?, ?)", told)

    # what is there

    def found(self, agreement: str, known_on: str | None = None) -> list[tuple[int, str]]:
        """A document's number and what was found in it, of the documents that the record knew at the end of a day."""
        return [(row[0], row[1]) for row in self._of_known("SELECT document, found FROM borne WHERE agreement = ?", "AND document", known_on, agreement)]

    def known_documents(self, known_on: str | None = None) -> set[str]:
        """Ids of all documents that the record knew at the end of a day."""
        return {row[0] for row in self._of_known("SELECT id FROM documents", "WHERE no", known_on)}

    def _of_known(self, sql: str, number: str, known_on: str | None, *values: str) -> Sequence[Any]:
        """By the index of days learnt, as the rows of documents are long."""
        if known_on is None:
            return self._all(sql, *values)
        return self._all(f"{sql} {number} IN (SELECT no FROM documents WHERE learnt < ?)", *values, end_of(known_on))

    def documents(self, numbers: Iterable[int]) -> dict[int, Document]:
        """Documents by number."""
        rows = self._all(f"SELECT * FROM documents WHERE no {IN}", json.dumps(list(numbers)))
        return {row["no"]: document_from(row) for row in rows}

    def numbers(self, ids: Iterable[str], known_on: str | None = None) -> list[int]:
        """Of documents by id, those that the record knew at the end of a day."""
        return [row[0] for row in self._of_known(f"SELECT no FROM documents WHERE id {IN}", "AND no", known_on, json.dumps(list(ids)))]

    def claims(self, ids: Iterable[str], known_on: str | None = None) -> list[Claim]:
        """The claims of documents by id: those that stand, or that stood at the end of a day."""
        return self._either(f"document {IN}", known_on, json.dumps(list(ids)))

    def by_id(self, ids: Iterable[str], known_on: str | None = None) -> list[Claim]:
        return self._either(f"id {IN}", known_on, json.dumps(list(ids)))

    def documents_of(self, claims: Iterable[str]) -> set[str]:
        """Ids of the documents of some claims, whether they stand or not."""
        asked = json.dumps(list(claims))
        standing = f"SELECT document FROM claims WHERE id {IN} AND dropped IS NULL"  # the indexes of ids know only one of the two
        return {row[0] for row in self._all(f"{standing} UNION SELECT document FROM claims WHERE id {IN} AND dropped IS NOT NULL", asked, asked)}

    def read_after(self, known_on: str) -> set[str]:
        """Ids of documents that were known at the end of a day, and read again after it."""
        sql = "SELECT DISTINCT d.id FROM readings r JOIN documents d ON d.no = r.document WHERE r.at >= ?"
        return {row[0] for row in self._of_known(sql, "AND d.no", known_on, end_of(known_on))}

    def phase_provisions(self, issues: Iterable[str], known_on: str | None = None) -> list[Claim]:
        """Provisions of some issues, and those of numbered clauses."""
        told = f"kind = 'provision' AND (issue {IN} OR row LIKE '%\"clause\":%')"
        return self._either(told, known_on, json.dumps(list(issues)))

    def provisions(self, known_on: str | None = None) -> list[Claim]:
        return self._either("kind = 'provision'", known_on)

    def done(self, act: str, known_on: str | None = None) -> list[Claim]:
        """Events of an act that happened."""
        told = "no IN (SELECT rowid FROM claims_index WHERE claims_index MATCH ?) AND kind = 'event' AND act = ? AND status = 'happened'"
        return self._either(told, known_on, f'topics : "{act}"', act)

    def plans(self, on: str, known_on: str | None = None) -> list[Claim]:
        """Planned events, told by a day (ISO), that are not over before it."""
        return self._either(f"kind = 'event' AND status = 'planned' AND {LAST} >= ? AND {TOLD}", known_on, on, on)

    def promises(self, on: str, known_on: str | None = None) -> list[Claim]:
        """Promises of documents that name a time, told by a day (ISO), which is not over before it; and those times."""
        times = self._either(f"kind = 'time' AND {LAST} >= ? AND {TOLD}", known_on, on, on)
        held = json.dumps(sorted({c.document for c in times}))
        told = self._either(f"document {IN} AND kind = 'statement' AND act = 'promise'", known_on, held) if times else []
        documents = {c.document for c in told}
        return [*told, *(t for t in times if t.document in documents)]

    def _either(self, told: str, known_on: str | None, *values: str) -> list[Claim]:
        """Claims that stand; or those known at the end of a day, of which some have been dropped since: two questions, as indexes know only one of the two."""
        if known_on is None:
            return self._decoded(f"{told} AND dropped IS NULL", *values)
        end = end_of(known_on)
        stand = self._decoded(f"{told} AND dropped IS NULL AND learnt < ?", *values, end)
        return stand + self._decoded(f"{told} AND dropped IS NOT NULL AND dropped >= ? AND learnt < ?", *values, end, end)

    def _decoded(self, condition: str, *values: str) -> list[Claim]:
        return [decode(*row) for row in self._all(f"SELECT kind, row FROM claims WHERE {condition}", *values)]
