"""The file under a record: made, opened, brought to this version, and asked in transactions that are whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry

from trucekeeper.model.errors import RecordError

VERSION = "0003"  # the newest of migrations/versions; a test keeps it so
APPLICATION_ID = 0x54525543  # "TRUC", in the file's header: tells a record from other SQLite files
WAIT_S = 30  # for another process that is writing
MIGRATIONS = Path(__file__).parent / "migrations"
NAME_ONE = "Name a record that `truce read … --into` made."
HEADER = b"SQLite format 3\x00"
YAML = (".yaml", ".yml")


class Database:
    """One SQLite file. Reading never blocks on a writer; writers wait for one another."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = _engine(path)
        self._writing = self._engine.execution_options(truce_begin="BEGIN IMMEDIATE")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the record."""
        with self._told(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is kept, or nothing."""
        with self._told(), self._writing.begin() as connection:
            yield connection

    def close(self) -> None:
        self._engine.dispose()

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
        with self._told():
            self._write_ahead()
        with self.writing() as connection:
            _migrate(connection)

    def _write_ahead(self) -> None:
        """Kept in the file for good; cannot be set inside a transaction."""
        connection = self._engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say the database's own errors as the record's."""
        try:
            yield
        except DatabaseError as error:
            raise RecordError(f"{self.path}: {error.orig}", mend=_mend(str(error.orig))) from error


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


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT_S, "check_same_thread": False})
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begin)
    return engine


def _connected(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # transactions are begun below, not by the driver: it would leave table making outside of them
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")  # with a write-ahead log: a killed program loses nothing, a power cut at most the last documents
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("truce_begin", "BEGIN"))


def _version(connection: Connection) -> str | None:
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
        return None
    found: str = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    return found


def _is_blank(connection: Connection) -> bool:
    return not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", os.fspath(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
