"""Sentences around a claim's words, and the names in them."""

from __future__ import annotations

import pytest

from trucekeeper.model.document import Document
from trucekeeper.weighing.sentences import proper_names, sentence

TEXT = "The ferry came. “It was late,” Ms. Roe said. Nobody knew why.\nThe market opened"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ferry", "The ferry came."),
        ("late", "“It was late,” Ms. Roe said."),
        ("knew", "Nobody knew why."),
        ("market", "The market opened"),
        ("why.\nThe", "Nobody knew why.\nThe market opened"),
    ],
)
def test_sentence(words: str, expected: str) -> None:
    start = TEXT.index(words)
    first, last = sentence(Document(name="one", text=TEXT), start, start + len(words))
    assert TEXT[first:last] == expected


def test_names_leave_out_first_words_days_and_months() -> None:
    text = "On Monday the ferry left Port Sess. Tavel said in April that Orrin’s boat followed."
    document = Document(name="one", text=text)
    assert proper_names(document, 5, 9) == {"port", "sess"}
    assert proper_names(document, 40, 44) == {"orrin"}


def test_a_name_behind_an_abbreviation_begins_no_sentence() -> None:
    text = "The ferry waited for Rev. Roe and Lt. Olan in Kesh. Nobody else came."
    assert proper_names(Document(name="one", text=text), 4, 9) == {"rev", "roe", "lt", "olan", "kesh"}
