"""Making the tables of a new record, and bringing an older one to this version: the only place that needs SQLAlchemy and Alembic."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError

from trucekeeper.record.database import APPLICATION_ID, WAIT_S, set_up

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(path: Path) -> None:
    """All of it, in one transaction, or nothing. Raises sqlite3.Error."""
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT_S})
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            upgrade(connection, "head")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    except DBAPIError as error:
        raise error.orig if isinstance(error.orig, sqlite3.Error) else error from error
    finally:
        engine.dispose()


def upgrade(connection: Connection, version: str) -> None:
    config = Config()
    config.set_main_option("script_location", os.fspath(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def _connected(connection: sqlite3.Connection, _entry: object) -> None:
    connection.isolation_level = None  # as in database.py
    set_up(connection)
    connection.execute("PRAGMA journal_mode = WAL")  # kept in the file for good; cannot be set inside a transaction


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
