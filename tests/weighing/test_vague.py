"""Vague counts stay vague; what a view draws of them is a named policy's."""

from __future__ import annotations

import pytest

from made_claims import CLINIC, MINISTRY, Desk
from trucekeeper.knowledge import table
from trucekeeper.model.claims import Figure
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.views.figure import build as figure_page
from trucekeeper.weighing.bounds import Range
from trucekeeper.weighing.vague import build, drawn, policies, policy


def vague(words: str = "dozens", low: float | None = 24) -> Figure:
    desk = Desk()
    desk.figure(desk.paper("One", f"At Fort Belm {words} died."), words, None, bound="vague", low=low, by=(MINISTRY,), of="people")
    return desk.weighed().given[0].figure


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        (None, "dozens", Range(24, None)),
        ("ACLED", "dozens", Range(12, 12)),
        ("NewsQuant", "dozens", Range(12, 120)),
        ("ACLED", "hundreds", Range(24, None)),
    ],
)
def test_policies(name: str | None, words: str, expected: Range) -> None:
    assert drawn(vague(words), policy(name)) == expected


def test_what_is_not_vague_or_has_no_least_is_not_drawn() -> None:
    assert drawn(vague(low=None), policy()) is None
    desk = Desk()
    desk.figure(desk.paper("One", "At Fort Belm 12 died."), "12", 12, by=(MINISTRY,), of="people")
    assert drawn(desk.weighed().given[0].figure, policy("ACLED")) is None


def test_the_open_interval_is_the_default_and_every_policy_has_words() -> None:
    made, default = policies()
    assert default == "open interval"
    assert all(len(p.words) > 20 for p in made.values())


def test_the_policies_are_checked() -> None:
    content = table("vague_counts")
    with pytest.raises(KnowledgeError, match="plicy"):
        build({**content, "plicy": []})
    with pytest.raises(KnowledgeError, match="no policy"):
        build({**content, "default": "guess"})


def test_a_chart_says_how_it_draws_them() -> None:
    desk = Desk()
    told = (("One", "2031-04-02", "17 died", 17), ("Two", "2031-04-04", "dozens died", None), ("Three", "2031-04-06", "31 died", 31))
    for name, published, words, value in told:
        fields = {"bound": "vague", "low": 24} if value is None else {}
        desk.figure(desk.paper(name, f"At Fort Belm {words}.", published=published), words, value, by=(CLINIC,), of="people", **fields)
    part = figure_page(desk.weighed(), "killed").series[0]
    assert part.chart is not None
    assert part.chart.note == policy().words
    assert [d.reach is not None and d.reach < d.y for d in part.chart.dots] == [False, True, False]
    assert [r.value for r in part.rows][1] == "“dozens died”"
