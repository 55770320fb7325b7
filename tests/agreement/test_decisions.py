"""Matches and what people decide of them: a rival is only proposed, a refused one counts no more, a confirmed one does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from made_truce import ALL, DENIED, LEFT, NORTH, PAPERS, WITHDRAW, term

from trucekeeper.agreement.decisions import line_key
from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.state import state_on
from trucekeeper.model.agreement import TermState
from trucekeeper.model.judgement import Judgement

DRAFT = agreement_of(ALL, PAPERS)
LINE = line_key(DRAFT.key, "clause-2.1")
OTHER = term(300, clause="2.9", issue="withdrawal", obligors=(NORTH,))


def judged(verdict: str, claim: str = LEFT.id, at: str = "2031-06-21T00:00:00Z", **more: object) -> Judgement:
    return Judgement(subject=claim, other=LINE, verdict=verdict, by="Ana", at=at, **more)  # type: ignore[arg-type]


def stands(*judgements: Judgement, key: str = "clause-2.1") -> TermState:
    made = state_on(DRAFT, ALL, date(2031, 6, 20), PAPERS, judgements)
    return next(t for t in made.terms if t.term.id == key)


def test_a_refused_match_counts_no_more() -> None:
    made = stands(judged("reject"))
    assert LEFT.id not in {c for s in made.states for c in s.claims}
    assert made.refused == 1


def test_the_newest_decision_stands_and_can_be_taken_back() -> None:
    later, undone = judged("accept", at="2031-06-22T00:00:00Z"), judged("undo", at="2031-06-23T00:00:00Z")
    assert any("confirmed by Ana, 2031-06-22" in (s.reason or "") for s in stands(judged("reject"), later).states)
    assert stands(judged("reject"), later, undone).refused == 1


def test_a_person_can_say_what_a_claim_tells() -> None:
    made = stands(judged("accept", DENIED.id, correction={"state": "alleged not performed"}))
    assert "alleged not performed" in {s.state for s in made.states if DENIED.id in s.claims}


def test_a_decision_on_another_agreement_is_none_on_this_one() -> None:
    assert stands(replace(judged("reject"), other=line_key("another", "clause-2.1"))) == stands()


def test_of_two_terms_that_one_act_could_perform_both_are_only_proposed() -> None:
    made = state_on(agreement_of([*ALL, OTHER], PAPERS), [*ALL, OTHER], date(2031, 6, 20), PAPERS)
    both = [t for t in made.terms if t.term.issue == "withdrawal"]
    assert [len(t.proposed) for t in both] == [2, 2]
    assert all(s.ground != "claim" for t in both for s in t.states)
    assert WITHDRAW.clause in {t.term.clause for t in both}
