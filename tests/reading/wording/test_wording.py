"""Loaded terms of any conflict, their owners, and what is none."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language

from trucekeeper.model.errors import KnowledgeError
from trucekeeper.reading.actors import truce_actors
from trucekeeper.reading.layers import WordingFound, layers
from trucekeeper.reading.statements import truce_statements
from trucekeeper.reading.wording import truce_wording
from trucekeeper.reading.wording.lexicon import build, forms, terms


def read(nlp: Language, text: str) -> list[WordingFound]:
    doc = truce_wording(truce_statements(truce_actors(nlp(text))))
    return list(layers(doc).wordings)


FOUND = [
    ("Ukraine", "Shells fell on the besieged city of Mariupol overnight.", ["the besieged city"]),
    ("Ukraine", "Moscow speaks of a special military operation.", ["special military operation"]),
    ("Sudan", "The regime has closed the border.", ["The regime"]),
    ("Sudan", "Fighters carried out a massacre in the village.", ["a massacre"]),
    ("Colombia", "Troops neutralised three men near the river.", ["neutralised"]),
    ("Colombia", "The narco-terrorists crossed at night.", ["narco-terrorists"]),
    ("Northern Ireland", "The thugs burned two buses.", ["thugs"]),
    ("Sri Lanka", "Soldiers liberated the last town in the north.", ["liberated"]),
    ("Sri Lanka", "He is remembered as a freedom fighter.", ["freedom fighter"]),
    ("Myanmar", "The junta's brutal campaign goes on.", ["The junta's brutal campaign"]),
    ("Yemen", "Their martyrs were buried on Friday.", ["martyrs"]),
    ("Ethiopia", "The genocidal war has emptied the valley.", ["The genocidal war"]),
    ("Kashmir", "The so-called line of control was quiet.", ["The so-called line"]),
    ("distance", 'The "safe" corridor was shelled twice.', ['"safe"']),
    ("evaluation", "A widely condemned law was passed in an unprecedented vote.", ["widely condemned", "unprecedented"]),
]

CUES = [
    ("The army claimed that the bridge was empty.", "claimed", "army", "said"),
    ("The minister has grudgingly admitted the list was wrong.", "admitted", "minister", "acknowledged"),
    ("The envoy lashed out at the mediators for the delay.", "lashed out at", "envoy", "criticised"),
]

NOT_FOUND = [
    "The army said that the bridge was empty, and the rebels denied it.",
    "The rebels claimed responsibility for the attack.",
    "The hospital admitted forty men that night.",
    'The mayor said: "They claim that nobody was hurt."',
    "The Lord's Resistance Army signed in Juba.",
    "The Tarn Islamic Freedom Fighters signed in Juba.",
    "The sanctions regime was renewed for a year.",
    "Militants and gunmen crossed the river; a rebel was wounded.",
    "The hostages and the prisoners were freed.",
    "Trucks crossed the bridge at dawn.",
    'The paper printed "A Long Way Home" in full.',
]


@pytest.mark.parametrize(("where", "text", "expected"), FOUND, ids=[f"{f[0]}: {f[2][0]}" for f in FOUND])
def test_loaded_terms(nlp: Language, where: str, text: str, expected: list[str]) -> None:
    assert [text[w.start : w.end] for w in read(nlp, text)] == expected


@pytest.mark.parametrize(("text", "term", "referent", "neutral"), CUES, ids=[c[1] for c in CUES])
def test_loaded_cues_of_the_outlet(nlp: Language, text: str, term: str, referent: str, neutral: str) -> None:
    (found,) = read(nlp, text)
    assert (text[found.start : found.end], found.term, found.by, found.neutral) == (term, term, None, neutral)
    assert found.referent is not None and referent in found.referent


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_no_verdict(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


def test_whose_word_it_is(nlp: Language) -> None:
    (quoted,) = read(nlp, '"The terrorists have left," the governor said.')
    assert quoted.by is not None and "governor" in quoted.by.name
    (own,) = read(nlp, "The terrorists have left, according to the governor.")
    assert own.by is None and own.neutral == "militant"


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("table", {"terms": []}),
    ("key", {"term": [{"category": "act-label", "kind": "noun", "span": "word", "words": ["x"], "netural": "y"}]}),
    ("category", {"term": [{"category": "slur", "kind": "noun", "span": "word", "words": ["x"]}]}),
    ("kind", {"term": [{"category": "act-label", "kind": "name", "span": "word", "words": ["x"]}]}),
]


@pytest.mark.parametrize(
    "text",
    ["The mayor of Harun condemned the raid, labelling it a massacre.", "The mayor of Harun called the raid a massacre."],
)
def test_what_somebody_is_told_to_call_so_is_his_word(nlp: Language, text: str) -> None:
    [found] = [w for w in read(nlp, text) if w.term == "massacre"]
    assert found.by is not None and "mayor" in found.by.name


@pytest.mark.parametrize("data", [w[1] for w in WRONG], ids=[w[0] for w in WRONG])
def test_a_slip_in_the_file_is_an_error(data: dict[str, Any]) -> None:
    with pytest.raises(KnowledgeError):
        build(data)


@pytest.mark.parametrize(
    ("word", "kind", "form"),
    [("massacre", "noun", "massacres"), ("neutralise", "verb", "neutralising"), ("wipe out", "verb", "wiped out"), ("so-called", "exact", "so - called")],
)
def test_forms(word: str, kind: str, form: str) -> None:
    assert form in forms(word, kind)


def test_there_are_hundreds_of_terms() -> None:
    assert sum(len(entries) for entries in terms().values()) > 400


def test_forms_that_no_rule_makes() -> None:
    assert "drove" in terms() and "overran" in terms()


@pytest.mark.parametrize(
    "text",
    [
        "The minister took out a loan to rebuild the school.",
        "Police eliminated two routes from the list.",
        "The party expelled two diplomats and occupied the vacant seat on the council.",
        "Envoys hammered out a deal overnight.",
        "Aid workers said the historic city had been spared.",
        "They were charged with extortion and sabotage of oil pipelines.",
    ],
)
def test_what_is_done_to_harmless_things_is_not_loaded(nlp: Language, text: str) -> None:
    assert not layers(truce_wording(truce_statements(truce_actors(nlp(text))))).wordings


@pytest.mark.parametrize(("text", "term"), [("The army said it had neutralised eleven bandits.", "neutralised"), ("Troops occupied the town.", "occupied")])
def test_what_is_done_to_people_and_towns_is(nlp: Language, text: str, term: str) -> None:
    assert term in [w.term for w in layers(truce_wording(truce_statements(truce_actors(nlp(text))))).wordings]
