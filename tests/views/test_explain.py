"""`truce explain`: its page on a terminal, as JSON and HTML, and what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from made_news import two_readings
from trucekeeper.cli.main import main
from trucekeeper.model.errors import NotFound, UsageError
from trucekeeper.record import Record


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("explain") / "r.truce"
    two_readings(made)
    return made


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["explain", *map(str, args)])


def claim(record: Path, kind: str, words: str) -> str:
    with Record.open(record) as held:
        return next(c.id for c in held.claims(kind) if words in c.evidence[0].exact)


def test_two_claims(record: Path) -> None:
    first, second = claim(record, "figure", "Ten people"), claim(record, "figure", "14 people")
    told = run(record, first[:6], second[:8]).output
    assert max(map(len, told.splitlines())) <= 80
    assert [line for line in told.splitlines() if line.startswith(("Explain", "Set", "What"))] == [
        f"Explain {first[:8]} and {second[:8]}",
        f"Set together: {second[:8]} differs from {first[:8]}",
        "What was looked at",
        "What would change it",
        "What people judged",
    ]


def test_one_claim_names_others_by_short_ids(record: Path) -> None:
    event = claim(record, "event", "open the fish market")
    told = run(record, event).output
    assert max(map(len, told.splitlines())) <= 80
    assert f" - {claim(record, 'event', 'Orrin opened')[:8]}  the same event" in told
    assert "Kept apart from" in told


def test_json_and_html(record: Path, tmp_path: Path) -> None:
    first, second = claim(record, "event", "open the fish market"), claim(record, "event", "Orrin opened")
    page = json.loads(run(record, first, second, "--json").output)
    assert (page["together"], page["relation"], page["second"]["id"]) == (True, "tellings of one event", second)
    for ids in ((first, second), (first,)):
        assert run(record, *ids, "--html", tmp_path / "e.html").exit_code == 0
        made = (tmp_path / "e.html").read_text("utf-8")
        assert not re.findall(r"""(?:src|action)=|href="(?!#)|url\(|@import""", made)
        assert set(re.findall(r'href="#([^"]+)"', made)) <= set(re.findall(r'id="([^"]+)"', made))


def test_the_ids_that_other_commands_print_lead_here(record: Path) -> None:
    told = CliRunner().invoke(main, ["new", str(record)]).output
    found = re.findall(r"\[([0-9a-f]{8})", told)
    assert len(found) > 3
    assert all(run(record, key).exit_code == 0 for key in found)


def test_unknown_ambiguous_and_equal_ids(record: Path) -> None:
    event = claim(record, "event", "Orrin opened")
    assert isinstance(run(record, "0000000000000000").exception, NotFound)
    assert isinstance(run(record, "xyz").exception, NotFound)
    assert isinstance(run(record, event, event[:8]).exception, UsageError)


def test_a_claim_that_a_person_rejected(tmp_path: Path) -> None:
    path = tmp_path / "r.truce"
    two_readings(path)
    event = claim(path, "event", "Orrin opened")
    CliRunner().invoke(main, ["judge", str(path), event, "reject", "--by", "R. Ode", "--at", "2031-05-01"], catch_exceptions=False)
    error = run(path, event).exception
    assert isinstance(error, UsageError)
    assert "R. Ode rejected it on 1 May 2031" in str(error)


def test_a_claim_that_is_no_longer_read(tmp_path: Path) -> None:
    path = tmp_path / "r.truce"
    desk = two_readings(path)
    event = claim(path, "event", "Orrin opened")
    with Record.open(path) as held:
        held.add(next(p for p in desk.papers if p.name == "Foam"), [], learnt="2031-06-01", again=True)
    error = run(path, event).exception
    assert isinstance(error, UsageError)
    assert "a later reading no longer finds it" in str(error)
