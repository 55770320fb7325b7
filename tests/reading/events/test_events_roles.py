"""Who does it and to whom, in sentences as agencies write them: names of actors and recipients of one act."""

from __future__ import annotations

import pytest

from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader
from trucekeeper.reading.layers import layers

# text, act, names of the actors, names of the recipients (each by a word of it; the lists are complete)
CASES = [
    ("The elders will prepare a meeting between President Ann Obi and Front leader Ida Bol.", "meet", ["Ann Obi", "Ida Bol"], []),
    ("The rebels re-took the town of Belm on Monday.", "occupy", ["rebels"], ["town"]),
    ("Militants who staged Chad's deadliest mutiny agreed Tuesday to sign an accord.", "riot", ["Militants"], ["Chad"]),
    ("General Kasongo signed the accord on behalf of the Congolese government on Friday.", "sign", ["Kasongo", "Congolese government"], []),
    ("Togo on Monday announced the suspension of air links with Benin.", "cut relations", ["Togo"], ["Benin"]),
    ("Minister for Regional Security General Ann Obi signed the accord.", "sign", ["Ann Obi"], []),
    ("The accord was signed in front of regional mediators and reporters in the Kenyan capital, Nairobi.", "sign", [], []),
    ("The pact, signed in Togo's coastal capital after two days of talks, angered the general.", "sign", [], []),
    ("Insurgent shelling of two villages early on Wednesday killed a child.", "kill", ["Insurgent"], ["child"]),
    ("The health ministry of Maravel on Friday raised the death toll of Tuesday's shelling in Tessim to 21.", "shell", [], ["Tessim"]),
    ("Local elders mediated between the Lake militia and the herders.", "mediate", ["elders"], ["Lake militia", "herders"]),
    ("Clashes broke out between herders and farmers.", "attack", ["herders", "farmers"], []),
    ("Clashes in Bor and Leer between herders and farmers left four dead.", "attack", ["herders", "farmers"], []),
    ("Fighting has grown in Bor and Leer between the Front's army and state troops.", "attack", ["Front's army", "state troops"], []),
    ("Both sides agreed to stop shooting, to form a joint committee to watch it.", "agree", ["sides"], []),
    ("Rebel attacks on the road killed four drivers.", "kill", ["Rebel"], ["drivers"]),
    ("The gunmen seized government offices, killed nine guards and took around 30 hostages, who were later freed.", "abduct", ["gunmen"], ["30 hostages"]),
    ("The rebels wanted the release of 300 prisoners, Bello said.", "appeal", ["rebels"], []),
    ("The withdrawal of Eritrean troops from Tigray has begun.", "withdraw", ["Eritrean troops"], ["Tigray"]),
    ("The mission supervised a withdrawal of fighters from the town.", "withdraw", ["fighters"], []),
    ("A spokesman condemned the killing of civilians by soldiers in Kaduna.", "condemn", ["spokesman"], ["soldiers"]),
    ("Dozens died in heavy fighting in the past week between army units and gunmen loyal to Deng.", "attack", ["army units", "gunmen"], []),
    ("The general urged the cabinet to reject the truce offer.", "reject", ["cabinet"], []),
    ("Kenya had last month rejected a UN-proposed 60-day truce.", "reject", ["Kenya"], []),
    ("The committee issued a statement calling on the government to convene the joint panel.", "demand", ["committee"], ["government"]),
    ("The movement's chairman also called on President Otieno to order an inquiry.", "investigate", ["Otieno"], []),
    ("Gunmen attacked a police convoy in northern Togo on Monday.", "attack", ["Gunmen"], ["police convoy"]),
    ("Lome's only port was bombed on Monday.", "strike", [], ["port"]),
    ("Nine soldiers have been killed and 27 injured in the conflict.", "injure", [], []),
    ("Nine drivers and a guard died in the fighting.", "kill", [], ["Nine drivers", "guard"]),
    ("Jets struck a market, killing or wounding 30, officials in Bria said.", "kill", ["Jets"], []),
    ("The rebels shelled villages held by troops, burning homes and killing nine farmers.", "kill", ["rebels"], ["nine farmers"]),
    ("The rebels are to free 30 prisoners on Friday.", "release", ["rebels"], ["30 prisoners"]),
    ("A coalition of factions known as the Lake Front attacked Dori.", "attack", ["Lake Front"], ["Dori"]),
    ("The ministry accused the captives of links to a militia.", "accuse", ["ministry"], ["the captives"]),
    ("Shells hit civilian settlements near Dori.", "attack", ["Shells"], ["civilian settlements"]),
    ("At least 18 people were reported killed in a clash between herders and farmers.", "kill", [], ["18 people"]),
    ("Nine guards were killed in an ambush by rebels.", "kill", ["rebels"], ["Nine guards"]),
    ("Gunmen took three guards captive.", "abduct", ["Gunmen"], ["three guards"]),
    ("The conflict has killed 300 farmers.", "kill", [], ["300 farmers"]),
    ("The prisoner exchange took an hour.", "exchange", [], ["prisoner"]),
    ("Flights were diverted to Dori due to shelling in the area.", "shell", [], []),
    ("The bandits freed a teacher on Monday in exchange for two jailed men.", "release", ["bandits"], ["teacher"]),
    ("Otieno and Bile met the villagers. They promised to rebuild the road.", "give money", ["Otieno", "Bile"], []),
    ("Otieno and Bile were pleased. They spoke of the camps. They also decided to set up a joint team.", "cooperate", ["Otieno", "Bile"], ["joint team"]),
    ("Raiders attacked farmers' barns in Dori and Gao provinces.", "attack", ["Raiders"], ["farmers"]),
    ("Raiders attacked a police outpost in northern Togo.", "attack", ["Raiders"], ["police outpost"]),
    ("Raiders shelled a police outpost on the outskirts of Dori.", "shell", ["Raiders"], ["police outpost"]),
    ("Teams from the health ministry and the army met at the headquarters of the Lake Council.", "meet", ["Teams from the health ministry"], []),
    ("The herders fled during a visit to the camp by Prime Minister Ann Obi.", "visit", ["Ann Obi"], []),
    ("Twelve nurses taken hostage by the raiders are well.", "abduct", ["raiders"], ["Twelve nurses"]),
    ("The truce held for an hour, with nine drivers killed in a raid.", "kill", [], ["nine drivers"]),
    ("The raid resulted in nine drivers being killed.", "kill", [], ["nine drivers"]),
    ("Premier Obi flew to Lome for talks with the herders.", "negotiate", ["Obi"], ["herders"]),
    ("The navy was due to free the sailors at dawn.", "release", ["navy"], ["the sailors"]),
    ("The premier said the parade was the first of many steps to release prisoners.", "release", [], ["prisoners"]),
    ("Premier Ann Obi and Bol signed the accord.", "sign", ["Ann Obi", "Bol"], []),
    ("Chad, the Republic of Congo and Mali signed the accord.", "sign", ["Chad", "Congo", "Mali"], []),
    ("The premier's special envoy, Ann Obi, flew to the town of Dori for talks.", "visit", ["envoy"], ["Dori"]),
    ("The envoys came to Dori to urge the herders to lay down their arms.", "disarm", ["herders"], []),
    ("The council was due to hold a meeting later on Monday.", "meet", ["council"], []),
    ("The herders agreed to a truce as Premier Obi announced a visit to the north.", "agree", ["herders"], []),
    ("Raiders killed three rangers in a bomb attack in southern Togo.", "kill", ["Raiders"], ["three rangers"]),
    ("Raiders bombed the ferry, killing two guards and wounding nine farmers.", "kill", ["Raiders"], ["two guards"]),
    ("The army and the herders occupying the hills each withdrew from their camps on Friday.", "withdraw", ["army", "herders"], []),
    ("The general told international monitors to pull out of the province.", "withdraw", ["monitors"], []),
    ("Premier Obi made a brief trip to Lome to meet with the herders.", "meet", ["Obi"], ["herders"]),
    ("The ministry said it is ready to resume talks next month.", "negotiate", ["ministry"], []),
    ("Talks began in Lome in March between the Togolese government and the Lake Front.", "negotiate", ["Togolese government", "Lake Front"], []),
    ("Gunfire killed seven people in the crowd.", "kill", [], ["seven people"]),
    ("Kenya fired two artillery shells at Tanzania.", "shell", ["Kenya"], ["Tanzania"]),
    ("Kenya on Thursday attacked a checkpoint.", "attack", ["Kenya"], ["a checkpoint"]),
    ("The raid left six farmers dead and members of the union have been sent home.", "kill", [], ["six farmers"]),
    ("The militia plans to attack the town of Dori next week, the ministry said.", "attack", ["militia"], ["town"]),
    ("A second round was put off after each side blamed the other for the raids.", "accuse", ["each side"], []),
    ("A grenade hurled at a police post wounded two nurses.", "injure", ["grenade"], ["two nurses"]),
    ("General Obi, who yesterday had a meeting with Bol, left for Lome.", "meet", ["Obi"], ["Bol"]),
    ("After meeting with the herders on Tuesday, Premier Obi said the truce was in effect.", "meet", ["Obi"], ["herders"]),
    ("Bol and Obi signed an accord designed to help both sides.", "sign", ["Bol", "Obi"], []),
    ("The raiders renewed their assault, sending thousands fleeing and shattering the truce.", "break ceasefire", ["raiders"], []),
    ("It was praised by Ann Obi, the chairman of the African Union that brokered the talks.", "mediate", ["African Union"], []),
    ("The mayors met before multi-party talks opened in Lome.", "negotiate", [], []),
    ("The union said the army must complete the process of releasing the captives.", "release", ["army"], ["captives"]),
    ("Two guards died in an attack on a convoy by herders.", "attack", ["herders"], ["convoy"]),
    ("It came days after the cabinet and the Lake Front failed to agree on a truce.", "reject", ["cabinet", "Lake Front"], []),
    ("Raiders attacked the guards in the second city, Goma, on Monday.", "attack", ["Raiders"], ["guards"]),
    ("It was hours before the cabinet and the herders announced a truce.", "declare ceasefire", ["cabinet", "herders"], []),
    ("The raiders ambushed another unit elsewhere on the island.", "attack", ["raiders"], []),
    ("The government of Mali and rebels in Kidal agreed to a truce in Algiers.", "agree", ["government of Mali", "rebels"], []),
    ("Rights groups accused the herders of abductions of nurses.", "abduct", ["herders"], ["nurses"]),
    ("The union accused the army of a raid on Dori and killing nine nurses.", "kill", ["army"], ["nine nurses"]),
    ("Fighting between the army and the herders continues in the hills.", "attack", ["army", "herders"], []),
    ("Clashes between elements of the Lake Front and the herders were reported.", "attack", ["Lake Front", "herders"], []),
    ("Rebels seized power on Monday.", "occupy", ["Rebels"], []),
    ("The accord was signed by President Ann Obi and rebel leader Ida Bol.", "sign", ["Ann Obi", "Ida Bol"], []),
    ("The deal was signed by former president Ann Obi and Front leader Ida Bol.", "sign", ["Ann Obi", "Ida Bol"], []),
    ("The cabinet met in Dori after an army truck was hit by herders, killing nine guards.", "kill", ["herders"], ["nine guards"]),
    ("The cabinet met in Dori after an army truck was hit by herders, killing nine guards.", "attack", ["herders"], ["an army truck"]),
    ("Fighting broke out between the army and the herders.", "attack", ["army", "herders"], []),
    ("They praised the Lake Front, which has been in talks with the herders.", "negotiate", ["Lake Front"], ["herders"]),
    ("The raid has killed hundreds.", "kill", [], ["hundreds"]),
    ("The cabinet declared a state of emergency in the north.", "martial law", ["cabinet"], []),
    ("An accord signed by officials from the ministry ended the strike.", "sign", ["officials"], []),
    ("The herders threatened to quit the talks, demanding the removal of foreign guards.", "cut relations", ["herders"], []),
    ("The government of Mali and Niger agreed to a truce.", "agree", ["government of Mali", "Niger"], []),
    ("A raid on a clinic that killed nine nurses drew an outcry.", "kill", [], ["nine nurses"]),
    ("The Marovo ambush killed nine farmers.", "kill", [], ["nine farmers"]),
    ("The Marovo ambush was condemned by the union.", "attack", [], []),
    ("A Taliban ambush killed nine farmers.", "kill", ["Taliban"], ["nine farmers"]),
    ("The premier denied accusations that his guards had raided a clinic.", "attack", ["his guards"], ["a clinic"]),
    ("The army denied a claim by the herders that it had shelled Goma.", "shell", ["army"], ["Goma"]),
    ("President Obi has already said his government accepts the mediators' proposals.", "agree", ["his government"], ["mediators"]),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(("text", "act", "actors", "recipients"), CASES, ids=[f"{a}: {t[:40]}" for t, a, _, _ in CASES])
def test_who_does_it_and_to_whom(reader: Reader, text: str, act: str, actors: list[str], recipients: list[str]) -> None:
    doc = next(reader.nlp.pipe([reader.prepare(Document(name="x", text=text, published="2025-08-26"))]))
    found = [e for e in layers(doc).events if e.act == act]
    assert found, [e.act for e in layers(doc).events]
    event = found[-1]
    for wanted, got in ((actors, event.actors), (recipients, event.recipients)):
        assert len(got) == len(wanted), [a.label for a in got]
        for words in wanted:
            assert any(words in f"{a.name} {a.label}" for a in got), [a.label for a in got]
