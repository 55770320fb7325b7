"""Terms that a report tells as shares of power, as what was to be done, by lists with semicolons, and where what a report adds of their making ends them."""

from __future__ import annotations

import pytest

from trucekeeper.model.claims import Provision
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader

TOLD = [
    (
        "The Hill Front and the premier signed a pact. The premier’s team will take 20 seats in the new cabinet and nine seats will go to the front.",
        ["The premier’s team will take 20 seats in the new cabinet", "nine seats will go to the front"],
    ),
    ("The sides signed a deal. Once a final text is signed, the two sides will have three months to form a cabinet.", ["form a cabinet"]),
    (
        "Under a deal brokered by an envoy, Velan was to free five prisoners in exchange for two soldiers.",
        ["Velan was to free five prisoners in exchange for two soldiers"],
    ),
    ("Velan and Orsk have agreed to a lasting truce and to pull their men out of the towns.", ["a lasting truce", "pull their men out of the towns"]),
    ("All sides agreed to formally disarm and later leave the towns.", ["formally disarm", "later leave the towns"]),
    ("The two leaders agreed on a list of ministers after five hours of talks.", ["a list of ministers"]),
    (
        "They met, and agreed to move guns from the joint area, the only part of the zone where northern and southern men face each other, by Thursday.",
        ["move guns from the joint area, the only part of the zone where northern and southern men face each other, by Thursday"],
    ),
    (
        "The clans signed a pact. They agreed to set up a buffer zone to ease tension and prevent clashes, and stop drills near the line.",
        ["set up a buffer zone to ease tension and prevent clashes", "stop drills near the line"],
    ),
    (
        "The sides signed an accord. In return, the rebels will be absorbed into the national army and given the right to sit in the cabinet.",
        ["the rebels will be absorbed into the national army", "given the right to sit in the cabinet"],
    ),
    (
        "The clans agreed on a lasting truce. It was decided that all sides will withdraw their guns.",
        ["a lasting truce", "all sides will withdraw their guns"],
    ),
    (
        "The pact stipulates the withdrawal of all guns from the line; the opening of the hill road; and the joint patrolling of the border.",
        ["the withdrawal of all guns from the line", "the opening of the hill road", "the joint patrolling of the border"],
    ),
    ("Leaders hailed the accord calling for an immediate suspension of raids.", ["an immediate suspension of raids"]),
    ("The agreement stipulates that guards be deployed in a zone while talks go on.", ["guards be deployed in a zone"]),
    ("Velan and Orsk signed an agreement on Monday to cease hostilities at once.", ["cease hostilities at once"]),
    (
        "The agreement calls for the end of raids, and an observer mission and a guard to be deployed in the border area.",
        ["the end of raids", "an observer mission and a guard to be deployed in the border area"],
    ),
    (
        "The accord includes a strong role for the union in watching rights, opening up the voting system and cleaning up the courts.",
        ["a strong role for the union in watching rights", "opening up the voting system", "cleaning up the courts"],
    ),
    (
        "The agreement calls for a truce in the hills and the deployment of a peacekeeping force in a zone inside Orle until the disputed border is drawn.",
        ["a truce in the hills", "the deployment of a peacekeeping force in a zone inside Orle until the disputed border is drawn"],
    ),
    (
        "Under the terms of the agreement, Obi will remain president and Dene, a former envoy and leader of the Hill Party, will become premier.",
        ["Obi will remain president", "will become premier"],
    ),
    (
        "The parties signed an agreement on an amnesty for the men captured during the war, and on the appointment of an election board for the land.",
        ["an amnesty for the men captured during the war", "the appointment of an election board for the land"],
    ),
    ("A 30% cut of the army's troops was also included in the treaty.", ["A 30% cut of the army's troops"]),
    (
        "The clans agreed on a lasting truce and pledged to free their captives.",
        ["a lasting truce", "free their captives"],
    ),
    (
        "Under the settlement it was decided that the fighters would confine their men to 28 camps. In return, the government will also lock up its guns.",
        ["the fighters would confine their men to 28 camps", "the government will also lock up its guns"],
    ),
    (
        "The fighters made a deal to disarm and join the government. Their weapons would be stored by 21 May.",
        ["disarm", "join the government", "Their weapons would be stored by 21 May"],
    ),
    (
        "Among the provisions of the accord are the following: a truce and exchange of prisoners; withdrawal of the fighters; and repatriation of refugees.",
        ["a truce and exchange of prisoners", "withdrawal of the fighters", "repatriation of refugees"],
    ),
    ("The two sides agreed to open the road in a move to save the talks.", ["open the road"]),
    (
        "The parties reached a deal. Under the terms of the deal, rebel forces holding the north of the land will start disarming by 15 October.",
        ["rebel forces holding the north of the land will start disarming by 15 October"],
    ),
    ("Under the accord, the bandits pledged to halt raids and instead guard the area.", ["halt raids", "instead guard the area"]),
    (
        "The agreement calls for the safe handover of the bodies as well as the return of 11 prisoners.",
        ["the safe handover of the bodies", "the return of 11 prisoners"],
    ),
    (
        "The accord provides for the clearing of the bazaar and the installation of a neutral commander to control the area.",
        ["the clearing of the bazaar", "the installation of a neutral commander to control the area"],
    ),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_told(reader: Reader, text: str, wanted: list[str]) -> None:
    claims = reader.read(Document(name="told", text=text, published="2041-06-02")).claims
    assert [c.action for c in claims if isinstance(c, Provision)] == wanted


def test_the_opposition_chooses(reader: Reader) -> None:
    text = "A pact was signed on Friday. According to the agreement the opposition will choose a premier."
    claims = reader.read(Document(name="told", text=text, published="2041-06-02")).claims
    assert [[a.name for a in c.obligors] for c in claims if isinstance(c, Provision)] == [["the opposition"]]
