"""Claims and documents as rows of the interchange format (plain JSON values) and back."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any

from trucekeeper.model.claims import KINDS, Claim
from trucekeeper.model.errors import InputError


def plain(value: Any) -> Any:
    """Dataclasses to dicts and tuples to lists, all the way down; a sparse field that is None is left out."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        held = ((f, getattr(value, f.name)) for f in dataclasses.fields(value))
        return {f.name: plain(v) for f, v in held if v is not None or not f.metadata.get("sparse")}
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    return value


def to_row(claim: Claim, document_name: str) -> dict[str, Any]:
    """A row of the claims format; `kind` stands second, for people who read it."""
    row = plain(claim)
    return {"id": row.pop("id"), "kind": row.pop("kind"), "document": row.pop("document"), "document_name": document_name, **row}


@cache
def adapter(kind: str) -> Any:
    """What makes claims of a kind out of rows, every field looked at; loaded late, since it takes long."""
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
        made: Claim = adapter(kind).validate_python({k: v for k, v in row.items() if k in known})
    except ValueError as error:
        raise InputError(f"claim {row.get('id')}: {_misfit(error)}", where=where) from error
    return made


TAKES = {
    "float": "a number, such as 13",
    "int": "a whole number",
    "string": "words",
    "bool": "true or false",
    "tuple": "a list",
    "Time": "a day or days, such as 2025-03-09 or 2025-03-01/2025-03-05",
    "Actor": "a name",
    "Place": "a name",
}


def _misfit(error: Any) -> str:
    """The first field that does not fit, what was written there, and what it takes."""
    first = error.errors()[0]
    field, context, kind = ".".join(map(str, first["loc"])), first.get("ctx", {}), first["type"]
    if kind in ("missing", "missing_argument", "missing_keyword_only_argument"):
        return f"{field} is missing"
    takes = TAKES.get(context.get("class_name") or kind.split("_")[0], "an object with the fields of the claims format")
    return f"{field}: {first['input']!r} does not fit; it takes {'one of ' + str(context['expected']) if 'expected' in context else takes}"
