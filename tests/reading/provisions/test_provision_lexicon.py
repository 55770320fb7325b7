from __future__ import annotations

import copy

import pytest

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.model.shaped import shaped
from trucekeeper.reading.provision_words import Deontic, Provisions, deontic, provision_words


def test_shipped_files_fit() -> None:
    assert "shall" in deontic().duty.modals
    assert "withdrawal" in provision_words().issues


@pytest.mark.parametrize(("shape", "name", "part"), [(Deontic, "deontic", "duty"), (Provisions, "provisions", "phases")])
def test_an_unknown_key_is_an_error(shape: type, name: str, part: str) -> None:
    content = copy.deepcopy(table(name))
    content[part]["modls"] = ["shall"]
    with pytest.raises(KnowledgeError, match="modls"):
        shaped(shape, content, name)


def test_a_missing_key_is_an_error() -> None:
    content = copy.deepcopy(table("deontic"))
    del content["bearers"]
    with pytest.raises(KnowledgeError, match="bearers"):
        shaped(Deontic, content, "deontic")
