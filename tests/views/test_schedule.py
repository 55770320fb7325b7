"""The schedule of a record: what is reported done, told otherwise, still to come, and what nobody reports; and positions that moved, on the timeline."""

from __future__ import annotations

import io
import json
import re
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from made_claims import ORRIN, TAVEL, Desk, day, sess
from made_news import two_readings
from trucekeeper.cli.main import main
from trucekeeper.model.agreement import AgreementState, PhaseState, StateClaim, Term, TermState
from trucekeeper.model.errors import UsageError
from trucekeeper.model.ledger import Account, Entry, ExchangeLedger, Ledger, RoundLedger, SideLedger
from trucekeeper.model.rows import plain
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Exchange, Round, Side
from trucekeeper.views import timeline, timeline_text
from trucekeeper.views.schedule import SchedulePage, build, title
from trucekeeper.views.schedule_terms import Running, due_rows
from trucekeeper.views.schedule_text import to_terminal

ON = date(2031, 4, 10)


def plan(desk: Desk, name: str, words: str, when: str, act: str = "open", published: str = "2031-04-01", **fields: object) -> None:
    paper = desk.paper(name, f"{words} on Sess, it said.", published=published)
    desk.event(paper, words, act, **{"type": "COOPERATE", "status": "planned", "about": day(when), "actors": (ORRIN,), **fields})  # type: ignore[arg-type]


def desk_of_plans() -> Desk:
    """One plan carried out, one that nobody reports, one ahead, one moved."""
    desk = Desk()
    plan(desk, "A", "Orrin will open the fish market", "2031-04-04")
    plan(desk, "B", "Orrin opened the fish market", "2031-04-04", status="happened", published="2031-04-05")
    plan(desk, "C", "Orrin will free nine sailors", "2031-04-06", act="release")
    plan(desk, "D", "Orrin will send an envoy to the harbour", "2031-04-20", act="visit")
    return desk


@pytest.fixture(scope="module")
def page() -> SchedulePage:
    return build(desk_of_plans().weighed(), ON)


def test_what_became_of_each_plan(page: SchedulePage) -> None:
    assert [(r.when, r.outcome) for r in page.rows] == [("4 April 2031", "done"), ("6 April 2031", "silent"), ("20 April 2031", "ahead")]
    assert page.rows[0].told == ("happened (4 April 2031) - B Post, no source given",)
    assert [name for name, _ in page.sections] == ["Past its day, and nobody reports it", "Reported done", "Still to come"]


def test_a_day_knows_nothing_of_later_reports() -> None:
    rows = build(desk_of_plans().weighed(), date(2031, 4, 4)).rows
    assert [r.outcome for r in rows] == ["ahead", "ahead", "ahead"]


@pytest.mark.parametrize(("about", "said", "outcome"), [(None, "2031-04-02", "touched"), ("2031-04-03", "2031-04-03", "done"), (None, "2031-04-05", "done")])
def test_what_was_told_before_the_day_does_not_tell_that_it_was_done(about: str | None, said: str, outcome: str) -> None:
    desk = Desk()
    plan(desk, "A", "Orrin will open the fish market", "2031-04-04")
    plan(desk, "B", "Orrin opened the fish market", "2031-04-04", status="happened", published=said, about=day(about) if about else None)
    assert [r.outcome for r in build(desk.weighed(), ON).rows] == [outcome]


def test_since(page: SchedulePage) -> None:
    assert [r.when for r in build(desk_of_plans().weighed(), ON, date(2031, 4, 6)).rows] == ["6 April 2031", "20 April 2031"]


def test_a_denied_plan_is_told_otherwise() -> None:
    desk = desk_of_plans()
    plan(desk, "E", "Orrin will send an envoy to the harbour", "2031-04-20", act="visit", status="denied", by=(TAVEL,), published="2031-04-09")
    row = next(r for r in build(desk.weighed(), ON).rows if r.when == "20 April 2031")
    assert (row.outcome, row.told) == ("otherwise", ("denied (20 April 2031) - Tavel, in E Post",))


def test_an_agreed_term_that_is_due() -> None:
    desk = Desk()
    words = "Orrin shall withdraw its boats by 4 April 2031"
    text = desk.paper("Accord", f"1.1 {words}.", published="2031-03-01")
    desk.provision(text, words, standing="agreed", clause="1.1", obligors=(ORRIN,), due=day("2031-04-04"), agreement="Accord")
    desk.paper("Late", "Nothing was told.", published="2031-04-09")
    row = build(desk.weighed(), ON).rows[0]
    assert (row.when, row.kind, row.outcome, row.by) == ("by 4 April 2031", "due", "silent", "owed by Orrin")


def test_what_a_report_only_touches_is_not_silence() -> None:
    """A report of the same act by the same side, some days off, may be of the plan; that nobody reports it cannot be said."""
    desk = Desk()
    plan(desk, "A", "Orrin will free nine sailors", "2031-04-04", act="release", recipients=(TAVEL,))
    plan(desk, "B", "Orrin freed some sailors", "2031-04-07", act="release", status="happened", published="2031-04-08")
    rows = build(desk.weighed(), ON).rows
    assert [(r.outcome, r.told) for r in rows] == [("touched", ("perhaps of it: “Orrin freed some sailors” - B Post, no source given",))]


