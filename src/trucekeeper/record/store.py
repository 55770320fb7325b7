"""The record: what is put in, what is asked, and nothing ever overwritten."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields, replace
from pathlib import Path
from sqlite3 import Connection, Row
from types import TracebackType
from typing import Any, Literal, Self

from trucekeeper.model.claims import Claim
from trucekeeper.model.document import Document
from trucekeeper.model.errors import NotFound, RecordError, UsageError
from trucekeeper.model.judgement import Judgement, undoes
from trucekeeper.record.asked import Asked
from trucekeeper.record.borne import Borne
from trucekeeper.record.check import Problem, problems
from trucekeeper.record.codec import claim_values, decode, document_from, document_values, encode, kind_of, proven
from trucekeeper.record.corrections import completed
from trucekeeper.record.database import NAME_ONE, Database, insert, refuse_other_files
from trucekeeper.record.kept import Kept
from trucekeeper.record.moments import end_of, moment
from trucekeeper.record.numbers import claim_numbers, document_number
from trucekeeper.record.search import Hit, many_found, match_expression, search

Added = Literal["added", "already there", "read again"]
PREFIX = re.compile(r"[0-9a-f]{4,16}")
ON_CLAIMS = ("accept", "reject", "correct")
INDEX_CLAIMS = "INSERT INTO claims_index (rowid, words, names, topics) SELECT no, words, names, topics FROM claims_words WHERE no BETWEEN :first AND :last"
INDEX_DOCUMENTS = "INSERT INTO documents_index (rowid, title, text) SELECT no, title, text FROM documents WHERE no = :no"
WAITS = "INSERT OR IGNORE INTO unborne (agreement, document) SELECT agreement, :document FROM borne_by"  # what was found in an earlier reading goes then


def put(made: Path, place: Path) -> None:
    """Give a file its name, unless another run has put one there."""
    try:
        os.link(made, place)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not place.exists():
            made.replace(place)


class Record:
    """A record in one file. Use as a context manager, or close it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Raises RecordError where there is no record, or one that this program cannot use."""
        if not Path(path).exists():
            raise RecordError(f"no record at {path}", mend="Make one: truce read REPORTS --into FILE.truce")
        refuse_other_files(Path(path))
        if not Path(path).stat().st_size:
            raise RecordError(f"{path} is empty, and no record", mend=f"{NAME_ONE} To make one in it: truce read REPORTS --into {path}")
        return cls._prepared(path)

    @classmethod
    def _prepared(cls, path: str | Path) -> Self:
        database = Database(Path(path))
        try:
            database.prepare()
        except RecordError:
            database.close()
            raise
        return cls(database)

    @classmethod
    def create(cls, path: str | Path) -> Self:
        """The record at `path`, made if there is none: beside its place, and put there whole, so that no run that is killed leaves one that does not open."""
        place = Path(path)
        if not place.exists():
            made = place.with_name(f"{place.name}.{os.getpid()}.new")
            try:
                made.touch()
                cls._prepared(made).close()
                put(made, place)
            except OSError as error:
                raise RecordError(f"{path}: {error.strerror or error}", mend="Name a file in a folder that can be written.") from error
            finally:
                made.unlink(missing_ok=True)
        refuse_other_files(place)
        return cls._prepared(place)

    @property
    def path(self) -> Path:
        return self._database.path

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # documents

    def documents(self, *, known_on: str | None = None) -> Iterator[Document]:
        """In the order of their ids, so that nothing hangs on the order of arrival."""
        known, values = ("learnt < ?", (end_of(known_on),)) if known_on is not None else ("true", ())
        for row in self._rows(f"SELECT * FROM documents WHERE {known} ORDER BY id", *values):
            yield document_from(row)

    def document(self, id_or_prefix: str) -> Document:
        """Raises NotFound."""
        return document_from(self._one("document", id_or_prefix))

    def learnt(self, document_id: str) -> str:
        """When the record first learnt of a document, in UTC. Raises NotFound."""
        learnt: str = self._one("document", document_id)["learnt"]
        return learnt

    def holds(self, document_id: str) -> bool:
        return next(self._rows("SELECT 1 FROM documents WHERE id = ?", document_id), None) is not None

    # claims

    def claims(
        self,
        kind: str | None = None,
        document: str | None = None,
        known_on: str | None = None,
        *,
        measure: str | None = None,
        issue: str | None = None,
        party: str | None = None,
    ) -> Iterator[Claim]:
        """By document, place in it and id. `known_on`: what the record held at the end of that day; otherwise what it holds now. `party` is an actor's key."""
        asked = {"kind": kind, "document": document, "measure": measure, "issue": issue, "party": party}
        same = {name: value for name, value in asked.items() if value is not None}
        known, ends = _known(known_on)
        where = " AND ".join([known, *(f"{name} = ?" for name in same)])
        for row in self._rows(f'SELECT kind, row FROM claims WHERE {where} ORDER BY document, start, "end", id', *ends, *same.values()):
            yield decode(row["kind"], row["row"])

    def claim(self, id_or_prefix: str) -> Claim:
        """As last read, even where a later reading no longer finds it. Raises NotFound."""
        row = self._one("claim", id_or_prefix)
        return decode(row["kind"], row["row"])

    def claim_learnt(self, claim_id: str) -> tuple[str, str | None]:
        """When a claim was learnt, and when a later reading dropped it. Raises NotFound."""
        row = self._one("claim", claim_id)
        return row["learnt"], row["dropped"]

    # writing

    def add(self, document: Document, claims: Iterable[Claim], *, learnt: str, again: bool = False) -> Added:
        """A document with all its claims, or none of it. What is there already stays as it is, unless it is to be read `again`:

        then claims that this reading does not give are dropped (and kept in the history), and new ones are added.
        """
        at = moment(learnt)
        rows = _checked(document, claims)
        with self._database.writing() as connection:
            found = connection.execute("SELECT no FROM documents WHERE id = ?", (document.id,)).fetchone()
            if found is not None and not again:
                return "already there"
            if found is None:
                there = _add_document(connection, document, at)
                state: Added = "added"
                dropped = 0
            else:
                there = found["no"]
                _say_again(connection, document)
                rows, dropped = _drop_and_keep(connection, document, rows, at)
                state = "read again"
            _add_claims(connection, there, rows, at)
            insert(connection, "readings", [{"at": at, "document": there}], unless_there=True)
            _count(connection, documents=state == "added", claims=len(rows) - dropped)
            insert(connection, "pending", [{"document": there}], unless_there=True)
            connection.execute(WAITS, {"document": there})
        return state

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement, a correction with all that it takes; the same one twice is one.

        Raises NotFound for a claim that is not held or an undo of nothing, UsageError or InputError for a correction that does not fit its claim.
        """
        made = replace(judgement, at=moment(judgement.at))
        if made.verdict in ON_CLAIMS and made.other is not None:
            self.claim(made.subject)  # a decision on what a claim bears on changes nothing in the claim
        elif made.verdict in ON_CLAIMS:
            made = _fitting(self.claim(made.subject), made)
        elif made.verdict == "undo" and not undoes(made, self.judgements(made.subject)):
            raise NotFound("there is nothing to undo", mend="`truce show` lists the judgements on a claim.")
        with self._database.writing() as connection:
            correction = json.dumps(made.correction) if made.correction is not None else None
            insert(connection, "judgements", [{**asdict(made), "id": made.id, "correction": correction}], unless_there=True)

    def judgements(self, subject: str | None = None, *, known_on: str | None = None) -> Iterator[Judgement]:
        """Oldest first."""
        asked: dict[str, tuple[str, ...]] = {"(subject = ? OR other = ?)": (subject, subject)} if subject is not None else {}
        if known_on is not None:
            asked["at < ?"] = (end_of(known_on),)
        where, values = " AND ".join(["true", *asked]), [v for told in asked.values() for v in told]
        for row in self._rows(f"SELECT * FROM judgements WHERE {where} ORDER BY at, id", *values):
            made = {f.name: row[f.name] for f in fields(Judgement)}
            yield Judgement(**{**made, "correction": json.loads(row["correction"]) if row["correction"] else None})

    # asking

    def search(
        self, query: str, *, kinds: Iterable[str] = (), speaker: str | None = None, since: str | None = None, until: str | None = None, limit: int = 50
    ) -> list[Hit]:
        """Best first, or newest first where thousands have the words.

        `kinds` are kinds of claims and "document"; without them all but mere mentions of times and places are searched.
        """
        with self._database.reading() as connection:
            return search(connection, query, kinds=tuple(kinds), speaker=speaker, since=since, until=until, limit=limit)

    def many_found(self, query: str) -> bool:
        """Have so many claims the words that a search gives the newest, and not the best?"""
        with self._database.reading() as connection:
            return many_found(connection, "claims_index", match_expression(query))

    @contextmanager
    def asking(self) -> Iterator[Asked]:
        """Many questions to one state of the record, for what is drawn of a part of it."""
        with self._database.reading() as connection:
            yield Asked(connection)

    @contextmanager
    def weighing(self) -> Iterator[Kept]:
        """What weighing keeps, in one transaction: all that is done in it is kept, or nothing."""
        with self._database.writing() as connection:
            yield Kept(connection)

    @contextmanager
    def bearing(self, *, write: bool = False) -> Iterator[Borne]:
        """What agreements' runs keep, in one transaction; what is done in a writing one is kept as a whole, or nothing of it."""
        with self._database.writing() if write else self._database.reading() as connection:
            yield Borne(connection)

    def check(self) -> Iterator[Problem]:
        """Every problem of the file; nothing if it is sound."""
        with self._database.writing() as connection:  # the indexes are checked by what SQLite counts as writing
            yield from problems(connection)

    def size(self) -> tuple[int, int]:
        """Documents, and claims of their newest reading."""
        with self.asking() as asked:
            return asked.total("documents"), asked.total("claims")

    def _rows(self, sql: str, *values: Any) -> Iterator[Row]:
        with self._database.reading() as connection:
            yield from connection.execute(sql, values)

    def _one(self, what: Literal["document", "claim"], id_or_prefix: str) -> Row:
        if not PREFIX.fullmatch(id_or_prefix):
            raise NotFound(f"no {what} {id_or_prefix!r}", mend="An id has 16 letters and digits (0-9, a-f); its first four or more will do.")
        found: list[Row] = []
        for kind in ("true",) if what == "document" else ("dropped IS NULL", "dropped IS NOT NULL"):  # as the indexes of ids have it
            sql = f"SELECT * FROM {what}s WHERE id >= ? AND id < ? AND {kind} ORDER BY id, no LIMIT 200"
            found += self._rows(sql, id_or_prefix, f"{id_or_prefix}g")
        newest = {row["id"]: row for row in sorted(found, key=lambda row: int(row["no"]))}
        if not newest:
            raise NotFound(f"no {what} {id_or_prefix}", mend="`truce search` lists ids.")
        if len(newest) > 1:
            raise NotFound(f"{len(newest)} ids begin with {id_or_prefix}", mend=f"Give more of it: {', '.join(sorted(newest)[:5])} …")
        return next(iter(newest.values()))


