"""Running counts: what stood before and what is new make the count of all, by hand and on the real series of official daily tolls."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from series_gold import Found, breaks_by_hand, found_in, rows, told_of

from made_claims import CLINIC, MINISTRY, Desk, day, sess
from trucekeeper.weighing.told_as import FILLED_IN

THREE = ("sums_to", "does_not_sum")


def daily(*counts: tuple[int, float, float], **second: Any) -> Desk:
    """(day, new, all) of some days; `second` is what the last day's new cases have otherwise, `words` their sentence."""
    desk = Desk()
    words = second.pop("words", "so many more died in the past 24 hours")
    for n, (number, new, total) in enumerate(counts, start=1):
        told = f"2031-04-{number:02}"
        sentence = words if n == len(counts) else "so many more died in the past 24 hours"
        paper = desk.paper(f"P{n}", f"At Fort Belm {sentence}, which makes this in all.", published=told)
        last = second if n == len(counts) else {}
        desk.figure(paper, "so many more", new, **{"of": "people", "counting": "new", "by": (MINISTRY,), "about": day(told), **last})
        desk.figure(paper, "this in all", total, of="people", counting="cumulative", by=(MINISTRY,), about=day(told), place=sess("Fort Belm"))
    return desk


def told(desk: Desk) -> list[tuple[str, str]]:
    return [(r.kind, r.reason) for r in desk.weighed().figure_relations if r.kind in THREE]


def test_what_adds_up_and_what_does_not() -> None:
    assert told(daily((2, 4, 100), (3, 5, 105), (4, 7, 110))) == [
        ("sums_to", "Orrin Health Ministry, 3 April 2031 after 2 April 2031: 100 + 5 = 105 in all"),
        ("does_not_sum", "Orrin Health Ministry, 4 April 2031 after 3 April 2031: 105 + 7 = 112, but 110 in all are given (-2)"),
    ]


def test_a_day_that_is_missing_breaks_nothing() -> None:
    assert told(daily((2, 4, 100), (4, 7, 150))) == []


def test_a_longer_time_is_reckoned_from_its_own_beginning() -> None:
    desk = daily((2, 4, 100), (4, 7, 150), words="so many more died in the past 48 hours")
    assert [kind for kind, _ in told(desk)] == ["does_not_sum"]
    assert told(daily((2, 4, 100), (3, 7, 150), words="so many more died in the past week")) == []
    assert told(daily((2, 4, 100), (3, 7, 150), words="so many more died this month")) == []


OTHERWISE: list[dict[str, Any]] = [
    {"by": (CLINIC,)},
    {"bound": "at_least"},
    {"counting": None},
    {"about": day("2031-04-01")},
    {"measure": "wounded"},
    {"of": "sailors"},
    {"place": sess("Port Orrin")},
]


@pytest.mark.parametrize("otherwise", OTHERWISE, ids=lambda o: next(iter(o)))
def test_what_is_not_known_to_be_of_one_count_is_left_alone(otherwise: dict[str, Any]) -> None:
    assert told(daily((2, 4, 100), (3, 7, 150), **otherwise)) == []


def test_two_counts_of_one_day_leave_it_open_which_one_came_before() -> None:
    desk = daily((2, 4, 100), (3, 7, 150))
    desk.figure(
        desk.paper("Other", "Fort Belm: of this in all.", published="2031-04-02"), "this in all", 90, of="people", counting="cumulative", by=(MINISTRY,)
    )
    assert told(desk) == []


def test_new_cases_of_another_day_replace_nothing() -> None:
    relations = daily((2, 9, 100), (3, 5, 105)).weighed().figure_relations
    assert {r.kind for r in relations} == {"replaces", "sums_to"}
    assert ["105, after 100" in r.reason for r in relations if r.kind == "replaces"] == [True]


def test_what_is_filled_in_is_no_report() -> None:
    desk = daily((2, 4, 100), (3, 7, 150), words="by interpolation so many more died in the past 24 hours")
    assert told(desk) == []
    known = desk.weighed()
    assert sorted(set(known.told_as.values())) == [FILLED_IN, "happened"]
    assert {r.kind for r in known.figure_relations} <= {"other_base"}


def test_confirmed_and_reported_cases_are_two_counts() -> None:
    desk = Desk()
    for name, status, value in (("One", "confirmed", 17.0), ("Two", "reported", 25.0)):
        paper = desk.paper(name, f"{name}: the count at Fort Belm.")
        desk.figure(paper, "the count", value, of="people", by=(MINISTRY if status == "confirmed" else CLINIC,), status=status)
    assert [(r.kind, "confirmed" in r.reason) for r in desk.weighed().figure_relations] == [("other_base", True)]


def test_a_count_since_a_day_and_one_far_from_it_are_not_compared() -> None:
    desk = Desk()
    for name, fields in (("One", {"since": day("2030-01-01"), "value": 8382}), ("Two", {"value": 4335})):
        desk.figure(desk.paper(name, "The count at Fort Belm."), "The count", **{"of": "people", "by": (MINISTRY,), "counting": "cumulative", **fields})  # type: ignore[arg-type]
    assert desk.weighed().figure_relations == []


@pytest.fixture(scope="module")
def real(shared: Path) -> tuple[Found, list[date]]:
    held = rows(shared)
    made = told_of(held)
    return found_in(made, made.weighed()), breaks_by_hand(held)


@pytest.mark.shared
def test_parts_make_the_whole_on_all_days_but_one(real: tuple[Found, list[date]]) -> None:
    assert (real[0].summing_days, real[0].whole_days) == (491, 492)


@pytest.mark.shared
def test_breaks_of_the_real_series_and_no_others(real: tuple[Found, list[date]]) -> None:
    found, by_hand = real
    assert (found.summing_pairs, len(found.breaks)) == (991, 7)
    assert found.breaks == by_hand
    assert found.alarms == 7


@pytest.mark.shared
def test_scopes_are_never_mixed_and_estimates_are_no_reports(real: tuple[Found, list[date]]) -> None:
    assert (real[0].mixed, real[0].estimated) == ([], [])
    assert real[0].estimates > 20
