from __future__ import annotations

import copy

import pytest

from trucekeeper.agreement.lexicon import act_words, checked
from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError


def test_shipped_file_fits() -> None:
    assert "withdrawal" in act_words().issues["withdraw"]


@pytest.mark.parametrize(("part", "key", "said"), [("bearing", "undoes", "unknown in bearing: undoes"), ("bearing", "performs", "acts without issues: dance")])
def test_faults(part: str, key: str, said: str) -> None:
    content = copy.deepcopy(table("provisions_acts"))
    content[part][key] = ["dance"]
    with pytest.raises(KnowledgeError, match=said):
        checked(content)
