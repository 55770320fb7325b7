"""What a count measures, over many ways of saying it, and when it holds: tables of sentences, labelled before they were read."""

from __future__ import annotations

import pytest

from trucekeeper.model.claims import Figure
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader

FLOOR = 0.97
MEASURES = [  # a sentence, and the measures of its counts in order, "|" between those that are as good
    ("The raid killed nine in a village of 300 people.", ["killed", "count"]),
    ("Shells killed more than 30 farmers and cut off the crowded town of more than 40,000 people.", ["killed", "count"]),
    ("The raid killed nine in a camp of 5,000 displaced people.", ["killed", "displaced"]),
    ("Our mission has gathered 8,112 arms in these containers.", ["weapons"]),
    ("They recovered another 27 arms and 245 pieces of ammunition.", ["weapons", "weapons|count"]),
    ("The fighting left 119 people, including 63 civilians, dead.", ["killed", "killed"]),
    ("The needs of almost 4 million people are vast.", ["need"]),
    ("About 90% of the valley's 6 million people are in urgent need of help.", ["need", "count"]),
    ("Some 35,655 people have been shifted to safer places.", ["evacuated"]),
    ("Troops recovered 896 sophisticated and automatic arms.", ["weapons"]),
    ("80% of those missing are soldiers.", ["missing"]),
    ("Eight people, not seven, had been picked up after the ambush.", ["detained"]),
    ("Sixteen people were treated in hospital after the blast.", ["wounded"]),
    ("The hospital said it had received 14 bodies.", ["count"]),
    ("Five civilians had died and 19 were being treated.", ["killed", "wounded"]),
    ("He put the number of those taken at 72.", ["taken"]),
    ("Police put the number of rebels killed in the clash at three.", ["killed"]),
    ("The toll of the landslide and the shelling has passed the 500 mark.", ["killed"]),
    ("Nineteen hostages were rescued in the raid.", ["released"]),
    ("Soldiers rescued 1,720 civilians from the old town.", ["evacuated"]),
    ("Around 3,800 rebels left the two towns.", ["withdrawn"]),
    ("The location of 231 servicemen is unknown.", ["missing"]),
    ("The whereabouts of 40 villagers remain unknown.", ["missing"]),
    ("The fate of 17 journalists is unclear.", ["missing"]),
    ("Four Orrin soldiers were captured and seven lost their lives.", ["taken", "killed"]),
    ("The ministry counted 640 departures.", ["withdrawn|count"]),
    ("Militiamen looted 2,000 rifles from the armoury.", ["weapons"]),
    ("A total of 1,344 weapons were recovered.", ["weapons"]),
    ("Shelling claimed the lives of 15 civilians and eight guards.", ["killed", "killed"]),
    ("The violence has claimed over 100 lives and injured more than 320 people.", ["killed", "wounded"]),
    ("Some 88 others sustained injuries.", ["wounded"]),
    ("Another 30 were admitted to hospital with burns.", ["wounded"]),
    ("Eleven people succumbed to their wounds overnight.", ["killed"]),
    ("At least 40,000 people have sought shelter in churches.", ["displaced"]),
    ("The camp houses 12,000 people who fled the coast.", ["displaced"]),
    ("Some 12,000 people are living in the open.", ["displaced"]),
    ("About 2,400 families have been uprooted.", ["displaced"]),
    ("More than 7,000 have crossed into the neighbouring country.", ["displaced"]),
    ("About 500 people who were living in relief camps have returned to their homes.", ["returned home"]),
    ("The agency has registered 14,200 returnees.", ["returned home"]),
    ("Nearly 3,000 refugees went back last week.", ["returned home"]),
    ("The army said that it lost nine men.", ["killed"]),
    ("Nine of its soldiers fell in the battle.", ["killed"]),
    ("The blast took the lives of 16 people.", ["killed"]),
    ("It was the worst attack in years, with 37 fatalities.", ["killed"]),
    ("The death of 37 miners shocked the country.", ["killed"]),
    ("Gunmen shot 12 people, four of them fatally.", ["casualties|wounded", "killed"]),
    ("The army took 31 prisoners.", ["taken"]),
    ("Police rounded up 200 protesters.", ["taken|detained"]),
    ("The guards hold 60 fighters in the fort.", ["held"]),
    ("Some 60 people are being held at the fort.", ["held"]),
    ("The front still has 60 hostages.", ["held"]),
    ("Sixty hostages are still in captivity.", ["held"]),
    ("There are 60 hostages left in the tunnels.", ["held"]),
    ("The ministry has 412 detainees on its list.", ["count|held|detained"]),
    ("The two armies exchanged 120 prisoners each.", ["released"]),
    ("Each side gave up 120 captives.", ["released"]),
    ("The general handed nine bodies to the Red Cross.", ["returned dead"]),
    ("The remains of 23 soldiers were flown home.", ["returned dead"]),
    ("Nine coffins crossed the bridge.", ["returned dead|count"]),
    ("Only 14 guns had been surrendered.", ["weapons"]),
    ("Some 870 guerrillas have laid down their weapons.", ["disarmed"]),
    ("About 2,300 combatants turned in their arms.", ["disarmed"]),
    ("Roughly 7,000 rebels have entered the cantonment sites.", ["disarmed|troops"]),
    ("The mission deployed 700 observers.", ["troops"]),
    ("Some 1,200 soldiers took part in the parade.", ["troops"]),
    ("A total of 43 lorries with flour crossed on Sunday.", ["trucks"]),
    ("They delivered 500 tonnes of grain.", ["tonnes"]),
    ("The aid reached 90,000 people.", ["aided"]),
    ("Doctors vaccinated 90,000 children.", ["aided"]),
    ("More than 400,000 people are on the brink of famine.", ["food insecure"]),
    ("Some 4 million people, or 70 percent of the population, are going hungry.", ["food insecure", "food insecure"]),
    ("Over 400,000 people face catastrophic levels of hunger.", ["food insecure"]),
    ("Half the population needs aid.", ["need"]),
    ("The shelling destroyed 111 houses and damaged two schools.", ["destroyed", "destroyed"]),
    ("Some 1,700 houses were burnt down by rioters.", ["destroyed"]),
    ("The mission recorded 430 violations of the truce.", ["attacks"]),
    ("Pakistan committed 222 ceasefire violations.", ["attacks"]),
    ("There were 216 breaches along the line.", ["attacks"]),
    ("Donors pledged $90 million at the conference.", ["money pledged"]),
    ("The fund has received $12 million of the $90 million promised.", ["money given", "money pledged|money|money needed"]),
    ("The agency says it needs $90 million.", ["money needed"]),
    ("The government will pay $2,000 to each fighter.", ["money given"]),
    ("Compensation of $5 million was paid out.", ["money|money given"]),
    ("The appeal is only 14 percent funded.", ["count|money given"]),
    ("Rescuers found the bodies of three children.", ["bodies found"]),
    ("Three children were found dead.", ["killed"]),
    ("Twelve villagers are presumed dead and 30 are unaccounted for.", ["killed", "missing"]),
    ("Contact was lost with 30 fishermen.", ["missing|count"]),
    ("The army says 254 militants were eliminated and 140 neutralised.", ["killed", "killed"]),
    ("Authorities freed 14 women from the militia's hands.", ["released"]),
    ("Fourteen women walked free.", ["released"]),
    ("Fourteen women were reunited with their families.", ["released|returned home|count"]),
    ("Some 92 buses carried 5,000 people out of the town.", ["count", "evacuated"]),
    ("The ferry brought 300 evacuees to the capital.", ["evacuated"]),
    ("Some 3,000 people were taken out of the enclave by bus.", ["evacuated"]),
    ("Nearly 1,000 people were driven from their villages.", ["displaced"]),
    ("Villagers said 19 of their cattle had been stolen.", ["count"]),
    ("Police arrested 20 suspects, and nine of them were charged.", ["detained", "detained|count"]),
    ("The rebels forced 40 boys to join their ranks.", ["recruited"]),
    ("A mine wounded two peacekeepers.", ["wounded"]),
    ("Two peacekeepers suffered injuries.", ["wounded"]),
    ("Two were in critical condition.", ["wounded|count"]),
    ("The court sentenced 14 rebels to death.", ["count|troops"]),
    ("The rebels executed 14 captives.", ["killed"]),
]
DAYS = [  # a sentence of a report of 5 March 2025, one of its numbers, the first day for which it is told, and since when it counts
    ("Soldiers have recovered a total of 425 firearms already since the fighting started on January 23.", 425, None, "2025-01-23"),
    ("As of Tuesday, he said a total of 1,722 people had been rescued.", 1722, "2025-03-04", None),
    ("Since Monday, 14 people have been killed.", 14, None, "2025-03-03"),
    ("At least 31 people were killed in the past 24 hours.", 31, "2025-03-04", None),
    ("Only 12 of the 40 have been freed by Friday's deadline.", 12, None, None),
    ("The two sides were to free 40 prisoners by Friday; only 12 have been freed.", 12, None, None),
    ("They were to free 40 prisoners by Friday, but only 12 have been freed.", 12, None, None),
    ("Some 300 rebels are to be freed by Friday.", 300, "2025-03-07", None),
    ("The army said on Monday that 17 soldiers had been killed on Saturday.", 17, "2025-03-01", None),
    ("The army said on Monday that 17 soldiers had been killed.", 17, None, None),
    ("In January 118 people were killed and 40 wounded.", 40, "2025-01", None),
    ("Since the truce began on January 19, 260 people have been killed.", 260, None, "2025-01-19"),
    ("More than 8,000 people have been displaced since the start of the year.", 8000, None, "2025-01-01"),
    ("Last week 1,200 families arrived in the town.", 1200, "2025-02", None),
    ("Eleven people died on Monday and nine on Tuesday.", 9, "2025-03-04", None),
    ("Over the past week 46 trucks reached the camp.", 46, "2025-02", None),
    ("This year 61 aid workers have been killed.", 61, "2025-01", None),
    ("Between 1 and 4 March, 33 houses were burned.", 33, "2025-03-01", None),
    ("In 2010, two civilians were killed in 70 such incidents.", 70, "2010", None),
    ("At the end of February there were 2,400 detainees in the camp.", 2400, "2025-02", None),
    ("The mission has recorded 214 violations since 11 February.", 214, None, "2025-02-11"),
    ("So far this month 19 convoys have arrived.", 19, "2025-03-01", None),
    ("The deal, signed on February 2, led to the release of 90 prisoners.", 90, None, None),
    ("On Monday, the minister said 90 prisoners would go home on Friday.", 90, "2025-03-07", None),
    ("Some 40 trucks crossed on Tuesday, the first since January 3.", 40, "2025-03-04", None),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def figures(reader: Reader, text: str) -> list[Figure]:
    document = Document(name="case", text=text, published="2025-03-05", outlet="The Post")
    return [c for c in reader.read(document).claims if isinstance(c, Figure) and c.measure not in {"duration", "distance"}]


def test_measures(reader: Reader) -> None:
    asked, wrong = 0, []
    for text, wanted in MEASURES:
        made = [f.measure for f in figures(reader, text)]
        asked += len(wanted)
        right = [m in w.split("|") for m, w in zip(made, wanted, strict=False)]
        wrong += [f"{text} {made}"] * (len(wanted) - sum(right) if len(made) == len(wanted) else len(wanted))
    assert 1 - len(wrong) / asked >= FLOOR, "\n".join(wrong)


@pytest.mark.parametrize(("text", "value", "about", "since"), DAYS, ids=[c[0][:50] for c in DAYS])
def test_days(reader: Reader, text: str, value: float, about: str | None, since: str | None) -> None:
    found = next(f for f in figures(reader, text) if f.value == value)
    assert ((found.about.earliest if found.about else None) or "None").startswith(about or "None")
    assert ((found.since.earliest if found.since else None) or "None").startswith(since or "None")
