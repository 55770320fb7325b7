"""What a record tells that bears on an agreement: words held against its lines, counts, what is told of its phases, and plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from trucekeeper.agreement.decisions import Decisions
from trucekeeper.agreement.promises import Promise, promises_of
from trucekeeper.agreement.touches import Touch, touch_of, whole
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
    """All that a record tells, in order of documents: what was `found` that says where a line stands, and what only touches one. `provisions` are those that
    may tell of phases, `ahead` the claims that may be plans, and `claims` hold those that a person may have matched to a line. `documents` are the ids of
    those with any of the first two, `promised` says since when reports tell of lines."""

    found: tuple[Found, ...] = ()
    touches: tuple[Touch, ...] = ()
    provisions: tuple[Provision, ...] = ()
    ahead: tuple[Claim, ...] = ()
    claims: Mapping[str, Claim] = field(default_factory=dict)
    documents: tuple[str, ...] = ()
    promised: Mapping[str, Promise] = field(default_factory=dict)

    def matches(self, judgements: Iterable[Judgement], agreement: str) -> list[Match]:
        """What bears on the lines, as people decided it; `agreement` is its key."""
        return Decisions.of(judgements, agreement).on([*self.telling(), *map(whole, self.touches)], self.claims)

    def telling(self) -> list[Match]:
        """What says where a line stands; what is told of a day before there was any word of the line is only proposed."""
        found = [m for f in self.found for m in f.matches]
        return [self.promised[m.line].weighed(m) if m.line in self.promised else m for m in found] if self.promised else found

    def parted(self, judgements: Iterable[Judgement], agreement: str) -> tuple[list[Match], list[Touch]]:
        """The same as `matches`: what says where a line stands, or was refused, and what touches one."""
        decisions = Decisions.of(judgements, agreement)
        lines = {line for _, line in decisions.by_pair}
        asked = [whole(t) for t in self.touches if t[0] in lines] if lines else []
        found = decisions.on([*self.telling(), *asked], self.claims)
        told = [m for m in found if m.state is not None or m.certainty == "refused"]
        read = [touch_of(m) for m in found if m.state is None and m.certainty != "refused"]
        return told, [*(t for t in self.touches if t[0] not in lines), *read]

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
    touches = tuple(touch_of(m) for f in found for m in f.matches if m.state is None)
    telling = tuple(replace(f, matches=tuple(m for m in f.matches if m.state is not None)) for f in found)
    return Bearing(
        telling, touches, tuple(c for c in held if isinstance(c, Provision)), tuple(held), {c.id: c for c in held}, tuple(papers), promises_of(agreement, held)
    )


def in_place(claims: Iterable[Claim]) -> list[Claim]:
    """By document and place, each claim once."""
    return sorted({c.id: c for c in claims}.values(), key=lambda c: (c.document, c.evidence[0].start, c.evidence[0].end, c.id))


def by_document(held: Iterable[Claim]) -> Iterator[tuple[str, list[Claim]]]:
    """Claims in place, those of each document together, in order of the documents' ids."""
    grouped: dict[str, list[Claim]] = {}
    for claim in held:
        grouped.setdefault(claim.document, []).append(claim)
    yield from sorted(grouped.items())
