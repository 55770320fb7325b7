"""The cues' file is checked as strictly as code."""

from __future__ import annotations

from typing import Any

import pytest

from trucekeeper.model.errors import KnowledgeError
from trucekeeper.reading.statements.lexicon import build, inflections, lexicon

WRONG: list[tuple[str, dict[str, Any]]] = [
    ("kind", {"verbs": [{"words": ["say"]}]}),
    ("key", {"verb": [{"words": ["say"], "frame": ["that"]}]}),
    ("act", {"verb": [{"words": ["say"], "act": "speech"}]}),
    ("tone", {"verb": [{"words": ["say"], "tone": "bad"}]}),
    ("neutral", {"verb": [{"words": ["say"], "neutral": "said"}]}),
    ("frame", {"verb": [{"words": ["say"], "frames": ["thet"]}]}),
    ("list", {"words": {"tally": ["toll"]}}),
    ("twice", {"verb": [{"words": ["say", "Say"]}]}),
]


@pytest.mark.parametrize("data", [w[1] for w in WRONG], ids=[w[0] for w in WRONG])
def test_a_slip_in_the_file_is_an_error(data: dict[str, Any]) -> None:
    with pytest.raises(KnowledgeError):
        build(data)


def test_there_are_several_hundred_cues() -> None:
    found = lexicon()
    assert len(found.verbs) > 400
    assert len(found.nouns) > 100


@pytest.mark.parametrize(
    ("word", "frame", "act"),
    [
        ("say", "that", "statement"),
        ("demand", "np", "demand"),
        ("deny", "ing", "denial"),
        ("accuse", "obj-of", "accusation"),
        ("warn", "of", "warning"),
        ("vow", "to", "promise"),
    ],
)
def test_what_a_verb_does(word: str, frame: str, act: str) -> None:
    cue = lexicon().verb(word, frame)
    assert cue is not None and cue.act == act


def test_tone_of_loaded_verbs() -> None:
    claimed, admitted = lexicon().verb("claim", "that"), lexicon().verb("admit", "that")
    assert claimed is not None and claimed.tone == "loaded-doubt"
    assert admitted is not None and admitted.tone == "loaded-guilt"


@pytest.mark.parametrize(
    ("verb", "form"), [("deny", "denied"), ("urge", "urging"), ("admit", "admitted"), ("confess", "confesses"), ("insist", "insisted"), ("say", "says")]
)
def test_forms(verb: str, form: str) -> None:
    assert form in inflections(verb)
    assert lexicon().forms[form] == verb


def test_irregular_forms() -> None:
    assert [lexicon().forms[w] for w in ("said", "told", "wrote", "thought")] == ["say", "tell", "write", "think"]
