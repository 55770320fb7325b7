"""What tells of a term in words of its own kind: amnesties, decisions, their acceptance, one of several, a finished operation; and what tells of no term."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_told import ON, TOUCHED, claims_of, stands

from trucekeeper.agreement.bearing import bearing_of
from trucekeeper.agreement.short_forms import short_forms
from trucekeeper.agreement.state import state_on
from trucekeeper.agreement.wanted import heads_of, matter_of, telling_of
from trucekeeper.model.agreement import Agreement, Term
from trucekeeper.model.claims import Actor
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.undertakings import Basis

NORTH, BOTH = (Actor("the North"),), (Actor("the parties"),)
PARDON = Term(id="a", act="adopt, by decree, a new amnesty law for offences against the state.", issue="justice and amnesty", bearers=NORTH)
RULING = Term(id="b", act="make its decision on the course of the Tarn border.", bearers=(Actor("the Border Panel"),))
ACCEPT = Term(id="c", act="respect the course of the border as it is determined.", bearers=BOTH)
CAPTIVES = Term(id="d", act="without delay, release and repatriate all prisoners of war.", issue="prisoners", bearers=BOTH)
STRIP = Term(id="e", act="dismantle the zone of quiet.", bearers=BOTH)
CABINET = Term(id="f", act="A new Government of the valleys shall be formed within five weeks.")


@pytest.mark.parametrize(
    ("term", "text", "wanted"),
    [
        (PARDON, "The decree grants amnesty for all offences against the state.", "performed"),
        (PARDON, "A general amnesty was declared on Monday.", "performed"),
        (RULING, "The panel ruled on the Tarn border.", "performed"),
        (ACCEPT, "Velan has rejected the course of the border.", "alleged not performed"),
        (CAPTIVES, "They were the first prisoners to be freed by Velan.", "performed in part"),
        (CAPTIVES, "The Red Crescent completed a large operation to repatriate prisoners of war.", "performed"),
        (CAPTIVES, "All 40 POWs were freed.", "performed"),
        (STRIP, "There is no zone of quiet any more.", "performed"),
        (STRIP, "The zone of quiet has ceased to exist.", "performed"),
        (STRIP, "Work on the zone of quiet was supposed to have started in May.", "late"),
        (CABINET, "The premier announced the composition of the Government of the valleys.", "performed"),
    ],
)
def test_words_of_a_kind(term: Term, text: str, wanted: str) -> None:
    found = stands(term, text)
    assert [s.state for s in (*found.states, *found.proposed) if s.ground == "claim"] == [wanted]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (CAPTIVES, "With the release of prisoners of war by Velan, the talks went on."),  # told in passing
        (STRIP, "The zone of quiet was where soldiers dismantled it."),  # "it" may be anything
    ],
)
def test_what_only_a_person_can_tell(term: Term, text: str) -> None:
    made = stands(term, text)
    assert [s.state for s in made.proposed] == ["performed"]
    assert made.states[-1].state in {TOUCHED, "not known"}


def matched(agreement: Agreement, text: str) -> list[tuple[str, str | None]]:
    paper = Document(name="r", text=text, outlet="Gazette", published="2031-06-01")
    return [(m.line, m.state) for m in bearing_of(agreement, claims_of(paper), [paper]).matches([], agreement.key)]


COUNCIL = Term(id="g", act="A council shall be set up, made up of President Ana Orsk, Mr. Ibo Kesh and Ms. Una Bria.")
CHARTER = Term(id="h", act="publish a charter of the mines.", bearers=NORTH)


def test_names_of_those_in_a_body_tell_nothing_of_it() -> None:
    accord = Agreement(name="x", terms=(COUNCIL, CHARTER))
    assert matched(accord, "President Ana Orsk met Ibo Kesh and Una Bria in the hills.") == []


def test_numbers_and_words_of_any_war_show_no_term() -> None:
    accord = Agreement(name="x", terms=(Term(id="i", act="appoint two judges of the United Nations within the last month of the war.", bearers=BOTH), CHARTER))
    assert matched(accord, "The two nations have stalled over the last months of the war.") == []


def test_of_one_telling_only_the_nearest_terms_are_proposed() -> None:
    terms = [Term(id=f"t{n}", act=f"open the depot at {place}.", bearers=NORTH) for n, place in enumerate(("Marle", "Ost", "Lund", "Vey", "Karm"))]
    found = matched(Agreement(name="x", terms=tuple(terms)), "The depot at Ost has been opened.")
    assert found == [("t1", "performed")]


def test_what_stands_beside_the_matter_is_another_one() -> None:
    accord = Agreement(name="x", terms=(CAPTIVES, Term(id="j", act="send home the sick miners.", bearers=BOTH)))
    assert matched(accord, "In addition to feeding prisoners of war, the Crescent repatriated 40 sick miners.") != []
    assert ("d", "performed") not in [(m, s) for m, s in matched(accord, "In addition to feeding prisoners of war, the Crescent sent home sick miners.")]


def test_a_short_form_stands_for_its_name() -> None:
    assert short_forms("the Tarn Border Panel (TBP) and a friend (XY)") == {"TBP": "Tarn Border Panel"}
    term = Term(id="k", act="establish a neutral Tarn Border Panel.", bearers=BOTH)
    paper = Document(name="r", text="The Tarn Border Panel (TBP) is old. The TBP was set up by both.", outlet="Gazette", published="2031-06-01")
    at = paper.text.index("The TBP")
    told = replace(claims_of(paper)[0], evidence=(Evidence(at, len(paper.text), paper.text[at:]),))
    made = state_on(Agreement(name="x", terms=(term, CHARTER)), [told], ON, [paper]).terms[0]
    assert "performed" in [s.state for s in (*made.states, *made.proposed)]


def test_the_noun_that_is_set_up() -> None:
    agreed = Term(id="l", act="The parties agree that a neutral Border Panel made up of five judges shall be established.", bearers=BOTH)
    led = Term(id="m", act="Consistent with the charter, in the first week, a Claims Office shall be established.")
    noticed = Term(id="n", act="by written notice to the chair, appoint two envoys, neither of whom shall be kin.", bearers=BOTH)
    assert [heads_of(t) for t in (agreed, led)] == [{"panel"}, {"offic"}]
    assert getattr(telling_of(noticed), "name", None) == "a body or office"
    assert "repatri" not in {w[:7] for w in matter_of(CAPTIVES, telling_of(CAPTIVES))}


STRIKE = Term(id="o", act="conduct the disarmament of all combatants of the hills.", issue="disarmament", bearers=NORTH)
SITES = Term(id="p", act="deploy to all disarmament sites.", bearers=NORTH)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hundreds of fighters handed in their weapons.", "performed in part"),
        ("Some 800 fighters have disarmed voluntarily.", "performed in part"),
        ("The last fighters have disarmed.", "performed"),
    ],
)
def test_so_many_are_not_all(text: str, wanted: str) -> None:
    found = stands(STRIKE, text)
    assert [s.state for s in (*found.states, *found.proposed) if s.ground == "claim"] == [wanted]


def test_where_an_act_takes_place_is_not_the_act() -> None:
    assert getattr(telling_of(STRIKE), "name", None) == "fighters"
    assert getattr(telling_of(SITES), "name", None) != "weapons"
    assert matched(Agreement(name="x", terms=(SITES, CHARTER)), "The militia was disarmed.") == []


def test_votes_that_are_only_named_were_not_held_by_that() -> None:
    term = Term(id="q", act="hold elections in the valleys.", issue="elections", bearers=NORTH)
    made = stands(term, "The elections held in the valleys were annulled.")
    assert [s.ground for s in made.states] == ["arithmetic"]


def test_an_agreement_s_own_short_forms() -> None:
    """ "the interim cabinet" of a report is the ICL of the second clause; a name of which a term has only a part is another one."""
    made = Term(
        id="r",
        act="An Interim Cabinet of Lund (ICL) shall be installed.",
        basis=(Basis(document="d", start=0, end=52, exact="An Interim Cabinet of Lund (ICL) shall be installed."),),
    )
    power = Term(id="s", act="hand over power to the ICL.", bearers=NORTH)
    rights = Term(id="t", act="set up a Bureau for Miners' Rights and Relief.", bearers=NORTH)
    accord = Agreement(name="x", terms=(made, power, rights, CHARTER))
    assert ("s", "performed") in matched(accord, "The North has handed over power to the interim cabinet of Lund.")
    assert matched(accord, "Rights Relief Watch found graves in the hills.") == []


def test_a_body_is_named_by_its_kind() -> None:
    accord = Agreement(name="x", terms=(Term(id="u", act="set up a commission for the disarmament of hunters.", bearers=NORTH), CHARTER))
    assert matched(accord, "The North set up a camp for disarmament.") == []


FREE_18 = Term(id="v", act="promptly release the 18 prisoners of war.", issue="prisoners", quantity="18 prisoners", bearers=NORTH)
MINES = Term(id="w", act="not lay new mines on the border.", bearers=BOTH)


@pytest.mark.parametrize(
    ("term", "text", "wanted"),
    [
        (FREE_18, "The North has stopped releasing prisoners of war.", "alleged not performed"),
        (FREE_18, "That was the reason for the cancellation of the planned release of 18 soldiers.", "alleged not performed"),
        (FREE_18, "The premier announced the postponement of the return of 18 captured soldiers.", "late"),
        (MINES, "Velan accused Tarn of laying fresh mines.", "alleged broken"),
        (MINES, "Fresh mines were laid on the border.", "alleged broken"),
        (MINES, "Tarn denies the allegations that new mines have been laid on the border.", "disputed"),
    ],
)
def test_what_is_put_off_given_up_or_denied(term: Term, text: str, wanted: str) -> None:
    found = stands(term, text)
    assert [s.state for s in (*found.states, *found.proposed) if s.ground == "claim"] == [wanted]


def test_whoever_would_do_it_has_not_done_it() -> None:
    made = stands(STRIKE, "Fighters who handed in their weapons would be paid.")
    assert [s.state for s in (*made.states, *made.proposed) if s.ground == "claim"] == []


def test_what_is_reaffirmed_is_not_done_by_that() -> None:
    term = Term(id="x", act="reaffirm the commitment to the peaceful settlement of disputes over fish.", bearers=BOTH)
    made = stands(term, "The North reaffirmed its commitment to settle disputes over fish.")
    assert [s.state for s in (*made.states, *made.proposed) if s.ground == "claim"] == []
