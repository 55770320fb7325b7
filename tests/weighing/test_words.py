"""Times, numbers and bounds in plain English."""

from __future__ import annotations

import pytest

from made_claims import Desk
from trucekeeper.model.time import Time
from trucekeeper.weighing.words import count_words, is_cut, listed, number_words, time_words, value_words, verb_of


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        ("2031-04-02", "2031-04-02", "2 April 2031"),
        ("2031-04-02", "2031-04-09", "2–9 April 2031"),
        ("2031-04-01", "2031-04-30", "April 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-03-30", "2031-04-02", "30 March to 2 April 2031"),
        ("2030-12-30", "2031-01-02", "30 December 2030 to 2 January 2031"),
        (None, "2031-04-02", "until 2 April 2031"),
        ("2031-04-02", None, "from 2 April 2031"),
        (None, None, "date not stated"),
        ("2031-04-02T09:30", "2031-04-02T09:30", "2 April 2031"),
    ],
)
def test_times(earliest: str | None, latest: str | None, expected: str) -> None:
    assert time_words(Time(earliest, latest)) == expected


def test_an_approximate_time_says_so() -> None:
    assert time_words(Time("2031-04-11", "2031-04-20", True)) == "about 11–20 April 2031"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value": 48453, "bound": "at_least"}, "at least 48,453"),
        ({"value": 2.5, "unit": "tonnes"}, "2.5 tonnes"),
        ({"value": None, "low": 30, "high": 40, "bound": "between"}, "30 to 40"),
        ({"value": None, "bound": "vague"}, "“dozens”"),
        ({"value": 0.5}, "“dozens”"),  # a share, in whatever words it was given
    ],
)
def test_values(fields: dict[str, object], expected: str) -> None:
    desk = Desk()
    assert value_words(desk.figure(desk.paper("One", "There were dozens."), "dozens", **fields)) == expected  # type: ignore[arg-type]


def test_lists_and_counts() -> None:
    assert (listed(["a"]), listed(["a", "b", "c"])) == ("a", "a, b and c")
    assert (count_words(1, "agency", "agencies"), count_words(2, "agency", "agencies")) == ("1 agency", "2 agencies")
    assert number_words(1218.0) == "1,218"


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("residents of Belm", "say"),
        ("a priest in charge of negotiations", "says"),
        ("Police", "say"),
        ("the United Nations", "says"),
        ("the press", "says"),
        ("Ida Roe", "says"),
    ],
)
def test_verbs_agree_with_who_speaks(name: str, verb: str) -> None:
    assert verb_of(name, "says", "say") == verb


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("were freed on Tuesday", True),
        ("They were freed on Tuesday", True),
        ("with two more killed in a raid", True),
        ("killing nine", True),
        ("Itu was raided", False),
        ("the raid on Belm", False),
        ("federal troops left Belm", False),
        ("Withers left Belm", False),
    ],
)
def test_words_that_begin_in_the_middle_of_a_clause(words: str, cut: bool) -> None:
    assert is_cut(words) is cut
