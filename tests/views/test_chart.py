"""The chart of a figure's values."""

from __future__ import annotations

from datetime import date

import pytest

from trucekeeper.views.chart import Point, figure_chart


@pytest.mark.parametrize("value", [2.0, 0.0, 1.0, 17.0, 10_000.0])
def test_one_value_that_is_told_over_days_stays_in_the_picture(value: float) -> None:
    points = [Point(date(2031, 3, day), value, "army", str(value), f"c{day}") for day in (1, 4, 9)]
    chart = figure_chart(points)
    assert chart is not None
    assert len({dot.y for dot in chart.dots}) == 1
    assert all(0 <= dot.y <= chart.height for dot in chart.dots)
