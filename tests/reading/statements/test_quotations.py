"""Quotations by marks of every kind (`quotations.txt`), with floors, and lines of dialogue against items of a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from .reports import Score, reports, score
from .scoring import read

FILE = Path(__file__).with_name("quotations.txt")
FLOORS = {"found": 0.93, "content": 0.9, "speaker": 0.94, "mode": 0.97, "act": 0.97}


@pytest.fixture(scope="module")
def scored(nlp: Language) -> Score:
    return score(nlp, list(reports(FILE)))


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_share_read_right(scored: Score, field: str, floor: float) -> None:
    assert scored.asked[field] > 0
    assert scored.share(field) >= floor, scored.misses


@pytest.mark.parametrize(
    "text",
    [
        "The parties agreed on three steps:\n— The road is opened.\n— Prisoners are listed.\n— A commission is set up.",
        "This week in the north:\n– Two wells were repaired.\n– The school in Ler was reopened.",
        "The centre published its map.\n— Mine Action Centre, May report",
    ],
)
def test_items_of_a_list_are_nobody_s_talk(nlp: Language, text: str) -> None:
    assert [s for s in read(nlp, text) if s.mode != "indirect"] == []
