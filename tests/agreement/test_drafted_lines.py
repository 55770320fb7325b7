"""Drafted lines: definitions are none, retold clauses join, what is forbidden says so, and each party stands once with its role."""

from __future__ import annotations

from datetime import date

from made_truce import REPORT, SIGNED, event, term

from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.names import heads_of
from trucekeeper.agreement.state import state_on
from trucekeeper.model.claims import Actor, Anchor, Claim, Event, Figure, Provision
from trucekeeper.model.document import Document, Evidence

TEXT = Document(
    name="accord",
    text='The State of Oru (the "State") and the Red Column (the "Column"), with the Lakes Union as guarantor, agree. ' + "x" * 300,
    published="2031-05-01",
)
STATE, COLUMN, UNION = Actor("the State"), Actor("Column"), Actor("Lakes Union")
LATER = Anchor("within 21 days of signature", "event", "signature", "P21D", "within")


def clause(start: int, words: str, **fields: object) -> Provision:
    made = term(start, paper=TEXT, **fields)
    return Provision(**{**{f: getattr(made, f) for f in Provision.__dataclass_fields__ if f != "kind"}, "evidence": (Evidence(start, start + 5, words),)})


LEAVE = clause(10, "The State shall withdraw from Ostrow.", clause="1.1", action="withdraw from Ostrow", obligors=(STATE,), issue="withdrawal", anchor=LATER)
FREE = clause(20, "The Column shall release 80 men.", clause="1.2", action="release 80 men", obligors=(COLUMN,), issue="prisoners", quantity="80 men")
TAX = clause(30, "Neither Party shall tax aid.", clause="1.3", action="tax aid.", obligors=(Actor("Neither Party"),), issue="aid access")
PAY = clause(40, "The Lakes Union shall pay.", clause="1.4", action="pay", obligors=(UNION,), issue="financing")
LASTS = clause(50, "The first phase shall last 42 days.", clause="1.5", phase="1", action="last 42 days.", issue="ceasefire")
RETOLD = term(
    60,
    paper=REPORT,
    action="they should leave Ostrow by May 22\n",
    obligors=(Actor("its troops"),),
    anchor=Anchor("by May 22", "date", "2031-05-22", None, "by"),
)
PART = term(70, paper=REPORT, action=", and the Column will release 80 men", obligors=(COLUMN,), issue="prisoners", quantity="80 men")
OTHER = term(80, paper=REPORT, action=", and the Column will rebuild the bridge\n", obligors=(COLUMN,), issue="reconstruction")
ALL: list[Claim] = [SIGNED, LEAVE, FREE, TAX, PAY, LASTS, RETOLD, PART, OTHER]
MADE = agreement_of(ALL, [TEXT, REPORT])
TERMS = {t.id: t for t in MADE.terms}


def test_a_length_is_no_duty_but_is_told_of_its_phase() -> None:
    assert "clause-1.5" not in TERMS
    phase = state_on(MADE, ALL, date(2031, 6, 1)).phases[0]
    assert any("shall last 42 days" in c for c in phase.checks)


def test_what_reports_repeat_joins_its_clause() -> None:
    assert [t.act for t in MADE.terms if not t.clause] == ["the Column will rebuild the bridge"]
    assert {b.document for b in TERMS["clause-1.1"].basis} == {TEXT.id, REPORT.id} == {b.document for b in TERMS["clause-1.2"].basis}


def test_what_neither_party_may_do() -> None:
    assert TERMS["clause-1.3"].act == "not: tax aid."


def test_parties_by_one_name_with_roles() -> None:
    assert {(p.name, p.role) for p in MADE.parties} == {("State of Oru", "party"), ("Red Column", "party"), ("Lakes Union", "guarantor")}


def test_not_yet_due_is_pending() -> None:
    def stands(day: int) -> str:
        return next(t for t in state_on(MADE, ALL, date(2031, 5, day)).terms if t.term.id == "clause-1.1").states[-1].state

    assert (stands(10), stands(22)) == ("pending", "due")


