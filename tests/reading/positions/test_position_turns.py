"""Turns of phrase in which reports tell of positions, each read by the whole pipeline: all that it tells, and nothing else of that party."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader
from trucekeeper.reading.layers import layers

TURNS = [json.loads(line) for line in (Path(__file__).parent / "turns.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize("row", TURNS, ids=[row["text"][:40] for row in TURNS])
def test_turn(reader: Reader, row: dict[str, Any]) -> None:
    text = row["text"]
    found = layers(next(reader.nlp.pipe([reader.prepare(Document(name="x", text=text, published="2025-03-09"))]))).positions
    told = [(p.party.label if p.party else "", p.issue, p.stance, text[slice(*p.content)]) for p in found]
    assert len(told) == len(row["positions"]), told
    for wanted, (party, issue, stance, content) in zip(row["positions"], told, strict=True):
        assert (issue, stance) == (wanted["issue"], wanted["stance"])
        assert wanted["party"].casefold() in party.casefold()
        assert wanted["content"] in content
