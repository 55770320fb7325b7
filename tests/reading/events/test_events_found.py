"""Which acts a sentence tells of, and which words make none: nouns spoken of as known, what a flood or a doctor does, what is only wished for."""

from __future__ import annotations

import pytest

from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader
from trucekeeper.reading.layers import EventFound, layers

# text, acts that it tells of with their status
FOUND = [
    ("The council condemned the ambush near Tessim.", {("condemn", "happened"), ("attack", "happened")}),
    ("Oman mediated the exchange of prisoners.", {("mediate", "happened"), ("exchange", "happened")}),
    ("Two men were jailed for the killing of a priest in Bria.", {("detain", "happened"), ("kill", "happened")}),
    ("Rebels claimed responsibility for the blast.", {("bomb", "happened")}),
    ("Shelling wrecked the accord in Bria on Sunday.", {("shell", "happened"), ("break ceasefire", "happened")}),
    ("The talks, which had begun in May, were sidelined.", {("negotiate", "happened")}),
    ("Tavel brokered a truce in May, but it collapsed within days.", {("mediate", "happened"), ("end ceasefire", "happened")}),
    ("The army launched an all-out offensive against the Front.", {("attack", "happened")}),
    ("The bishop apologised for the nine farmers killed by the police.", {("apologise", "happened"), ("kill", "happened")}),
    ("The two sides will exchange prisoners in Bria. The exchange was put off until June.", {("exchange", "planned")}),
    ("The two sides will open the crossing. The opening was put off until June.", {("open crossing", "planned")}),
    ("Moves to disarm the militia were suspended on Monday.", {("cut relations", "happened")}),
    ("Some have started to return.", {("return", "happened")}),
    ("The front has announced the dissolution of its armed wing.", {("disarm", "happened")}),
    ("Rockets slammed into a market in Orvale.", {("shell", "happened")}),
    ("A truck hit a mine near Orvale.", {("bomb", "happened")}),
    ("The envoys left with both sides blaming each other.", {("accuse", "happened")}),
    ("Orrin called off a meeting of the truce committee.", {("reject", "happened")}),
    ("The union welcomed the release of the hostages.", {("support", "happened"), ("release", "happened")}),
    ("The front declared a three-month, unilateral truce on Friday.", {("declare ceasefire", "happened")}),
    ("The 32 servants taken hostage in May were later released.", {("abduct", "happened"), ("release", "happened")}),
    ("The truce talks in Orvale were called off this morning.", {("reject", "happened")}),
    ("The council warned the rebels not to launch an offensive.", {("demand", "demanded")}),
    ("The front reached an agreement with Orrin on the release of the sailors.", {("agree", "happened"), ("release", "planned")}),
    ("Rebels have agreed to free the nine sailors they have been holding since May.", {("release", "planned")}),
    ("Talks are underway again.", {("negotiate", "ongoing")}),
    ("The two sides held a round of talks in May. A second round was put off.", {("negotiate", "planned")}),
    ("The army answered with artillery.", {("attack", "happened")}),
    ("The front dropped its demand for an amnesty.", {("accept demands", "happened")}),
    ("Prayers marked the evacuation of UN staff.", {("withdraw staff", "happened")}),
    ("Clashes threatened to throw the valley into chaos.", {("attack", "happened")}),
    ("The militia blocked the evacuation of the sick.", {("restrict", "happened")}),
    ("Tavel attended the signing of the accord.", {("sign", "happened")}),
    ("The two sailors were held for a week. They had been handed over to the Red Cross in Bria.", {("release", "happened")}),
    ("The talks were adjourned due to repeated truce violations.", {("break ceasefire", "happened")}),
    ("In a meeting March 23 the two sides were polite.", {("meet", "happened")}),
    ("The army returned fire.", {("attack", "happened")}),
    ("Orrin called for another round of talks with the rebels.", {("appeal", "demanded"), ("negotiate", "demanded")}),
    ("He apologised for taking 16 captives.", {("apologise", "happened"), ("abduct", "happened")}),
    ("Forty sailors were taken in May. Thirty-three were handed over on Friday.", {("release", "happened")}),
    ("The guns fell silent at midnight.", {("begin ceasefire", "happened")}),
    ("The talks were overseen by a bishop.", {("monitor", "happened")}),
    ("There were 75 incidents of truce violations in May.", {("break ceasefire", "happened")}),
    ("The two men were picked up by the police.", {("detain", "happened")}),
    ("Nine men were set free on Saturday.", {("release", "happened")}),
    ("The coalition distanced itself from the attack.", {("attack", "happened")}),
    ("The plan for an airlift was abandoned for the time being.", {("reject", "happened")}),
    ("Eight soldiers were killed in 75 incidents of truce violations.", {("kill", "happened"), ("break ceasefire", "happened")}),
    ("Four soldiers were killed last week in the worst outbreak of violence in Orvale.", {("kill", "happened")}),
    ("Rebels charged into the capital.", {("attack", "happened")}),
    ("The negotiations had been adjourned.", {("end talks", "happened")}),
    ("The peacekeepers pledged to continue their mission.", {("promise", "planned")}),
    ("The coalition has been recruiting teenagers.", {("deploy", "ongoing")}),
    ("The army shelled the port two days after truce talks broke down.", {("end talks", "happened")}),
    ("The strike came a week before a new round of talks between Orrin and the rebels.", {("negotiate", "planned")}),
    ("Gunners shelled the port at dawn. At least eleven people died.", {("kill", "happened")}),
    ("A miner died when a shell hit his house.", {("kill", "happened")}),
    ("Orvale facilitated the release of twelve sailors.", {("mediate", "happened")}),
    ("Troops intervened to separate the crowds.", {("deploy", "happened")}),
    ("The deal followed months of talks in Orvale.", {("negotiate", "happened")}),
    ("The general repeated his warning that his men would attack.", {("attack", "threatened")}),
    ("The cabinet has refused to respond to a demand from the union.", {("reject", "happened")}),
    ("Orvale is opposed to mediation by the bishops.", {("reject", "happened")}),
    ("The cabinet is prepared to lift the ban on rallies.", {("relent", "planned")}),
    ("Forty-six of the former hostages were freed.", {("release", "happened")}),
    ("The Lake Front, the only one not to have signed the accord, marched on the port.", {("sign", "denied")}),
    ("The rebels freed a pilot whom they had held for months.", {("detain", "happened")}),
    ("The army is due to meet the elders on Friday to resume talks which it suspended in May.", {("negotiate", "planned"), ("cut relations", "happened")}),
    ("It set out a package of proposals which it was expected to present to the rebels.", {("propose", "planned")}),
    ("The front quit the town following talks with the elders.", {("negotiate", "happened")}),
    ("The union called off a four-day strike.", {("relent", "happened")}),
    ("The army lifted Friday a day-old blockade on the port.", {("lift blockade", "happened")}),
    ("The militia threatened to shoot the captives and burn down the port.", {("kill", "threatened"), ("destroy", "threatened")}),
    ("A spokesman warned the miners to leave the valley.", {("demand", "demanded")}),
    ("Shelling has driven 4,000 herders from their homes.", {("displace", "happened")}),
    ("The cartel vowed revenge for the arrest of its leader.", {("threaten", "threatened"), ("detain", "happened")}),
    ("Tavel has moved 2,000 soldiers to the border.", {("deploy", "happened")}),
    ("The union has called a general strike for Monday.", {("go on strike", "planned")}),
    (
        "Hundreds of raiders attacked farms on Monday, looting stores, burning houses and holding dozens of hostages.",
        {("destroy", "happened"), ("detain", "happened")},
    ),
    ("A rebel band took nine people, including two nurses, hostage on Monday.", {("abduct", "happened")}),
    ("An elder was hurt in an operation against separatists.", {("attack", "happened")}),
    ("The front said that its truce with Orrin was over.", {("end ceasefire", "happened")}),
    ("The bishops condemned two ambushes near Tessim.", {("attack", "happened")}),
    ("Two of the passengers walked free on Friday night.", {("release", "happened")}),
    ("The union blamed the militia, which it calls a gang, for the abduction of two nurses.", {("accuse", "happened"), ("abduct", "happened")}),
    ("The two sides are due to meet on Friday to sign the accord.", {("meet", "planned"), ("sign", "planned")}),
    ("The ministry blames the militia for a series of attacks.", {("accuse", "happened"), ("attack", "happened")}),
    ("Five truce violations have been recorded since Monday.", {("break ceasefire", "happened")}),
    ("Orrin accused Tavel of backing the rebels.", {("accuse", "happened"), ("support", "happened")}),
    ("Gunmen shot dead a judge.", {("kill", "happened")}),
]

