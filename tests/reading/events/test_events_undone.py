"""What is not done, or not yet: meetings that are called off, what is under discussion, what waits for a moment, what a deal between two holds."""

from __future__ import annotations

import pytest

from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader
from trucekeeper.reading.layers import EventFound, layers

# text, act, its status
STATUSES = [
    ("A prisoner swap remains elusive.", "exchange", "conditional"),
    ("The Velan army is to leave Bria as the rebels shell the town.", "shell", "happened"),
    ("The front said army breaches of the truce that began in May include deadly air raids on Bria.", "strike", "happened"),
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
    ("Velan declined to officially say that its army had left Bria.", "withdraw", "conditional"),
    ("Velan stopped short of saying that its army had left Bria.", "withdraw", "conditional"),
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
    ("The two sides will work out rules for holding talks.", "meet", "planned"),
    ("The council called for help, including assistance for the return of refugees.", "return", "planned"),
    ("The council called on both to back Orsk in implementing the withdrawal of the guards.", "withdraw", "demanded"),
    ("If the army leaves, the rebels say they will disarm.", "disarm", "conditional"),
    ("The sailors were held until they were released by the militia.", "release", "happened"),
    ("There was no doubt that the front had shelled the port.", "shell", "happened"),
    ("The quarrel could trigger clashes between herders and miners.", "attack", "conditional"),
    ("Both sides have agreed to begin a disarmament campaign in May.", "disarm", "planned"),
    ("A failed coup attempt divided the army.", "attack", "happened"),
    ("The document implies a ceasefire.", "begin ceasefire", "planned"),
    ("The front agreed to ask the council to monitor the vote.", "monitor", "demanded"),
    ("A call for a truce went out.", "begin ceasefire", "demanded"),
    ("Velan is open to a cease-fire.", "begin ceasefire", "planned"),
    ("The vote could be late, while the rebels want it now.", "appeal", "demanded"),
    ("Guards opened fire on Monday to disperse the crowd, killing one miner.", "kill", "happened"),
    ("Both have declared a temporary ceasefire in order to hold talks.", "meet", "planned"),
    ("The council reminds those responsible for the resumption of hostilities that they will answer.", "break ceasefire", "happened"),
    ("The council urges the parties currently engaged in hostilities to immediately cease fighting.", "begin ceasefire", "demanded"),
    ("The prince set an ultimatum for the miners.", "threaten", "threatened"),
    ("The police probed the June 4 ambush incident.", "attack", "happened"),
    ("He called the port before the attack.", "attack", "happened"),
    ("They blamed the rebels for attacking positions in Bria.", "attack", "happened"),
    ("The group had reneged from the ceasefire pact in March.", "break ceasefire", "happened"),
    ("The king welcomed the intervention of Orsk.", "support", "happened"),
    ("The army has faced fresh accusations by the elders.", "accuse", "happened"),
    ("Obi said that the front was responsible for the raid.", "attack", "happened"),
    ("The council protested that the police had beaten a miner.", "condemn", "happened"),
    ("The police prevented thousands of miners from leaving.", "restrict", "happened"),
]

NOTHING = [
    ("The swap has been under discussion since May.", "negotiate"),
    ("General Tann, who commands the 4th Division, was silent.", "demand"),
    ("Kesh brokered a deal between Orsk and Velan.", "agree"),
    ("A truce in April lasted only days.", "begin ceasefire"),
    ("The council must seize this opportunity.", "seize property"),
    ("Two rockets had been shot down.", "kill"),
    ("Groups that have been engaged in civil war with national forces were tired.", "negotiate"),
    ("Soldiers blocked medical teams from travelling to Bria.", "visit"),
    ("Troops mounted a rescue operation.", "attack"),
    ("The king announced the signing of a ceasefire deal.", "declare ceasefire"),
    ("The guards met no resistance.", "meet"),
    ("The front was holding the remains of twelve soldiers.", "detain"),
    ("The forum will help with the battle against hunger.", "attack"),
    ("Envoys discussed efforts to forge a settlement.", "agree"),
    ("There was a fierce encounter between the army and the front.", "meet"),
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


def test_two_agreeings_on_different_matters_are_two(reader: Reader) -> None:
    text = "The rebels agreed to end hostilities. Later the army and the rebels agreed to exchange prisoners."
    assert len([e for e in events(reader, text) if e.act == "agree"]) == 2
