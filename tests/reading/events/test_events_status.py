"""The status of acts: how words fold, and floors on our own gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from trucekeeper.reading.events import truce_events
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.plover import plover_of
from trucekeeper.reading.events.statuswords import fold
from trucekeeper.reading.layers import layers

GOLD = [json.loads(line) for line in (Path(__file__).parent / "status_gold.jsonl").read_text(encoding="utf-8").splitlines()]

FRESH = [json.loads(line) for line in (Path(__file__).parent / "status_fresh.jsonl").read_text(encoding="utf-8").splitlines()]

FOLDS = [
    # nearer word, further word, both together
    ("happened", "planned", "planned"),
    ("happened", "ongoing", "ongoing"),
    ("happened", "denied", "denied"),
    ("planned", "denied", "denied"),  # "denied planning an attack"
    ("denied", "demanded", "demanded"),  # "urged them not to attack"
    ("denied", "threatened", "threatened"),
    ("planned", "demanded", "demanded"),  # "urged them to agree to withdraw"
    ("conditional", "threatened", "conditional"),  # "warned that they could attack"
    ("planned", "conditional", "conditional"),  # "may agree to meet"
    ("demanded", "planned", "demanded"),
    ("happened", "told", "happened"),
]

CONVENTION = [
    ("meet", "happened", "CONSULT"),
    ("meet", "planned", "AGREE"),
    ("visit", "conditional", "AGREE"),
    ("begin ceasefire", "happened", "RETREAT"),
    ("begin ceasefire", "demanded", "REQUEST"),
    ("release", "denied", "REJECT"),
    ("shell", "planned", "THREATEN"),
    ("end phase", "planned", "SANCTION"),
    ("shell", "denied", "ASSAULT"),
    ("accuse", "happened", "ACCUSE"),
    ("threaten", "threatened", "THREATEN"),
]


@pytest.mark.parametrize(("inner", "outer", "both"), FOLDS)
def test_the_further_word_counts(inner: Any, outer: str, both: str) -> None:
    assert fold(inner, outer) == both


@pytest.mark.parametrize(("act", "status", "root"), CONVENTION)
def test_plovers_convention(act: str, status: Any, root: str) -> None:
    assert plover_of(acts().acts[act], status) == root


# text, the word that names the act, its status
OPEN = [
    ("The herders demanded a truce before allowing aid convoys into the town.", "allowing", "planned"),
    ("The raiders fought troops in the most forceful attempt yet to oust the premier.", "oust", "planned"),
    ("The spokesman did not believe that the general would agree to an end of the fighting.", "agree", "denied"),
    ("The raiders were to have freed 150 farmers; instead they took hostages.", "took", "happened"),
    ("The council warned both sides against a breach of the truce.", "breach", "conditional"),
    ("Ninety days should be enough to monitor the disarming of the front.", "disarming", "planned"),
    ("A truce was agreed last night in the fighting between the two militias.", "fighting", "happened"),
    ("The truce was called for by nine states.", "called", "demanded"),
    ("The cabinet was quick to dismiss the request.", "dismiss", "happened"),
    ("It was an offensive which saw the army recapture the town.", "recapture", "happened"),
    ("The army says abductions by the herders have not stopped.", "abductions", "ongoing"),
    ("They formed a front against the February seizure of power by the king.", "seizure", "happened"),
    ("Despite the fact that the premier declared a truce, the army continues to shell the port.", "declared", "happened"),
    ("The army used guns to bombard the port.", "bombard", "happened"),
    ("It was a failure of the cabinet and the front to reach an agreement.", "reach", "denied"),
    ("Residents voiced concern about the withdrawal of the monitors.", "withdrawal", "happened"),
    ("Tavel will attend if the premier meets two demands: lifting the curfew and freeing all sailors.", "lifting", "demanded"),
    ("Tavel will attend if the premier meets two demands: lifting the curfew and freeing all sailors.", "freeing", "demanded"),
    ("The plan is to scare the herders, driving them from the hills, and so gain control of the mine.", "driving", "planned"),
    ("Monitors would be sent to the island to ensure the truce was honoured.", "honoured", "conditional"),
    ("The monitors ensured that troops left the town.", "left", "happened"),
    ("The accord will end a war in which 900 people are estimated to have been killed.", "killed", "happened"),
    ("It is a pact planned in negotiations with the elders.", "negotiations", "happened"),
    ("The toll suggests that the guards shelled the market.", "shelled", "happened"),
    ("Nothing suggests that the guards shelled the market.", "shelled", "denied"),
    ("Peace talks, which are set to resume in April, will go ahead.", "talks", "planned"),
    ("Obi agreed to a truce after speaking to General Bol on Saturday.", "speaking", "happened"),
    ("General Obi has dismissed accusations that his men burned the school.", "burned", "denied"),
    ("The ministry brushed aside reports that its jets had bombed a school.", "bombed", "denied"),
    ("The front refuted suggestions that it killed the elders.", "killed", "denied"),
    ("The premier rejected the claim that guards had attacked the village as a hoax.", "attacked", "denied"),
    ("The army dismissed accusations of having killed the elders.", "killed", "denied"),
    ("The premier condemned the raid that the guards carried out.", "raid", "happened"),
    ("The herders rejected the agenda of talks with the ministry.", "talks", "planned"),
    ("The raid cast a shadow on talks in Lome that were supposed to lead to an accord.", "talks", "happened"),
    ("Foreign troops are gradually being withdrawn from the province.", "withdrawn", "ongoing"),
    ("Troops began leaving the town, but talks aimed at completing the draft accord were postponed while he was away.", "talks", "planned"),
    ("The envoy is trying to turn the pacts into a truce of all sides by May.", "truce", "planned"),
    ("The side was trying to trace prisoners of war, and a swap could take place in three days.", "swap", "conditional"),
    ("The premier asked for help in keeping the truce by providing troops.", "providing", "demanded"),
    ("Under the deal that was signed in Lome, the army would release 300 captives.", "release", "planned"),
    ("The herders made demands that the farmers rejected on Monday.", "rejected", "happened"),
    ("The premier would only leave after an international force is deployed to the capital.", "deployed", "planned"),
    ("The ministry denied reports that the envoy's visit to Lome had been cancelled.", "cancelled", "denied"),
    ("The opening of the crossing has been moved to 9 June.", "opening", "planned"),
    ("The handover of the bodies has been brought forward to Friday.", "handover", "planned"),
    ("The bishop repeated demands that the herders withdraw from the camp.", "withdraw", "demanded"),
    ("The judge should be allowed to finish his term before standing down.", "standing", "demanded"),
    ("They were due to hold talks with the elders before returning to Lome.", "returning", "planned"),
    ("The premier would go to Lome to announce the end of the fighting.", "end", "planned"),
    ("The herders said they would observe the truce declared by the elders if aid came.", "observe", "conditional"),
    ("The premier called a meeting with the herders.", "meeting", "planned"),
    ("The list will be settled at a meeting between the herders and the ministry.", "meeting", "planned"),
    ("The donors pledged money at a meeting with the ministry.", "meeting", "happened"),
    ("Talks are going on for the release of the nurses.", "release", "planned"),
    ("The council would take up the issue of suspending hostilities.", "suspending", "conditional"),
    ("The cabinet agreed not to arm the militia, and to withdraw its troops.", "withdraw", "planned"),
    ("The gunmen are said to be demanding an amnesty.", "demanding", "demanded"),
    ("The general warned that the force had not been deployed.", "deployed", "denied"),
    ("The elders want monitors from coastal states withdrawn from the valley.", "withdrawn", "demanded"),
    ("It would have been the first time the two sides have met since June.", "met", "conditional"),
    ("The valley would be shaken by an attack on the port.", "attack", "conditional"),
    ("The bombing of the ferry, if proved, would be a crime.", "bombing", "conditional"),
    ("That was all they agreed on before the talks collapsed on Friday.", "collapsed", "happened"),
    ("The army will neither confirm nor rule out a raid into the valley.", "raid", "conditional"),
    ("What the herders want is recognition of their land.", "recognition", "demanded"),
    ("Talks between Orrin and the front are still to be held in Bria.", "held", "planned"),
    ("Both sides have decided to extend the truce and also begin talks on the port.", "begin", "planned"),
    ("There is no prospect of talks because of the withdrawal of the rebels in May.", "withdrawal", "happened"),
    ("It was decided at a meeting of rebel bands which occupy the north.", "occupy", "happened"),
    ("The rules include a ban on rebels from parading in uniform.", "parading", "denied"),
    ("Under the deal the rebels should leave the hills, while the army would release its captives.", "release", "planned"),
    ("The raid came three days before a truce that the rebels have declared.", "raid", "happened"),
]


def test_harm_that_nobody_plans_is_no_threat() -> None:
    assert plover_of(acts().acts["shell"], "planned", somebody=False) is None
    assert plover_of(acts().acts["meet"], "planned", somebody=False) == "AGREE"
    assert plover_of(acts().acts["shell"], "threatened", somebody=False) == "THREATEN"


def test_a_killing_that_is_tried_is_an_attack(nlp: Language) -> None:
    for text in ("The raiders tried to kill the mayor.", "The raiders attempted to retake the town."):
        assert [(e.act, e.status) for e in layers(truce_events(nlp(text))).events] == [("attack", "happened")]
    assert [e.act for e in layers(truce_events(nlp("The raiders killed the mayor."))).events] == ["kill"]


@pytest.mark.parametrize(("text", "word", "status"), OPEN)
def test_what_is_still_open_is_not_done(nlp: Language, text: str, word: str, status: str) -> None:
    at = text.index(word)
    assert [e.status for e in layers(truce_events(nlp(text))).events if e.trigger[0] < at + len(word) and at < e.trigger[1]] == [status]


@pytest.fixture(scope="module")
def told(nlp: Language) -> list[tuple[str, str | None]]:
    """For each gold sentence its status and the one read for the event on its trigger, by this reader alone."""
    found = []
    for row, doc in zip(GOLD, nlp.pipe(r["text"] for r in GOLD), strict=True):
        start = row["text"].index(row["trigger"])
        end = start + len(row["trigger"])
        events = layers(truce_events(doc)).events
        found.append((row["status"], next((e.status for e in events if e.trigger[0] < end and start < e.trigger[1]), None)))
    return found


def test_gold_has_all_statuses() -> None:
    counts = {s: sum(r["status"] == s for r in GOLD) for s in {r["status"] for r in GOLD}}
    assert len(counts) == 8
    assert min(counts.values()) >= 20
    assert len(GOLD) >= 200


def test_status_accuracy(told: list[tuple[str, str | None]]) -> None:
    assert sum(gold == got for gold, got in told) / len(told) >= 0.86


def test_what_did_not_happen_is_not_told_as_happened(told: list[tuple[str, str | None]]) -> None:
    others = [got for gold, got in told if gold != "happened"]
    assert sum(got == "happened" for got in others) / len(others) < 0.04


@pytest.fixture(scope="module")
def fresh(nlp: Language) -> list[tuple[str, str | None]]:
    """The same for the sentences of two and three clauses, each with several acts; a third of them was first read when the rules were done."""
    found: list[tuple[str, str | None]] = []
    for row, doc in zip(FRESH, nlp.pipe(r["text"] for r in FRESH), strict=True):
        events = layers(truce_events(doc)).events
        for act in row["acts"]:
            got = next((e.status for e in events if e.trigger[0] < act["end"] and act["start"] < e.trigger[1]), None)
            found.append((act["status"], got))
    return found


def test_long_sentences_have_all_statuses() -> None:
    statuses = [act["status"] for row in FRESH for act in row["acts"]]
    assert len(FRESH) == 90
    assert len(set(statuses)) == 8


def test_status_in_long_sentences(fresh: list[tuple[str, str | None]]) -> None:
    read = [(gold, got) for gold, got in fresh if got is not None]
    assert len(read) / len(fresh) >= 0.72
    assert sum(gold == got for gold, got in read) / len(read) >= 0.84


def test_what_long_sentences_do_not_tell_as_done_is_not_done(fresh: list[tuple[str, str | None]]) -> None:
    others = [got for gold, got in fresh if gold != "happened"]
    assert sum(got == "happened" for got in others) / len(others) < 0.03
