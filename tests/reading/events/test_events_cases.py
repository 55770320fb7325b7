"""What is read of single sentences: act, PLOVER root, status, who and to whom."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.reading.actors import truce_actors
from trucekeeper.reading.events import truce_events
from trucekeeper.reading.layers import EventFound, layers
from trucekeeper.reading.places import truce_places

# sentence, act, root, status, a word of the actors (or None), a word of the recipients (or None)
CASES = [
    ("Kenyan envoys met Somali officials in Jeddah.", "meet", "CONSULT", "happened", "Kenyan", "Somali"),
    ("Kenya hosted the Somali president in Nairobi.", "host", "CONSULT", "happened", "Kenya", "president"),
    ("Rebels shelled the town of Bunia on Monday.", "shell", "ASSAULT", "happened", "Rebels", None),
    ("The town was shelled by rebels on Monday.", "shell", "ASSAULT", "happened", "rebels", None),
    ("Chad accused Sudan of arming the militia.", "accuse", "ACCUSE", "happened", "Chad", "Sudan"),
    ("Nigeria threatened to close its border with Benin.", "restrict", "THREATEN", "threatened", "Nigeria", "Benin"),
    ("The militia refused to release the teachers.", "release", "REJECT", "denied", "militia", "teachers"),
    ("The army is to deploy in the south as the marines withdraw over 60 days.", "withdraw", "RETREAT", "planned", "marines", None),
    ("Norway agreed to host the negotiations.", "negotiate", "AGREE", "planned", "Norway", None),
    ("The Red Cross delivered flour to the camp.", "deliver aid", "AID", "happened", "Red Cross", None),
    ("The navy lifted the blockade of the port.", "lift blockade", "RETREAT", "happened", "navy", None),
    ("Okello lifted the unilateral truce with the rebels.", "end ceasefire", "SANCTION", "happened", "Okello", None),
    ("The trucks were set on fire by the militia.", "destroy", "ASSAULT", "happened", "militia", None),
    ("The mission supervised the return of the forces to their barracks.", "withdraw", "RETREAT", "happened", "forces", None),
    ("Jets flew close to the border on Monday.", "deploy", "MOBILIZE", "happened", "Jets", None),
    ("Soldiers arrested the mayor of Bria.", "detain", "COERCE", "happened", "Soldiers", "mayor"),
    ("Brussels imposed sanctions on two generals.", "sanction", "SANCTION", "happened", "Brussels", "generals"),
    ("Ethiopia deployed troops along the border.", "deploy", "MOBILIZE", "happened", "Ethiopia", None),
    ("Thousands of students demonstrated in Conakry.", "protest", "PROTEST", "happened", None, None),
    ("Pakistan praised the decision of the council.", "support", "SUPPORT", "happened", "Pakistan", "council"),
    ("Both sides exchanged 40 prisoners at the bridge.", "exchange", "COOPERATE", "happened", "sides", None),
    ("The government accepted the demands of the rebels.", "accept demands", "CONCEDE", "happened", "government", "rebels"),
    ("The council demanded the withdrawal of the troops.", "withdraw", "RETREAT", "demanded", "troops", None),
    ("The council demanded the withdrawal of the troops.", "demand", "REQUEST", "demanded", "council", None),
    ("The minister said Eritrea must return the helicopter.", "return", "REQUEST", "demanded", "minister", "Eritrea"),
    ("The movement said it would boycott the vote.", "boycott", "THREATEN", "planned", None, None),
    ("The general said he would not meet the envoy.", "meet", "REJECT", "denied", None, "envoy"),
    ("Gunmen took six engineers hostage near Jos.", "abduct", "ASSAULT", "happened", "Gunmen", None),
    ("The airstrike on the market killed ten people.", "kill", "ASSAULT", "happened", None, "people"),
    ("Italy launched an investigation into the massacre.", "investigate", "ACCUSE", "happened", "Italy", None),
]

# what the words look like but do not say
NOTHING = [
    "The mission continued to conduct operations to maintain peace and stability.",
    "The agency released a report on rainfall.",
    "He signed autographs after the match.",
    "The parties met the deadline.",
    "The film opened in March.",
    "The striker attacked the problem with patience.",
    "Ann Lee held positions as transport minister.",
    "An official who asked not to be named smiled.",
]


def events(nlp: Language, text: str) -> list[EventFound]:
    return layers(truce_events(nlp(text))).events


def names(actors: tuple[object, ...]) -> str:
    return " ".join(getattr(a, "name", "") for a in actors)


@pytest.mark.parametrize(("text", "act", "root", "status", "actor", "recipient"), CASES)
def test_event(nlp: Language, text: str, act: str, root: str, status: str, actor: str | None, recipient: str | None) -> None:
    found = [e for e in events(nlp, text) if (e.act, e.type, e.status) == (act, root, status)]
    assert found, [(e.act, e.type, e.status) for e in events(nlp, text)]
    assert actor is None or actor in names(found[0].actors), found[0]
    assert recipient is None or recipient in names(found[0].recipients), found[0]


@pytest.mark.parametrize("text", NOTHING)
def test_no_event(nlp: Language, text: str) -> None:
    assert events(nlp, text) == []


def test_one_act_told_twice_is_one_event_with_two_spans(nlp: Language) -> None:
    text = "Kenya shelled the town on Monday. Residents fled. Kenya shelled the town with mortars, the mayor said."
    shelling = [e for e in events(nlp, text) if e.act == "shell"]
    assert [len(e.spans) for e in shelling] == [2]


def test_another_status_is_another_event(nlp: Language) -> None:
    text = "Kenya shelled the town. Kenya threatened to shell the town again."
    assert sorted(e.status for e in events(nlp, text) if e.act == "shell") == ["happened", "threatened"]


def test_spans_and_triggers_are_inside_the_text(nlp: Language) -> None:
    text = "The rebels rejected a truce, and the army vowed to retake the hills unless they left."
    for event in events(nlp, text):
        assert all(0 <= s < e <= len(text) for s, e in event.spans)
        assert event.spans[0][0] <= event.trigger[0] < event.trigger[1] <= len(text)


BOTH = [
    ("The bishop met the rebels and the army chief on Monday.", "meet", "recipients", {"the rebels", "the army chief"}),
    ("Armenian and Azerbaijani soldiers clashed on Sunday near Goris.", "attack", "actors", {"Armenian", "Azerbaijani"}),
    ("An agreement between the Juba and Khartoum governments was reached last Thursday.", "agree", "actors", {"Juba", "Khartoum"}),
]


def whole(nlp: Language, text: str) -> Doc:
    """Read with its actors and places, which decide who takes part."""
    return truce_events(truce_places(truce_actors(nlp(text))))


@pytest.mark.parametrize(("text", "act", "role", "expected"), BOTH)
def test_all_of_them_take_part(nlp: Language, text: str, act: str, role: str, expected: set[str]) -> None:
    found = [e for e in layers(whole(nlp, text)).events if e.act == act]
    assert {a.name for e in found for a in getattr(e, role)} >= expected


def test_where_they_met_is_nobody(nlp: Language) -> None:
    meetings = [e for e in layers(whole(nlp, "A joint meeting in Vientiane ended on Thursday without agreement.")).events if e.act == "meet"]
    assert len(meetings) == 1
    assert meetings[0].recipients == ()
