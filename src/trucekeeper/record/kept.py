"""What weighing keeps of each document, so that nothing has to be compared with the whole record again: written as documents arrive, never judged here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from trucekeeper.model.claims import Claim
from trucekeeper.model.document import Document
from trucekeeper.record.codec import decode, document_from

Mentions = dict[tuple[str, str, int], int]  # (actor, label, known) -> claims


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, by their prints, and what they share; see `weighing.copies`."""

    first: int
    second: int
    relation: str
    shared: int
    jaccard: float
    held: float
    paragraphs: tuple[int, ...] | None


class Kept:
    """The tables that weighing keeps, inside one transaction of the record."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _all(self, sql: str, *values: Any) -> Sequence[Any]:
        return self._connection.execute(sql, values).fetchall()

    def _many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        self._connection.executemany(sql, rows)

    # what is to be done

    def pending(self, limit: int) -> list[int]:
        """Numbers of documents whose newest reading has not been taken in."""
        return [row[0] for row in self._all("SELECT document FROM pending ORDER BY document LIMIT ?", limit)]

    def reading(self, no: int) -> tuple[Document, list[Claim]]:
        """A document with the claims of its newest reading."""
        (row,) = self._all("SELECT * FROM documents WHERE no = ?", no)
        wanted = 'SELECT kind, row FROM claims WHERE document = ? AND dropped IS NULL ORDER BY start, "end", id'
        return document_from(row), [decode(*claim) for claim in self._all(wanted, row["id"])]

    def done(self, no: int, day: int, print_: int | None, mentions: Mentions) -> None:
        """Say that a document's reading is taken in, with what it adds to the names."""
        rows = json.dumps([[*key, count] for key, count in sorted(mentions.items())], ensure_ascii=False, separators=(",", ":"))
        self._many("INSERT OR REPLACE INTO weighed (document, day, print, mentions) VALUES (?, ?, ?, ?)", [(no, day, print_, rows)])
        self._many("DELETE FROM pending WHERE document = ?", [(no,)])

    # copies

    def stands(self, print_: int, day: int) -> bool:
        """Is a document with these words and this day taken in already?"""
        return bool(self._all("SELECT 1 FROM weighed WHERE print = ? AND day = ? LIMIT 1", print_, day))

    def uncrowded(self, keys: Iterable[int], most: int) -> list[int]:
        """Those of some keys that stand for no more than so many texts and days."""
        sql = "SELECT a.value FROM json_each(?) a WHERE (SELECT count(*) FROM (SELECT 1 FROM keys k WHERE k.key = a.value LIMIT ?)) <= ?"
        return [row[0] for row in self._all(sql, json.dumps(list(keys)), most + 1, most)]

    def holders(self, keys: Iterable[int], first_day: int, last_day: int) -> set[int]:
        """Prints of the texts with one of these keys that have a document of these days, or an undated one."""
        sql = "SELECT DISTINCT k.print FROM json_each(?) a JOIN keys k ON k.key = a.value WHERE k.day BETWEEN ? AND ? OR k.day = 0"
        return {row[0] for row in self._all(sql, json.dumps(list(keys)), first_day, last_day)}

    def put_keys(self, keys: Iterable[int], day: int, print_: int) -> None:
        self._many("INSERT OR IGNORE INTO keys (key, day, print) VALUES (?, ?, ?)", sorted((key, day, print_) for key in set(keys)))

    def text(self, print_: int) -> str:
        """The text of one of the documents with these words."""
        sql = "SELECT d.text FROM weighed w JOIN documents d ON d.no = w.document WHERE w.print = ? ORDER BY w.document LIMIT 1"
        found: str = self._all(sql, print_)[0][0]
        return found

    def put_copies(self, pairs: Iterable[Pair]) -> None:
        sql = "INSERT OR IGNORE INTO copies (first, second, relation, shared, jaccard, held, paragraphs) VALUES (?, ?, ?, ?, ?, ?, ?)"
        told = ((p.first, p.second, p.relation, p.shared, p.jaccard, p.held, None if p.paragraphs is None else json.dumps(p.paragraphs)) for p in pairs)
        self._many(sql, told)

    # names

    def mentions(self, no: int) -> Mentions:
        """What a document has added to the names so far."""
        found = self._all("SELECT mentions FROM weighed WHERE document = ?", no)
        return {(actor, label, known): count for actor, label, known, count in json.loads(found[0][0])} if found else {}

    def put_mentions(self, changes: Mentions) -> None:
        """Add to the counts of spellings, or take from them; a spelling that nobody uses any more is gone."""
        sql = """INSERT INTO spellings (actor, label, known, count) VALUES (?, ?, ?, ?)
            ON CONFLICT (actor, label, known) DO UPDATE SET count = count + excluded.count"""
        rows = [(*key, count) for key, count in sorted(changes.items()) if count]
        self._many(sql, rows)
        self._many("DELETE FROM spellings WHERE actor = ? AND label = ? AND known = ? AND count <= 0", [row[:3] for row in rows if row[3] < 0])

    def put_blocks(self, rows: Iterable[tuple[str, str]]) -> None:
        self._many("INSERT OR IGNORE INTO blocks (block, actor) VALUES (?, ?)", sorted(set(rows)))

    def put_short_forms(self, rows: Iterable[tuple[str, str]]) -> None:
        self._many("INSERT OR IGNORE INTO short_forms (short, full) VALUES (?, ?)", sorted(set(rows)))
