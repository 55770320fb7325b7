"""Date lines: a line that is a full date and nothing else."""

from __future__ import annotations

import pytest

from trucekeeper.sources.dates import date_line, day_in_name, iso_day

CASES = [
    ("Talks resume\n\nTuesday, October 15, 2019\n\nThe sides met.", "2019-10-15"),
    ("Published: 9 March 2025\nThe sides met.", "2025-03-09"),
    ("Published on March 9, 2025 at 10:30 GMT\nThe sides met.", "2025-03-09"),
    ("Sept. 3, 2021\n", "2021-09-03"),
    ("21st December 2017\n", "2017-12-21"),
    ("Date: 2025-03-09T08:00:00Z\nText.", "2025-03-09"),
    ("**4 May 2031**\n", "2031-05-04"),
    ("The sides met on March 9, 2025 in the capital.", None),
    ("March 9\nThe sides met.", None),
    ("Updated: 9 March 2025\nThe sides met.", None),  # not when it came out
    ("31 February 2025\n", None),
    ("03/09/2025\n", None),  # March or September: nobody said
    ("Talks resume\nHarbour Post, 9 June 2031\n\nThe sides met.", "2031-06-09"),
    ("Talks resume\nRadio of the Lakes | Monday, June 9, 2031, 10:30\nThe sides met.", "2031-06-09"),
    ("Port Selim - 9 June 2031\nThe sides met.", "2031-06-09"),
    ("Updated, 9 June 2031\nThe sides met.", None),
    ("Talks\nThey met.\nA\nB\nHarbour Post, 9 June 2031\n", None),  # too far down
    ("The sides met, 9 June 2031\n", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "day"), CASES)
def test_date_line(text: str, day: str | None) -> None:
    assert date_line(text) == day


def test_a_date_far_down_is_no_date_line() -> None:
    assert date_line("The sides met.\n" * 20 + "9 March 2025\n") is None


@pytest.mark.parametrize(("value", "day"), [("2025-03-09", "2025-03-09"), ("2025-03-09T23:10:00+02:00", "2025-03-09"), ("20250309", "2025-03-09")])
def test_iso_day(value: str, day: str) -> None:
    assert iso_day(value) == day


@pytest.mark.parametrize("value", ["2025-03", "9 March 2025", "2025-13-01", "2025-03-09x"])
def test_what_is_no_iso_date(value: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        iso_day(value)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("courier-2031-05-04", "2031-05-04"),
        ("2031-05-04_courier", "2031-05-04"),
        ("2031-02-31-courier", None),
        ("2031-05-04-to-2031-05-09", None),  # a span, or two reports
        ("12031-05-04", None),
        ("courier", None),
    ],
)
def test_the_day_in_a_files_name(name: str, day: str | None) -> None:
    assert day_in_name(name) == day
