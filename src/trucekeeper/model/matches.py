"""Matches: words of a report held against a line of an agreement, with the reason; a person can confirm or refuse each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trucekeeper.model.agreement import Life
from trucekeeper.model.claims import Actor
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Basis

Certainty = Literal["matched", "proposed", "confirmed", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a report tells of a line of an agreement.

    `state` is None where the words only touch it; `done` is a count so far of the `owed` one. `claims` are those inside the words, the one to judge
    first; `said` is when it was said, `when` when it is said to have been done. Only what is matched or confirmed counts for a state; `decided` is who
    confirmed or refused it, and when. What is `assumed` stands in no record.
    """

    line: str
    document: str
    reason: str
    claims: tuple[str, ...]
    basis: tuple[Basis, ...]
    certainty: Certainty
    state: Life | None = None
    by: Actor | None = None
    said: Time | None = None
    when: Time | None = None
    words: str = ""
    done: float | None = None
    owed: float | None = None
    decided: str | None = None
    assumed: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What a decision is on: the claim and the line."""
        return self.claims[0], self.line

    @property
    def counts(self) -> bool:
        return self.certainty in ("matched", "confirmed")
