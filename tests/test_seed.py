"""The first report that the program must master, scored by the shared scorer against floors, and the ten things that it must not say."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from trucekeeper.model.document import Document
from trucekeeper.model.rows import to_row
from trucekeeper.reading.assemble import Reader

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["seed"]
KINDS = [kind for kind in FLOORS if kind not in {"sha256", "files"}]
Row = dict[str, Any]


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[Row]:
    """The claims of the seed, read as published on 9 March 2025."""
    text = (shared / "seed" / "report.txt").read_text(encoding="utf-8")
    reading = Reader().read(Document(name="report", text=text, published="2025-03-09"))
    return [json.loads(json.dumps(to_row(claim, "report"))) for claim in reading.claims]


@pytest.fixture(scope="module")
def scores(shared: Path, rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Row:
    made = tmp_path_factory.mktemp("seed") / "claims.jsonl"
    made.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    command = [sys.executable, shared / "tools" / "score_claims.py", shared / "seed" / "gold.jsonl", made, "--json"]
    found: Row = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_floor(scores: Row, kind: str) -> None:
    recall, fields = FLOORS[kind]
    assert scores[kind]["recall"] >= recall, scores[kind]
    assert scores[kind]["all_fields"] is None or scores[kind]["all_fields"] >= fields, scores[kind]


def test_every_evidence_is_the_exact_words(rows: list[Row], shared: Path) -> None:
    text = (shared / "seed" / "report.txt").read_text(encoding="utf-8")
    assert all(text[e["start"] : e["end"]] == e["exact"] for row in rows for e in row["evidence"])


def test_ids_are_unique(rows: list[Row]) -> None:
    assert len({row["id"] for row in rows}) == len(rows)


class TestNegatives:
    """The `negative` rows of expected_full.jsonl, one test each."""

    @pytest.fixture(scope="class")
    def spans(self, shared: Path) -> dict[str, tuple[int, int]]:
        lines = (shared / "seed" / "expected_full.jsonl").read_text(encoding="utf-8").splitlines()
        found = (json.loads(line) for line in lines)
        return {row["id"]: (row["evidence"][0]["start"], row["evidence"][0]["end"]) for row in found if row["kind"] == "negative"}

    @staticmethod
    def at(rows: list[Row], kind: str, span: tuple[int, int]) -> list[Row]:
        """Rows of a kind whose main evidence lies in a span, or mostly on it."""
        found = []
        for row in rows:
            start, end = row["evidence"][0]["start"], row["evidence"][0]["end"]
            shared_part = min(end, span[1]) - max(start, span[0])
            if row["kind"] == kind and shared_part > 0 and shared_part >= 0.5 * min(end - start, span[1] - span[0]):
                found.append(row)
        return found

    @staticmethod
    def words(value: object) -> str:
        return json.dumps(value, ensure_ascii=False).casefold()

    def test_n1_no_statement_by_the_person_of_an_office(self, rows: list[Row]) -> None:
        for row in (r for r in rows if r["kind"] == "statement" and r["speaker"]):
            speaker = row["speaker"]
            assert "netanyahu" not in self.words(speaker) or "office" in self.words(speaker), row

    def test_n2_no_mediator_is_named(self, rows: list[Row]) -> None:
        people = self.words([[r.get("actors"), r.get("recipients"), r.get("speaker"), r.get("addressee")] for r in rows])
        assert not any(name in people for name in ("egypt", "qatar"))

    def test_n3_no_event_of_this_process_in_saudi_arabia(self, rows: list[Row], spans: dict[str, tuple[int, int]]) -> None:
        assert self.at(rows, "position", spans["N3"]) == []
        for row in (r for r in rows if r["kind"] == "event" and r["place"] and "saudi" in self.words(r["place"])):
            assert "gaza" not in self.words(row["evidence"][0]["exact"])
            assert row["status"] == "planned", row

    def test_n4_n5_threats_and_conditions_did_not_happen(self, rows: list[Row], spans: dict[str, tuple[int, int]]) -> None:
        for name in ("N4", "N5"):
            made = [r for r in self.at(rows, "event", spans[name]) if spans[name][0] <= r["trigger"]["start"] < spans[name][1]]
            assert all(r["status"] not in {"happened", "ongoing"} for r in made), made

    def test_n6_official_figures_are_nobody_s_by_name(self, rows: list[Row], spans: dict[str, tuple[int, int]]) -> None:
        found = self.at(rows, "figure", spans["N6"])
        assert found
        for row in found:
            chain = self.words(row["attribution"]["chain"])
            assert "ministry" not in chain
            assert "israel" not in chain

    def test_n7_the_adjective_is_not_the_ministry_s(self, rows: list[Row], spans: dict[str, tuple[int, int]]) -> None:
        found = self.at(rows, "wording", spans["N7"])
        assert found
        assert all("ministry" not in self.words([r["by"], r["attribution"]]) for r in found)

    def test_n8_a_warning_kills_nobody(self, rows: list[Row], spans: dict[str, tuple[int, int]]) -> None:
        made = [r for r in self.at(rows, "event", spans["N8"]) if spans["N8"][0] <= r["trigger"]["start"] < spans["N8"][1]]
        assert all(r["status"] not in {"happened", "ongoing"} for r in made), made
        assert self.at(rows, "figure", spans["N8"]) == []

    def test_n9_a_capital_that_refuses_is_a_government(self, rows: list[Row], spans: dict[str, tuple[int, int]]) -> None:
        assert all(row["metonym"] for row in self.at(rows, "place", spans["N9"]))

    def test_n10_a_truce_is_not_a_country(self, rows: list[Row], spans: dict[str, tuple[int, int]]) -> None:
        clause = (spans["N10"][0], spans["N10"][0] + 40)
        for row in self.at(rows, "event", clause):
            assert "israel" not in self.words([row["actors"]]), row
            assert all(a["name"] != "It" or a["actor"] is None or "truce" in self.words(a) for a in row["actors"])


def test_the_range_of_dates_that_the_text_allows(shared: Path) -> None:
    text = (shared / "seed" / "report.txt").read_text(encoding="utf-8")
    document = Reader().read(Document(name="report", text=text)).document
    assert document.published is None
    assert document.published_range is not None
    assert (document.published_range.earliest, document.published_range.latest) == ("2025-03-02", "2025-04-13")
    assert any("Sunday" in reason for reason in document.published_reasons)