def _known(known_on: str | None) -> tuple[str, tuple[str, ...]]:
    if known_on is None:
        return "dropped IS NULL", ()
    end = end_of(known_on)
    return "learnt < ? AND (dropped IS NULL OR dropped >= ?)", (end, end)


def _checked(document: Document, claims: Iterable[Claim]) -> dict[str, dict[str, Any]]:
    """Rows by claim id, each proven to belong to this document and to be readable again."""
    rows: dict[str, dict[str, Any]] = {}
    for claim in claims:
        if claim.id in rows:
            raise RecordError(f"two claims have the id {claim.id}")
        if claim.document != document.id or not claim.evidence:
            raise RecordError(f"claim {claim.id} is not on a passage of document {document.id} ({document.name})")
        row = encode(claim)
        proven(kind_of(claim), row)
        rows[claim.id] = claim_values(claim, row)
    return rows


def _add_document(connection: Connection, document: Document, at: str) -> int:
    values = document_values(document)
    no = document_number(connection, document.id, values["day"])
    insert(connection, "documents", [{**values, "no": no, "learnt": at}])
    connection.execute(INDEX_DOCUMENTS, {"no": no})
    return no


def _say_again(connection: Connection, document: Document) -> None:
    """What a new reading makes of a document's date and agencies; text and origin stay."""
    values = document_values(document)
    read = ", ".join(f"{name} = :{name}" for name in ("agencies", "dateline", "published_range", "published_reasons", "day"))
    connection.execute(f"UPDATE documents SET {read} WHERE id = :id", values)


