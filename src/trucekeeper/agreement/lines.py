"""Between an agreement in memory and the lines of its file, in both directions without loss. Field by field by type; only a few names differ."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from trucekeeper.agreement.schema import SECTIONS, AgreementFile, Drafted, MomentLine, PartyLine
from trucekeeper.model.agreement import UNKNOWN, Agreement, Party
from trucekeeper.model.claims import Actor
from trucekeeper.model.ids import digest, slug
from trucekeeper.model.time import Time

NAMES = {"basis": "words"}  # of a field in memory -> in the file
PARTY_NAMES = {"basis": "words", "actor": "id"}
STATED = ("every", "per")  # stand as ? wherever they are not known, since leaving them out is an error or means something else
MARKED = frozenset({"begin", "end", "length", "due", "issue", "bearers", "when"})  # stand as ? where `unknown` says why


def to_file(agreement: Agreement) -> AgreementFile:
    """The file of an agreement, each line stamped as drafted."""
    made = AgreementFile.model_validate(written({**_fields(agreement), "id": agreement.id or slug(agreement.name)}, NAMES))
    stamped = {name: [_stamped(line) for line in getattr(made, name)] for name in SECTIONS.values()}
    made = made.model_copy(update=stamped)
    return made.model_copy(update={"drafted_before": list(keys_of(made))})


def from_file(file: AgreementFile) -> Agreement:
    made: Agreement = read(Agreement, file)
    return made


def keys_of(file: AgreementFile) -> dict[str, Any]:
    """Every line by its kind and its id (a party's or a moment's name), in the order of the file."""
    return {f"{kind} {key_of(line)}": line for kind, line in lines_of(file)}


def lines_of(file: AgreementFile) -> Iterator[tuple[str, Any]]:
    for kind, name in SECTIONS.items():
        for line in getattr(file, name):
            yield kind, line


def key_of(line: Any) -> str:
    """A party and a moment are known by name, all else by id."""
    key: str = line.name if isinstance(line, PartyLine | MomentLine) else line.id
    return key


def content_digest(line: Drafted) -> str:
    """Of all that a person could mend in a line; a field that is left out counts as its default does."""
    return digest(line.model_dump_json(exclude={"drafted"}, exclude_defaults=True))[:8]


def _stamped(line: Drafted) -> Drafted:
    return line.model_copy(update={"drafted": content_digest(line)})


def _fields(value: Any) -> dict[str, Any]:
    return {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}


def written(values: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a line as the file writes them, `?` where `unknown` says why something is missing."""
    made = {names.get(name, name): _out(value) for name, value in values.items()}
    for name in values.get("unknown", {}):
        if name in MARKED and name in values and values[name] in (None, ()):
            made[name] = UNKNOWN
    made |= {name: UNKNOWN for name in STATED if name in values and values[name] is None}
    return {name: value for name, value in made.items() if value is not None and value != []}


def _out(value: Any) -> Any:
    if isinstance(value, Time):
        return value.as_range if value.earliest or value.latest else None
    if isinstance(value, Actor):
        return {"name": value.label, "id": value.actor} if value.actor else value.label
    if isinstance(value, tuple):
        return [_out(v) for v in value]
    if dataclasses.is_dataclass(value):
        return written(_fields(value), PARTY_NAMES if isinstance(value, Party) else NAMES)
    return value


@cache
def _types(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def read(kind: Any, line: BaseModel) -> Any:
    """A line as the dataclass that it stands for."""
    names = PARTY_NAMES if kind is Party else NAMES
    given = {f.name: names.get(f.name, f.name) for f in dataclasses.fields(kind)}
    values = {name: _in(_types(kind)[name], getattr(line, there)) for name, there in given.items() if there in type(line).model_fields}
    return kind(**values)


def _in(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin is tuple:
        return () if value == UNKNOWN else tuple(_in(get_args(kind)[0], v) for v in value)
    if value is None or value == UNKNOWN:
        return None
    if origin in (Union, UnionType):
        return _in(next(k for k in get_args(kind) if k is not type(None)), value)
    if kind is Time:
        return Time.from_range(value)
    if kind is Actor:
        return Actor(value) if isinstance(value, str) else Actor(value.name, value.id)
    return read(kind, value) if dataclasses.is_dataclass(kind) else value