# text, an act that it does not tell of
NOTHING = [
    ("The storm killed nine people and destroyed 30 houses in Orvale.", "kill"),
    ("The storm killed nine people and destroyed 30 houses in Orvale.", "destroy"),
    ("The valley was hit by a flood, with many villages destroyed.", "destroy"),
    ("The freed miners were examined by doctors at the camp.", "investigate"),
    ("The front said it wanted to go home.", "appeal"),
    ("A driver, who was not authorised to speak with reporters, was angry.", "negotiate"),
    ("The driver requested anonymity.", "appeal"),
    ("President Tann tries to calm the crowds.", "accuse"),
    ("The number of wounded is unknown.", "injure"),
    ("The truce has reduced fighting between both sides.", "attack"),
    ("The union welcomed the release of the hostages.", "host"),
    ("A delegation led by General Tann was tired.", "send delegation"),
    ("The planting of a bomb in Bria was a surprise.", "strike"),
    ("The truce comes months after the flood.", "begin ceasefire"),
    ("Orrin called off a meeting of the truce committee.", "end ceasefire"),
    ("The police have to find another way if Orrin leaves, the general said.", "demand"),
    ("Many were left trapped and starving.", "block aid"),
    ("The opening was rather slow.", "open crossing"),
    ("The bridge opens in May, barring new floods.", "restrict"),
    ("The rebels have demonstrated a lack of patience.", "protest"),
    ("No date for cease-fire talks was set.", "destroy"),
    ("Orrin has taken the lead in the talks.", "meet"),
    ("Orrin denied the accusations.", "accuse"),
    ("The attack would not stop talks due in Bria on 3 June.", "attack"),
    ("A general took the initiative.", "propose"),
    ("Students protested against the decision of sending troops to Orvale.", "deploy"),
    ("Rebels charged into the capital.", "accuse"),
    ("The two sides came close to blows.", "visit"),
    ("No deadline was set for the return of the troops.", "demand"),
    ("Militants resisting the army were tired.", "reject"),
    ("President Tann called for another round of talks.", "call by phone"),
    ("After what it called repeated violations of the truce, the front was silent.", "declare ceasefire"),
    ("The council warned the rebels not to launch an offensive.", "attack"),
    ("The talks failed to end the dispute over the port.", "end talks"),
    ("The aim of the talks is to free the sailors.", "negotiate"),
    ("The envoys met to establish a truce in the valley.", "begin ceasefire"),
    ("Peacekeepers gave up defending the town.", "release"),
    ("Guerrillas blew up a mast, leaving half of the country without power.", "withdraw"),
    ("The police insist that the gunmen came from abroad.", "demand"),
    ("Three lorries were travelling on the road.", "visit"),
    ("His farm was sold in the war.", "attack"),
    ("The army shelled the port two days after truce talks broke down.", "end ceasefire"),
    ("The old king died on Monday. Gunners shelled the port.", "kill"),
    ("The three negotiating panels were tired.", "negotiate"),
    ("A second round was set for March/April this year.", "protest"),
    ("The premier broke his promise to the miners.", "break ceasefire"),
    ("The union would withdraw if it wanted a settlement.", "appeal"),
    ("Youth groups supporting the president were tired.", "support"),
    ("The bishops welcomed the resumption of ties with Orrin.", "host"),
    ("Talks on a lasting truce are to resume in Orvale.", "begin ceasefire"),
    ("The Southern Economic Cooperation was slow to reply to the letter.", "cooperate"),
    ("Tavel has moved 2,000 soldiers to the border.", "release"),
    ("He called the swap a step towards an accord.", "exchange"),
    ("The union blamed the militia, which it calls a gang, for the abduction of two nurses.", "appeal"),
    ("The elders felt threatened by the drills.", "threaten"),
    ("The rebels insist they must hold a meeting of their own first.", "demand"),
    ("The talks are aimed at a lasting truce.", "negotiate"),
    ("Foreign troops stationed in the valley were tired.", "deploy"),
    ("The militia finances itself by selling timber.", "give money"),
    ("Officials contacted by telephone were silent.", "meet"),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def events(reader: Reader, text: str) -> list[EventFound]:
    return layers(next(reader.nlp.pipe([reader.prepare(Document(name="report", text=text, published="2031-05-15"))]))).events


@pytest.mark.parametrize(("text", "acts"), FOUND)
def test_found(reader: Reader, text: str, acts: set[tuple[str, str]]) -> None:
    found = {(e.act, e.status) for e in events(reader, text)}
    assert acts <= found


@pytest.mark.parametrize(("text", "act"), NOTHING)
def test_no_such_act(reader: Reader, text: str, act: str) -> None:
    assert act not in {e.act for e in events(reader, text)}
