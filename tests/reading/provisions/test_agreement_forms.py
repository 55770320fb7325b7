"""Which documents are agreements by their form: numbered rows of what parties "will" do, whatever stands above them; a proposal is not agreed."""

from __future__ import annotations

import pytest
from provision_gold import read
from spacy.language import Language

from trucekeeper.model.claims import Provision
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader
from trucekeeper.reading.layers import ProvisionFound, layers

DUTIES = """\
1. Orlen and Tavria will implement a cessation of hostilities in the Marches.

2. The Government of Orlen will prevent all armed groups from carrying out any operations against Tavria, and Tavria will not shell any village in the Marches.

3. These commitments do not preclude either side from defending itself.

4. Upon the beginning of the truce according to paragraph one, the Government of Orlen will provide its police with all authorities and instruct them to:
a. Patrol the roads.
b. Dismantle all posts in the hills.

5. Tavria undertakes to publish its maps of the minefields.
"""
ANNOUNCED = f"""\
Announcement of a Cessation of Hostilities in the Marches
4 May 2031

Following talks with both Governments, Ruvia understands that Orlen and Tavria seek an end to the fighting.

To that end, Ruvia understands the following:

{DUTIES}"""
UNDERSTANDING = f"""\
Understanding on the Marches

{DUTIES}"""
PROPOSED = f"""\
Ruvia's Proposal for a Truce in the Marches

{DUTIES}"""
TOLD = """\
Five things to know about the truce in the Marches

1. The minister said Orlen will withdraw from the hills.
2. The general said Tavria will free its prisoners within a week.
3. Envoys expect that the talks will go on in Ruvia, a diplomat said.
4. Villagers fear that the road will stay shut, according to a relief worker.
5. The president says the truce will hold.
"""


def clauses(nlp: Language, text: str) -> dict[str | None, ProvisionFound]:
    return {p.clause: p for p in layers(read(nlp, text)).provisions}


@pytest.mark.parametrize("text", [ANNOUNCED, UNDERSTANDING])
def test_numbered_duties_are_an_agreement_whatever_opens_them(nlp: Language, text: str) -> None:
    found = clauses(nlp, text)
    assert {"1", "2", "3", "4", "4(a)", "4(b)", "5"} <= found.keys()


def test_what_is_proposed_is_not_agreed(nlp: Language) -> None:
    assert {p.standing for p in clauses(nlp, PROPOSED).values()} == {"proposed"}
    assert {p.standing for p in clauses(nlp, f"{PROPOSED}\nSigned at Orle on 4 May 2031\n").values()} == {"agreed"}


def test_numbered_sayings_are_a_report() -> None:
    found = Reader().read(Document(name="x", text=TOLD, published="2031-05-05")).claims
    assert not [p for p in found if isinstance(p, Provision) and p.clause is not None]


def test_a_paragraph_says_nothing(nlp: Language) -> None:
    said = layers(read(nlp, ANNOUNCED)).statements
    assert not [s for s in said if s.speaker is not None and "paragraph" in s.speaker.name]


WHO = """\
Understanding on the Marches

1. Upon the start of the truce and without prejudice to the mandate of the Joint Force (JF), Orlen and Tavria, together with it, will enlarge the board.
2. An enlarged commission, hosted by the JOF, chaired by Ruvia, and including Vesk, will monitor the truce.
3. Orlen and Tavria recognise the importance of the pact in achieving peace and commit to taking steps towards its implementation.
4. The Government of Orlen will provide its police with all authorities and instruct them to:
a. Monitor and enforce against any entry of arms.
b. Starting with the hills, dismantle all existing factories.
5. The two sides commit to ensuring that under no circumstances will villagers be the target of attacks.
"""


@pytest.mark.parametrize(
    ("clause", "owing", "action"),
    [
        ("1", ["Orlen", "Tavria"], "enlarge the board."),
        ("2", ["enlarged commission"], "monitor the truce."),
        ("3", ["Orlen", "Tavria"], "commit to taking steps towards its implementation."),
        ("4(a)", ["Government of Orlen"], "Monitor and enforce against any entry of arms."),
        ("4(b)", ["Government of Orlen"], "Starting with the hills, dismantle all existing factories."),
        ("5", ["two sides"], "The two sides commit to ensuring that under no circumstances will villagers be the target of attacks."),
    ],
)
def test_who_owes_it(nlp: Language, clause: str, owing: list[str], action: str) -> None:
    found = clauses(nlp, WHO)[clause]
    assert [o.name.removeprefix("An ").removeprefix("The ") for o in found.obligors] == owing
    assert found.action == action


def test_a_condition_in_front_ends_before_the_subject(nlp: Language) -> None:
    found = clauses(nlp, WHO)["1"]
    assert found.conditions == ("without prejudice to the mandate of the Joint Force (JF)",)
    assert found.anchor is not None
    assert found.anchor.reference == "entry into force"