FILE = """\
name: the Sess accord
id: sess
terms:
  - {id: boats, act: withdraw its boats, bearers: [Orrin], due: 2031-04-04}
exchanges:
  - id: swap
    gives: [{of: sailors, value: 4, each: round, giver: Orrin}]
    returns: [{of: nets, value: 2, each: round}]
    schedule: {every: P1W, first: 2031-03-30, count: 3}
"""


def test_an_agreement_file_stands_beside_the_plans(tmp_path: Path) -> None:
    path, file = tmp_path / "r.truce", tmp_path / "sess.agreement.yaml"
    two_readings(path)
    file.write_text(FILE, "utf-8")
    page = json.loads(run("schedule", path, "--agreement", file, "--json").output)
    assert page["agreement"] == "the Sess accord"
    told = [(r["what"], r["outcome"]) for r in page["rows"] if r["kind"] == "due"]
    assert told == [
        ("round 1 of the exchange: 4 sailors and 2 nets", "silent"),
        ("withdraw its boats", "silent"),
        ("round 2 of the exchange: 4 sailors and 2 nets", "ahead"),
        ("round 3 of the exchange: 4 sailors and 2 nets", "ahead"),
    ]
    assert run("schedule", path, "--agreement", file).output.splitlines()[1] == "the Sess accord"
    assert run("schedule", path, "--agreement", file, "--html", tmp_path / "s.html").exit_code == 0


def test_what_is_counted_only_in_all_is_told_at_the_last_round_that_it_may_be_of() -> None:
    side = Side(of="sailors", value=4, each="round", giver=ORRIN)
    days = [Round(number=n, due=day(f"2031-04-0{n}")) for n in (1, 2, 3)]
    entry = Entry(
        kind="given",
        part="gives.0",
        value=8,
        total=True,
        when=day("2031-04-02"),
        by=TAVEL,
        reason="",
        basis=(),
        line="swap",
        document="",
        claims=(),
        certainty="matched",
    )
    account = Account(by=TAVEL, performed=8, remaining=4, entries=(entry,), how="8 in all")
    ledger = SideLedger(part="gives.0", side=side, owed=12, owed_by_now=12, accounts=(account,))
    rounds = tuple(RoundLedger(round=r, owed=(("gives.0", 4),), state="", entries=()) for r in days)
    swap = ExchangeLedger(exchange=Exchange(id="swap", gives=(side,), rounds=tuple(days)), sides=(ledger,), rounds=rounds)
    running = Running(AgreementState(name="Sess", on="2031-04-10"), Ledger(name="Sess", on="2031-04-10", exchanges=(swap,)), {})
    told = [row.told for _, row in due_rows(running, ON)]
    assert told == [("not by itself; see round 2",), ("not by itself; 8 of 12 sailors in all - Tavel",), ()]


def counted() -> Running:
    told = StateClaim(state="performed in part", ground="claim", by=TAVEL, done=9, owed=14)
    term = TermState(term=Term(id="posts", act="leave 14 posts"), due=day("2031-04-05"), states=(told,))
    return Running(AgreementState(name="Sess", on="2031-04-10", terms=(term,)), Ledger(name="Sess", on="2031-04-10"), {})


def test_what_is_done_in_part_is_not_done() -> None:
    assert [row.told for _, row in due_rows(counted(), ON)] == [("performed in part (9 of 14) - Tavel",)]
    said = {"done": ("performed",), "part": ("performed in part",), "otherwise": ("performed in part", "alleged not performed")}
    terms = [
        TermState(
            term=Term(id=name, act=name),
            due=day("2031-04-05"),
            states=tuple(StateClaim(state=s, ground="claim", by=TAVEL) for s in states),  # type: ignore[arg-type]
        )
        for name, states in said.items()
    ]
    running = Running(AgreementState(name="Sess", on="2031-04-10", terms=tuple(terms)), Ledger(name="Sess", on="2031-04-10"), {})
    assert [(row.what, row.outcome) for _, row in due_rows(running, ON)] == [(name, name) for name in said]


def test_the_end_of_a_phase() -> None:
    told = StateClaim(state="ended", ground="claim", by=TAVEL, since=day("2031-04-05"), reason="end given as 2031-04-05")
    phases = [
        PhaseState(id=n, label=f"phase {n}", number=None, begin=None, end=day(end), state=state, reason="", states=states)
        for n, end, state, states in (("1", "2031-04-05", "ended", (told,)), ("2", "2031-04-08", "ended", ()), ("3", "2031-05-08", "in force", ()))
    ]
    running = Running(AgreementState(name="Sess", on="2031-04-10", phases=tuple(phases)), Ledger(name="Sess", on="2031-04-10"), {})
    made = [(row.what, row.outcome, row.told) for _, row in due_rows(running, ON)]
    assert made == [
        ("phase 1 ends", "done", ("ended - Tavel: end given as 5 April 2031",)),
        ("phase 2 ends", "silent", ()),
        ("phase 3 ends", "ahead", ()),
    ]


