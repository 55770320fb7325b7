"""The words of agreement texts: the shipped file fits, and a key that nobody asks for, or a pattern that is none, is an error."""

from __future__ import annotations

import copy

import pytest

from trucekeeper.agreement.recitals import recital
from trucekeeper.agreement.texts import checked
from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError


@pytest.mark.parametrize("words", ["Convinced that", "RECALLING the truce", "Whereas the two sides"])
def test_a_recital_is_known_by_its_first_word(words: str) -> None:
    assert recital().match(words) is not None


@pytest.mark.parametrize(("part", "key", "value"), [("recitals", "dance", "x"), ("signatories", "cues", "("), ("phases", "ends", "x")])
def test_faults(part: str, key: str, value: str) -> None:
    content = copy.deepcopy(table("agreement_texts"))
    content[part][key] = value
    with pytest.raises(KnowledgeError, match=r"agreement_texts\.toml"):
        checked(content)
