"""`truce kinds`: the vocabulary, a table on a terminal and JSON when captured."""

from __future__ import annotations

import sys
from dataclasses import fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

import click

from trucekeeper.cli.common import json_option, print_json
from trucekeeper.model.claims import KINDS, Claim


@click.command("kinds")
@json_option
def command(as_json: bool) -> None:
    """Print the kinds of claims and their fields."""
    if as_json or not sys.stdout.isatty():
        print_json(vocabulary())
    else:
        _print(vocabulary())


def vocabulary() -> dict[str, list[dict[str, Any]]]:
    """Fields by kind, "every" first: name, type, and the values of those that have a fixed list."""
    common = {f.name for f in fields(Claim)}
    own = {kind: [_field(made, f.name) for f in fields(made) if f.name not in common and f.name != "kind"] for kind, made in KINDS.items()}
    return {"every": [_field(Claim, f.name) for f in fields(Claim)], **own}


def _field(made: type[Claim], name: str) -> dict[str, Any]:
    hint = get_type_hints(made)[name]
    found = next((get_args(part) for part in (hint, *get_args(hint)) if get_origin(part) is Literal), ())
    return {"field": name, "type": "one of" if found else _type(hint), "values": list(found)}


def _type(hint: Any) -> str:
    """A type in words: "Actor", "list of Actor", "text or none"."""
    parts = get_args(hint)
    if get_origin(hint) is tuple:
        return f"list of {_type(parts[0])}"
    if parts:
        return " or ".join(_type(part) for part in parts)
    name: str = hint.__name__
    return {"str": "text", "float": "number", "bool": "yes or no", "NoneType": "none"}.get(name, name)


def _print(kinds: dict[str, list[dict[str, Any]]]) -> None:
    from trucekeeper.views.terminal import console, section, table

    out = console()
    for kind, rows in kinds.items():
        section(out, kind)
        out.print(table([("field", {"width": 16}), ("type", {})], [(r["field"], ", ".join(r["values"]) or r["type"]) for r in rows]))
