"""What is not done, or not yet: meetings that are called off, what is under discussion, what waits for a moment, what a deal between two holds."""

from __future__ import annotations

import pytest

from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader
from trucekeeper.reading.layers import EventFound, layers

# text, act, its status
STATUSES = [
    ("The Velan army said it would leave Bria.", "withdraw", "planned"),
    ("Orsk called off the talks on Monday.", "negotiate", "denied"),
    ("A meeting between Orsk and Velan that had been set for Friday was called off.", "meet", "denied"),
    ("The talks between Orsk and Velan were cancelled.", "negotiate", "denied"),
    ("The exchange of some 500 captives has been under discussion since May.", "exchange", "proposed"),
    ("The withdrawal of Velan's troops is under negotiation.", "withdraw", "proposed"),
    ("The moment we sit down, they shoot, the elder said.", "meet", "conditional"),
    ("The minute the army leaves, the rebels will attack Bria.", "withdraw", "conditional"),
    ("As soon as they sign the accord, we will leave.", "sign", "conditional"),
    ("As soon as they signed the accord, we left.", "sign", "happened"),
    ("Both hailed the deal which they struck last month and includes the release of 90 prisoners.", "release", "planned"),
    ("The envoy laid out a path to an end to the war.", "begin ceasefire", "proposed"),
    ("Velan had until now opposed the role of the envoy.", "reject", "happened"),
    ("Velan did not immediately confirm that a deal had been reached.", "agree", "conditional"),
    ("The front said it was ready for talks, anywhere, brokered by the Union.", "mediate", "planned"),
    ("Talks that had been planned before the killings in Bria were delayed.", "kill", "happened"),
    ("Obi assured the elders that the fighting between both armies would not affect the talks.", "attack", "happened"),
    ("The council called for an agreement between Orsk and Velan.", "agree", "demanded"),
    ("A deal between Orsk and Velan is near.", "agree", "planned"),
    ("The 2014 agreement between Orsk and Velan has held.", "agree", "happened"),
    ("The truce lasted only briefly.", "end ceasefire", "happened"),
    ("A deal between Orsk and the rebels fell apart in March.", "end ceasefire", "happened"),
    ("The clashes lasted from 4 to 9 May.", "attack", "happened"),
    ("A coalition intervened in Tarn in 2015.", "deploy", "happened"),
    ("Hundreds of troops moved into five villages.", "deploy", "happened"),
]

NOTHING = [
    ("The swap has been under discussion since May.", "negotiate"),
    ("General Tann, who commands the 4th Division, was silent.", "demand"),
    ("Kesh brokered a deal between Orsk and Velan.", "agree"),
    ("A truce in April lasted only days.", "begin ceasefire"),
]

# text, the day of the agreeing
AGREED = [
    ("The army agreed to leave by noon on Thursday.", None),
    ("The army agreed on Monday to leave Bria by noon on Thursday.", "2031-05-12"),
    ("Velan and the rebels agreed to extend the truce until 30 June.", None),
    ("The rebels agreed to free the miners next week.", None),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def events(reader: Reader, text: str) -> list[EventFound]:
    return layers(next(reader.nlp.pipe([reader.prepare(Document(name="report", text=text, published="2031-05-15"))]))).events


@pytest.mark.parametrize(("text", "act", "status"), STATUSES)
def test_status(reader: Reader, text: str, act: str, status: str) -> None:
    assert {e.status for e in events(reader, text) if e.act == act} == {status}


@pytest.mark.parametrize(("text", "act"), NOTHING)
def test_no_such_act(reader: Reader, text: str, act: str) -> None:
    assert act not in {e.act for e in events(reader, text)}


@pytest.mark.parametrize(("text", "day"), AGREED)
def test_the_day_of_what_is_agreed_is_not_that_of_agreeing(reader: Reader, text: str, day: str | None) -> None:
    (found,) = [e for e in events(reader, text) if e.act == "agree"]
    assert (found.about.as_range if found.about else None) == day
