"""Topics in a user's words."""

from __future__ import annotations

import pytest

from trucekeeper.views.select import answers, topic_stems
from trucekeeper.views.shortened import shortened


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


@pytest.mark.parametrize(("topic", "told"), [("ceasefire", "a Cease-fire"), ("cease fire", "three ceasefires"), ("defence chief", "the Defense chiefs")])
def test_a_topic_is_found_by_any_spelling(topic: str, told: str) -> None:
    assert answers(topic, topic_stems(told))


def test_shortened_cuts_at_a_word() -> None:
    assert shortened("The ferry came\nlate again", 12) == "The ferry …"
    assert shortened("The  ferry", 12) == "The ferry"
