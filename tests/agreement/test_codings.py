"""Other codings beside ours: all of PAM's types have a place or a word on why not, and a mistake in the table is an error."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from trucekeeper.agreement.codings import checked, codings, pax
from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError

PAM_TYPES = 51  # as PAM's own page says


def test_all_of_pams_types_are_mapped_or_said_to_be_unmapped() -> None:
    items = codings().pam.items
    assert len({i.name for i in items}) == len(items) == PAM_TYPES
    assert [i.name for i in items] == sorted((i.name for i in items), key=str.casefold)
    assert [i.name for i in items if not (i.issues or i.sections) and not i.note] == []


def test_a_category_that_goes_to_several_places_says_so() -> None:
    wrong = [i.name for c in (codings().pam, codings().ceasefires) for i in c.items if i.fit in {"same", "narrower", "wider"} and len(i.issues) > 1]
    assert wrong == []


def test_every_issue_has_a_pax_category() -> None:
    assert all(pax().values())


FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"issue": ["withdrawal"]}, "Extra inputs"),
    ({"issues": ["dancing"], "fit": "same"}, "no issue dancing"),
    ({"sections": ["songs"], "fit": "same"}, "no section songs"),
    ({"fit": "none"}, "no note says what to do"),
    ({"fit": "narrower"}, "goes nowhere"),
    ({"fit": "close"}, "Input should be"),
]


@pytest.mark.parametrize(("change", "said"), FAULTS)
def test_faults(change: dict[str, Any], said: str) -> None:
    content = copy.deepcopy(table("codings"))
    content["pam"]["items"][0] = {"name": "New", **change}
    with pytest.raises(KnowledgeError, match=said):
        checked(content)


def test_a_category_given_twice() -> None:
    content = copy.deepcopy(table("codings"))
    content["pam"]["items"].append(content["pam"]["items"][0])
    with pytest.raises(KnowledgeError, match="Amnesty is there twice"):
        checked(content)
