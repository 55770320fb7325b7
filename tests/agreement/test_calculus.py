from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucekeeper.agreement.calculus import Duration, add_months, days_between, last_day, shift, shifted
from trucekeeper.model.time import Time

CASES = [
    ("P21D", Duration(0, 21)),
    ("P6W", Duration(0, 42)),
    ("P3M", Duration(3, 0)),
    ("P1Y6M", Duration(18, 0)),
    ("PT72H", Duration(0, 3)),
    ("PT25H", Duration(0, 2)),
]
NO_DURATIONS = ["", "P", "6 weeks", "21D", "P-3D"]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_durations(text: str, wanted: Duration) -> None:
    assert Duration.parse(text) == wanted


@pytest.mark.parametrize("text", NO_DURATIONS)
def test_no_durations(text: str) -> None:
    assert Duration.parse(text) is None


def test_a_month_that_is_too_short_gives_a_range() -> None:
    assert add_months(date(2023, 1, 31), 1) == (date(2023, 2, 28), date(2023, 3, 1))
    assert add_months(date(2024, 1, 31), 1) == (date(2024, 2, 29), date(2024, 3, 1))
    assert add_months(date(2023, 1, 15), 13) == (date(2024, 2, 15), date(2024, 2, 15))


def test_the_first_day_counts() -> None:
    assert last_day(Time.on(date(2031, 5, 1)), Duration(days=42)).as_range == "2031-06-11"
    assert days_between(date(2031, 5, 1), date(2031, 6, 11)) == 42


def test_beyond_the_calendar_is_open() -> None:
    assert shifted(Time("9999-12-30", "9999-12-31"), Duration(days=5)) == Time(None, None, True)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 600), st.integers(0, 900))
def test_a_shift_is_a_range_of_at_most_two_days_and_goes_forward(day: date, months: int, days: int) -> None:
    first, last = shift(day, Duration(months, days))
    assert day <= first <= last
    assert (last - first).days <= 1
