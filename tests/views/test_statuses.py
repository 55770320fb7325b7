"""How an event is marked: by its status, or as no more than a charge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from made_claims import ORRIN, Desk
from trucekeeper.model.claims import Status
from trucekeeper.views.statuses import mark_of


@pytest.mark.parametrize(
    ("status", "cue", "hedge", "word"),
    [
        ("happened", None, None, "happened"),
        ("happened", "accuse", None, "accused"),
        ("happened", None, "accused", "accused"),  # by somebody whom the report, or its reader, leaves out
        ("ongoing", None, "allegedly", "accused"),
        ("happened", None, "reportedly", "happened"),
        ("planned", "accuse", "accused", "planned"),
    ],
)
def test_a_charge_is_no_happening(status: Status, cue: str | None, hedge: str | None, word: str) -> None:
    desk = Desk()
    event = desk.event(desk.paper("One", "Orrin closed the strait."), "Orrin closed the strait", "close", actors=(ORRIN,), status=status)
    assert mark_of(replace(event, attribution=replace(event.attribution, cue=cue, hedge=hedge))).word == word
