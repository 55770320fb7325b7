"""One word for a term, and how many of the accounts that wait for a person a terminal shows."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from trucekeeper.agreement.termstate import UNDATED
from trucekeeper.model.agreement import AgreementState, StateClaim, Term, TermState
from trucekeeper.model.claims import Actor
from trucekeeper.views.state import build, headline
from trucekeeper.views.state_text import to_terminal

DATES = StateClaim(state="not known", ground="arithmetic")
TERM = Term(id="clause-1 (a)", act="free the captives")


def told(*states: str) -> TermState:
    claims = tuple(StateClaim(state=s, ground="claim", by=Actor("Ana")) for s in states)  # type: ignore[arg-type]
    return TermState(term=TERM, due=None, states=(*claims, DATES))


@pytest.mark.parametrize(
    ("states", "wanted"),
    [
        (("performed",), "said to be performed"),
        (("performed in part", "performed"), "said to be performed, by some accounts in part"),
        (("performed", "disputed"), "accounts differ"),
        (("late",), "late"),
    ],
)
def test_one_word_for_a_term(states: tuple[str, ...], wanted: str) -> None:
    assert headline(told(*states)) == wanted


def test_the_newest_of_many_accounts_that_wait() -> None:
    waiting = tuple(StateClaim(state="performed", ground="claim", by=Actor("Ana"), reason=f"“word {n}”") for n in range(5))
    state = AgreementState(name="x", on="2031-06-20", phases=(), in_force=(), terms=(TermState(term=TERM, due=None, states=(DATES,), proposed=waiting),))
    out = io.StringIO()
    to_terminal(build(state, {}), Console(file=out, width=80))
    made = " ".join(out.getvalue().split())
    assert "word 4" in made
    assert "word 1" not in made
    assert "2 earlier accounts" in made


def test_terms_of_which_nothing_is_told_stand_below_the_others() -> None:
    undated = StateClaim(state="not known", ground="arithmetic", reason=UNDATED)
    other = Term(id="clause-2", act="open the mill")
    unnamed = StateClaim(state="performed", ground="claim", by=Actor("(not stated)"), reason="“the captives are home”")
    terms = (TermState(term=other, due=None, states=(undated,)), TermState(term=TERM, due=None, states=(unnamed, undated)))
    out = io.StringIO()
    to_terminal(build(AgreementState(name="x", on="2031-06-20", phases=(), in_force=(), terms=terms), {}), Console(file=out, width=80))
    made = " ".join(out.getvalue().split())
    assert made.index("free the captives") < made.index("no report says where it stands: - open the mill")
    assert "not named" in made
    assert "(not stated)" not in made
