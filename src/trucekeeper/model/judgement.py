"""Judgements: what people decide about what the machine read. Dated, append-only; a newer one follows an older one and never replaces its row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from trucekeeper.model.ids import digest

Verdict = Literal["accept", "reject", "correct", "same", "different", "undo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`subject` is a claim's id, or an entity's with `other` for same and different. `at` is an ISO date-time that the caller gives."""

    subject: str
    verdict: Verdict
    by: str
    at: str
    other: str | None = None
    correction: dict[str, Any] | None = None
    reason: str | None = None

    @property
    def id(self) -> str:
        return digest("judgement", self.subject, self.other, self.verdict, self.by, self.at)


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Oldest first; of one moment, an undo comes after what it undoes."""
    return sorted(judgements, key=lambda j: (j.at, j.verdict == "undo", j.id))


def undoes(undo: Judgement, held: Iterable[Judgement]) -> bool:
    """Is there a judgement on the same claim or pair before `undo` that no other undo takes back?"""
    about, standing = {undo.subject, undo.other}, 0
    for judgement in in_order(j for j in held if {j.subject, j.other} == about and j.at <= undo.at):
        standing = standing + 1 if judgement.verdict != "undo" else max(0, standing - 1)
    return standing > 0
