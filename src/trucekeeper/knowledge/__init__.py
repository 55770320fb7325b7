"""Data, not code: actors, places, cues, acts, measures, issues and loaded terms, as commented TOML and CSV files, and the one way to open them."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The content of `NAME.toml`. Callers must not change what they are given: it is shared."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of `NAME.csv` by column; lines that begin with `#` are comments."""
    with files(__name__).joinpath(f"{name}.csv").open(encoding="utf-8") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


@cache
def names(name: str) -> frozenset[str]:
    """The lines of `NAME.txt`; those that begin with `#` are comments."""
    lines = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
