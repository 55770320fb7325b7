"""Floors on the bench data, where it is on this machine."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import spacy

from trucekeeper.model.document import Document
from trucekeeper.reading.layers import layers
from trucekeeper.reading.times import truce_times

blank = spacy.blank("en")


def scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_timex", folder / "score_timex.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predicted(row: dict[str, Any]) -> dict[str, Any]:
    doc = blank.make_doc(row["text"])
    layers(doc).document = Document(name=row["id"], text=row["text"], published=row["dct"][:10])
    found = layers(truce_times(doc)).times
    return {"id": row["id"], "timexes": [{"start": t.start, "end": t.end, "type": t.timex.type, "value": t.timex.value} for t in found]}


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "limit", "strict", "relaxed", "value"),
    [("meantime_en", "annotated_end", 0.89, 0.93, 0.80), ("probe_phrases", None, 0.91, 0.98, 0.96)],
)
def test_floor(shared: Path, name: str, limit: str | None, strict: float, relaxed: float, value: float) -> None:
    folder = shared / "bench" / "times"
    rows = {row["id"]: row for row in map(json.loads, (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())}
    score, _ = scorer(folder).score(rows, {key: predicted(row) for key, row in rows.items()}, limit)
    assert score["strict_f1"] >= strict
    assert score["relaxed_f1"] >= relaxed
    assert score["value_f1"] >= value


@pytest.mark.shared
def test_the_seed_report(shared: Path) -> None:
    """All 18 times of the seed, with their ends where the gold gives them, read on the report's own day."""
    text = (shared / "seed" / "report.txt").read_text(encoding="utf-8")
    doc = blank.make_doc(text)
    layers(doc).document = Document(name="report", text=text, published="2025-03-09")
    found = {(t.start, t.end): t.time for t in layers(truce_times(doc)).times}
    gold = [row for row in map(json.loads, (shared / "seed" / "gold.jsonl").read_text(encoding="utf-8").splitlines()) if row["kind"] == "time"]
    assert len(gold) == len(found) == 18
    for row in gold:
        time = found[row["evidence"][0]["start"], row["evidence"][0]["end"]]
        if row.get("about"):
            assert (time.earliest, time.latest) == (row["about"]["earliest"], row["about"]["latest"])
