"""Clusters of reports read by the whole program: what is set together, and what stands against what. Floors only go up."""

from __future__ import annotations

from pathlib import Path

import pytest
from cluster_gold import Score, f1, load, read, score, share

FLOORS = {  # file -> same event, same entity, figure relations, contradictions found, false ones at most
    "clusters.toml": (0.89, 0.98, 1.0, 15, 0),
    "clusters2.toml": (0.94, 0.96, 0.97, 13, 0),
    "clusters3.toml": (0.81, 0.90, 1.0, 5, 0),
    "clusters4.toml": (0.63, 0.93, 0.80, 4, 0),
    "clusters6.toml": (0.88, 0.91, 0.50, 4, 0),
    "clusters5.toml": (0.90, 0.85, 0.94, 8, 0),
    "clusters7.toml": (0.80, 0.88, 0.82, 6, 0),
}


TOGETHER = (0.85, 0.93, 0.90, 0.03)  # the same of all files counted together; pairs that only look contradictory and are told as such, at most


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    golds = {name: load(Path(__file__).parent / "gold" / name) for name in FLOORS}
    return {name: score(gold, read(gold)) for name, gold in golds.items()}


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS)
def test_clusters(scores: dict[str, Score], name: str) -> None:
    made = scores[name]
    event, entity, figure, found, false = FLOORS[name]
    assert f1(made.events) >= event
    assert f1(made.who) >= entity
    assert share(made.figures) >= figure
    assert made.against[0] >= found
    assert made.reported[1] <= false


@pytest.mark.slow
def test_all_clusters_together(scores: dict[str, Score]) -> None:
    made = sum(scores.values(), Score())
    event, entity, figure, wrongly = TOGETHER
    assert f1(made.events) >= event
    assert f1(made.who) >= entity
    assert share(made.figures) >= figure
    assert made.told_wrongly / made.told < wrongly
