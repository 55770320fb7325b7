"""What a calendar takes from claims: plans told by the day that it is drawn for, under the days that they are for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made_truce import NORTH, REPORT, WILL_LEAVE, common, event

from trucekeeper.agreement.schedule import planned
from trucekeeper.model.claims import Claim, Statement, StatementSpans, TimeExpression
from trucekeeper.model.document import Evidence
from trucekeeper.model.time import Time, Timex

SAID = date(2031, 6, 20)  # the day of the report
PAST = event(200, act="meet", status="planned", actors=(NORTH,), about=Time("2031-06-17", "2031-06-17"))
WORDS = Evidence(240, 300, REPORT.text[240:300])
PROMISED = replace(
    Statement(**common("statement", REPORT, 230, NORTH), speaker=NORTH, content="the round would be held on 27 June", act="promise"),
    spans=StatementSpans(content=(WORDS,)),
)
DAY = TimeExpression(**common("time", REPORT, 270, None), about=Time("2031-06-27", "2031-06-27"), timex=Timex("DATE", "2031-06-27"))


def days(claims: list[Claim], on: date = SAID) -> list[tuple[str, str]]:
    return sorted((n.edge, n.when.as_range) for n in planned(claims, on))


def test_a_plan_stands_under_its_day() -> None:
    assert days([WILL_LEAVE]) == [("plan", "2031-06-25")]


def test_what_only_a_later_report_tells_is_not_there() -> None:
    assert days([WILL_LEAVE, PROMISED, DAY], date(2031, 6, 19)) == []


def test_a_day_that_was_over_when_it_was_told_is_no_plan() -> None:
    assert days([PAST]) == []


@pytest.mark.parametrize(("act", "wanted"), [("promise", [("promise", "2031-06-27")]), ("accusation", [])])
def test_a_day_in_a_promise(act: str, wanted: list[tuple[str, str]]) -> None:
    assert days([replace(PROMISED, act=act), DAY]) == wanted


def test_a_promise_that_is_read_as_a_plan_stands_once() -> None:
    both = [PROMISED, DAY, event(250, act="exchange", status="planned", about=Time("2031-06-27", "2031-06-27"))]
    assert days(both) == [("plan", "2031-06-27")]
