"""Own passages on fourteen conflicts (chains, unnamed sources, pronouns, quotations over paragraphs, run-on, acts), with floors."""

from __future__ import annotations

from collections import Counter

import pytest
from spacy.language import Language

from .scoring import passages, read, score

FLOORS = {"statement": 0.93, "mode": 0.97, "speaker": 0.94, "act": 0.95, "via": 0.99, "addressee": 0.99, "run_on": 0.99, "hedge": 0.99}
PRECISION = 0.95


@pytest.fixture(scope="module")
def counts(nlp: Language) -> Counter[str]:
    return score(nlp, passages())[0]


def test_there_are_passages_on_many_conflicts() -> None:
    rows = passages()
    assert len(rows) >= 200
    assert len({r["conflict"] for r in rows}) >= 12


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_share_read_right(counts: Counter[str], field: str, floor: float) -> None:
    assert counts[f"{field} asked"] > 0
    assert counts[field] / counts[f"{field} asked"] >= floor


def test_little_is_made_that_nobody_said(counts: Counter[str]) -> None:
    assert counts["made and asked"] / counts["made"] >= PRECISION


def test_every_span_lies_in_its_text(nlp: Language) -> None:
    for row in passages():
        for found in read(nlp, row["text"]):
            assert all(0 <= a < b <= len(row["text"]) for a, b in (*found.source, *found.cue, *found.content))