def test_terminal_and_json(page: SchedulePage) -> None:
    out = Console(file=io.StringIO(), width=80, highlight=False)
    to_terminal(page, out)
    lines = out.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert lines[0] == title(page) == "Schedule as of 10 April 2031"
    assert max(map(len, lines)) <= 80
    assert set(json.loads(json.dumps(plain(page)))) == {f.name for f in fields(page)}


def run(command: str, *args: object) -> Result:
    return CliRunner().invoke(main, [command, *map(str, args)])


def test_the_command(tmp_path: Path) -> None:
    path = tmp_path / "r.truce"
    two_readings(path)
    told = run("schedule", path).output
    assert told.startswith("Schedule as of 5 April 2031")
    assert "Reported done (1)" in told
    assert run("schedule", path, "--since", "2031-05-01").output.count("Nothing in this record") == 1
    assert run("schedule", path, "--html", tmp_path / "s.html").exit_code == 0
    made = (tmp_path / "s.html").read_text("utf-8")
    assert set(re.findall(r'href="#([^"]+)"', made)) <= set(re.findall(r'id="([^"]+)"', made))
    assert isinstance(run("schedule", path, "--on", "2030-01-01").exception, UsageError)


def moving() -> Desk:
    desk = Desk()
    for number, stance in ((1, "rejects"), (3, "rejects"), (5, "accepts")):
        paper = desk.paper(f"P{number}", "Tavel spoke of a truce on Sess.", published=f"2031-04-0{number}")
        desk.position(paper, "a truce on Sess", TAVEL, "ceasefire", stance=stance)
    return desk


def test_positions_that_moved_stand_on_the_timeline() -> None:
    page = timeline.build(moving().weighed())
    row = page.moves[0]
    assert len(page.moves) == 1
    assert (row.when, row.party, row.issue, row.after) == ("5 April 2031", "Tavel", "ceasefire", "accepts “a truce on Sess”")
    assert row.before == "rejects “a truce on Sess” (3 April 2031)"
    assert (row.before_by, row.after_by) == ("Tavel, in P3 Post", "Tavel, in P5 Post")
    out = Console(file=io.StringIO(), width=80, highlight=False)
    timeline_text.to_terminal(page, out)
    assert "Positions that moved" in out.file.getvalue()  # type: ignore[attr-defined]


def test_what_went_on_for_years_is_not_of_this_month() -> None:
    desk = Desk()
    for number, when in enumerate(
        (Time("2030-01-01", "2031-04-03"), Time("2031-04-01", "2031-04-30"), Time("2031-04-02", "2031-12-31"), Time(None, "2031-04-20"))
    ):
        paper = desk.paper(f"P{number}", f"Orrin sent boats to mill {number} on Sess.")
        desk.event(paper, f"Orrin sent boats to mill {number}", f"send{number}", about=when)
    found = timeline.build(desk.weighed(), date(2031, 4, 2)).rows
    assert {r.what for r in found} == {f"Orrin sent boats to mill {n}" for n in (1, 2, 3)}


def test_what_is_told_as_done_is_not_dated_to_a_later_day_that_was_planned() -> None:
    desk = Desk()
    text = "Peace talks of Orrin and Tavel on Sess open on Friday. A truce was called at the peace talks of Orrin and Tavel on Sess."
    paper = desk.paper("One", text, published="2031-04-07")
    both = {"actors": (ORRIN, TAVEL), "place": sess()}
    desk.event(paper, "Peace talks of Orrin and Tavel on Sess", "meet", status="planned", about=day("2031-04-11"), **both)
    desk.event(paper, "the peace talks of Orrin and Tavel on Sess", "meet", **both)
    (row,) = timeline.build(desk.weighed()).rows
    assert (row.when, row.status, row.dated) == ("reported 7 April 2031", "happened", False)


def test_who_accuses_stands_on_the_row_with_who_tells() -> None:
    desk = Desk()
    paper = desk.paper("One", "Orrin fired on the Mirel bridge. Tavel fired at the Mirel bridge, Orrin said.")
    fired = {"type": "ASSAULT", "about": day("2031-04-01"), "place": sess("Mirel")}
    desk.event(paper, "Orrin fired on the Mirel bridge", "attack", by=(TAVEL,), actors=(ORRIN,), **fired)  # type: ignore[arg-type]
    made = desk.event(paper, "Tavel fired at the Mirel bridge", "attack", by=(ORRIN,), actors=(TAVEL,), **fired)  # type: ignore[arg-type]
    desk.held[-1] = replace(made, attribution=replace(made.attribution, cue="accuse"))
    rows = timeline.build(desk.weighed()).rows
    assert [r.word for r in rows] == ["happened, accused"]


def test_moves_of_other_days_are_left_out() -> None:
    assert timeline.build(moving().weighed(), date(2031, 4, 6)).moves == ()
    assert len(timeline.build(moving().weighed(), date(2031, 4, 5), date(2031, 4, 5)).moves) == 1