def _drop_and_keep(connection: Connection, document: Document, rows: dict[str, dict[str, Any]], at: str) -> tuple[dict[str, dict[str, Any]], int]:
    """Drop what this reading no longer gives in the same words; what is left to add, and how many were dropped."""
    standing = connection.execute("SELECT no, id, row FROM claims WHERE document = ? AND dropped IS NULL", (document.id,)).fetchall()
    kept = {r["id"] for r in standing if r["id"] in rows and rows[r["id"]]["row"] == r["row"]}
    gone = [(at, r["no"]) for r in standing if r["id"] not in kept]
    connection.executemany("UPDATE claims SET dropped = ? WHERE no = ?", gone)
    return {id_: row for id_, row in rows.items() if id_ not in kept}, len(gone)


def _add_claims(connection: Connection, document_no: int, rows: dict[str, dict[str, Any]], at: str) -> None:
    coming = iter(rows.values())
    for numbers in claim_numbers(connection, document_no, len(rows)):
        insert(connection, "claims", [{**row, "no": no, "learnt": at} for no, row in zip(numbers, coming, strict=False)])
        connection.execute(INDEX_CLAIMS, {"first": numbers[0], "last": numbers[-1]})


def _count(connection: Connection, *, documents: int, claims: int) -> None:
    sql = "INSERT INTO totals (name, count) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET count = count + excluded.count"
    connection.executemany(sql, [("documents", int(documents)), ("claims", claims)])


def _fitting(claim: Claim, judgement: Judgement) -> Judgement:
    """Raises UsageError for a correction of what cannot be corrected, InputError for values that do not fit."""
    correction = judgement.correction or {}
    if (judgement.verdict == "correct") != bool(correction):
        raise UsageError("a correction, and only a correction, says which fields are to be what", mend="For example: correct --set value=13")
    if judgement.subject != claim.id:
        raise UsageError(f"a judgement names the whole id: {claim.id}")
    return replace(judgement, correction=completed(claim, correction)) if correction else judgement
