"""Manners in which reports tell of stances: signing, conditions, what is refused by "not going to", lists that begin with what is to be done."""

from __future__ import annotations

import pytest

from trucekeeper.model.claims import Position
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader

# text, (stance, issue, the first words of the content) of each position
TOLD = [
    ("“There’s not going to be any ceasefire,” General Obi said.", [("rejects", "ceasefire", "ceasefire")]),
    ("“There will not be an extension of the truce,” General Obi said.", [("rejects", "ceasefire duration", "extension")]),
    ('"Norland is willing to reduce troop numbers by half," the envoy said.', [("offers", "withdrawal", "to reduce")]),
    ("The valley front agreed to sign after weeks of talks.", [("accepts", "agreement or plan", "to sign")]),
    ("The herders' union refused some of the demands of the army.", [("rejects", "agreement or plan", "some of the demands")]),
    (
        '"We are not going to enter talks until the garrison leaves," the leader of the Hill Front said.',
        [("rejects", "mediation format", "enter talks"), ("conditions", "withdrawal", "until")],
    ),
    (
        "The demands of the Hill Front include the release of captives. Other conditions are reopening the river port and a neutral venue for talks.",
        [("demands", "hostages", "the release"), ("demands", "blockade", "reopening"), ("demands", "mediation format", "a neutral venue")],
    ),
    (
        "Among the front's demands were the release of prisoners and a revision of the constitution that binds the king, including the right to pick judges.",
        [("demands", "prisoners", "the release"), ("demands", "constitution", "a revision")],
    ),
    ("Arlen – Rebels from the delta have dismissed an offer of autonomy for the delta.", [("rejects", "self-determination", "an offer")]),
    (
        "The army is ready to talk to the rebels once they have named their leaders.",
        [("offers", "mediation format", "to talk"), ("conditions", "mediation format", "once")],
    ),
    ("The government has rejected the rebel demands that would have led to a vote.", [("rejects", "agreement or plan", "the rebel demands")]),
    ("The president announced on Tuesday that he would order a ceasefire.", [("offers", "ceasefire", "order a ceasefire")]),
    ("The clan chief said he did not regard the autonomy plan as acceptable.", [("rejects", "self-determination", "the autonomy plan")]),
    ("The front insisted it will accept nothing less than a referendum on independence.", [("demands", "self-determination", "a referendum")]),
    ('"The sending of monitors is ruled out," Foreign Minister Sol Ade said.', [("rejects", "monitoring", "The sending of monitors")]),
    ("A number of governments oppose the rebels' demands.", [("rejects", "agreement or plan", "the rebels' demands")]),
    ("The army is willing to accept the draft accord.", [("accepts", "agreement or plan", "the draft accord")]),
    ("The rebels say the plan does not address their demands for a vice-president from the delta.", [("demands", "power sharing", "a vice-president")]),
    ("The clan leaders said they would no longer talk to the king.", [("rejects", "mediation format", "talk to the king")]),
    ("The mediators have asked both sides to resume talks in three days.", [("demands", "mediation format", "to resume talks")]),
    ("The president repeated earlier calls on the rebels to disarm.", [("demands", "disarmament", "to disarm")]),
    ("The rebels said they will not meet with officials before the election.", [("rejects", "mediation format", "meet with officials")]),
    ("The front said that the army must, among other things, disarm the militias.", [("demands", "disarmament", "the army must")]),
]
NONE = [
    "The rebels have set aside their demands for independence.",
    "The delegation of the clans would stay in the town for as long as it took to reach an accord.",
    "The front's envoy presented two conditions to start talks with the king.",
    "The clans set six conditions for negotiations.",
    "The king will be responsible if detainees are not released, the front said.",
    "The guarantors would secure the clans' commitment to the ceasefire.",
    "The clans signed a truce on Friday. Under the deal, the army will let food through once the guns are silent.",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def positions(reader: Reader, text: str) -> list[Position]:
    """Those that are held: what has ended is told too, and marked so."""
    read = reader.read(Document(name="manners", text=text, published="2041-06-02")).claims
    return [c for c in read if isinstance(c, Position) and not c.ended]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_told(reader: Reader, text: str, wanted: list[tuple[str, str, str]]) -> None:
    found = positions(reader, text)
    assert [(p.stance, p.issue) for p in found] == [(stance, issue) for stance, issue, _ in wanted]
    assert all(p.content.startswith(words) for p, (_, _, words) in zip(found, wanted, strict=True)), [p.content for p in found]


@pytest.mark.parametrize("text", NONE)
def test_no_stance(reader: Reader, text: str) -> None:
    assert [(p.stance, p.content) for p in positions(reader, text)] == []
