"""The verb that a term's act begins with, and the past forms that tell that it was done."""

from __future__ import annotations

import re

import pytest

from trucekeeper.agreement.verbs import pasts, verb_at

CASES = [
    ("ratify this agreement", "ratify", "ratified"),
    ("restore the ferry line", "restore", "restored"),
    ("submit a plan", "submit", "submitted"),
    ("rebuild the docks", "rebuild", "rebuilt"),
    ("be immediately demarcated", "demarcate", "demarcated"),
    ("be lifted", "lift", "lifted"),
    ("hand over the lists", "hand", "handed the three lists over"),
    ("pull back its guns", "pull", "pulled all of its guns back"),
]


@pytest.mark.parametrize(("act", "base", "told"), CASES, ids=[c[0] for c in CASES])
def test_past_forms(act: str, base: str, told: str) -> None:
    verb = verb_at(act)
    assert verb is not None
    assert re.fullmatch(verb.base, base)
    assert re.fullmatch(pasts(verb), told)


@pytest.mark.parametrize("act", ["ensure that the road is open", "Immediate ceasefire", "all forces", "take note", ""])
def test_what_tells_of_no_act(act: str) -> None:
    assert verb_at(act) is None
