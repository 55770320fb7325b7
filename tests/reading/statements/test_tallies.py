"""Whoever puts a count at a number answers for it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from .scoring import read

CASES = [
    (
        "The health office of the region put the death toll at 52, including 11 children.",
        "the death toll at 52, including 11 children",
        "The health office of the region",
    ),
    (
        "On Friday the ministry raised its count of the missing to 31.",
        "its count of the missing to 31",
        "the ministry",
    ),
    ("Police put the dead at six and denied that officers had burned houses.", "the dead at six", "Police"),
    ("Survivors gave a far worse toll, of over 100 dead.", "a far worse toll, of over 100 dead", "Survivors"),
    ("The army put it at 20.", "it at 20", "The army"),
    ("Rebels put the number of displaced families at 900.", "the number of displaced families at 900", "Rebels"),
]


@pytest.mark.parametrize(("text", "content", "source"), CASES)
def test_a_count_is_its_giver_s(nlp: Language, text: str, content: str, source: str) -> None:
    (found,) = [s for s in read(nlp, text) if s.act == "count"]
    assert [text[a:b] for a, b in found.content] == [content]
    assert [text[a:b] for a, b in found.source] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The army put the town under siege in May.",
        "The blast raised fears of a new war.",
        "The mayor gave 20 tents to the camp.",
        "He put the toll down to bad luck.",
    ],
)
def test_what_counts_nothing_is_no_count(nlp: Language, text: str) -> None:
    assert [s for s in read(nlp, text) if s.act == "count"] == []
