"""Claims and documents as rows of the interchange format (plain JSON values) and back."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any

from trucekeeper.model.claims import KINDS, Claim
from trucekeeper.model.errors import InputError


def plain(value: Any) -> Any:
    """Dataclasses to dicts and tuples to lists, all the way down."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    return value


def to_row(claim: Claim, document_name: str) -> dict[str, Any]:
    """A row of the claims format; `kind` stands second, for people who read it."""
    row = plain(claim)
    return {"id": row.pop("id"), "kind": row.pop("kind"), "document": row.pop("document"), "document_name": document_name, **row}


@cache
def _decoder(kind: str) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(KINDS[kind])


def from_row(row: dict[str, Any], where: str | None = None) -> Claim:
    """The claim that a row holds; keys that the format does not name are left aside.

    Raises InputError naming the field that does not fit.
    """
    kind = str(row.get("kind"))
    if kind not in KINDS:
        raise InputError(f"no such kind of claim: {kind!r}", where=where, mend=f"Kinds are: {', '.join(KINDS)}.")
    known = {f.name for f in dataclasses.fields(KINDS[kind])}
    try:
        made: Claim = _decoder(kind).validate_python({k: v for k, v in row.items() if k in known})
    except ValueError as error:
        first = str(error).splitlines()
        raise InputError(f"claim {row.get('id')}: {' '.join(first[1:3]).strip() or first[0]}", where=where) from error
    return made
