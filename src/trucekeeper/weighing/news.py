"""What a record has learnt since a moment, weighed beside what it knew before: new documents and claims, and which documents are only copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from trucekeeper.model.claims import Claim
from trucekeeper.model.document import Document
from trucekeeper.model.judgement import Judgement
from trucekeeper.record import Asked, Record
from trucekeeper.record.moments import moment
from trucekeeper.weighing.keeping import keep_up
from trucekeeper.weighing.kept_copies import kept_copies, stories_beside
from trucekeeper.weighing.names import plain
from trucekeeper.weighing.parts import LAST_DAY, part_around
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.weighed import Weighed

LOOKED_AT = 1000  # documents of the readings that are looked at, the newest


@dataclass(frozen=True)
class News:
    """What is new at a moment (`since`, UTC) or later. `last` is the newest reading, None in an empty record.

    `documents` and `again` count the documents learnt since and the older ones read again, of which `looked_at` were looked at, the newest; `papers` are
    the ids of the new ones among these. `claims` are the ids of
    claims first read since, without those that a copy only tells again in the words of what it is a copy of; `copies` leads from each copy to that document.
    `otherwise` are claims read otherwise than before, `dropped` counts by document those that a new reading no longer finds.
    """

    since: str
    last: str | None
    documents: int
    again: int
    looked_at: int
    weighed: Weighed
    papers: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    copies: Mapping[str, Document] = field(default_factory=dict)
    otherwise: frozenset[str] = frozenset()
    dropped: Mapping[str, int] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()

    def is_new(self, claim: Claim) -> bool:
        """Is it news, or what a copy tells again of a document that is new itself?"""
        original = self.copies.get(claim.document)
        return claim.id in self.claims or (original is not None and original.id in self.papers)

    def is_old(self, claim: Claim) -> bool:
        """Was it known before? What a new copy only repeats is neither old nor news."""
        return claim.document not in self.papers and claim.id not in self.claims

    @cached_property
    def before(self) -> Weighed:
        """What was known before, of the same part of the record."""
        return self.weighed.of_documents(d for d in self.weighed.documents if d not in self.papers)


def news_since(record: Record, since: str | None = None) -> News:
    """What the record has learnt at a moment (an ISO date, its beginning, or date-time) or later; of the last reading without one. Raises UsageError."""
    keep_up(record)
    with record.asking() as asked:
        last = asked.last_reading()
        at = moment(since) if since else last or ""
        numbers = asked.read_since(at, LOOKED_AT)
        stubs = asked.stubs(numbers)
        papers = asked.learnt_since((s.id for s in stubs), at)
        weighed = part_around(record, asked, stories_beside(asked, stubs[::-1], set())[::-1])  # the first of each story
        fresh, otherwise = asked.claims_learnt_since((s.id for s in stubs), at)
        copies = _copies(asked, numbers, papers, at)
        dropped = asked.dropped_since((s.id for s in stubs), at)
        documents, again = asked.documents_since(at)
    told = (c for c in weighed.claims if c.id in fresh and not _is_echo(c, weighed, copies))
    decided = tuple(j for j in weighed.judgements if j.at >= at)
    news = frozenset(c.id for c in told)
    return News(at, last, documents, again, len(stubs), weighed, frozenset(papers), news, copies, frozenset(otherwise), dropped, decided)


def _copies(asked: Asked, numbers: Iterable[int], papers: set[str], at: str) -> dict[str, Document]:
    """New documents that run a story which another one ran before: an older one, or else the first that was out; of one day, the one that carries nobody."""
    _, stories = kept_copies(asked, numbers, LAST_DAY)
    told = {s for d, s in stories.items() if d in papers and len(s) > 1}
    known = {d for story in told for d in story} - papers
    papers = papers | asked.learnt_since(known, at)
    stubs = {s.id: s for s in asked.stubs_of({d for story in told for d in story})}

    def order(document: str) -> tuple[bool, str]:
        return document in papers, stubs[document].day or "~"

    early = {story: [d for d in story if order(d) == min(map(order, story))] for story in told}
    held = {d.id: d for d in asked.documents({stubs[d].no for found in early.values() for d in found})}
    first = {story: min(found, key=lambda d: (_carries(held[d]), d)) for story, found in early.items()}
    return {d: held[first[story]] for story in sorted(told) for d in story if d in papers and d != first[story]}


def _carries(document: Document) -> bool:
    """Does it carry another's story, by its byline or dateline?"""
    own = plain(document.outlet or "")
    return any(plain(agency) != own for agency in document.agencies)


def _is_echo(claim: Claim, weighed: Weighed, copies: Mapping[str, Document]) -> bool:
    """Does the document that this one is a copy of have the claim's whole sentence?"""
    original, document = copies.get(claim.document), weighed.document_of(claim)
    if original is None or document is None:
        return False
    main = claim.evidence[0]
    first, last = sentence(document, main.start, main.end)
    return _plain(document.text[first:last]) in _plain(original.text)


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return " ".join(plain(text).split())
