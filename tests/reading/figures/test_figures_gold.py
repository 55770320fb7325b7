"""Floors on the project's own gold of figures: raised when the reader gets better, lowered only with a word said."""

from __future__ import annotations

import dataclasses

import pytest
from figure_gold import Score, add, gold_rows
from spacy.language import Language

from trucekeeper.reading.figures import truce_figures
from trucekeeper.reading.layers import layers
from trucekeeper.reading.quantities import truce_quantities

FLOORS = {"value": 0.985, "bound": 0.98, "measure": 0.935, "noun": 0.95, "unit": 0.99, "part_of": 0.9}


@pytest.fixture(scope="module")
def score(nlp: Language) -> Score:
    made = Score()
    rows = gold_rows()
    for row, doc in zip(rows, nlp.pipe(r["text"] for r in rows), strict=True):
        truce_figures(truce_quantities(doc))
        add(made, row, [dataclasses.asdict(f) for f in layers(doc).figures])
    return made


def test_the_gold_is_wide(score: Score) -> None:
    rows = gold_rows()
    assert len(rows) >= 340
    assert len({row["conflict"] for row in rows}) >= 8
    assert len({row["text"] for row in rows}) == len(rows)


@pytest.mark.parametrize("name", ["value", "bound"])
def test_values_and_bounds(score: Score, name: str) -> None:
    assert score.f1(getattr(score, name)) >= FLOORS[name], "\n".join(score.misses)


@pytest.mark.parametrize("name", ["measure", "noun", "unit", "part_of"])
def test_what_is_told_of_each(score: Score, name: str) -> None:
    assert score.share(name) >= FLOORS[name], "\n".join(score.misses)
