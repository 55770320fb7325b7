"""Chains (`chains.txt`): a chain is right when the statement is found, with its speaker and every link between outlet and speaker."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from .reports import Score, reports, score

FILE = Path(__file__).with_name("chains.txt")
FLOORS = {"found": 0.97, "speaker": 0.95, "chain": 0.95, "mode": 0.99}


@pytest.fixture(scope="module")
def scored(nlp: Language) -> Score:
    return score(nlp, list(reports(FILE)))


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_share_read_right(scored: Score, field: str, floor: float) -> None:
    assert scored.asked[field] > 0
    assert scored.share(field) >= floor, scored.misses


def test_whole_chains(scored: Score) -> None:
    wrong = {miss.split()[1] for miss in scored.misses if miss.startswith(("found", "speaker", "chain"))}
    asked = list(reports(FILE))
    assert len({r.conflict for r in asked}) >= 8
    assert 1 - len(wrong) / len(asked) >= 0.85, scored.misses
