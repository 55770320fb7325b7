"""`truce state` on a record of invented claims."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from trucekeeper.cli.main import main
from trucekeeper.model.document import Document
from trucekeeper.model.errors import AgreementError, NotFound, UsageError
from trucekeeper.record import Record

sys.path.insert(0, str(Path(__file__).parents[1] / "agreement"))
from made_truce import ALL, PAPERS


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "x.truce"
    with Record.create(path) as made:
        for paper, learnt in zip(PAPERS, ("2031-05-02T00:00:00Z", "2031-06-21T00:00:00Z"), strict=True):
            made.add(paper, [c for c in ALL if c.document == paper.id], learnt=learnt)
    return path


def run(*words: str) -> str:
    result = CliRunner().invoke(main, ["state", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_terminal(record: Path) -> None:
    told = run(str(record), "--on", "2031-06-20")
    assert "No phase is in force on 20 June 2031 by this record." in told
    assert "phase 1: ENDED" in told
    assert "phase 2: NOT BEGUN" in told


def test_the_newest_report_is_the_day(record: Path) -> None:
    assert json.loads(run(str(record), "--json"))["on"] == "2031-06-20"


def test_as_known_earlier(record: Path) -> None:
    """Before the report came in, nobody had told of phases."""
    told = json.loads(run(str(record), "--on", "2031-06-20", "--as-known-on", "2031-06-01", "--json"))
    assert told["phases"] == [] or all(p["id"] != "2" for p in told["phases"])
    assert "No words of this record tell of phases." in told["note"] or told["phases"]
    assert {t["clause"] for g in told["groups"] for t in g["terms"]} >= {"2.1", "2.2"}


def test_according_to(record: Path) -> None:
    told = json.loads(run(str(record), "--according-to", "the North", "--json"))
    by = {a["by"] for g in told["groups"] for t in g["terms"] for a in t["accounts"]}
    assert "the South" not in by


def test_html_is_one_file_with_the_words(record: Path, tmp_path: Path) -> None:
    page = tmp_path / "s.html"
    run(str(record), "--html", str(page))
    made = page.read_text("utf-8")
    assert "deadline passed, no report of performance" in made
    assert "http://" not in made.replace("http://www.w3.org", "")


def test_schema_needs_no_record() -> None:
    assert json.loads(run("--schema"))["title"] == "Trucekeeper agreement file"


def test_no_record_is_a_users_error() -> None:
    with pytest.raises(UsageError):
        CliRunner().invoke(main, ["state"], catch_exceptions=False)


def test_a_faulty_agreement_file(record: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.agreement.yaml"
    bad.write_text("name: a\nterm: []\n", "utf-8")
    with pytest.raises(AgreementError, match=r"bad\.agreement\.yaml:2"):
        CliRunner().invoke(main, ["state", str(record), "--agreement", str(bad)], catch_exceptions=False)


def test_before_anything_was_learnt(record: Path) -> None:
    with pytest.raises(NotFound, match=r"nothing was known on 1 January 2031") as caught:
        CliRunner().invoke(main, ["state", str(record), "--as-known-on", "2031-01-01"], catch_exceptions=False)
    assert "learnt its first report on 2 May 2031" in str(caught.value)


@pytest.mark.parametrize("command", ["state", "ledger", "calendar"])
def test_a_day_before_the_first_report_is_refused(record: Path, command: str) -> None:
    with pytest.raises(UsageError, match=r"2031-04-30 is before the first report of this record \(2031-05-01\)"):
        CliRunner().invoke(main, [command, str(record), "--on", "2031-04-30"], catch_exceptions=False)
    with pytest.raises(NotFound, match=r"nothing was known on 1 January 2031"):
        CliRunner().invoke(main, [command, str(record), "--as-known-on", "2031-01-01"], catch_exceptions=False)


def test_a_day_before_the_first_dated_report_is_warned_of(record: Path) -> None:
    with Record.open(record) as opened:
        opened.add(Document(name="undated", text="Rain fell.", outlet="Herald"), [], learnt="2031-06-22T00:00:00Z")
    made = CliRunner().invoke(main, ["state", str(record), "--on", "2031-04-30"], catch_exceptions=False)
    assert made.exit_code == 0
    assert "2031-04-30 is before the first dated report of this record (2031-05-01)" in made.output


def test_before_the_signature(record: Path, tmp_path: Path) -> None:
    """Nothing of an agreement is owed before it is signed, whatever its dates say."""
    file = tmp_path / "a.agreement.yaml"
    file.write_text(
        "name: a\nsigned: 2031-06-01\nterms:\n  - {id: t, act: go, due: 2031-05-10}\n  - {id: u, act: stay}\nphases:\n  - {id: 1, label: one, length: P9D}\n"
    )
    told = json.loads(run(str(record), "--agreement", str(file), "--on", "2031-05-20", "--json"))
    assert told["note"] == "The agreement is not signed on 20 May 2031 yet: signed on 1 June 2031, after 20 May 2031."
    assert {(a["state"], a["reason"]) for g in told["groups"] for t in g["terms"] for a in t["accounts"]} == {
        ("pending", "signed on 1 June 2031, after 20 May 2031")
    }
    later = json.loads(run(str(record), "--agreement", str(file), "--on", "2031-06-01", "--json"))
    assert "not signed" not in later["note"]


def test_a_large_record_is_held_against_the_file_once(record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And shows the same: state, ledger, calendar and matches, on the terminal, as JSON and as a page."""
    file, page = tmp_path / "a.agreement.yaml", tmp_path / "p.html"
    file.write_text("name: a\nterms:\n  - {id: t, act: withdraw, issue: withdrawal, bearers: [the North], due: 2031-05-25}\n")
    asked = [[command, str(record), "--agreement", str(file), "--json"] for command in ("state", "ledger", "calendar", "matches")]
    small = [CliRunner().invoke(main, words, catch_exceptions=False).stdout for words in asked]
    monkeypatch.setattr("trucekeeper.agreement.keeping.SMALL", 0)
    monkeypatch.setattr("trucekeeper.cli.agreements.MANY", 1)
    first = CliRunner().invoke(main, asked[0], catch_exceptions=False)
    assert "truce: holding 2 documents against a" in first.stderr
    large = [CliRunner().invoke(main, words, catch_exceptions=False) for words in asked]
    assert [made.stdout for made in large] == small
    assert not any("holding" in made.stderr for made in large)
    assert CliRunner().invoke(main, ["state", str(record), "--agreement", str(file), "--html", str(page)], catch_exceptions=False).exit_code == 0
    assert "said to be performed" in page.read_text("utf-8")
