"""Whose word a count is, whether it takes in all so far, and how sure it is: the whole program on the rows of the gold that say so."""

from __future__ import annotations

from collections import Counter

import pytest
from figure_gold import gold_rows, pairs, told

from trucekeeper.model.claims import Figure
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader

FLOORS = {"who": 0.9, "counting": 0.85, "status": 0.95}


@pytest.fixture(scope="module")
def score() -> dict[str, tuple[int, int, list[str]]]:
    """Right and asked of each, with what is missed."""
    rows = [row for row in gold_rows() if any(f.keys() & FLOORS.keys() for f in row["figures"])]
    asked: Counter[str] = Counter()
    missed: dict[str, list[str]] = {name: [] for name in FLOORS}
    readings = Reader().read_all(Document(name=row["id"], text=row["text"], published="2025-03-20") for row in rows)
    for row, reading in zip(rows, readings, strict=True):
        made = [told(claim) for claim in reading.claims if isinstance(claim, Figure)]
        for i, j in pairs(row["figures"], made):
            wanted, got = {"who": ["(outlet)", "(not stated)"], **row["figures"][i]}, made[j]
            for name in FLOORS.keys() & wanted.keys():
                asked[name] += 1
                right = any(w in got["who"] for w in wanted["who"]) if name == "who" else wanted[name] == got[name]
                missed[name] += [] if right else [f"{wanted.get('value')} {wanted[name]} not {got[name]} | {row['text']}"]
    return {name: (asked[name] - len(missed[name]), asked[name], missed[name]) for name in FLOORS}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_whose_word_and_which_count(score: dict[str, tuple[int, int, list[str]]], name: str) -> None:
    right, asked, missed = score[name]
    assert asked
    assert right / asked >= FLOORS[name], "\n".join(missed)
