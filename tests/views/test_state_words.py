"""One word for a term, and how many of the accounts that wait for a person a terminal shows."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

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
