"""Days reckoned from one another: chains of anchors, offsets alone, months that are too short, what comes again and again, and what amendments move."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucekeeper.agreement.changes import changed
from trucekeeper.agreement.file import load
from trucekeeper.agreement.recurring import times_of
from trucekeeper.agreement.state import state_on
from trucekeeper.agreement.windows import Reckoner
from trucekeeper.model.agreement import Agreement, Phase, Term
from trucekeeper.model.claims import Anchor
from trucekeeper.model.errors import AgreementError
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Amendment, Change, Moment, Schedule


def after(kind: str, reference: str, offset: str | None = None, relation: str = "after") -> Anchor:
    return Anchor("", kind, reference, offset, relation)  # type: ignore[arg-type]


FIRST = Phase(id="1", label="phase 1", number=1, length="P42D", begin_from=after("event", "signature", "P3D"))
SECOND = Phase(id="2", label="phase 2", number=2, length="P1M", begin_from=after("phase", "1:end", "P1D"))
THIRD = Phase(id="3", label="phase 3", number=3, begin_from=after("event", "local elections", "P10D"), end_from=after("event", "entry into force", "P1Y"))
LISTS = Term(id="lists", clause="1", act="exchange lists", phase="2", anchor=after("phase", "2:begin", "P1W", "within"))
VISITS = Term(id="visits", clause="2", act="allow visits", anchor=after("clause", "1", "P30D", "within"))
BASE = Agreement(
    name="the Lena accord", signed=Time.from_range("2031-01-28"), effective=Time.from_range("2031-01-31"), phases=(FIRST, SECOND, THIRD), terms=(LISTS, VISITS)
)


def span(agreement: Agreement, key: str) -> tuple[str | None, str | None]:
    made = Reckoner(agreement).span(key)
    return made.begin.as_range if made.begin else None, made.end.as_range if made.end else None


def test_phases_dated_by_offsets_alone() -> None:
    """31 January and 42 days with the first counted end on 13 March; the next begins a day later and lasts a month."""
    assert span(BASE, "1") == ("2031-01-31", "2031-03-13")
    assert span(BASE, "2") == ("2031-03-14", "2031-04-13")


def test_a_chain_through_a_clause() -> None:
    when, how = Reckoner(BASE).window(VISITS)
    assert when is not None and when.as_range == "2031-03-14/2031-04-20"
    assert how == "the days of clause 1 (2031-03-14 to 2031-03-21) + 30 days"


def test_an_event_that_nobody_dated_dates_nothing_until_a_person_does() -> None:
    assert span(BASE, "3") == (None, "2032-01-31")
    dated = Agreement(name="x", moments=(Moment(name="Local elections", when=Time.from_range("2031-10-18")),), phases=(THIRD,))
    assert span(dated, "3")[0] == "2031-10-28"


def test_a_month_too_short_gives_a_range() -> None:
    monthly = Schedule(every="P1M", first=Time.from_range("2031-01-31"), count=3)
    assert [t.as_range for t in times_of(monthly)] == ["2031-01-31", "2031-02-28/2031-03-01", "2031-03-31"]


def test_a_schedule_whose_step_is_not_told_dates_nothing() -> None:
    vague = Schedule(every=None, first=Time.from_range("2031-01-31"), count=3)
    assert list(times_of(vague)) == []
    report = Term(id="r", act="report", schedule=vague)
    assert state_on(Agreement(name="x", terms=(report,)), [], date(2031, 3, 1)).terms[0].states[-1].state == "not known"


@given(st.integers(1, 40), st.integers(1, 60))
def test_a_schedule_has_as_many_times_as_it_says(every: int, times: int) -> None:
    made = list(times_of(Schedule(every=f"P{every}D", first=Time.from_range("2031-01-31"), count=times)))
    assert len(made) == times
    days = [t.known_day for t in made]
    assert all(a and b and (b - a).days == every for a, b in pairwise(days))


LONGER = Amendment(id="longer", kind="extension", signed=Time.from_range("2031-03-10"), changes=(Change(what="extend", line="1", length="P2W"),))
WISHED = Amendment(id="wished", kind="proposal", standing="proposed", signed=Time.from_range("2031-03-10"), changes=LONGER.changes)


@pytest.mark.parametrize(("day", "end"), [("2031-03-09", "2031-03-13"), ("2031-03-10", "2031-03-27")])
def test_an_extension_counts_from_its_day(day: str, end: str) -> None:
    made = changed(Agreement(**{**vars_of(BASE), "amendments": (LONGER, WISHED)}), date.fromisoformat(day))
    assert span(made.agreement, "1")[1] == end
    assert span(made.agreement, "2")[0] == str(date.fromisoformat(end).replace(day=date.fromisoformat(end).day + 1))


def vars_of(agreement: Agreement) -> dict[str, object]:
    return {f: getattr(agreement, f) for f in agreement.__dataclass_fields__}


HALT = Amendment(
    id="halt", name="the April note", signed=Time.from_range("2031-04-01"),
    changes=(Change(what="suspend", line="lists", until=Time.from_range("2031-04-10")), Change(what="replace", line="visits", replacement="lists")),
)  # fmt: skip


SILENT = "deadline passed, no report of performance"


@pytest.mark.parametrize(
    ("day", "lists", "visits"),
    [("2031-03-31", SILENT, "pending"), ("2031-04-10", "suspended", "replaced"), ("2031-04-11", SILENT, "replaced")],
)
def test_lines_that_an_amendment_suspends_or_replaces(day: str, lists: str, visits: str) -> None:
    made = state_on(Agreement(**{**vars_of(BASE), "amendments": (HALT,)}), [], date.fromisoformat(day))
    assert [t.states[-1].state for t in made.terms] == [lists, visits]
    assert all(t.states[-1].reason for t in made.terms)


@pytest.mark.parametrize(("survives", "wanted"), [(None, "not known"), (True, "surviving its phase"), (False, "lapsed")])
def test_a_term_after_its_phase(survives: bool | None, wanted: str) -> None:
    kept = Term(id="calm", act="keep calm", phase="1", survives=survives)
    made = state_on(Agreement(name="x", signed=BASE.signed, phases=(FIRST,), terms=(kept,)), [], date(2031, 5, 1))
    assert made.terms[0].states[-1].state == wanted


def test_what_falls_due_again_and_again() -> None:
    report = Term(id="r", act="report", anchor=after("event", "signature", "P2W", "every"))
    made = state_on(Agreement(name="x", signed=BASE.signed, terms=(report,)), [], date(2031, 3, 1)).terms[0].states[-1]
    assert (made.state, made.ground) == ("deadline passed, no report of performance", "silence")
    assert made.reason == "every 2 weeks: fell due 2 times by 2031-03-01, last 2031-02-25; next 2031-03-11"


CIRCLE = """\
name: a
phases:
  - id: 1
    label: one
    begin_from: {kind: phase, reference: '2:end', relation: after}
  - id: 2
    label: two
    length: P1M
    end_from: {kind: phase, reference: '1:begin', offset: P1M}
