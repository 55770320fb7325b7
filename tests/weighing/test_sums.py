"""Sums and running counts, by hand and on a real official series of daily tolls."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from trucekeeper.weighing.sums import Count, breaks, fits

PARTS = ("killed_recovered", "killed_succumbed", "killed_truce_new", "killed_committee")
SERIES = "bench/figures/figure_series_gaza_lebanon_westbank.jsonl"


def counts(*rows: tuple[int, float | None, float | None]) -> Iterator[Count]:
    return (Count(date(2031, 4, d), new, total) for d, new, total in rows)


def test_breaks_are_told_with_the_arithmetic() -> None:
    checked, found = breaks(counts((1, None, 100), (2, 5, 105), (3, 7, 110)))
    assert checked == 2
    assert [(b.day.day, b.missing) for b in found] == [(3, -2)]
    assert found[0].reason == "105 + 7 = 112, but 110 in all are given (-2)"


def test_a_day_that_is_missing_breaks_nothing() -> None:
    assert breaks(counts((1, None, 100), (3, 9, 150))) == (0, ())
    assert breaks(counts((1, None, 100), (2, None, 150))) == (0, ())


def test_order_does_not_matter() -> None:
    rows = [(1, None, 100.0), (2, 5.0, 105.0), (3, 7.0, 110.0)]
    assert breaks(counts(*rows)) == breaks(counts(*reversed(rows)))


@pytest.fixture
def tolls(shared: Path) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in (shared / SERIES).read_text("utf-8").splitlines()]
    return [r for r in rows if r["series"] == "casualties_daily"]


@pytest.mark.shared
def test_parts_of_a_real_series(tolls: list[dict[str, Any]]) -> None:
    days = [(r["killed"], [r[p] for p in PARTS if p in r]) for r in tolls if "killed" in r and any(p in r for p in PARTS)]
    assert (len(days), sum(fits(whole, parts) for whole, parts in days)) == (492, 491)


@pytest.mark.shared
def test_breaks_of_a_real_series(tolls: list[dict[str, Any]]) -> None:
    """Rows that the transcribers filled in (`ext_` keys alone) hold no report of theirs and are left out by having no count."""
    checked, found = breaks(Count(date.fromisoformat(r["report_date"]), r.get("killed"), r.get("killed_cum")) for r in tolls)
    assert (checked, len(found)) == (998, 7)
