"""Topics in a user's words, and sentences around a claim's words."""

from __future__ import annotations

import pytest

from trucekeeper.model.document import Document
from trucekeeper.views.select import answers, sentence, shortened

TEXT = "The ferry came. “It was late,” Ms. Roe said. Nobody knew why.\nThe market opened"


@pytest.mark.parametrize(
    ("topic", "words", "expected"),
    [
        ("hostages", ["hostage"], True),
        ("withdraw", ["withdrawal"], True),
        ("aid cut", ["aid"], False),
        ("aid", ["aided"], False),
        ("", ["aid"], False),
    ],
)
def test_answers(topic: str, words: list[str], expected: bool) -> None:
    assert answers(topic, words) is expected


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


def test_shortened_cuts_at_a_word() -> None:
    assert shortened("The ferry came\nlate again", 12) == "The ferry …"
    assert shortened("The  ferry", 12) == "The ferry"
