"""Floors on the bench data, where it is at hand: attributions of news articles, quotations of novels."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from trucekeeper.reading.quotes import quotes

from .scoring import read

ARTICLES = 20
PAIRS = 0.64
MARKS = 0.94


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.shared
def test_attributions_of_the_first_articles(nlp: Language, shared: Path, tmp_path: Path) -> None:
    bench = shared / "bench" / "statements"
    gold = rows(bench / "polnear_dev.jsonl")[:ARTICLES]
    made = [
        {
            "id": row["id"],
            "attributions": [{r: [{"start": a, "end": b} for a, b in getattr(s, r)] for r in ("source", "cue", "content")} for s in read(nlp, row["text"])],
        }
        for row in gold
    ]
    for name, lines in (("gold", gold), ("made", made)):
        (tmp_path / name).write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    command = [sys.executable, str(bench / "score_statements.py"), str(tmp_path / "gold"), str(tmp_path / "made")]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    (pairs,) = [line for line in printed.splitlines() if line.startswith("pairs")]
    assert float(pairs.split("F1")[1].split()[0]) >= PAIRS, printed


@pytest.mark.shared
def test_marks_of_quotations_in_novels(shared: Path) -> None:
    found = asked = 0
    for row in rows(shared / "bench" / "statements" / "litbank_quotes.jsonl"):
        made = [(q.start, q.end) for q in quotes(row["text"])]
        for attribution in row["attributions"]:
            start, end = attribution["content"][0][:2]
            asked += 1
            found += any(2 * (min(end, b) - max(start, a)) >= max(end, b) - min(start, a) for a, b in made)
    assert found / asked >= MARKS
