"""Positions: the lexicons, floors on our own cases, and what must not be taken for one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from trucekeeper.model.errors import KnowledgeError
from trucekeeper.reading.events import truce_events
from trucekeeper.reading.layers import PositionFound, layers
from trucekeeper.reading.positions import truce_positions
from trucekeeper.reading.positions.lexicon import build_issues, build_stances, issues, stances

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
ISSUE = {"pax": "Ceasefire", "words": ["truce", "end+war"]}


def positions(nlp: Language, text: str) -> list[PositionFound]:
    return layers(truce_positions(truce_events(nlp(text)))).positions


@pytest.mark.parametrize("change", [{"word": ["x"]}, {"paxx": "y"}])
def test_a_mistake_in_an_issue_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(KnowledgeError):
        build_issues({"truce": {**ISSUE, **change}})


@pytest.mark.parametrize(
    "data",
    [{"desires": {"verbs": ["want"]}}, {"demands": {"adverbs": ["soon"]}}, {"verdict": {"offers": ["good"]}}, {"accepts": {"verbs": ["confirm > nothing"]}}],
)
def test_a_mistake_in_the_stances_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(KnowledgeError):
        build_stances(data, ["truce"])


def test_every_issue_has_its_category_and_words() -> None:
    assert len(issues()) >= 25
    assert all(i.pax and (i.singles or i.pairs) for i in issues())
    assert set(stances().nouns.values()) == {"demands", "offers", "accepts", "rejects", "proposes", "conditions"}


def is_met(wanted: dict[str, str], found: PositionFound, text: str) -> bool:
    start = text.index(wanted["content"])
    party = f"{found.party.name} {found.party.label}" if found.party else ""
    over = found.content[0] < start + len(wanted["content"]) and start < found.content[1]
    return over and wanted["party"].casefold() in party.casefold() and (found.issue, found.stance) == (wanted["issue"], wanted["stance"])


def test_our_own_cases(nlp: Language) -> None:
    """By this reader and the events alone, so that a party that only the actors' reader can name (a pronoun, a capital) is missed here."""
    asked = met = made = 0
    for row in CASES:
        found = positions(nlp, row["text"])
        made += len(found)
        asked += len(row["positions"])
        met += sum(any(is_met(wanted, f, row["text"]) for f in found) for wanted in row["positions"])
    assert met / asked >= 0.70
    assert met / made >= 0.75


def test_a_list_unfolds_and_is_partial(nlp: Language) -> None:
    found = positions(nlp, "The rebels' demands include a full withdrawal, an end to the blockade and the release of prisoners.")
    assert [(p.issue, p.stance, p.partial) for p in found] == [("withdrawal", "demands", True), ("blockade", "demands", True), ("prisoners", "demands", True)]


def test_a_negated_acceptance_is_a_rejection(nlp: Language) -> None:
    assert [p.stance for p in positions(nlp, "The rebels did not accept the ceasefire.")] == ["rejects"]


@pytest.mark.parametrize(
    ("text", "stance"), [("The Velan party backs a suspension of the talks.", "rejects"), ("The army rejected a suspension of the talks.", "accepts")]
)
def test_who_wants_talks_ended_is_against_them(nlp: Language, text: str, stance: str) -> None:
    assert [(p.stance, p.issue) for p in positions(nlp, text)] == [(stance, "mediation format")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Velan party wants Norland to remove its army.", [("demands", "withdrawal")]),
        ("The general rejected a ceasefire offered by the Velan Front to win time.", [("offers", "ceasefire"), ("rejects", "ceasefire")]),
    ],
)
def test_stances_as_reports_tell_them(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(p.stance, p.issue) for p in positions(nlp, text)] == expected


@pytest.mark.parametrize(
    ("text", "stance", "content"),
    [
        ("The Kesh movement terminated its offer to free the hostages.", "offers", "to free the hostages"),
        ("The Velan Front has dropped its demand for a referendum.", "demands", "a referendum"),
        ("The Velan Front backed away from its demand that the king resign.", "demands", "the king resign"),
        ("The Velan army is no longer insisting on a buffer zone.", "demands", "a buffer zone"),
        ("The Velan Front has stopped demanding independence.", "demands", "independence"),
    ],
)
def test_what_is_given_up_is_held_no_longer(nlp: Language, text: str, stance: str, content: str) -> None:
    found = positions(nlp, text)
    assert [(p.stance, p.ended, text[slice(*p.content)]) for p in found] == [(stance, True, content)]
    assert len(found[0].spans) == 2  # the matter, and the words that tell of the end


@pytest.mark.parametrize("text", ["The Velan Front may drop its demand for a referendum.", "The Velan army ignored the rebels' demand for a referendum."])
def test_what_may_be_given_up_or_others_ignore_has_not_ended(nlp: Language, text: str) -> None:
    assert not any(p.ended for p in positions(nlp, text))


@pytest.mark.parametrize(
    "text",
    [
        "The river supports many villages.",
        "A column of the Velan army moved north to guarantee the truce.",
        "The monitors accepted 166 rifles on Friday.",
        "The envoy may accept the ceasefire.",
        "Rain delayed the harvest, farmers said.",
        "Neither Party shall tax humanitarian aid.",
        "The envoy praised a firm commitment to fight terror.",
        "The Velan army refused to take part in the raid.",
        "The Velan commander ordered his troops to stop the shelling.",
        "The Velan general ordered a halt to the advance.",
        "The Velan minister confirmed that the army would stay in the talks.",
        "The Velan government warned of a famine if the rebels shelled the port.",
    ],
)
def test_no_position(nlp: Language, text: str) -> None:
    assert positions(nlp, text) == []
