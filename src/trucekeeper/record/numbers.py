"""The numbers of rows: by day first, so that the full-text indexes give the newest reports first and a document's claims lie side by side.

A document's number is its day and the head of its id; the numbers of its claims begin with it. So no number tells when anything arrived.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from sqlite3 import Connection

FIRST_DAY = date(1800, 1, 1).toordinal()  # day 1; an undated document has day 0
DAYS = (1 << 17) - 1  # to the year 2158
HASH = 32  # bits of a document's id
LARGEST = (1 << 63) - 1  # of a number in SQLite
PLACES = 14  # bits for the claims of one document; one with more goes on in the next free block


def day_number(day: str | None) -> int:
    """The day's part of a number, from an ISO date; days out of range count as the nearest in it."""
    return min(DAYS, max(1, date.fromisoformat(day[:10]).toordinal() - FIRST_DAY)) if day else 0


def after_day(day: str) -> int:
    """What lies behind the numbers of all claims of documents that came with an ISO day or an earlier one, or with none."""
    return min((day_number(day) + 1) << (HASH + PLACES), LARGEST)


def wanted_number(document_id: str, day: str | None) -> int:
    return day_number(day) << HASH | int(document_id[:8], 16)


def document_number(connection: Connection, document_id: str, day: str | None) -> int:
    """A free number for a document that is not there yet: the one it asks for, but for a collision of hashes on one day."""
    number = wanted_number(document_id, day)
    while _taken(connection, number) or _last_in(connection, number) is not None:
        number += 1
    return number


def claim_numbers(connection: Connection, document_no: int, count: int) -> Iterator[range]:
    """Free numbers for claims of a document, as runs."""
    block = document_no
    while count > 0:
        last = _last_in(connection, block)
        first = (block << PLACES) if last is None else last + 1
        room = min(count, ((block + 1) << PLACES) - first)
        if room > 0:
            yield range(first, first + room)
            count -= room
        block += 1
        while count > 0 and _taken(connection, block):
            block += 1


def _taken(connection: Connection, number: int) -> bool:
    return connection.execute("SELECT 1 FROM documents WHERE no = ?", (number,)).fetchone() is not None


def _last_in(connection: Connection, block: int) -> int | None:
    ends = (block << PLACES, (block + 1) << PLACES)
    found: int | None = connection.execute("SELECT max(no) FROM claims WHERE no >= ? AND no < ?", ends).fetchone()[0]
    return found
