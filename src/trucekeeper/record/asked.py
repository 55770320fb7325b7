"""Questions to a record for what a view shows, each bounded: the newest first, and never a walk through all of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from trucekeeper.model.claims import Claim
from trucekeeper.model.document import Document
from trucekeeper.record.codec import decode, document_from
from trucekeeper.record.kept import Mentions, Pair
from trucekeeper.record.moments import end_of
from trucekeeper.record.numbers import PLACES, after_day
from trucekeeper.record.search import match_expression

IN = "IN (SELECT value FROM json_each(?))"
BATCH = 100  # documents looked at together
LAST = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Stub:
    """A document without its text: its number, its id and the first day on which it may have been out."""

    no: int
    id: str
    day: str | None


@dataclass(frozen=True, slots=True)
class Reports:
    """Of documents known on a day: how many, the first and the last ISO day of one, whether some have none, and when the record learnt its first."""

    count: int
    first: str | None
    last: str | None
    undated: bool
    learnt: str | None


class Asked:
    """One state of the record, asked in parts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _all(self, sql: str, *values: Any) -> Sequence[Any]:
        return self._connection.execute(sql, values).fetchall()

    # documents and claims

    def total(self, name: str) -> int:
        """How many "documents" or standing "claims" the record holds."""
        found = self._all("SELECT count FROM totals WHERE name = ?", name)
        return int(found[0][0]) if found else 0

    def days(self) -> tuple[str | None, str | None, bool]:
        """The first and the last day on which a document was published, and whether there are documents without any date."""
        sql = "SELECT substr(published, 1, 10) FROM documents WHERE day IS NOT NULL AND published IS NOT NULL ORDER BY day {} LIMIT 1"
        first, last = (self._all(sql.format(way)) for way in ("ASC", "DESC"))
        undated = bool(self._all("SELECT 1 FROM documents WHERE published IS NULL LIMIT 1"))
        return (first[0][0] if first else None), (last[0][0] if last else None), undated

    def reports(self, known_on: str | None = None) -> Reports:
        """Of the documents that the record knew at the end of a day, or holds now. Asks indexes alone: the rows are long."""
        known, end = ("learnt < ?", (end_of(known_on),)) if known_on else ("true", ())
        count = self._all("SELECT count(*) FROM documents WHERE learnt < ?", *end)[0][0] if end else self.total("documents")
        learnt = self._all(f"SELECT learnt FROM documents WHERE {known} ORDER BY learnt LIMIT 1", *end)
        first = self._all(f"SELECT day FROM documents WHERE day IS NOT NULL AND {known} ORDER BY day LIMIT 1", *end)
        newest = f"SELECT substr(published, 1, 10) FROM documents WHERE day IS NOT NULL AND {known} AND published IS NOT NULL ORDER BY day DESC LIMIT 1"
        last = self._all(newest, *end)
        undated = self._all(f"SELECT 1 FROM documents WHERE day IS NULL AND {known} LIMIT 1", *end)
        return Reports(count, first[0][0] if first else None, last[0][0] if last else None, bool(undated), learnt[0][0] if learnt else None)

    def newest(self, until: str | None = None) -> Iterator[list[Stub]]:
        """Documents that may have been out by an ISO day, in batches: the newest day first, those without any date last."""
        sql = f"SELECT no, id, day FROM documents WHERE day <= ? AND (day, no) < (?, ?) ORDER BY day DESC, no DESC LIMIT {BATCH}"
        day, no = "~", 0
        while batch := [Stub(*row) for row in self._all(sql, until or LAST, day, no)]:
            yield batch
            day, no = batch[-1].day or "", batch[-1].no
        no = -1
        undated = f"SELECT no, id, day FROM documents WHERE day IS NULL AND no > ? ORDER BY no LIMIT {BATCH}"
        while batch := [Stub(*row) for row in self._all(undated, no)]:
            yield batch
            no = batch[-1].no

    def stubs(self, numbers: Iterable[int]) -> list[Stub]:
        return [Stub(*row) for row in self._all(f"SELECT no, id, day FROM documents WHERE no {IN} ORDER BY no DESC", json.dumps(list(numbers)))]

    def stubs_of(self, ids: Iterable[str]) -> list[Stub]:
        return [Stub(*row) for row in self._all(f"SELECT no, id, day FROM documents WHERE id {IN} ORDER BY no DESC", json.dumps(list(ids)))]

    def documents(self, numbers: Iterable[int]) -> list[Document]:
        return [document_from(row) for row in self._all(f"SELECT * FROM documents WHERE no {IN} ORDER BY id", json.dumps(list(numbers)))]

    def claims(self, stubs: Iterable[Stub], kinds: Iterable[str]) -> list[Claim]:
        """The standing claims of documents."""
        sql = f"SELECT kind, row FROM claims WHERE document {IN} AND dropped IS NULL AND kind {IN}"
        return [decode(*row) for row in self._all(sql, json.dumps([s.id for s in stubs]), json.dumps(list(kinds)))]

    def count_claims(self, stubs: Iterable[Stub], kinds: Iterable[str]) -> dict[str, int]:
        """How many standing claims each document has, by its id; one without any is left out."""
        sql = f"SELECT document, count(*) FROM claims WHERE document {IN} AND dropped IS NULL AND kind {IN} GROUP BY document"
        return {row[0]: row[1] for row in self._all(sql, json.dumps([s.id for s in stubs]), json.dumps(list(kinds)))}

    # claims by what they are about: numbers of their documents, and the claims

    def with_words(self, words: str, kind: str | None, limit: int) -> list[int]:
        """Numbers of documents with claims that have all these words (and are of a kind), the newest first. Raises UsageError without a word."""
        return self._found("claims_index", f"rowid >> {PLACES}", f"{match_expression(words)}{f' AND {kind}kind' if kind else ''}", limit)

    def texts_with_words(self, words: str, limit: int) -> list[int]:
        """Numbers of documents whose text has all these words, the newest first."""
        return self._found("documents_index", "rowid", match_expression(words), limit)

    def _found(self, index: str, number: str, expression: str, limit: int) -> list[int]:
        rows = self._all(f"SELECT {number} FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?", expression, limit)
        return list(dict.fromkeys(row[0] for row in rows))

    def naming(self, name: str, limit: int) -> list[Claim]:
        """Standing claims that name somebody so, or with these words in a longer name, the newest first. Raises UsageError for a name without a word."""
        sql = """SELECT c.kind, c.row FROM claims_index JOIN claims c ON c.no = claims_index.rowid
            WHERE claims_index MATCH ? AND c.dropped IS NULL ORDER BY claims_index.rowid DESC LIMIT ?"""
        return [decode(*row) for row in self._all(sql, f"names : ({match_expression(name)})", limit)]

    def terms(self, until: str, limit: int) -> list[tuple[int, Claim]]:
        """Agreed provisions of documents out by a day, the newest first, each with its document's number."""
        sql = """SELECT d.no, c.kind, c.row FROM claims c JOIN documents d ON d.id = c.document
            WHERE c.kind = 'provision' AND c.dropped IS NULL AND c.status = 'agreed' AND c.no < ?
            AND (d.day IS NULL OR d.day <= ?) ORDER BY c.no DESC LIMIT ?"""
        return [(row[0], decode(row[1], row[2])) for row in self._all(sql, after_day(until), until, limit)]

    def positions(self, party: str | None, issue: str, until: str, limit: int) -> list[tuple[int, Claim]]:
        """The newest positions of a party (by key) on an issue, of documents out by a day."""
        sql = """SELECT d.no, c.kind, c.row FROM claims c JOIN documents d ON d.id = c.document
            WHERE c.kind = 'position' AND c.dropped IS NULL AND c.party IS ? AND c.issue = ? AND c.no < ?
            AND (d.day IS NULL OR d.day <= ?) ORDER BY c.no DESC LIMIT ?"""
        return [(row[0], decode(row[1], row[2])) for row in self._all(sql, party, issue, after_day(until), until, limit)]

    def events_of(self, first_day: str, last_day: str, limit: int) -> list[int]:
        """Numbers of documents that tell of events of these days, the latest day first."""
        sql = """SELECT d.no FROM claims c JOIN documents d ON d.id = c.document WHERE c.kind = 'event' AND c.dropped IS NULL
            AND c.about_earliest >= ? AND c.about_earliest < ? ORDER BY c.about_earliest DESC, c.no DESC LIMIT ?"""
        return list(dict.fromkeys(row[0] for row in self._all(sql, first_day, last_day + "~", limit)))

    def figures_of(self, measure: str, limit: int) -> list[int]:
        """Numbers of documents with figures of a measure, the newest first."""
        sql = f"SELECT no >> {PLACES} FROM claims WHERE kind = 'figure' AND dropped IS NULL AND measure = ? ORDER BY no DESC LIMIT ?"
        return list(dict.fromkeys(row[0] for row in self._all(sql, measure, limit)))

    # what the record learnt when; `at` is a moment (see moments.py)

    def last_reading(self) -> str | None:
        """When the record last learnt of a document or read one again."""
        found: str | None = self._all("SELECT max(at) FROM readings")[0][0]
        return found

    def read_since(self, at: str, limit: int) -> list[int]:
        """Numbers of documents read, or read again, at a moment or later, the newest documents first."""
        return [row[0] for row in self._all("SELECT DISTINCT document FROM readings WHERE at >= ? ORDER BY document DESC LIMIT ?", at, limit)]

    def documents_since(self, at: str) -> tuple[int, int]:
        """How many documents the record has known only since a moment, and how many older ones have been read again since."""
        new = int(self._all("SELECT count(*) FROM documents WHERE learnt >= ?", at)[0][0])
        read = int(self._all("SELECT count(DISTINCT document) FROM readings WHERE at >= ?", at)[0][0])
        return new, read - new  # what is new has been read since, too

    def learnt_since(self, ids: Iterable[str], at: str) -> set[str]:
        """Those of some documents that the record has known only since a moment."""
        return {row[0] for row in self._all(f"SELECT id FROM documents WHERE id {IN} AND learnt >= ?", json.dumps(list(ids)), at)}

    def claims_learnt_since(self, ids: Iterable[str], at: str) -> tuple[set[str], set[str]]:
        """Ids of standing claims of documents: those first read at a moment or later, and those that are only read otherwise since then."""
        earlier = "SELECT 1 FROM claims o WHERE o.id = c.id AND o.dropped IS NOT NULL AND o.learnt < ?"
        sql = f"SELECT c.id, EXISTS ({earlier}) FROM claims c WHERE c.document {IN} AND c.dropped IS NULL AND c.learnt >= ?"
        rows = self._all(sql, at, json.dumps(list(ids)), at)
        return {row[0] for row in rows if not row[1]}, {row[0] for row in rows if row[1]}

    def dropped_since(self, ids: Iterable[str], at: str) -> dict[str, int]:
        """How many claims of documents that stood at a moment are no longer found by a reading since then."""
        standing = "SELECT 1 FROM claims n WHERE n.id = c.id AND n.dropped IS NULL"
        sql = f"SELECT c.document, count(DISTINCT c.id) FROM claims c WHERE c.document {IN} AND c.dropped >= ? AND c.learnt < ? AND NOT EXISTS ({standing})"
        return {row[0]: row[1] for row in self._all(f"{sql} GROUP BY c.document", json.dumps(list(ids)), at, at)}

    # what weighing keeps

    def prints(self, numbers: Iterable[int]) -> dict[int, int]:
        """Document number -> print, of those that have been taken in and have words."""
        sql = f"SELECT document, print FROM weighed WHERE document {IN} AND print IS NOT NULL"
        return {row[0]: row[1] for row in self._all(sql, json.dumps(list(numbers)))}

    def copies_of(self, prints: Iterable[int], crowd: int) -> list[Pair]:
        """Pairs in which one of these texts stands; without pairs found by paragraphs alone that stand in more than `crowd` texts."""
        asked = json.dumps(list(prints))
        columns = "SELECT first, second, relation, shared, jaccard, held, paragraphs FROM copies WHERE"
        rows = self._all(f"{columns} first {IN} UNION {columns} second {IN}", asked, asked)
        pairs = [Pair(r[0], r[1], r[2], r[3], r[4], r[5], tuple(json.loads(r[6])) if r[6] else None) for r in rows]
        alone = {key for p in pairs if p.paragraphs is not None for key in p.paragraphs}
        few = "SELECT a.value FROM json_each(?) a WHERE (SELECT count(*) FROM (SELECT 1 FROM keys k WHERE k.key = a.value LIMIT ?)) <= ?"
        sound = {row[0] for row in self._all(few, json.dumps(list(alone)), crowd + 1, crowd)} if alone else set()
        return [p for p in pairs if p.paragraphs is None or sound & set(p.paragraphs)]

    def printed(self, prints: Iterable[int], until: str) -> list[tuple[int, int, str, int]]:
        """(print, day, id, number) of all documents with these words that may have been out by a day."""
        sql = f"SELECT w.print, w.day, d.id, d.no FROM weighed w JOIN documents d ON d.no = w.document WHERE w.print {IN} AND (d.day IS NULL OR d.day <= ?)"
        return [(row[0], row[1], row[2], row[3]) for row in self._all(sql, json.dumps(list(prints)), until)]

    def spellings(self, actors: Iterable[str]) -> Mentions:
        sql = f"SELECT actor, label, known, count FROM spellings WHERE actor {IN}"
        return {(row[0], row[1], row[2]): row[3] for row in self._all(sql, json.dumps(list(actors)))}

    def in_blocks(self, blocks: Iterable[str]) -> set[str]:
        """Keys of actors that stand in one of these blocks."""
        return {row[0] for row in self._all(f"SELECT DISTINCT actor FROM blocks WHERE block {IN}", json.dumps(list(blocks)))}

    def short_forms(self, names: Iterable[str]) -> set[tuple[str, str]]:
        """(short, full) as texts define them, where one of the two is among these names."""
        asked = json.dumps(list(names))
        return {(row[0], row[1]) for row in self._all(f"SELECT short, full FROM short_forms WHERE short {IN} OR full {IN}", asked, asked)}
