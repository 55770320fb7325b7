"""What a count is told as: None where it is done, otherwise planned, demanded, denied … as an event's status is."""

from __future__ import annotations

import pytest

from trucekeeper.model.claims import Figure
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader

CASES = [  # a sentence, and what its counts are told as, in order
    ("The army claimed on Wednesday to have killed 40 rebels.", [None]),
    ("Under the deal Orrin will hand over 300 prisoners and receive 70 prisoners in return.", ["planned", "planned"]),
    ("Some 20 prisoners could be freed on Sunday.", ["conditional"]),
    ("At least 40 people may have been killed.", [None]),
    ("The envoy said there has been progress on the release of 90 prisoners.", ["planned"]),
    ("The government has freed 350 of the 5,000 men it committed to free.", [None, "planned"]),
    ("The mission has built 12 of a planned 75 posts.", [None, "planned"]),
    ("Some 27,000 villagers have sought refuge in Belm.", [None]),
    ("The two sides will each free 100 prisoners.", ["planned"]),
    ("Of the eight guards still missing, three are believed to be dead.", [None, None]),
    ("Some 30 sailors are said to be held in Bria.", [None]),
    ("About 150 fighters are likely to surrender.", ["planned"]),
    ("Forty detainees to be exchanged at the bridge on Friday are still in the capital's jail.", ["planned"]),
    ("Some 300 rebels are to be freed by the end of the month.", ["planned"]),
    ("The first phase would see 60 hostages released.", ["conditional"]),
    ("At least 600 trucks a day should enter the enclave, the agency said.", ["demanded"]),
    ("The guards handed in 250 of 400 rifles.", [None, None]),
    ("The mission will send 2,000 peacekeepers to the valley.", ["planned"]),
    ("The union promised 40 armoured cars.", ["planned"]),
    ("The town needs 90 tonnes of flour a week.", ["demanded"]),
    ("Mediators proposed that 25 women be released first.", ["proposed"]),
    ("The front threatened to kill 14 hostages.", ["threatened"]),
    ("The army denied that it had killed 31 villagers.", ["denied"]),
    ("The commission will look into 12 deaths.", [None]),
    ("The front demanded the return of 40 sailors held at the port.", ["demanded"]),
    ("The minister demanded an inquiry into the killing of 22 students.", [None]),
    ("The rebels freed 22 students and will free 30 more on Sunday.", [None, "planned"]),
    ("Relatives welcomed the release of 22 students.", [None]),
    ("The sides agreed to swap 120 prisoners.", ["planned"]),
    ("About 5,000 families are expected to return before the rains.", ["planned"]),
    ("Aid groups urged donors to give $40 million.", ["demanded"]),
    ("Donors pledged $40 million.", [None]),
    ("The convoy of 40 trucks entered the town.", [None]),
    ("Villagers said 40 trucks had entered the town.", [None]),
    ("At least 17 people are feared dead.", [None]),
    ("Police accused the group of killing 19 farmers.", [None]),
    ("The blast, which killed 19 farmers, may delay the talks.", [None]),
    ("Troops who killed 19 farmers will be tried.", [None]),
    ("The government wants 400 rifles handed in by Friday.", ["demanded"]),
    ("The court ordered the army to release 14 students.", ["demanded"]),
    ("The army released 14 students after a court ordered it to.", [None]),
    ("Sixteen coffins will be handed over on Tuesday.", ["planned"]),
    ("The Red Cross helped to free 22 hostages.", [None]),
    ("The envoy managed to have 22 hostages freed.", [None]),
    ("In exchange the government is due to free 70 women.", ["planned"]),
    ("The agency must bring in 10,000 tonnes of food each week.", ["demanded"]),
    ("One hundred lorries must cross every day to feed the valley.", ["demanded"]),
    ("Around 3,800 fighters should leave the two towns under the deal.", ["demanded"]),
    ("He added that 92 buses were ready and waiting.", [None]),
    ("Parliament voted to let 3,000 soldiers go home.", ["planned"]),
    ("They are asking for the release of 45 teachers.", ["demanded"]),
    ("Talks on the release of 45 teachers broke down.", ["planned"]),
    ("A second convoy of 30 lorries was due on Sunday.", ["planned"]),
    ("The ministry hopes to vaccinate 90,000 children.", ["planned"]),
    ("Under the plan, Orrin will withdraw 6,000 soldiers and Tavel 4,500.", ["planned", "planned"]),
    ("Rebels said they would hand over the bodies of six miners.", ["planned"]),
    ("Protesters called for 300 detainees to be let go.", ["demanded"]),
    ("Up to 6,900 people are to be bused out.", ["planned"]),
    ("The front claims to have 35,000 fighters.", [None]),
    ("The camp takes no more than 400 people.", [None]),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[c[0][:50] for c in CASES])
def test_told_as(reader: Reader, text: str, wanted: list[str | None]) -> None:
    claims = reader.read(Document(name="case", text=text, published="2025-03-05")).claims
    assert [c.told_as for c in claims if isinstance(c, Figure) and c.measure != "duration"] == wanted
