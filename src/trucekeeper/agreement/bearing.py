"""What a record tells that bears on an agreement: words held against its lines, counts, what is told of its phases, and plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from trucekeeper.agreement.decisions import Decisions
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.claims import Claim, Provision
from trucekeeper.model.document import Document
from trucekeeper.model.judgement import Judgement
from trucekeeper.model.ledger import Entry
from trucekeeper.model.matches import Match


@dataclass(frozen=True, slots=True)
class Found:
    """What one document tells of an agreement's lines, as the machine reads it."""

    matches: tuple[Match, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Bearing:
    """All that a record tells, in order of documents. `provisions` are those that may tell of phases, `ahead` the claims that may be plans, and `claims` hold
    those that a person may have matched to a line."""

    found: tuple[Found, ...] = ()
    provisions: tuple[Provision, ...] = ()
    ahead: tuple[Claim, ...] = ()
    claims: Mapping[str, Claim] = field(default_factory=dict)

    def matches(self, judgements: Iterable[Judgement], agreement: str) -> list[Match]:
        """What bears on the lines, as people decided it; `agreement` is its key."""
        return Decisions.of(judgements, agreement).on([m for f in self.found for m in f.matches], self.claims)

    def entries(self, judgements: Iterable[Judgement], agreement: str) -> list[Entry]:
        """What counts for the ledger, as people decided it."""
        return Decisions.of(judgements, agreement).settled([e for f in self.found for e in f.entries])


def bearing_of(agreement: Agreement, claims: Iterable[Claim], documents: Iterable[Document]) -> Bearing:
    """Out of claims in any order, each counted once, and the documents' words."""
    from trucekeeper.agreement.watch import Watch  # what is kept of a large record is shown without it

    held = in_place(claims)
    papers = {d.id: d for d in documents}
    watch = Watch(agreement)
    found = tuple(watch.of(papers.get(document), own) for document, own in by_document(held))
    return Bearing(found, tuple(c for c in held if isinstance(c, Provision)), tuple(held), {c.id: c for c in held})


def in_place(claims: Iterable[Claim]) -> list[Claim]:
    """By document and place, each claim once."""
    return sorted({c.id: c for c in claims}.values(), key=lambda c: (c.document, c.evidence[0].start, c.evidence[0].end, c.id))


def by_document(held: Iterable[Claim]) -> Iterator[tuple[str, list[Claim]]]:
    """Claims in place, those of each document together, in order of the documents' ids."""
    grouped: dict[str, list[Claim]] = {}
    for claim in held:
        grouped.setdefault(claim.document, []).append(claim)
    yield from sorted(grouped.items())
