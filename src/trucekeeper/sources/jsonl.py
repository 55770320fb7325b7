"""JSONL with one document a line: `id` and `text`, and if known `published` (or `dct`), `outlet`, `title`, `url`, `language`; other keys are left aside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from trucekeeper.model.document import Document
from trucekeeper.model.errors import SourceError
from trucekeeper.sources.dates import iso_day
from trucekeeper.sources.origin import Origin

LONGEST_LINE = 16 * 2**20  # bytes; a longer line is no report, and would fill the memory
FORM = 'A row is one JSON object a line: {"id": "a-1", "text": "…", "published": "2025-03-09", "outlet": "…"}.'


def lines(stream: IO[bytes], where: str) -> Iterator[tuple[int, bytes] | SourceError]:
    """Line number (from 1) and bytes of each line that is not blank; an overlong line is an error, and the lines after it are read."""
    number, ended = 1, True
    while line := stream.readline(LONGEST_LINE):
        whole = line.endswith(b"\n") or len(line) < LONGEST_LINE
        if ended and not whole:
            yield SourceError(f"a line of more than {LONGEST_LINE:,} bytes", where=where, line=number, mend=FORM)
        elif ended and line.strip():
            yield number, line
        ended = whole
        number += whole


def from_row(data: bytes, where: str, line: int, given: Origin) -> Document:
    """Raises SourceError naming the line and what is wrong in it."""
    row = _object(data, where, line)
    name, text = row.get("id"), row.get("text")
    if not isinstance(name, str | int) or isinstance(name, bool) or name == "":
        raise SourceError("`id` is missing or no string", where=where, line=line, mend=FORM)
    if not isinstance(text, str):
        raise SourceError("`text` is missing or no string", where=where, line=line, mend=FORM)
    said = {key: _string(row, key, where, line) for key in ("outlet", "title", "url", "language")}
    origin = given.over(Origin(published=_published(row, where, line), **said))
    return origin.document(name=str(name), text=text, where=f"{where}:{line}")


def is_row(line: bytes) -> bool:
    """Does a stream that begins with this line hold documents as rows?"""
    try:
        row = json.loads(line)
    except ValueError:
        return False
    return isinstance(row, dict) and "text" in row


def _object(data: bytes, where: str, line: int) -> dict[str, Any]:
    try:
        row = json.loads(data.decode("utf-8-sig" if line == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        raise SourceError(f"not UTF-8 at byte {error.start} of the line", where=where, line=line, mend="Save the file as UTF-8.") from error
    except ValueError as error:
        raise SourceError(f"not JSON: {error}", where=where, line=line, mend=FORM) from error
    except RecursionError as error:
        raise SourceError("not a row: JSON nested without end", where=where, line=line, mend=FORM) from error
    if not isinstance(row, dict):
        raise SourceError("not a JSON object", where=where, line=line, mend=FORM)
    return row


def _string(row: dict[str, Any], key: str, where: str, line: int) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise SourceError(f"`{key}` is no string", where=where, line=line, mend=FORM)
    return value or None


def _published(row: dict[str, Any], where: str, line: int) -> str | None:
    value = _string(row, "published", where, line) or _string(row, "dct", where, line)
    try:
        return iso_day(value) if value else None
    except ValueError as error:
        raise SourceError(f"not an ISO date: {value!r}", where=where, line=line, mend='Write dates as "2025-03-09".') from error
