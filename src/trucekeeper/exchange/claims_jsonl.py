"""Claims as JSONL, the interchange format: one object a line, UTF-8, keys as docs/claims-format says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from trucekeeper.model.claims import Claim
from trucekeeper.model.document import Document
from trucekeeper.model.errors import InputError
from trucekeeper.model.rows import from_row, plain, to_row
from trucekeeper.record import Record


def write_claims(rows: Iterable[dict[str, Any]], out: IO[str]) -> int:
    """How many lines were written."""
    count = 0
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count


def read_claims(lines: Iterable[str], where: str) -> Iterator[Claim]:
    """The claims of such a file, blank lines left aside. Raises InputError naming line and field."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield from_row(_object(line, where, number), where=f"{where}:{number}")


def rows_of(document: Document, claims: Iterable[Claim]) -> Iterator[dict[str, Any]]:
    """The rows of one reading."""
    return (to_row(claim, document.name) for claim in claims)


def rows_of_record(record: Record, *, kind: str | None = None, known_on: str | None = None) -> Iterator[dict[str, Any]]:
    """All claims of a record as it was read; `learnt`, and `judgements` where there are any, stand beside the format's own keys."""
    names = {d.id: (d.name, record.learnt(d.id)) for d in record.documents()}
    judged: dict[str, list[Any]] = {}
    for judgement in record.judgements(known_on=known_on):
        judged.setdefault(judgement.subject, []).append(plain(judgement))
    for claim in record.claims(kind, known_on=known_on):
        name, learnt = names[claim.document]
        beside = {"judgements": judged[claim.id]} if claim.id in judged else {}
        yield {**to_row(claim, name), "learnt": learnt, **beside}


def _object(line: str, where: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"not JSON: {error}", where=where, line=number) from error
    if not isinstance(row, dict):
        raise InputError("not a JSON object", where=where, line=number)
    return row
