"""`truce calendar`, `truce diff` and `truce state --assume` on the example of a ninety-day exchange."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from trucekeeper.cli.main import main
from trucekeeper.model.document import Document
from trucekeeper.model.errors import AgreementError, NotFound, UsageError
from trucekeeper.record import Record

TARN = Path(__file__).parents[2] / "examples" / "tarn"
FILE = str(TARN / "tarn.agreement.yaml")


@pytest.fixture
def record(tmp_path: Path) -> str:
    """A record whose one report says nothing: what falls due is the agreement's own."""
    with Record.create(tmp_path / "x.truce") as made:
        made.add(Document(name="n", text="Rain fell.", outlet="Herald", published="2032-02-08"), [], learnt="2032-02-09T00:00:00Z")
    return str(tmp_path / "x.truce")


def run(*words: str) -> str:
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_calendar(record: str) -> None:
    """The make-up round comes with a side letter of 10 March."""
    told = run("calendar", record, "--agreement", FILE, "--on", "2032-03-10", "--until", "2032-03-17")
    assert "round 6 of the exchange" in told and "for round" in told
    rows = json.loads(run("calendar", record, "--agreement", FILE, "--on", "2032-03-09", "--until", "2032-03-17", "--json"))["rows"]
    assert [r["last"] for r in rows if r["what"].startswith("round")] == ["2032-03-13"]
    rows = json.loads(run("calendar", record, "--agreement", FILE, "--on", "2032-03-10", "--until", "2032-03-17", "--json"))["rows"]
    assert [r["last"] for r in rows if r["what"].startswith("round")] == ["2032-03-13", "2032-03-17"]
    assert {r["ground"] for r in rows} == {"by the dates"}


def test_what_comes_again_and_again_is_folded(record: str) -> None:
    told = " ".join(run("calendar", record, "--agreement", FILE, "--on", "2032-02-10", "--as-known-on", "2032-02-10").split())
    assert "23 more times" in told and "as known on 10 February 2032" in told
    assert told.count("report to the Coastal") == 4
    page = json.loads(run("calendar", record, "--agreement", FILE, "--on", "2032-02-10", "--json"))
    assert sum(r["what"].startswith("report to") for r in page["rows"]) == 26
    rest = next(r for r in page["folded"] if r["stands_for"])
    others = [r for r in page["rows"] if r["uid"] in rest["stands_for"]]
    assert (len(others), others[0]["uid"], rest["first"], rest["last"]) == (23, rest["uid"], others[0]["first"], others[-1]["last"])


def test_what_is_assumed_is_shown_with_its_day_and_by_nobody(record: str) -> None:
    told = " ".join(run("state", record, "--agreement", FILE, "--assume", str(TARN / "what-if.yaml")).split())
    assert "performed (17 March 2032) - assumed" in told
    assert "extend phase 1 until 1 June 2032" in told
    assert "None" not in told
    assert "performed; not known" not in told


def ics(record: str, path: Path, agreement: str, *words: str) -> dict[str, tuple[date, date]]:
    run("calendar", record, "--agreement", agreement, "--ics", str(path), *words)
    made = Calendar.from_ical(path.read_bytes())
    return {str(e["uid"]): (e["dtstart"].dt, e["dtend"].dt) for e in made.walk("VEVENT")}


def test_ics_keeps_its_uids_when_a_day_moves(record: str, tmp_path: Path) -> None:
    first = ics(record, tmp_path / "a.ics", FILE, "--on", "2032-02-08")
    assert first == ics(record, tmp_path / "b.ics", FILE, "--on", "2032-02-08")
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()
    moved = tmp_path / "moved.agreement.yaml"
    moved.write_text(Path(FILE).read_text("utf-8").replace("first: 2032-02-07", "first: 2032-02-10"), "utf-8")
    later = ics(record, tmp_path / "c.ics", str(moved), "--on", "2032-02-09")
    rounds = [uid for uid in first if first[uid][0] == date(2032, 2, 14)]
    assert [later[uid] for uid in rounds] == [(date(2032, 2, 17), date(2032, 2, 18))]


