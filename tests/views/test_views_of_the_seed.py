"""The pages of the acceptance report, read by the shipped pipeline, against what its codebook says must stand on them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader
from trucekeeper.views import board, figure, timeline
from trucekeeper.weighing.weighed import Weighed

pytestmark = pytest.mark.shared
DAY = date(2025, 3, 9)
ISSUES = {"next phase", "withdrawal", "blockade", "aid access", "reconstruction", "governance"}


@pytest.fixture(scope="module")
def weighed(shared: Path) -> Weighed:
    text = (shared / "seed" / "report.txt").read_text("utf-8")
    reading = Reader().read(Document(name="report", text=text, published=DAY.isoformat()))
    return Weighed.make([reading.document], reading.claims)


@pytest.fixture(scope="module")
def page(weighed: Weighed) -> board.BoardPage:
    return board.build(weighed, DAY)


def test_no_phase_is_in_force(page: board.BoardPage) -> None:
    assert "No phase is in force" in page.note
    assert [(p.label, p.state) for p in page.phases] == [("phase 1", "ended"), ("phase 2", "not begun")]


def test_the_second_phase_is_wanted_by_one_party(page: board.BoardPage) -> None:
    assert {a.by for p in page.phases if p.label == "phase 2" for a in p.wanted} == {"Hamas"}


def test_the_issues_of_the_codebook(page: board.BoardPage) -> None:
    assert {i.issue for i in page.issues} >= ISSUES


def test_the_delegation_is_planned_and_not_happened(page: board.BoardPage, weighed: Weighed) -> None:
    monday = [r for r in page.next if r.when == "10 March 2025"]
    assert [(r.status, "Doha" in r.what) for r in monday] == [("planned", True)]
    assert {r.status for r in timeline.build(weighed).rows if "Doha" in r.what} == {"planned"}


def test_captives_add_up_and_nothing_is_alarmed(weighed: Weighed) -> None:
    found = figure.build(weighed, "hostages held")
    rows = [*found.between, *(r for s in found.series for r in s.relations)]
    assert any(r.kind == "sums_to" and "= 5" in r.reason for r in rows)
    parts = [r.reason for r in rows if r.kind == "part_of"]
    assert any(p.startswith("58") and "of 251" in p for p in parts)
    assert any(p.startswith("5 ") and "of 58" in p and "53 others" in p for p in parts)
    assert not [r for r in weighed.figure_relations if r.kind in ("differs", "does_not_sum")]
