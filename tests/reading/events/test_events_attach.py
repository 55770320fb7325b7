"""Status where the tree lost what a word hangs on, and what must make no event."""

from __future__ import annotations

import pytest
from spacy.language import Language

from trucekeeper.reading.events import truce_events
from trucekeeper.reading.layers import EventFound, layers

CASES = [
    # sentence, a word of the trigger, status
    ("Negotiators plan to meet in Caracas next week to discuss an extension of the ceasefire.", "extension", "proposed"),
    ("The envoy urged both sides to hold their fire and to resume the exchange of prisoners on Saturday.", "exchange", "demanded"),
    ("Officials said mediators had proposed extending the truce by ten days.", "extending", "proposed"),
    ("Diplomats welcomed a ceasefire that was to have let aid convoys reach El Fasher.", "let", "denied"),
    ("If the army keeps bombing, the group threatened, it will suspend its participation in the talks.", "suspend", "threatened"),
    ("The commander warned that his men would bomb the port if the ships did not leave.", "bomb", "threatened"),
    ("Rather than attack the town, the commander said, his men would wait.", "attack", "denied"),
    ("The plan would allow the evacuation of patients, the release of the hostages and the delivery of food.", "delivery", "proposed"),
    ("The accord obliges both armies to withdraw, exchange prisoners and stop shelling within two weeks.", "shelling", "planned"),
    ("There is no evidence that Chad supplied weapons to the rebels.", "supplied", "denied"),
    ("Rebel commanders denied having shelled the market in Taiz.", "shelled", "denied"),
    ("The cabinet decided against cutting aid to the islands.", "cutting", "denied"),
    ("Border guards stopped short of accusing the army of the attack.", "accusing", "denied"),
    ("The army was said to have killed four farmers near Bunia.", "killed", "happened"),
    ("The army was forced to withdraw from the town after the rebels attacked its base.", "withdraw", "happened"),
    ("After the arrest of the mayor and the killing of two students, thousands took to the streets.", "arrest", "happened"),
]

NO_EVENT = [
    "The agency warned that 260,000 people could run out of food by March.",
    "Neither account could be independently verified.",
    "Any attempt will be met with force.",
]


def read(nlp: Language, text: str) -> list[EventFound]:
    return layers(truce_events(nlp(text))).events


@pytest.mark.parametrize(("text", "word", "status"), CASES)
def test_status_where_the_tree_is_lost(nlp: Language, text: str, word: str, status: str) -> None:
    at = text.index(word)
    assert [e.status for e in read(nlp, text) if e.trigger[0] <= at < e.trigger[1]][:1] == [status]


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_no_act_makes_no_event(nlp: Language, text: str) -> None:
    assert [e.act for e in read(nlp, text)] == []


def test_an_act_does_nothing_itself(nlp: Language) -> None:
    found = read(nlp, "A drone strike killed six people near the bridge.")
    assert [e.status for e in found] == ["happened"] * len(found)
    assert "strike" not in " ".join(a.name for e in found for a in e.actors)
