"""Since when reports tell of a term of which no agreement's text is at hand: what was done before that may have been done without any promise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucekeeper.model.agreement import Agreement, Term
from trucekeeper.model.claims import Claim
from trucekeeper.model.matches import Match

NEWS = timedelta(3)  # within which a deal is reported


@dataclass(frozen=True, slots=True)
class Promise:
    """The first day on which a term was told of, and the documents that tell of it."""

    told: date
    documents: frozenset[str]

    def weighed(self, match: Match) -> Match:
        """The match; where it is told of an earlier day a person has to say whether it bears on the term."""
        days = [t.last_day for t in (match.when, match.said) if t is not None]
        early = any(day is not None and day < self.told - NEWS for day in days)
        if not early or match.document in self.documents or match.certainty != "matched":
            return match
        return replace(match, certainty="proposed", reason=f"{match.reason}; but before any word of the promise")


def untexted(agreement: Agreement) -> list[Term]:
    """Terms that only reports tell of, in an agreement whose day nobody tells."""
    dated = agreement.signed is not None or agreement.effective is not None
    return [] if dated else [t for t in agreement.terms if t.standing == "agreed" and not t.clause and t.basis]


def promises_of(agreement: Agreement, claims: Iterable[Claim]) -> dict[str, Promise]:
    """By the ids of terms, out of the claims that these rest on."""
    wanted = {b.claim for t in untexted(agreement) for b in t.basis}
    said = {c.id: c.said.last_day for c in claims if c.id in wanted and c.said is not None}
    made = {}
    for term in untexted(agreement):
        days = [day for b in term.basis if (day := said.get(b.claim or "")) is not None]
        if days:
            made[term.id] = Promise(min(days), frozenset(b.document for b in term.basis))
    return made
