"""Who passes word on: the agencies and media that curated knowledge lists."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from trucekeeper.weighing.names import plain


@cache
def carriers() -> dict[str, str]:
    """Ids and names of agencies and media that `knowledge/` lists -> their kind."""
    text = files("trucekeeper.knowledge").joinpath("actors.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {key: row["kind"] for row in rows if row["kind"] in ("agency", "media") for key in (row["id"], plain(row["name"]))}
