"""The invented processes under `processes/`: labels, agreement, claims and documents, each read once a run."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from trucekeeper.agreement.file import load as load_agreement
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.claims import Actor, Claim
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader
from trucekeeper.sources.items import Item, found, load
from trucekeeper.sources.origin import Origin

HERE = Path(__file__).parent / "processes"


@cache
def label(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


@cache
def reader() -> Reader:
    return Reader()


@cache
def reports(name: str) -> tuple[tuple[Claim, ...], tuple[Document, ...]]:
    papers = [d for i in found([str(HERE / label(name)["reports"])]) if isinstance(i, Item) and isinstance(d := load(i, Origin()), Document)]
    readings = [reader().read(p) for p in papers]
    return tuple(c for r in readings for c in r.claims), tuple(r.document for r in readings)


@cache
def process(name: str) -> tuple[Agreement, tuple[Claim, ...], tuple[Document, ...]]:
    """The agreement as coded in its file, and what the reports tell."""
    return load_agreement(HERE / label(name)["agreement"]), *reports(name)


def who(actor: Actor | None) -> str:
    return actor.label if actor else "the report"
