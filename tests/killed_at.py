"""A death at one moment, to be asked for in a process of its own: SIGKILL, before the statement of a number that the process sends to its databases."""

from __future__ import annotations

import os
import signal
import sqlite3
from pathlib import Path

from trucekeeper.record import database


def kill_at(number: int) -> None:
    """From now on; connections that are open already are not looked at."""
    connected, sent = database._connected, 0

    def counted(_statement: str) -> None:
        nonlocal sent
        sent += 1
        if sent == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(path: Path) -> sqlite3.Connection:
        connection = connected(path)
        connection.set_trace_callback(counted)
        return connection

    database._connected = watched