def test_ics_is_plain_to_others(record: str, tmp_path: Path) -> None:
    ics(record, tmp_path / "a.ics", FILE, "--on", "2032-02-08")
    lines = (tmp_path / "a.ics").read_bytes().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert {b"VERSION:2.0", b"METHOD:PUBLISH", b"DTSTAMP:20320208T000000Z", b"END:VCALENDAR"} <= set(lines)


def test_diff_with_a_proposal(tmp_path: Path) -> None:
    told = run("diff", FILE, "--proposal", "longer")
    assert "end: {+1 June 2032+}" in told
    assert json.loads(run("diff", FILE, "--proposal", "longer", "--json"))["counts"][1] == ["changed", 1]


def test_diff_of_two_files_finds_lines_by_id_clause_and_words(tmp_path: Path) -> None:
    other = Path(FILE).read_text("utf-8").replace("id: clause-3.1", "id: pull-out").replace("from the town of Ubrin", "from Ubrin")
    other = other.replace("id: trucks", "id: lorries").replace("P14D", "P20D").replace("clause-3.1]", "pull-out]")
    (tmp_path / "b.agreement.yaml").write_text(other, "utf-8")
    page = json.loads(run("diff", FILE, str(tmp_path / "b.agreement.yaml"), "--json"))
    found = {r["key"]: (r["kind"], r["found_by"]) for r in page["rows"]}
    assert found["clause-3.1"] == ("changed", "the same clause")
    assert found["clause-3.2"] == ("changed", "the same id")
    assert "trucks" not in found or found["trucks"][0] == "changed"
    run("diff", FILE, str(tmp_path / "b.agreement.yaml"), "--html", str(tmp_path / "d.html"))
    assert "<del>P14D</del>" in (tmp_path / "d.html").read_text("utf-8") or "<del>" in (tmp_path / "d.html").read_text("utf-8")


def test_a_file_beside_itself() -> None:
    assert "The two say the same." in run("diff", FILE, FILE)


def test_assumed_events_change_the_state_and_not_the_record(record: str, tmp_path: Path) -> None:
    before = Path(record).read_bytes()
    told = run("state", record, "--agreement", FILE, "--on", "2032-05-03", "--assume", str(TARN / "what-if.yaml"))
    assert "ended (3 February 2032 to 2 May 2032) -> in force (3 February 2032 to 1 June" in told
    assert "in no record" in told
    assert Path(record).read_bytes() == before
    rows = json.loads(run("state", record, "--agreement", FILE, "--on", "2032-05-03", "--assume", str(TARN / "what-if.yaml"), "--json"))
    assert any(a["by"] == "assumed" for g in rows["groups"] for t in g["terms"] for a in t["accounts"])


FIT_NOTHING = [
    ("performed:\n  - {line: clause-9, on: 2032-03-17}\n", "no line clause-9"),
    ("given:\n  - {exchange: captives, of: carts, value: 1, on: 2032-03-17}\n", "no side"),
    ("performed:\n  - {line: clause-3.2, on: soon}\n", r"yaml:2: performed\.0\.on"),
    ("hope: 1\n", "no such field"),
    ("x", "holds no assumptions"),
]


@pytest.mark.parametrize(("text", "said"), FIT_NOTHING)
def test_assumptions_that_fit_nothing(record: str, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    with pytest.raises(AgreementError, match=said):
        CliRunner().invoke(main, ["state", record, "--agreement", FILE, "--assume", str(tmp_path / "a.yaml")], catch_exceptions=False)


def test_what_cannot_be_asked(record: str) -> None:
    with pytest.raises(UsageError, match="needs two sides"):
        CliRunner().invoke(main, ["diff", FILE], catch_exceptions=False)
    with pytest.raises(NotFound, match="no amendment or proposal shorter"):
        CliRunner().invoke(main, ["diff", FILE, "--proposal", "shorter"], catch_exceptions=False)
    with pytest.raises(UsageError, match="is before"):
        CliRunner().invoke(main, ["calendar", record, "--agreement", FILE, "--on", "2032-03-01", "--until", "2032-02-10"], catch_exceptions=False)
