"""Word lists are checked key by key: what does not fit is named with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

import pytest

from trucekeeper.model.errors import KnowledgeError
from trucekeeper.model.shaped import Pattern, shaped


@dataclass(frozen=True, slots=True)
class Boat:
    name: str
    sails: int
    rig: Literal["sloop", "ketch"]
    moored: bool = False


@dataclass(frozen=True, slots=True)
class Harbour:
    words: frozenset[str]
    pairs: tuple[tuple[str, ...], ...]
    depths: dict[str, int]
    boats: tuple[Boat, ...]
    tide: Pattern
    call: re.Pattern[str]
    open_: tuple[str, ...]


FITS: dict[str, Any] = {
    "words": ["quay", "mole", "quay"],
    "pairs": [["port", "larboard"], ["bow"]],
    "depths": {"inner": 4, "outer": 9},
    "boats": [{"name": "Ada", "sails": 2, "rig": "sloop"}],
    "tide": "ebb|flood",
    "call": "ahoy|hail",
    "open": ["dawn"],
}
FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"wordz": []}, "unknown in the file: wordz"),
    ({"open_": ["dusk"]}, "unknown in the file: open_"),
    ({"words": "quay"}, "words must be a list, not 'quay'"),
    ({"words": ["quay", 3]}, "words[1] must be str, not 3"),
    ({"pairs": ["port"]}, "pairs[0] must be a list, not 'port'"),
    ({"depths": {"inner": "deep"}}, "depths.inner must be int, not 'deep'"),
    ({"depths": {"inner": True}}, "depths.inner must be int, not True"),
    ({"depths": []}, "depths must be a table, not []"),
    ({"boats": [{"name": "Ada", "sails": 2}]}, "missing in boats[0]: rig"),
    ({"boats": [{"name": "Ada", "sails": 2, "rig": "brig"}]}, "boats[0].rig must be one of sloop, ketch, not 'brig'"),
    ({"boats": [{"name": "Ada", "sails": 2, "rig": "sloop", "moored": "no"}]}, "boats[0].moored must be bool, not 'no'"),
    ({"tide": "(ebb"}, "tide is no pattern: (ebb"),
    ({"call": 7}, "call must be a pattern, not 7"),
]


def test_what_fits() -> None:
    made = shaped(Harbour, FITS, "harbour.toml")
    assert made.words == {"quay", "mole"}
    assert made.pairs == (("port", "larboard"), ("bow",))
    assert made.boats == (Boat("Ada", 2, "sloop"),)
    assert made.tide == "ebb|flood"
    assert made.call.match("Hail!")
    assert not made.call.search("unhailed")
    assert made.open_ == ("dawn",)


@pytest.mark.parametrize(("other", "said"), FAULTS, ids=[said for _, said in FAULTS])
def test_what_does_not(other: dict[str, Any], said: str) -> None:
    with pytest.raises(KnowledgeError, match=rf"harbour\.toml: {re.escape(said)}"):
        shaped(Harbour, {**FITS, **other}, "harbour.toml")


def test_what_is_missing() -> None:
    with pytest.raises(KnowledgeError, match="missing in the file: open, tide"):
        shaped(Harbour, {k: v for k, v in FITS.items() if k not in ("tide", "open")}, "harbour.toml")
    with pytest.raises(KnowledgeError, match="the file must be a table"):
        shaped(Harbour, [], "harbour.toml")
