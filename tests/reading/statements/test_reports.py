"""Short reports labelled before they were read (`reports.txt`), with floors; what each batch scored at first sight stands in docs/quality.md."""

from __future__ import annotations

import pytest
from spacy.language import Language

from .reports import Score, reports, score

FLOORS = {
    "found": 0.95,
    "content": 0.95,
    "speaker": 0.95,
    "mode": 0.97,
    "act": 0.95,
    "cue": 0.97,
    "chain": 0.9,
    "unnamed": 0.9,
    "pronoun": 0.9,
    "asked for": 0.9,
}


@pytest.fixture(scope="module")
def scored(nlp: Language) -> Score:
    return score(nlp, list(reports()))


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_share_read_right(scored: Score, field: str, floor: float) -> None:
    assert scored.asked[field] > 0
    assert scored.share(field) >= floor, scored.misses


def test_reports_are_of_many_conflicts() -> None:
    found = list(reports())
    assert len({r.conflict for r in found}) >= 8
    assert all(r.labels for r in found)
