from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from trucekeeper.agreement.assume import AssumeFile, assumed
from trucekeeper.agreement.bearing import Bearing
from trucekeeper.agreement.state import Stand
from trucekeeper.model.agreement import Agreement, AgreementState, Phase, Term
from trucekeeper.model.claims import Actor, Anchor
from trucekeeper.model.time import Time
from trucekeeper.views.phase_line import WIDTH, phase_line


def day(iso: str) -> Time:
    return Time(iso, iso)


LONGER = Term(
    id="longer", act="a longer first phase", phase="1", issue="ceasefire duration", standing="demanded", by=Actor("the North"),
    anchor=Anchor("mid-April", "date", "2031-04-11/2031-04-20", None, "until"),
)  # fmt: skip
LEAVE = Term(id="a", act="leave Ostrow", clause="2.1", phase="1", due=Time(None, "2031-02-20"))
MADE = Agreement(
    name="x", phases=(Phase(id="1", label="phase 1", begin=day("2031-01-19"), end=day("2031-03-01")), Phase(id="2", label="phase 2")), terms=(LEAVE, LONGER),
)  # fmt: skip


def state(on: str, agreement: Agreement = MADE) -> AgreementState:
    return Stand.of(agreement, Bearing(), date.fromisoformat(on)).state


def test_bars_today_and_last_days() -> None:
    line = phase_line(state("2031-03-09"))
    assert line is not None
    first, wanted = line.bars
    assert (first.kind, wanted.kind) == ("ended", "wanted")
    assert wanted.label == "demanded by the North: phase 1 until mid-April"
    assert first.x < wanted.x == pytest.approx(first.x + first.width, abs=0.2)  # it would go on where the phase ends
    assert first.x + first.width < line.today < wanted.x + wanted.width < WIDTH
    assert [(d.past, d.label) for d in line.dues] == [(True, "last day 20 February 2031: 2.1")]
    assert line.undated == ("phase 2: not begun, no dates stated",)


def test_an_open_end_goes_on_to_the_end_of_the_line() -> None:
    line = phase_line(state("2031-03-09", replace(MADE, phases=(Phase(id="1", label="phase 1", begin=day("2031-01-19")),), terms=())))
    assert line is not None
    assert line.bars[0].open_end
    assert line.bars[0].x + line.bars[0].width >= WIDTH - 5


def test_without_dates_there_is_no_line() -> None:
    assert phase_line(state("2031-03-09", replace(MADE, phases=(Phase(id="2", label="phase 2"),)))) is None


def test_an_extension_assumed_without_a_date_is_so_on_the_day() -> None:
    file = AssumeFile.model_validate({"amendments": [{"id": "more", "kind": "extension", "changes": [{"what": "extend", "line": "1", "until": "2031-04-15"}]}]})
    would = Stand.of(MADE, Bearing(), date(2031, 3, 9), (), assumed(file, MADE)).state
    assert [(p.state, p.end) for p in would.phases if p.id == "1"] == [("in force", day("2031-04-15"))]
    assert assumed(file, MADE).days() == []


def test_days_on_which_what_is_assumed_comes_about() -> None:
    file = AssumeFile.model_validate({"performed": [{"line": "a", "on": "2031-02-18"}], "amendments": [{"id": "more", "signed": "2031-02-01"}]})
    assert assumed(file, MADE).days() == [(date(2031, 2, 1), "amendment more"), (date(2031, 2, 18), "a performed")]
