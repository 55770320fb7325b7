"""States on a day: who says what, what dates give, what silence gives; and never a verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_truce import ALL, LEFT, NORTH, PAPERS, PRISONERS, SOUTH, WITHDRAW, date_anchor, event, term

from trucekeeper.agreement.accounts import according_to
from trucekeeper.agreement.bearing import bearing_of
from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.state import Stand, board_state, state_on
from trucekeeper.model.agreement import Agreement, AgreementState, Term, TermState
from trucekeeper.model.claims import Actor, Attribution, Claim, Event, Statement, StatementSpans
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.errors import NotFound
from trucekeeper.model.ids import digest
from trucekeeper.model.time import Time

ON = date(2031, 6, 20)


def state(claims: list[Claim] | None = None, on: date = ON) -> AgreementState:
    return board_state(ALL if claims is None else claims, PAPERS, on)


def of(made: AgreementState, term_id: str) -> TermState:
    return next(t for t in made.terms if t.term.id == term_id)


def test_phases_are_told_apart() -> None:
    made = state()
    first, second = made.phases
    assert (first.state, second.state, made.in_force) == ("ended", "not begun", ())
    assert [w.by for w in first.wanted] == [NORTH]
    assert [w.by for w in second.wanted] == [SOUTH]
    assert first.begin is not None and first.begin.as_range == "2031-05-03"
    assert any("42 days, which is the 6 weeks agreed" in c for c in first.checks)
    assert made.note == "No phase is in force on 2031-06-20 by this record."


def test_the_same_phase_in_force_earlier() -> None:
    made = state(on=date(2031, 6, 1))
    assert [p.label for p in made.in_force] == ["phase 1"]
    assert {s.state for s in made.phases[0].states} == {"in force"}


@pytest.mark.parametrize(
    ("day", "wanted"),
    [("2031-04-30", "pending"), ("2031-05-22", "due"), ("2031-05-23", "deadline passed, no report of performance")],
)
def test_dates_and_silence(day: str, wanted: str) -> None:
    """Within 21 days of a signature on 1 May is up to and on 22 May."""
    silent = [c for c in ALL if c.kind != "event"]  # type: ignore[attr-defined]
    assert of(state(silent, date.fromisoformat(day)), "clause-2.1").states[-1].state == wanted


def test_accounts_stand_side_by_side() -> None:
    told = of(state(), "clause-2.1").states
    assert {(s.state, s.by.label if s.by else None) for s in told if s.ground == "claim"} == {("performed", "the South"), ("disputed", "the South")}
    assert told[-1].ground == "arithmetic"


def test_a_plan_performs_nothing() -> None:
    planned = [c for c in ALL if c.kind != "event" or c.status == "planned"]  # type: ignore[attr-defined]
    assert all(s.ground != "claim" for s in of(state(planned), "clause-2.1").states)


def test_according_to_one_party() -> None:
    made = according_to(state(), "the North")
    assert all(s.by == NORTH for t in made.terms for s in t.states if s.ground == "claim")
    assert not of(made, "clause-2.2").states[-1].by


def test_one_partys_account_is_disputed_by_nobody() -> None:
    claims = [*ALL, event(200, by=NORTH, act="withdraw", status="denied", actors=(NORTH,))]
    agreement = agreement_of(claims, PAPERS)
    bearing = bearing_of(agreement, claims, PAPERS)
    assert of(Stand.of(agreement, bearing, ON).state, "clause-2.1").states[-1].state == "disputed"
    alone = of(Stand.of(agreement, bearing, ON, voice="the North").state, "clause-2.1").states
    assert {s.by for s in alone[:-1]} == {NORTH}
    without = [c for c in claims if c is not claims[-1]]
    silent = of(Stand.of(agreement, bearing_of(agreement, without, PAPERS), ON, voice="the North").state, "clause-2.1").states
    assert [s.state for s in silent] == ["deadline passed, no report of performance"]


def test_no_account_is_older_than_its_report() -> None:
    """The end of phase 1 was reported on 20 June; on 14 June nobody had said so, though the days are reckoned with it."""
    phase = state(on=date(2031, 6, 14)).phases[0]
    assert phase.state == "ended"
    assert not any(s.since and s.since.as_range == "2031-06-13" for s in phase.states)
    assert any(s.since and s.since.as_range == "2031-06-13" for s in state().phases[0].states)


def test_what_is_owed_from_a_day_on_is_in_effect() -> None:
    since = term(220, clause="3", issue="monitoring", obligors=(SOUTH,), anchor=date_anchor("2031-05-03", "from"))
    stands = [of(state([*ALL, since], date(2031, month, 1)), "clause-3").states[-1].state for month in (5, 6)]
    assert stands == ["pending", "in effect"]


def test_neither_the_order_of_claims_nor_of_reports_makes_a_difference() -> None:
    """Two who say the same words, and two reports that tell of one act: whose word comes first hangs on their places alone."""
    words = "The army has left Kell."
    papers = [Document(name=n, text=f"{words} {n}", outlet=n, published="2031-06-01") for n in ("Gazette", "Herald")]
    leave = Term(id="kell", act="withdraw its forces from Kell.", issue="withdrawal", bearers=(NORTH,))
    spoken: list[Claim] = [
        Statement(
            id=digest(paper.id, speaker.name), document=paper.id, evidence=(Evidence(0, 23, words),), said=Time(None, "2031-06-01"), speaker=speaker,
            attribution=Attribution((speaker,), "indirect"), content=words, spans=StatementSpans(content=(Evidence(0, 23, words),)),
        )
        for paper in papers for speaker in (NORTH, SOUTH)
    ]  # fmt: skip
    acts: list[Claim] = [
        Event(
            id=digest("act", paper.id), document=paper.id, evidence=(Evidence(24, 31, paper.text[24:31]),), said=Time(None, "2031-06-01"), act="withdraw",
            attribution=Attribution((SOUTH,)), status="happened", actors=(NORTH,),
        )
        for paper in papers
    ]  # fmt: skip
    claims = [*spoken, *acts]
    agreement = Agreement(name="x", terms=(leave, replace(leave, id="any", act="withdraw.")))
    orders = [claims, claims[::-1], [*acts, *spoken], [*spoken[::-1], *acts]]
    made = [Stand.of(agreement, bearing_of(agreement, order, mixed), ON).state for order in orders for mixed in (papers, papers[::-1])]
    assert made[0].terms[0].states[0].ground == "claim"
    assert all(m == made[0] for m in made)


def test_according_to_a_stranger() -> None:
    with pytest.raises(NotFound, match="nobody called Nobody") as caught:
        according_to(state(), "Nobody")
    assert "the South" in str(caught.value)


def test_what_comes_next() -> None:
    assert [n.when.as_range for n in state().next_dates] == ["2031-06-25"]


@given(st.permutations(ALL))
def test_order_of_arrival_does_not_matter(claims: list[Claim]) -> None:
    assert state(claims) == state()


@given(st.sets(st.sampled_from(range(len(ALL)))), st.sets(st.sampled_from(range(len(ALL)))))
def test_more_claims_never_take_an_account_away(first: set[int], more: set[int]) -> None:
    """What the record knew earlier it still shows later: each account of an agreed term rests on claims that a later state cites too."""
    earlier, later = state([ALL[i] for i in first]), state([ALL[i] for i in first | more])
    cited = {c for t in later.terms for s in t.states for c in s.claims} | {b.claim for t in later.terms for b in t.term.basis}
    assert {c for t in earlier.terms for s in t.states for c in s.claims} <= cited


@given(st.sets(st.sampled_from(range(len(ALL)))), st.dates(date(2031, 4, 1), date(2031, 9, 1)))
def test_no_state_without_words_or_a_named_sum(chosen: set[int], day: date) -> None:
    made = state([ALL[i] for i in chosen], day)
    for told in (s for t in made.terms for s in t.states):
        assert told.claims if told.ground == "claim" else told.reason
    assert not any("violat" in repr(t.states).casefold() for t in made.terms)


def test_a_claim_given_twice_counts_once() -> None:
    assert state([*ALL, LEFT, WITHDRAW, PRISONERS]) == state()


def test_what_was_before_the_agreement_neither_keeps_nor_breaks_it() -> None:
    truce = Term(id="a", act="cease all attacks in the hills.", issue="ceasefire", bearers=(Actor("the North"),))
    for published, wanted in (("2031-03-01", []), ("2031-05-20", ["alleged broken"])):
        paper = Document(name="r", text="The North attacked a post in the hills.", outlet="Gazette", published=published)
        event = Event(
            id="e", document=paper.id, attribution=Attribution((Actor("Gazette"),)), said=Time(None, published), evidence=(Evidence(0, 39, paper.text),),
            act="attack", status="happened", actors=(Actor("the North"),),
        )  # fmt: skip
        made = state_on(Agreement(name="x", signed=Time("2031-05-01", "2031-05-01"), terms=(truce,)), [event], date(2031, 6, 1), [paper]).terms[0]
        assert [s.state for s in made.states if s.ground == "claim"] == wanted


def test_a_noun_within_a_name_is_no_act() -> None:
    """The Ceasefire Monitoring Board has monitored nothing yet."""
    term = Term(id="a", act="monitor the truce in the hills.", issue="monitoring", bearers=(Actor("the Board"),))
    made = []
    for text, word in (("The Ceasefire Monitoring Board met in the hills.", "Monitoring"), ("The monitoring of the truce went on.", "monitoring")):
        paper, at = Document(name=text, text=text, outlet="Gazette", published="2031-05-20"), text.index(word)
        event = Event(
            id=digest(text), document=paper.id, attribution=Attribution((Actor("Gazette"),)), said=Time(None, "2031-05-20"), act="monitor", status="happened",
            evidence=(Evidence(0, len(text), text),), trigger=Evidence(at, at + len(word), word), actors=(Actor("the Board"),),
        )  # fmt: skip
        found = bearing_of(Agreement(name="x", terms=(term,)), [event], [paper]).found
        made.append([m.state for f in found for m in f.matches if m.reason.startswith("monitor by")])
    assert made == [[], ["performed"]]
