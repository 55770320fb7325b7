"""Acts that are told as begun, bodies and offices that are filled, and what is done under the agreement: terms of invented agreements, sentences of reports."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_told import claims_of

from trucekeeper.agreement.matching import Matcher
from trucekeeper.agreement.sentences import sentences_of
from trucekeeper.agreement.wanted import heads_of, owed_of, seconds_of, telling_of
from trucekeeper.model.agreement import Agreement, Term
from trucekeeper.model.claims import Actor
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.matches import Match
from trucekeeper.model.undertakings import Basis

NORTH = (Actor("the North"),)
BARRACKS = "All forces that moved toward Ostrow since the spring shall return to their previous positions."
BACK = Term(
    id="a",
    act="return to their previous positions.",
    issue="disarmament",
    bearers=(Actor("All forces"),),
    basis=(Basis(document="d", start=0, end=len(BARRACKS), exact=BARRACKS),),
)
CABINET = Term(id="b", act="The formation of a government of national unity of not more than 24 ministers.", quantity="24 ministers", issue="governance")
OFFICES = Term(id="c", act="appoint, on the basis of merit, a governor and a director of police for Ostrow.", issue="governance", bearers=NORTH)
HOME = Term(id="d", act="return to the interim capital Ostrow to open the offices.", issue="governance", bearers=(Actor("the Prime Minister"),))
ELECT = Term(id="e", act="summon the Assembly to convene to elect General Anton Velk as president.", issue="governance", bearers=(Actor("the Speaker"),))
LEAVE = Term(id="f", act="withdraw its forces from the hills.", issue="withdrawal", bearers=NORTH)


def told(terms: tuple[Term, ...], text: str) -> list[Match]:
    paper = Document(name="r", text=text, outlet="Gazette", published="2031-06-01")
    claims = claims_of(paper)
    return Matcher(Agreement(name="x", terms=terms)).of_document(sentences_of([paper], claims), claims)


@pytest.mark.parametrize(
    ("term", "text", "state", "certainty"),
    [
        (BACK, "The two armies began a gradual withdrawal from Ostrow on Tuesday.", "performed in part", "matched"),
        (BACK, "The withdrawal of the two armies from Ostrow got under way on Tuesday.", "performed in part", "matched"),
        (BACK, "The brigade has started pulling out of Ostrow.", "performed in part", "matched"),
        (BACK, "The brigade went back to its previous positions.", "performed", "matched"),
        (BACK, "The brigade will begin pulling out of Ostrow on Friday.", None, None),
        (CABINET, "The president swore in, and on Monday a government of national unity was formed.", "performed", "matched"),
        (CABINET, "The 24-member cabinet was sworn in at noon.", "performed", "proposed"),
        (CABINET, "Quarrels over posts explain the long delay in forming the cabinet.", "late", "proposed"),
        (OFFICES, "The president appointed Ilia Morn as governor of Ostrow.", "performed", "matched"),
        (HOME, "The prime minister flew back to Ostrow on Monday.", "performed", "matched"),
        (HOME, "The prime minister of the North landed in Ostrow.", "performed", "matched"),
        (HOME, "A trader landed in Ostrow.", "performed", "proposed"),
        (ELECT, "The assembly has elected General Anton Velk as president.", "performed", "proposed"),
        (LEAVE, "The army pulled out on Monday, in line with the accord.", "performed", "proposed"),
    ],
)  # fmt: skip
def test_what_is_told(term: Term, text: str, state: str | None, certainty: str | None) -> None:
    made = [(m.state, m.certainty) for m in told((term,), text) if m.state is not None]
    assert made == ([(state, certainty)] if state else [])


def test_what_a_body_has_is_not_owed() -> None:
    assert owed_of(CABINET) is None
    assert heads_of(CABINET) == {"govern"}
    assert heads_of(OFFICES) == {"governor", "director"}


def test_acts_for_the_sake_of_which_others_are_done() -> None:
    assert [t.name for t in seconds_of(ELECT, telling_of(ELECT))] == ["election to an office"]


FREE_ALL = Term(id="g", act="release the 18 Hill prisoners of war.", quantity="18 Hill prisoners", issue="prisoners", bearers=(Actor("the South"),))
MINES = Term(id="h", act="carry out humanitarian demining in the border hills.", issue="monitoring", bearers=NORTH)
GUNS = Term(id="i", act="implement the easing of tension, including the removal of heavy weapons from the border.", issue="monitoring", bearers=NORTH)
PARDON = Term(id="j", act="take the necessary legal steps to grant a pardon to the rebels of the hills.", issue="justice and amnesty", bearers=NORTH)
PARTY = Term(
    id="k", act="the necessary steps shall be taken by the North to enable the Front to register as a political party.", issue="governance", bearers=NORTH
)
TEAM = Term(id="l", act="A Truce Watch Committee (hereinafter termed the TWC), with members of LOMIS, shall be established.", issue="monitoring")


@pytest.mark.parametrize(
    ("term", "text", "state", "certainty"),
    [
        (FREE_ALL, "The South freed the 18 Hill soldiers at noon.", "performed", "matched"),
        (FREE_ALL, "The South continues to hold the 18 Hill soldiers.", "alleged not performed", "matched"),
        (MINES, "The two armies launched de-mining operations in the border hills.", "performed in part", "matched"),
        (GUNS, "The army launched the first phase of withdrawing heavy weapons from the border.", "performed in part", "proposed"),
        (PARDON, "The president granted a pardon to the rebels of the hills and ordered the release of 65 prisoners.", "performed", "matched"),
        (PARTY, "The Front was registered as a political party in November.", "performed", "matched"),
        (TEAM, "The Road Board of LOMIS met for the first time.", None, None),
        (TEAM, "The TWC met for the first time.", "performed", "matched"),
        (FREE_ALL, "Hundreds gathered to see off the 18 Hill prisoners.", None, None),
    ],
)  # fmt: skip
def test_what_is_told_in_other_ways(term: Term, text: str, state: str | None, certainty: str | None) -> None:
    made = [(m.state, m.certainty) for m in told((term,), text) if m.state is not None]
    assert made == ([(state, certainty)] if state else [])


def test_what_goes_on_with_the_sentence_before() -> None:
    """The men are those of the sentence before, where no other term is of the kind."""
    paper = Document(name="r", text="All spoke of the 18 Hill prisoners of war. The men were handed over at noon.", outlet="Gazette", published="2031-06-01")
    at = paper.text.index("The men")
    whole = claims_of(paper)[0]
    claims = [replace(whole, id=str(n), evidence=(Evidence(a, b, paper.text[a:b]),)) for n, (a, b) in enumerate([(0, at - 1), (at, len(paper.text))])]
    found = [m for m in Matcher(Agreement(name="x", terms=(FREE_ALL, MINES))).of_document(sentences_of([paper], claims), claims) if m.state]
    assert [(m.line, m.state, m.certainty) for m in found] == [("g", "performed", "proposed")]
    assert "goes on with" in found[0].reason


ARMED = Term(
    id="m", act="disarm and demobilise the 5,200 members of its armed wing.", quantity="5,200 members", issue="disarmament", bearers=(Actor("the Front"),)
)
BASES = Term(
    id="n", act="close all its 16 military bases by 10 May.", quantity="16 military bases", issue="security arrangements", bearers=(Actor("the Front"),)
)
SOLDIERS = Term(id="o", act="withdraw its troops from the coast.", issue="withdrawal", bearers=(Actor("the Front"),))


@pytest.mark.parametrize(
    ("term", "text", "state", "certainty"),
    [
        (ARMED, "By June 2,300 fighters of the Front had been demobilised.", "performed in part", "matched"),
        (ARMED, "By June 2,300 guerrillas had been demobilised.", "performed in part", "proposed"),
        (BASES, "So far nine bases have been dismantled.", "performed in part", "matched"),
        (BASES, "The bases should have been closed in May.", "late", "proposed"),
        (BASES, "Only three bases remain to be closed.", "performed in part", "proposed"),
        (BASES, "The envoy welcomed the closure of all the bases.", "performed", "proposed"),
        (SOLDIERS, "Some army troops left the coast.", "performed in part", "proposed"),
    ],
)  # fmt: skip
def test_fighters_and_camps(term: Term, text: str, state: str, certainty: str) -> None:
    assert [(m.state, m.certainty) for m in told((term,), text) if m.state is not None] == [(state, certainty)]


COUNCIL = Term(id="p", act="A Charter Council shall be established within 28 days.", issue="constitution")
DESTROY = Term(id="q", act="destroy the surrendered rifles.", issue="disarmament", bearers=(Actor("the Mission"),))
SURRENDER = Term(id="r", act="All explosives of the bands shall be surrendered to the Watch Mission.", issue="disarmament")


@pytest.mark.parametrize(
    ("term", "text", "state", "certainty"),
    [
        (COUNCIL, "No Charter Council was established in 2031.", "alleged not performed", "matched"),
        (DESTROY, "The Mission is currently destroying the rifles.", "performed in part", "matched"),
        (DESTROY, "The surrendered rifles have been disposed of.", "performed", "matched"),
        (SURRENDER, "The police is destroying explosives surrendered to the Watch Mission.", "performed", "proposed"),
    ],
)  # fmt: skip
def test_what_was_not_done_or_is_being_done(term: Term, text: str, state: str, certainty: str) -> None:
    assert [(m.state, m.certainty) for m in told((term,), text) if m.state is not None] == [(state, certainty)]
