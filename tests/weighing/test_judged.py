"""Judgements on claims: the newest stands, an undo takes one back, nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest

from made_claims import Desk
from trucekeeper.model.claims import Figure
from trucekeeper.model.errors import InputError
from trucekeeper.model.judgement import Judgement
from trucekeeper.weighing.judged import Judged, judged


def after(*verdicts: str, correction: dict[str, Any] | None = None) -> Judged:
    desk = Desk()
    figure = desk.figure(desk.paper("One", "In all 17 died."), "17 died", 17)
    made = [
        Judgement(subject=figure.id, verdict=v, by="R. Ode", at=f"2031-05-0{n + 1}", correction=correction)  # type: ignore[arg-type]
        for n, v in enumerate(verdicts)
    ]
    return judged(desk.held, reversed(made))


def test_rejected() -> None:
    found = after("reject")
    assert (found.claims, len(found.rejected)) == ((), 1)


def test_the_newest_stands() -> None:
    assert len(after("reject", "accept").claims) == 1


def test_undo_takes_back_the_one_before() -> None:
    assert len(after("accept", "reject", "undo").claims) == 1
    assert after("accept", "undo").reviews == {}


def test_corrected_keeps_id_and_what_was_read() -> None:
    found = after("correct", correction={"value": 19, "bound": "at_least"})
    claim = found.claims[0]
    assert isinstance(claim, Figure)
    assert (claim.value, claim.bound) == (19, "at_least")
    assert found.as_read[claim.id].value == 17  # type: ignore[attr-defined]


def test_a_correction_that_does_not_fit_is_named() -> None:
    with pytest.raises(InputError, match="bound"):
        after("correct", correction={"bound": "roughly"})
