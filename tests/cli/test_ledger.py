"""`truce ledger` on a record of invented claims with an agreement file: terminal, JSON and page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from trucekeeper.cli.main import main
from trucekeeper.model.claims import Actor, Attribution, Claim, Event, Figure
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.time import Time
from trucekeeper.record import Record

WORDS = "The Front freed 4 miners in the second round."
PAPER = Document(name="gazette", text=WORDS, outlet="Gazette", published="2031-03-09")
FILE = """\
name: the mine accord
id: mine
exchanges:
  - id: swap
    gives: [{of: miners, value: 20, giver: the Front}]
    returns: [{of: carts, value: 2, each: round}]
    schedule: {every: P1W, first: 2031-03-01, count: 5}
"""
COMMON = {"document": PAPER.id, "attribution": Attribution((Actor("Gazette"),)), "said": Time(None, "2031-03-09")}


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    day = Time("2031-03-08", "2031-03-08")
    claims: list[Claim] = [
        Event(id="e" * 16, evidence=(Evidence(0, 24, WORDS[:24]),), act="release", status="happened", actors=(Actor("the Front"),), about=day, **COMMON),  # type: ignore[arg-type]
        Figure(id="f" * 16, evidence=(Evidence(16, 24, WORDS[16:24]),), measure="released", of="miners", value=4.0, **COMMON),  # type: ignore[arg-type]
    ]
    with Record.create(tmp_path / "x.truce") as made:
        made.add(PAPER, claims, learnt="2031-03-10T00:00:00Z")
    (tmp_path / "mine.agreement.yaml").write_text(FILE, "utf-8")
    return [str(tmp_path / "x.truce"), "--agreement", str(tmp_path / "mine.agreement.yaml")]


def run(*words: str) -> str:
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_terminal(words: list[str]) -> None:
    told = run("ledger", *words)
    assert "miners, by the Front: 20 owed in all, 8 by now" in told
    assert "Gazette: 4 given, 16 remain" in told
    assert "4 miners, 8 March 2031 - Gazette" in told


def test_json_and_page(words: list[str], tmp_path: Path) -> None:
    page = json.loads(run("ledger", *words, "--json"))
    assert [(a["performed"], a["remaining"]) for a in page["exchanges"][0]["sides"][0]["accounts"]] == [("4", "16")]
    assert page["exchanges"][0]["rounds"][1]["told"][0]["by"] == "Gazette"
    run("ledger", *words, "--html", str(tmp_path / "l.html"))
    assert "nobody is reported to have counted any" in (tmp_path / "l.html").read_text("utf-8")


def test_terms_of_so_many(tmp_path: Path) -> None:
    """What each voice says was done, and what remains of it."""
    text = "The Front handed in 250 of the 400 rifles, the Gazette said."
    paper = Document(name="gazette", text=text, outlet="Gazette", published="2031-03-09")
    common = {**COMMON, "document": paper.id}
    claims: list[Claim] = [
        Event(id="e" * 16, evidence=(Evidence(0, 41, text[:41]),), act="disarm", status="happened", actors=(Actor("the Front"),), **common),  # type: ignore[arg-type]
        Figure(id="f" * 16, evidence=(Evidence(20, 41, text[20:41]),), of="rifles", value=250.0, **common),  # type: ignore[arg-type]
        Figure(id="g" * 16, evidence=(Evidence(31, 41, text[31:41]),), of="rifles", value=400.0, **common),  # type: ignore[arg-type]
    ]
    with Record.create(tmp_path / "x.truce") as made:
        made.add(paper, claims, learnt="2031-03-10T00:00:00Z")
    terms = "terms:\n  - {id: arms, act: hand in its 400 rifles, quantity: 400 rifles, bearers: [the Front]}\n  - {id: law, act: pass a law}\n"
    (tmp_path / "arms.agreement.yaml").write_text(f"name: the mine accord\nid: mine\n{terms}", "utf-8")
    words = [str(tmp_path / "x.truce"), "--agreement", str(tmp_path / "arms.agreement.yaml")]
    page = json.loads(run("ledger", *words, "--json"))
    assert [(t["id"], t["owed"], [(a["by"], a["performed"], a["remaining"]) for a in t["accounts"]]) for t in page["terms"]] == [
        ("arms", "400 rifles", [("Gazette", "250", "150")])
    ]
    assert "Gazette: 250 done, 150 remain" in run("ledger", *words)
    run("ledger", *words, "--html", str(tmp_path / "l.html"))
    assert "Terms that owe so many" in (tmp_path / "l.html").read_text("utf-8")


def test_a_refused_count_counts_no_more(words: list[str]) -> None:
    run("judge", words[0], "f" * 16, "reject", "--line", "swap", *words[1:], "--by", "Ana")
    assert "Gazette: 4 given" not in run("ledger", *words)


def test_an_agreement_without_anything_to_count(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "bare.agreement.yaml").write_text("name: bare\n", "utf-8")
    assert "no exchanges, no counted terms, no aid and no" in run("ledger", words[0], "--agreement", str(tmp_path / "bare.agreement.yaml"))


def test_what_the_guide_shows_is_what_is_printed(tmp_path: Path) -> None:
    """The block of the guide that quotes the ledger of the example."""
    root = Path(__file__).parents[2]
    tarn, record = root / "examples" / "tarn", str(tmp_path / "tarn.truce")
    shown = next(b for b in (root / "docs" / "agreements.md").read_text("utf-8").split("```text\n") if b.startswith(" * soldiers")).split("```")[0]
    for words in (["read", str(tarn / "reports.jsonl"), "--into", record], ["ledger", record, "--agreement", str(tarn / "tarn.agreement.yaml")]):
        result = CliRunner().invoke(main, words, catch_exceptions=False)
        assert result.exit_code == 0, result.output
    printed = result.output.splitlines()
    assert [line for line in shown.splitlines() if line not in printed] == []
