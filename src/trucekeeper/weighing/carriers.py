"""Those whom curated knowledge lists: who passes word on (agencies and media), armed and political groups, and the short forms of bodies."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from trucekeeper.weighing.names import is_acronym, plain


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = files("trucekeeper.knowledge").joinpath("actors.csv").read_text("utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def listed_short_forms() -> frozenset[tuple[str, str]]:
    """(short form, full name) of the listed, lower case: letters that stand for the name."""
    pairs = ((alias, row["name"]) for row in _rows() for alias in row["aliases"].split("|") if is_acronym(alias))
    return frozenset((plain(alias), plain(name)) for alias, name in pairs)


@cache
def carriers() -> dict[str, str]:
    """Ids and names of agencies and media that `knowledge/` lists -> their kind."""
    return {key: row["kind"] for row in _rows() if row["kind"] in ("agency", "media") for key in (row["id"], plain(row["name"]))}


@cache
def listed_groups() -> frozenset[str]:
    """Ids of the groups that `knowledge/` lists."""
    return frozenset(row["id"] for row in _rows() if row["kind"] == "group")
