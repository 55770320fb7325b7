"""Floors on the bench data, where it is on this machine."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from spacy.language import Language

from trucekeeper.reading.events import truce_events
from trucekeeper.reading.layers import layers


@pytest.mark.slow
def test_plover_roots(nlp: Language, shared: Path, tmp_path: Path) -> None:
    folder = shared / "bench" / "events"
    gold = folder / "plover_gsr_cameo_manual.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    made = []
    for row, doc in zip(rows, nlp.pipe(r["text"] for r in rows), strict=True):
        events = layers(truce_events(doc)).events
        made.append({"id": row["id"], "events": [{"type": e.type, "status": e.status} for e in events]})
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("\n".join(map(json.dumps, made)), encoding="utf-8")
    out = subprocess.run([sys.executable, folder / "score_events.py", gold, predicted], capture_output=True, text=True, check=True).stdout
    right, precision, f1 = (float(re.search(rf"{name} ([\d.]+)", out)[1]) for name in ("right root", "P", "F1"))  # type: ignore[index]
    assert (right, precision, f1) >= (0.80, 0.0, 0.0), out
    assert precision >= 0.57, out
    assert f1 >= 0.68, out
