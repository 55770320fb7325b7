"""Topics in a user's words."""

from __future__ import annotations

import pytest

from trucekeeper.views.select import answers, shortened


@pytest.mark.parametrize(
    ("topic", "words", "expected"),
    [
        ("hostages", ["hostage"], True),
        ("withdraw", ["withdrawal"], True),
        ("withdrawal", ["withdraw"], True),
        ("aided", ["aid"], False),
        ("aid cut", ["aid"], False),
        ("aid", ["aided"], False),
        ("", ["aid"], False),
    ],
)
def test_answers(topic: str, words: list[str], expected: bool) -> None:
    assert answers(topic, words) is expected


def test_shortened_cuts_at_a_word() -> None:
    assert shortened("The ferry came\nlate again", 12) == "The ferry …"
    assert shortened("The  ferry", 12) == "The ferry"