def test_demands_and_proposals_alone_are_no_agreement() -> None:
    wanted = [term(start, paper=REPORT, standing=standing, phase="1", by=COLUMN) for start, standing in ((10, "demanded"), (20, "proposed"))]
    made = agreement_of(wanted, [REPORT])
    assert (made.terms, made.phases, made.parties) == ((), (), ())


def test_an_end_beside_a_beginning() -> None:
    words = "Control of the border, starting on day 1 after the elections and ending after the comprehensive settlement (by the end of 2031)."
    drafted = agreement_of([SIGNED, clause(10, words, clause="9", action="Control of the border", anchor=LATER)], [TEXT])
    ends = drafted.terms[0].ends
    assert ends is not None
    assert (ends.reference, ends.relation, ends.kind) == ("comprehensive settlement", "after", "event")


def test_an_exchange_that_is_only_told_as_done_owes_nothing() -> None:
    words = "the exchange of 12 pilots for 40 miners"
    paper = Document(name="r", text=f"It began with {words}.", outlet="Gazette", published="2031-06-20")
    found = Evidence(14, 14 + len(words), words)
    told = event(140, act="exchange", status="happened")
    swap = Event(**{f: getattr(told, f) for f in Event.__dataclass_fields__ if f not in {"kind", "document", "evidence"}}, document=paper.id, evidence=(found,))
    counted = [
        Figure(id=str(at), document=paper.id, evidence=(Evidence(at, at + 2, n),), attribution=told.attribution, value=float(n), of=of, measure="released")
        for at, n, of in ((30, "12", "pilots"), (44, "40", "miners"))
    ]
    made = agreement_of([SIGNED, LEAVE, swap, *counted], [TEXT, paper]).exchanges
    assert [[(s.of, s.value) for s in (*x.gives, *x.returns)] for x in made] == [[("pilots", None), ("miners", None)]]
    assert "no words say how many were agreed" in made[0].unknown["gives"]


def test_an_office_is_no_somebody_else_of_the_text() -> None:
    other = Actor("The President", None, "No Assistant President")
    made = agreement_of([SIGNED, clause(10, "The President shall sign.", clause="1", action="sign.", obligors=(other,))], [TEXT])
    assert [a.label for a in made.terms[0].bearers] == ["The President"]


def test_what_is_owed_stands_without_the_word_that_binds() -> None:
    words = ["commits to hand over 40 rifles.", "be committed not to bring troops to the port.", "undertakes the repair of the mole."]
    clauses = [clause(10 * n, f"The Column shall {w}", clause=f"2.{n}", action=w, obligors=(COLUMN,)) for n, w in enumerate(words, 1)]
    acts = [t.act for t in agreement_of([SIGNED, *clauses], [TEXT]).terms]
    assert [a.removeprefix("The Column shall ") for a in acts] == [
        "hand over 40 rifles.",
        "not: bring troops to the port.",
        "undertakes the repair of the mole.",
    ]


def test_a_right_keeps_its_words() -> None:
    words = "The province is entitled to retain the tax."
    kept = clause(70, words, clause="1.6", action="entitled to retain the tax.", obligors=(), issue="financing")
    assert [t.act for t in agreement_of([SIGNED, kept], [TEXT]).terms] == ["The province is entitled to retain the tax."]


def test_an_unnumbered_clause_has_an_id_that_can_be_typed() -> None:
    made = agreement_of([SIGNED, clause(10, "The Port Committee shall be formed.", clause="¶3", action="be formed.")], [TEXT])
    assert [(t.id, t.clause, t.act) for t in made.terms] == [("clause-p3", "¶3", "The Port Committee shall be formed.")]


def test_a_party_by_the_one_word_for_it() -> None:
    names = ["Republic of Sund", "Sund Hill Front", "Lake Army", "Coast Front"]
    assert heads_of(names[:3]) == {"republic": "Republic of Sund", "front": "Sund Hill Front"}
    assert heads_of(names) == {"republic": "Republic of Sund"}
