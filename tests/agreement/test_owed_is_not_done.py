"""From texts to states: when a truce begins, what runs from there, and that the sentence which lays a duty down is no report of its being done."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.state import state_on
from trucekeeper.model.agreement import Agreement, AgreementState
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader

TEXT = """\
Understanding on a Truce in the Marches

1. Orlen and Tavria will observe a truce beginning at 05:00 hours (OST/TST) on 3 May 2031.
2. Upon the commencement of the truce according to paragraph one, the Orlen army will withdraw its forces from the hills.
3. The Tavria army will deploy its forces along the Tave River within 60 days.
4. The Joint Board will answer any complaint within five days.
5. The Joint Board will coordinate the plan for the withdrawal of both armies, which should not exceed 60 days.
"""
ON = date(2031, 6, 20)


@cache
def reader() -> Reader:
    return Reader()


@cache
def agreed() -> Agreement:
    paper = Document(name="text", text=TEXT, published="2031-05-02")
    return agreement_of(reader().read(paper).claims, [paper])


def state(*reports: str) -> AgreementState:
    papers = [Document(name=f"r{n}", text=text, published="2031-06-18") for n, text in enumerate(reports)]
    claims = [c for p in papers for c in reader().read(p).claims]
    return state_on(agreed(), claims, ON, documents=papers)


def told(made: AgreementState, clause: str) -> list[str]:
    return [s.state for t in made.terms if t.term.clause == clause for s in t.states]


def test_the_truce_begins_on_the_day_that_its_first_clause_gives() -> None:
    assert agreed().effective is not None
    assert agreed().effective.as_range == "2031-05-03"


@pytest.mark.parametrize(
    ("clause", "due"), [("1", "2031-05-03"), ("2", "2031-05-03/"), ("3", "2031-05-03/2031-07-02"), ("4", None), ("5", "2031-05-03/2031-07-02")]
)
def test_when_terms_fall_due(clause: str, due: str | None) -> None:
    found = next(t for t in state().terms if t.term.clause == clause)
    assert (found.due.as_range if found.due else None) == due


def test_what_is_assumed_says_so() -> None:
    found = next(t for t in state().terms if t.term.clause == "3")
    assert any("assumed" in (s.reason or "") for s in found.states)


@pytest.mark.parametrize(
    "words",
    [
        "Under the truce, the Tavria army is to deploy its forces along the Tave River as the Orlen army withdraws its forces over a period of 60 days.",
        "The Orlen withdrawal from the hills was then to be followed by a deployment of the Tavria army along the Tave River.",
        "The truce agreement stipulates the withdrawal of the Orlen army from the hills, with the Tavria army deployed along the Tave River.",
    ],
)
def test_the_sentence_that_lays_a_duty_down_does_not_tell_of_it(words: str) -> None:
    made = state(words)
    assert "performed" not in told(made, "2") + told(made, "3")


def test_what_was_done_is_told() -> None:
    made = state("The Tavria army has deployed its forces along the Tave River.", "The Orlen army withdrew its forces from the hills on 2 June.")
    assert "performed" in told(made, "2")
    assert "performed" in told(made, "3")


@pytest.mark.parametrize(
    "words",
    [
        "Under the truce, the Tavria army is to deploy along the Tave River as the Orlen army withdraws over a period of 60 days.",
        "Under the truce, the Orlen army was to leave the hills. The withdrawal was then to be followed by a deployment of the Tavria army.",
    ],
)
def test_a_term_of_a_report_is_not_performed_by_its_own_words(words: str) -> None:
    paper = Document(name="r", text=words, published="2031-06-18")
    claims = reader().read(paper).claims
    made = state_on(agreement_of(claims, [paper]), claims, ON, documents=[paper])
    assert made.terms
    assert "performed" not in [s.state for t in made.terms for s in t.states]


def test_a_truce_that_is_declared_as_of_a_day_begins_on_it() -> None:
    text = "Statement on the Marches\n\nThe sides have stated the following:\n\n"
    text += "1. As of 00:00, 10 May 2031, a complete ceasefire in the Marches is hereby declared.\n"
    text += "2. The Orlen army shall stop at the river.\n3. The Tavria army shall leave the fort within ten days.\n"
    paper = Document(name="s", text=text, published="2031-05-09")
    made = agreement_of(reader().read(paper).claims, [paper])
    assert made.effective is not None
    assert made.effective.as_range == "2031-05-10"


def test_what_is_reported_of_something_else_reports_no_breach() -> None:
    text = TEXT + "6. Orlen will report any alleged breach to the Joint Board.\n"
    paper = Document(name="text", text=text, published="2031-05-02")
    report = Document(name="r", text="Orlen further reported that its men seek shelter in the hills from breaches.", published="2031-06-18")
    made = state_on(agreement_of(reader().read(paper).claims, [paper]), reader().read(report).claims, ON, documents=[report])
    assert "performed" not in told(made, "6")


@pytest.mark.parametrize(
    ("words", "performed"),
    [
        ("Tavria said Orlen breaches of the truce that went into effect on Saturday include air raids on two villages.", False),
        ("The committee that is to watch the Orlen-Tavria truce held its second meeting in Vesk on Monday.", False),
        ("The truce between Orlen and Tavria held on Monday.", True),
        ("The truce went into effect on Saturday.", True),
    ],
)
def test_a_truce_that_is_only_named_is_not_told_as_kept(words: str, *, performed: bool) -> None:
    assert ("performed" in told(state(words), "1")) is performed
