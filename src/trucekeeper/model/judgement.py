"""Judgements: what people decide about what the machine read. Dated, append-only; a newer one follows an older one and never replaces its row."""

from __future__ import annotations

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