"""
WRONG = [
    (CIRCLE, 5, "reckoned in a circle"),
    ("name: a\nterms:\n  - {id: t, act: go}\n  - {id: t, act: stay}\n", 4, "t is there twice"),
    ("name: a\nphases:\n  - {id: '1', label: one}\nterms:\n  - id: t\n    act: go\n    anchor: {kind: phase, reference: '9:end'}\n", 7, "no phase 9"),
    ("name: a\nterms:\n  - id: t\n    act: go\n    anchor:\n      kind: clause\n      reference: '4.1'\n", 7, "no term 4.1"),
    ("name: a\nexchanges:\n  - id: x\n    dispute: board\n", 4, "no procedure board"),
    ("name: a\nterms:\n  - {id: t, act: go}\namendments:\n  - id: m\n    changes:\n      - what: suspend\n        line: u\n", 8, "has the id u"),
    ("name: a\nterms:\n  - id: t\n    act: go\n    added_by: m\n", 5, "no amendment m"),
    ("name: a\nexchanges:\n  - id: x\n    rounds:\n      - number: 3\n        added_by: m\n", 6, "round 3: no amendment m"),
]


@pytest.mark.parametrize(("text", "line", "said"), WRONG)
def test_lines_that_speak_of_what_is_not_there(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = tmp_path / "x.agreement.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(AgreementError, match=said) as caught:
        load(path)
    assert (caught.value.line, bool(caught.value.mend)) == (line, True)


ELECTIONS, SETTLEMENT = Moment(name="local elections", when=Time.from_range("2031-06-01")), Moment(name="settlement", when=Time.from_range("2031-12-31"))
ENDS = [
    ("by", (ELECTIONS, SETTLEMENT), "2031-06-02/2031-12-31", "local elections (2031-06-01) + 1 day; it ends by settlement (2031-12-31)"),
    ("after", (ELECTIONS, SETTLEMENT), "2031-06-02/", "local elections (2031-06-01) + 1 day; it ends after settlement (2031-12-31)"),
    ("by", (ELECTIONS,), "2031-06-02/", "local elections (2031-06-01) + 1 day; it ends by settlement, which is not dated"),
    ("by", (SETTLEMENT,), "/2031-12-31", "it ends by settlement (2031-12-31)"),
    ("by", (), "", "it ends by settlement, which is not dated"),
]


@pytest.mark.parametrize(("relation", "moments", "days", "how"), ENDS)
def test_an_end_of_its_own(relation: str, moments: tuple[Moment, ...], days: str, how: str) -> None:
    control = Term(id="c", act="control the border", anchor=after("event", "local elections", "P1D"), ends=after("event", "settlement", relation=relation))
    made, said = Reckoner(Agreement(name="x", moments=moments, terms=(control,))).window(control)
    assert (made.as_range if made else "", said) == (days, how)
