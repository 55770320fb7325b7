"""Floors of positions on our own gold, read by the whole pipeline. What each batch scored before anything was mended for it stands in docs/quality.md."""

from __future__ import annotations

import pytest
from position_gold import FIELDS, Score, gold, score

from trucekeeper.reading.assemble import Reader

FLOORS = {
    "party": 0.984,  # .985 on the trees before: three more are found, one of them by office and not by name
    "stance": 0.995,
    "issue": 0.97,
}


@pytest.fixture(scope="module")
def made() -> Score:
    return score(Reader(), gold())


def test_found_and_made_up(made: Score) -> None:
    assert made.recall >= 0.93, made.misses
    assert made.precision >= 0.95, made.misses


@pytest.mark.parametrize("name", FIELDS)
def test_fields(made: Score, name: str) -> None:
    assert made.right(name) >= FLOORS[name], made.misses


def test_whose_word_and_partial_lists(made: Score) -> None:
    assert made.counts["word"] >= 0.9 * made.counts["words"] > 0
    assert made.counts["partial"] >= 0.9 * made.counts["partials"] > 0
