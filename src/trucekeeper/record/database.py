"""The file under a record: made, opened, brought to this version, and asked in transactions that are whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from trucekeeper.model.errors import RecordError

VERSIONS = ("0001", "0002", "0003", "0004")  # those of migrations/versions; a test keeps it so
VERSION = VERSIONS[-1]
APPLICATION_ID = 0x54525543  # "TRUC", in the file's header: tells a record from other SQLite files
WAIT_S = 30  # for another process that is writing
NAME_ONE = "Name a record that `truce read … --into` made."
HEADER = b"SQLite format 3\x00"
YAML = (".yaml", ".yml")


class Database:
    """One SQLite file. Reading never blocks on a writer; writers wait for one another.

    Commands ask SQLite itself: SQLAlchemy, with which the migrations are written, takes longer to load than a search to answer.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: list[sqlite3.Connection] = []

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the record."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is kept, or nothing."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._told():
            connection = self._idle.pop() if self._idle else _connected(self.path)
            try:
                connection.execute(begin)
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # what went wrong is told, not that nothing was left to take back
                    connection.execute("ROLLBACK")
                raise
            finally:
                self._idle.append(connection)

    def close(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def prepare(self) -> None:
        """Make the tables of a new file, or bring an older one to this version; a file of a newer version or another program is refused."""
        with self.reading() as connection:
            found = _version(connection)
            if found is None and not _is_blank(connection):
                raise RecordError(f"{self.path} is an SQLite file, but no record", mend=NAME_ONE)
        if found == VERSION:
            return
        if found is not None and found > VERSION:
            raise RecordError(f"{self.path} is of version {found}, this program knows {VERSION}", mend="Install a newer Trucekeeper.")
        if found is not None and found not in VERSIONS:
            raise RecordError(f"{self.path} is of version {found!r}, which no Trucekeeper made", mend="Take its last copy, or read the reports again.")
        if found is not None and not os.access(self.path, os.W_OK):
            raise RecordError(
                f"{self.path} is of version {found}, and has to be brought to {VERSION} before it can be read", mend="Make it writable, or open a copy of it."
            )
        from trucekeeper.record.migrating import migrate

        with self._told():
            migrate(self.path)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say the database's own errors as the record's."""
        try:
            yield
        except sqlite3.Error as error:
            raise RecordError(f"{self.path}: {error}", mend=_mend(str(error))) from error


def is_database(path: Path) -> bool:
    """Is it an SQLite file, as every record is? Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(HEADER)) == HEADER


def refuse_other_files(path: Path) -> None:
    """Raises RecordError for a folder, and for a file that is no database; an empty one is what a record that was cut off in its making leaves."""
    if path.is_dir():
        raise RecordError(f"{path} is a folder, not a record", mend=NAME_ONE)
    try:
        found = is_database(path) or not path.stat().st_size
    except OSError as error:
        raise RecordError(f"{path}: {error.strerror or error}", mend=_mend("")) from error
    if not found and path.suffix.lower() in YAML:
        raise RecordError(f"{path} is no record, but looks like an agreement file", mend=f"Name the record before it: truce state RECORD --agreement {path}")
    if not found:
        raise RecordError(f"{path} is no record", mend=f"{NAME_ONE} A report is read into one: truce read {path} --into FILE.truce")


def _mend(message: str) -> str:
    if "locked" in message:
        return "Another program is writing to it; try again when it has finished."
    if "malformed" in message:
        return "The file is damaged: take its last copy, or read the reports again into a new record."
    return "See that the file and its folder can be read and written."


def _connected(path: Path) -> sqlite3.Connection:
    """Transactions are begun above, not by the driver: it would leave table making outside of them. Rows are asked by number and by name."""
    connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    set_up(connection)
    return connection


def set_up(connection: sqlite3.Connection) -> None:
    """With a write-ahead log, a killed program loses nothing, a power cut at most the last documents."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Mapping[str, Any]], *, unless_there: bool = False) -> None:
    """Add rows, all with the same columns; with `unless_there`, those whose keys are not there yet."""
    held = list(rows)
    if held:
        columns, values = ", ".join(f'"{name}"' for name in held[0]), ", ".join(f":{name}" for name in held[0])
        connection.executemany(f"INSERT {'OR IGNORE ' if unless_there else ''}INTO {table} ({columns}) VALUES ({values})", held)


def _version(connection: sqlite3.Connection) -> str | None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return None
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(found[0]) if found else ""


def _is_blank(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
