"""Acts that are told as begun, bodies and offices that are filled, and what is done under the agreement: terms of invented agreements, sentences of reports."""

from __future__ import annotations

import pytest
from test_told import claims_of

from trucekeeper.agreement.matching import Matcher
from trucekeeper.agreement.sentences import sentences_of
from trucekeeper.agreement.wanted import heads_of, owed_of, seconds_of, telling_of
from trucekeeper.model.agreement import Agreement, Term
from trucekeeper.model.claims import Actor
from trucekeeper.model.document import Document
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
