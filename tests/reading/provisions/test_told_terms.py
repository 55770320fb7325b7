"""Terms that a report tells in passing: asked of several, in a second clause, owed by "will have to", retold in passives, due upon signing."""

from __future__ import annotations

import pytest

from trucekeeper.model.claims import Provision
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader

TOLD = [
    (
        "The lake clans signed a truce on Friday. The accord calls for a halt to raids and for the herders and the fishers to hand in their rifles.",
        ["a halt to raids", "hand in their rifles"],
    ),
    ("The pact, sealed in May, calls for the displaced to be given land in the valley.", ["the displaced to be given land in the valley"]),
    (
        "The sides signed an accord. They agreed that the tax will be halved and the harbour will be reopened.",
        ["the tax will be halved", "the harbour will be reopened"],
    ),
    ("Both fronts agreed on Sunday to the deployment of monitors to end the raids.", ["the deployment of monitors to end the raids"]),
    ("Under the deal, the brigades will have to leave the mill and lock up their guns.", ["the brigades will have to leave the mill", "lock up their guns"]),
    (
        "The clans signed a truce. Both sides will make their lists of missing men public within 40 days.",
        ["Both sides will make their lists of missing men public within 40 days"],
    ),
    ("The miller will be freed from prison upon signing of the accord, officials said.", ["The miller will be freed from prison upon signing of the accord"]),
    (
        "The minister announced a peace deal on Monday. He said the fighters would be freed from prison.",
        ["the fighters would be freed from prison"],
    ),
    (
        "The opposition published a proposal. Talks on a constitution would be opened within a month of the truce.",
        ["Talks on a constitution would be opened within a month of the truce"],
    ),
    (
        "A levy will be set up for the dams and a board will be formed to watch the truce, the draft accord says.",
        ["A levy will be set up for the dams", "a board will be formed to watch the truce"],
    ),
    ("The brigades agreed to disarm and for their men to join the army, the mediators said.", ["disarm", "their men to join the army"]),
    (
        "The sides signed a pact. The pact foresees a truce and the setting up of a board which will divide the herds.",
        ["a truce", "the setting up of a board which will divide the herds"],
    ),
    ("A treaty, which calls for a vote in the valley, was signed in May.", ["a vote in the valley"]),
    ("The sides signed a pact. The pact means the front must disarm, an officer said.", ["the front must disarm"]),
    (
        "The two kingdoms say they have agreed to a ceasefire starting at noon on Saturday.",
        ["a ceasefire starting at noon on Saturday"],
    ),
    ("The clans agreed to a halt to raids and to the release of captives.", ["a halt to raids", "the release of captives"]),
    (
        "Two clans signed a pact in May. The parties pledged to keep the wells open, avoid raids and resume the salt trade.",
        ["keep the wells open", "avoid raids", "resume the salt trade"],
    ),
    (
        "The sides agreed that, within a maximum period of three months, all units at the mill shall return to their camps and that mercenaries shall leave.",
        ["all units at the mill shall return to their camps", "mercenaries shall leave"],
    ),
    (
        "The two kings had reached an agreement on the disarmament of the clans and the return of the herds.",
        ["the disarmament of the clans", "the return of the herds"],
    ),
    (
        "The declaration ends the talks. It would open the river road and set up a joint board to watch the truce, mediators said.",
        ["open the river road", "set up a joint board to watch the truce"],
    ),
    (
        "The pact foresees a programme of disarmament, demobilisation and training for the fighters. It foresees a small force to deter raids.",
        ["a programme of disarmament, demobilisation and training for the fighters", "a small force to deter raids"],
    ),
    (
        "The lake front has agreed to lock up its rifles, part of a peace accord that took two years.",
        ["lock up its rifles"],
    ),
    (
        "The clans signed a truce on Sunday. They met in Orle for the first time. The envoy thanked the hosts. The rains had come early. "
        "Both sides must keep their guns in the stores, the report said.",
        ["Both sides must keep their guns in the stores"],
    ),
    (
        "The clans signed a truce. Any troops recruited before May must stay in the hills, the report said.",
        ["Any troops recruited before May must stay in the hills"],
    ),
    (
        "The two kings signed a pact in Orle. The two sides decided to set up a joint police post, Ann Obi said. The two also committed not to raid the mill.",
        ["set up a joint police post", "not to raid the mill"],
    ),
    (
        "The accord was signed in May. It offers a vote in the delta and obliges the army to leave the port.",
        ["offers a vote in the delta", "leave the port"],
    ),
    (
        "The front and the army signed a pact. The Hill Post says it provides for the disarming of the militias and for reopening the river road.",
        ["the disarming of the militias", "reopening the river road"],
    ),
    ("The pact is a first because it allows for a vote in the delta.", ["a vote in the delta"]),
    ("The brigades signed a truce. The army is required within 20 days to leave the mill.", ["leave the mill"]),
    ("The accord calls for the river road, the so-called Salt Way, to stay open.", ["the river road, the so-called Salt Way, to stay open"]),
    ("The clans broke the deadlock by agreeing on Friday to free their captives, the mediators of the peace deal said.", ["free their captives"]),
    (
        "Promising to shrink its army and create a coast guard, the kingdom on Monday signed a series of accords.",
        ["shrink its army", "create a coast guard"],
    ),
    ("The talks went on after a May accord set up a court for the crimes of the war.", ["a court for the crimes of the war"]),
    (
        "Under the peace deal, herders and fishers alike will give up their claims to the ministries.",
        ["herders and fishers alike will give up their claims to the ministries"],
    ),
    (
        "The pact was signed in May. Mr Odak will step down in October for a premier of the north.",
        ["Mr Odak will step down in October for a premier of the north"],
    ),
    (
        "The brigades signed a pact. The herders will be allowed to keep 40 rifles.",
        ["The herders will be allowed to keep 40 rifles"],
    ),
    (
        "The kingdom signed a pact. The army would reduce its troops in the delta and help disband the militias.",
        ["The army would reduce its troops in the delta", "help disband the militias"],
    ),
    (
        "The treaty, including a truce from June 1, had been initialled in May.",
        ["a truce from June 1"],
    ),
    (
        "The pact was signed in May. The pact called for the fishers to be given two ministries, the envoy said.",
        ["the fishers to be given two ministries"],
    ),
    ("The accord calls on both parties to keep their guns in the stores.", ["keep their guns in the stores"]),
    ("Both fronts agreed to a ceasefire involving all their units.", ["a ceasefire involving all their units"]),
    ("The minister said the latest accord focuses on sending observers to the hills.", ["sending observers to the hills"]),
    ("The pact provides for the opening of an airport in Orle, a town that the army held.", ["the opening of an airport in Orle"]),
    ("The deal calls for a truce and free elections.", ["a truce", "free elections"]),
    (
        "The treaty calls for a new council before winter and for herders to lay down their arms.",
        ["a new council before winter", "lay down their arms"],
    ),
    ("Under the accord, all the clans waive their claims to the ministries.", ["all the clans waive their claims to the ministries"]),
    ("The two kings signed a pact in Orle, with both countries pledging to cut their armies.", ["cut their armies"]),
    ("The treaty included a provision that called for the army to leave the delta.", ["leave the delta"]),
    (
        "The kings signed a treaty. The front says that among the provisions are the opening of the archives and the release of captives.",
        ["the opening of the archives", "the release of captives"],
    ),
    (
        "The two presidents agreed to a five-point plan to calm the conflict. In return, Orle would free its captives.",
        ["Orle would free its captives"],
    ),
    (
        "The clans signed a pact. The envoy, Ann Obi, said there would be a withdrawal of the militias from the port.",
        ["there would be a withdrawal of the militias from the port"],
    ),
    (
        "Under the terms of the deal, a unity government, which has not met since May, would resume its work in the capital.",
        ["a unity government, which has not met since May, would resume its work in the capital"],
    ),
    ("The kings signed a pact. Mr Bol agreed that a woman would chair the peace commission.", ["a woman would chair the peace commission"]),
    ("The two sides signed a treaty. Both sides will hand their maps to a panel.", ["Both sides will hand their maps to a panel"]),
    (
        "Under the accord, the fishers agreed to let the guards back into Orle, the hill town that the front holds.",
        ["let the guards back into Orle"],
    ),
    ("The clans signed a pact. The premier is given authority over the mines.", ["The premier is given authority over the mines"]),
    (
        "The two kings signed a pact. The president wrote that the front will free its captives.",
        ["the front will free its captives"],
    ),
    (
        "The two kings signed a pact in which the kingdom would keep its guards in the port.",
        ["the kingdom would keep its guards in the port"],
    ),
    (
        "The clans signed a pact. The council engaged to open the roads and the front committed to disarm its men.",
        ["open the roads", "disarm its men"],
    ),
    (
        "According to the pact, urgent measures will be taken, and a joint panel will be formed to free the captives.",
        ["urgent measures will be taken", "a joint panel will be formed to free the captives"],
    ),
    ("Both fronts agreed to the opening of a post of premier and two posts of ministers.", ["the opening of a post of premier and two posts of ministers"]),
    (
        "The accord provides for the return of the fishers from the port to Orle and the north.",
        ["the return of the fishers from the port to Orle and the north"],
    ),
    (
        "The clans signed a pact, the envoy said. It included agreement on the release of captives and called for the opening of the port.",
        ["the release of captives", "the opening of the port"],
    ),
    ("An agreement to free the captives of both sides was reached on Sunday.", ["free the captives of both sides"]),
    ("As part of the deal the brigades will leave the port by June.", ["the brigades will leave the port by June"]),
    ("The new deal comprised the opening of the port and a vote in the delta.", ["the opening of the port", "a vote in the delta"]),
    ("The clans signed a pact. Under the deal, Ms Odak will become premier.", ["Ms Odak will become premier"]),
    (
        "The head of the council signed an agreement in Orle on Monday. The agreement provides for a truce in the delta. "
        "The fishers must hand in their rifles. They undertake to free their captives. The army will leave the port.",
        ["a truce in the delta", "The fishers must hand in their rifles", "free their captives", "The army will leave the port"],
    ),
    (
        "Velan and the Hill Front signed a truce. Both armies have to leave the posts within nine days. The Premier will have the power to dismiss ministers. "
        "Part of the camp is also to be emptied.",
        [
            "Both armies have to leave the posts within nine days",
            "The Premier will have the power to dismiss ministers",
            "Part of the camp is also to be emptied",
        ],
    ),
    ("The rivals said that they had agreed a deal and would hold a vote within ten months.", ["would hold a vote within ten months"]),
    (
        "The rivals agreed a timetable for disarming that provides for the front to hand in its rifles by May.",
        ["hand in its rifles by May"],
    ),
    ("Under the new deal, Velan forces and Orsk-backed hill forces will both leave Bria.", ["Velan forces and Orsk-backed hill forces will both leave Bria"]),
    (
        "The sides agreed that all units shall return to their camps and that all mercenaries and foreign fighters shall leave.",
        ["all units shall return to their camps", "all mercenaries and foreign fighters shall leave"],
    ),
    ("The clans signed a pact in which they said they would stop the raids.", ["they would stop the raids"]),
    ("The two leaders stipulated in the accord that a vote must be held in May.", ["a vote must be held in May"]),
    ("The pact demands that the clans of the lake leave their posts.", ["the clans of the lake leave their posts"]),
    ("The pact creates a team which shall draw the line and watch it.", ["creates a team which shall draw the line and watch it"]),
    (
        "Velan and the front signed a truce on Monday. The accord has these four points:\n\n- release of all captives\n- To open the port of Orsk\n"
        "\nThe minister welcomed it.",
        ["release of all captives", "To open the port of Orsk"],
    ),
    (
        "Velan and the front signed a pact in Bria. Both parties must carry out the truce by 9 July and sign a treaty by 8 August.",
        ["Both parties must carry out the truce by 9 July", "sign a treaty by 8 August"],
    ),
    ("Among the provisions of the accord are a truce in the delta and a vote", ["a truce in the delta", "a vote"]),
    ("Velan and the front have agreed to a nine-day ceasefire.", ["a nine-day ceasefire"]),
    ("The sides reached a deal. The front agreed not to seize any more towns.", ["not to seize any more towns"]),
    ("The rivals signed a pact, agreeing to a halt to raids and the return of the herders.", ["a halt to raids", "the return of the herders"]),
    ("Under the deal, Ms Odak will become premier and chair a council.", ["Ms Odak will become premier", "chair a council"]),
    ("Under the deal, the army will gather and destroy the rifles.", ["the army will gather and destroy the rifles"]),
    ("The raids broke the ceasefire, which commenced on 3 May.", ["the ceasefire, which commenced on 3 May"]),
    ("Three towns are to be emptied under an agreement between Velan and the front.", ["Three towns are to be emptied"]),
    ("The mediators said that the deal will put in place a team of observers.", ["put in place a team of observers"]),
]
NOT_TOLD = [
    "The sides signed a pact in May. Both have options of six more years to use by 2049.",
    "Under the deal, the pact will pave the way for a road in the valley.",
    "A newspaper published a draft accord. The accord also stated that the army would leave the hills.",
    "The rivals signed a deal that may allow the exiles to return to the valley.",
    "Bringing the front back and agreeing a timetable were requirements of the accord.",
    "Both welcomed the implementation of the 3 May 2041 Ceasefire Agreement.",
    "The clans signed a pact. Their task will be to see that the truce holds. The pact will have to be passed by parliament.",
    "The pact saw the signing of a peace between the valleys.",
    "The two sides agreed to the first phase of a plan by the envoy.",
    "The kings signed a pact. Questions remain whether it would be accepted by the herders.",
    "The pact opens a new page in the life of the valley.",
    "The clans signed a pact. The herders said they would be prepared to disarm one day.",
    "The pact opens the way to other deals. It offers hope to the valley.",
    "The pact failed to meet local demands for a road.",
    "That pact is a full agreement which covers many areas of life in the valley.",
    "The sides signed a pact in May. The army rejected a rebel plan that called for a vote.",
    "The front agreed to the deal to end the suffering of the people.",
    "The deal is seen as a step for the reconciliation of the two valleys.",
    "The clans wanted a deal to end the raids.",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_told(reader: Reader, text: str, wanted: list[str]) -> None:
    claims = reader.read(Document(name="told", text=text, published="2041-06-02")).claims
    assert [c.action for c in claims if isinstance(c, Provision)] == wanted


def test_a_term_is_reckoned_from_what_was_done_before_it(reader: Reader) -> None:
    text = "Velan agreed with the front to leave the port within six days after the maps were handed over."
    claims = reader.read(Document(name="told", text=text, published="2041-06-02")).claims
    anchors = [c.anchor for c in claims if isinstance(c, Provision)]
    assert [(a.reference, a.offset) for a in anchors if a is not None] == [("maps were handed over", "P6D")]


def test_nations_are_bound(reader: Reader) -> None:
    text = "Velan and Orsk agreed to a truce on Monday. Both nations agreed to withdraw their troops from the pass."
    claims = reader.read(Document(name="told", text=text, published="2041-06-02")).claims
    assert [[a.name for a in c.obligors] for c in claims if isinstance(c, Provision)][-1:] == [["Both nations"]]


def test_a_plan_that_was_agreed_before_is_none_any_more(reader: Reader) -> None:
    text = "Velan and the Hill Front signed an accord on Monday. Under the plan, the fighters will be confined to nine camps."
    claims = reader.read(Document(name="told", text=text, published="2041-06-02")).claims
    assert [(c.standing, c.action) for c in claims if isinstance(c, Provision)] == [("agreed", "the fighters will be confined to nine camps")]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_term(reader: Reader, text: str) -> None:
    claims = reader.read(Document(name="told", text=text, published="2041-06-02")).claims
    assert [c.action for c in claims if isinstance(c, Provision) and c.standing == "agreed"] == []


@pytest.mark.parametrize(
    ("text", "proposer"),
    [
        ("Under the plan drafted by the union, the army would leave the town by May.", "the union"),
        ("Under the plan, mediated by Chad, the army would leave the town by May.", "Chad"),
        ("Under the draft, which the front has rejected, the union would pay 3 million dollars.", None),
        ("Under the plan, which neither side has signed, the army would leave the town by May.", None),
    ],
)
def test_whose_a_plan_is_and_not_who_has_rejected_it(reader: Reader, text: str, proposer: str | None) -> None:
    (told,) = [c for c in reader.read(Document(name="report", text=text)).claims if isinstance(c, Provision)]
    assert (told.standing, told.proposer and told.proposer.name) == ("proposed", proposer)


def test_the_same_date_is_that_of_the_other_side() -> None:
    words = "Under the truce, the Front must pull its fighters out of the valley by 26 June, and by the same date the army must leave the fort."
    due = {p.action[:9]: p.anchor for p in Reader().read(Document(name="x", text=words, published="2031-05-03")).claims if isinstance(p, Provision)}
    assert {name: (a.relation, a.reference) for name, a in due.items() if a is not None} == {
        "the Front": ("by", "2031-06-26"), "the army ": ("by", "2031-06-26"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "Under the truce, officials of both towns are to begin talks on the return of men taken since the war escalated on 7 October 2030.",
        "The two sides agreed on a truce at the end of April after a year of raids.",
    ],
)
def test_a_day_of_something_else_is_no_deadline(words: str) -> None:
    found = [p for p in Reader().read(Document(name="x", text=words, published="2031-05-03")).claims if isinstance(p, Provision)]
    assert found
    assert not [p for p in found if p.anchor is not None]


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("Under the truce, the president is committed to ending the raids.", 0),
        ("Under the truce, the Front is committed to ending the raids.", 1),
        ("Under the deal, the president is required to publish the list of the missing.", 1),
    ],
)
def test_how_one_person_is_minded_is_no_term(words: str, terms: int) -> None:
    assert len([p for p in Reader().read(Document(name="x", text=words, published="2031-05-03")).claims if isinstance(p, Provision)]) == terms
