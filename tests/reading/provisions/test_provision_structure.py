"""Clauses by the form of a text alone."""

from __future__ import annotations

import pytest

from trucekeeper.reading.provisions.structure import clauses

NUMBERED = """\
Article 1. Truce
1.1 The Sides shall stop firing. They shall stay where they are.
1.2 Each Side shall:
(a) open the road;
(b) clear mines:
 - at the bridge;
 - at the ford.
1.3 The Board shall meet.
"""
LEFT_BEHIND = "[4] A title 2.1.\n[5] The Board shall sit. 2.2.\n[9] The Board shall rise."
RUN_ON = "PART TWO Article Four Duties of the Sides The Sides shall protect the wells."

CASES = [
    (NUMBERED, ["The Sides shall stop firing.", "They shall stay where they are.", "Each Side shall:", "open the road;", "clear mines:",
                "at the bridge;", "at the ford.", "The Board shall meet."]),
    (LEFT_BEHIND, ["A title", "The Board shall sit.", "The Board shall rise."]),
    ("1. First point: nothing. 2.1.3 Second begins here", ["First point: nothing.", "Second begins here"]),
    ("The head of the U.N. office and Dr. Roe shall report.", ["The head of the U.N. office and Dr. Roe shall report."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_bounds(text: str, wanted: list[str]) -> None:
    assert [text[c.start : c.end] for c in clauses(text)] == wanted


def test_labels() -> None:
    assert [c.label for c in clauses(NUMBERED)][:4] == ["1.1", "1.1", "1.2", "1.2(a)"]
    assert [c.label for c in clauses(LEFT_BEHIND)] == ["[4]", "2.1", "[9]"], "a number left behind counts only for the very next row"


def test_items_stand_under_their_opener() -> None:
    found = clauses(NUMBERED)
    stems = [NUMBERED[found[c.stem].start : found[c.stem].end] if c.stem is not None else None for c in found]
    assert stems == [None, None, None, "Each Side shall:", "Each Side shall:", "clear mines:", "clear mines:", None]


def test_a_title_that_runs_into_its_sentence() -> None:
    last = clauses(RUN_ON)[-1]
    assert RUN_ON[last.start : last.end] == "The Sides shall protect the wells."
    assert last.heading == "Duties of the Sides"


def test_a_hard_wrapped_text_is_joined() -> None:
    lines = ["The two sides, meeting in the presence of the mediators at the port,", "have agreed that all firing along the line of contact shall come to"] * 4
    text = "\n".join(lines) + "\nan end.\n\n1. The Board shall begin its work on the first day of the month that\nfollows.\n"
    assert "\n" in text[clauses(text)[0].start : clauses(text)[0].end]
    assert text[clauses(text)[-1].start : clauses(text)[-1].end].endswith("follows.")
