"""A record weighed: documents, judged claims, who is who, which documents are copies, and every figure with its origin. The views are built of this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Protocol, TypeVar

from trucekeeper.model.claims import Claim, Event, Figure, Position, Provision, Statement
from trucekeeper.model.document import Document
from trucekeeper.model.judgement import Judgement
from trucekeeper.weighing.copies import Copy, copies, stories
from trucekeeper.weighing.denials import Dispute
from trucekeeper.weighing.disputes import disputes
from trucekeeper.weighing.entities import Naming, WhoIsWho, joined, who_is_who
from trucekeeper.weighing.gainsaid import gainsaid
from trucekeeper.weighing.given import Given, with_bases
from trucekeeper.weighing.happenings import Happening, happenings
from trucekeeper.weighing.judged import Judged, judged
from trucekeeper.weighing.kin import aimed_at, told_otherwise
from trucekeeper.weighing.lots import in_lists
from trucekeeper.weighing.origins import Independence, Origin, independence, origin_of
from trucekeeper.weighing.relations import Relation, relations_between, relations_within
from trucekeeper.weighing.running import running
from trucekeeper.weighing.scene import Scene
from trucekeeper.weighing.series import Series, series_of
from trucekeeper.weighing.stances import Stand, stands
from trucekeeper.weighing.sums import sums
from trucekeeper.weighing.surroundings import Surroundings
from trucekeeper.weighing.told_as import DONE
from trucekeeper.weighing.wholes import wholes

Kind = TypeVar("Kind", bound=Claim)


class Source(Protocol):
    """What can be weighed: a record, or anything with the same three questions."""

    def documents(self) -> Iterable[Document]: ...
    def claims(self, *, kind: Any = None, document: Any = None, known_on: Any = None) -> Iterable[Claim]: ...
    def judgements(self) -> Iterable[Judgement]: ...


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a record is weighed: `reports` documents back to `since` (ISO), of all its documents and claims; `whole` where that is all."""

    whole: bool
    documents: int
    claims: int
    reports: int
    since: str | None


@dataclass(frozen=True, slots=True)
class Aside:
    """What a record has kept of the documents that are weighed, so that it need not be worked out again; for a part of a record, from the whole of it."""

    naming: Naming
    copies: tuple[Copy, ...]
    stories: dict[str, tuple[str, ...]]
    extent: Extent


@dataclass(frozen=True)
class Weighed:
    """Everything is worked out when it is first asked for, and once; nothing depends on the order in which documents or claims came."""

    documents: Mapping[str, Document]
    judged: Judged
    judgements: tuple[Judgement, ...] = ()
    aside: Aside | None = None

    @classmethod
    def of(cls, source: Source) -> Weighed:
        return cls.make(source.documents(), source.claims(), source.judgements())

    @classmethod
    def make(cls, documents: Iterable[Document], claims: Iterable[Claim], judgements: Iterable[Judgement] = ()) -> Weighed:
        return cls(*arranged(documents, claims, judgements))

    @property
    def newest_day(self) -> date | None:
        """The latest day on which a document was published, None where no date was given."""
        return max((date.fromisoformat(d.published[:10]) for d in self.documents.values() if d.published), default=None)

    def published_by(self, day: date) -> Weighed:
        """The same, of the documents that were or may have been out on a day."""
        return self.of_documents(d.id for d in self.documents.values() if d.said is None or d.said.first_day is None or d.said.first_day <= day)

    def of_documents(self, wanted: Iterable[str]) -> Weighed:
        """The same, of some of its documents."""
        ids = set(wanted) & self.documents.keys()
        if len(ids) == len(self.documents):
            return self
        held = [d for d in self.documents.values() if d.id in ids]
        return Weighed(*arranged(held, (c for c in self._as_read if c.document in ids), self.judgements), self._aside_of(ids))

    def without(self, judgement: Judgement) -> Weighed:
        """The same as if a judgement had not been made."""
        return Weighed(*arranged(self.documents.values(), self._as_read, (j for j in self.judgements if j != judgement)), self.aside)

    @property
    def _as_read(self) -> Iterable[Claim]:
        """All claims as the machine read them."""
        return ({c.id: c for c in (*self.claims, *self.judged.rejected)} | self.judged.as_read).values()

    def _aside_of(self, ids: set[str]) -> Aside | None:
        if self.aside is None:
            return None
        copied = tuple(c for c in self.aside.copies if {c.first, c.second} <= ids)
        return replace(self.aside, copies=copied, stories={d: tuple(m for m in s if m in ids) for d, s in self.aside.stories.items() if d in ids})

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.judged.claims

    def of_kind(self, kind: type[Kind]) -> list[Kind]:
        return [c for c in self.claims if isinstance(c, kind)]

    def document_of(self, claim: Claim) -> Document | None:
        return self.documents.get(claim.document)

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        return {c.id: c for c in self.claims}

    @cached_property
    def claims_of(self) -> dict[str, list[Claim]]:
        """Claims by document."""
        held: dict[str, list[Claim]] = {}
        for claim in self.claims:
            held.setdefault(claim.document, []).append(claim)
        return held

    @property
    def extent(self) -> Extent:
        """How much of the record this is."""
        return self.aside.extent if self.aside else Extent(True, len(self.documents), len(self.claims), len(self.documents), None)

    @cached_property
    def who(self) -> WhoIsWho:
        if self.aside is not None:
            return joined(self.aside.naming, self.judgements)
        return who_is_who(self.claims, self.judgements, {d.id: d.text for d in self.documents.values()})

    @cached_property
    def copies(self) -> tuple[Copy, ...]:
        return self.aside.copies if self.aside else copies(self.documents.values())

    @cached_property
    def stories(self) -> dict[str, tuple[str, ...]]:
        if self.aside is not None:
            return {d: (d,) for d in self.documents} | self.aside.stories
        return stories(self.documents, self.copies)

    def origin(self, claim: Claim) -> Origin:
        return origin_of(claim, self.document_of(claim), self.stories, self.who)

    def independence(self, claims: Iterable[Claim]) -> Independence:
        return independence(claims, self.documents, self.stories, self.who)

    @cached_property
    def given(self) -> list[Given]:
        """Every figure with its as-of date, origin and base."""
        about = Surroundings(self.who, self.documents, self.stories, self.claims_of, self.happenings, self.scene, self.judged.as_read)
        return with_bases(about.given(f) for f in self.of_kind(Figure))

    @cached_property
    def told_as(self) -> dict[str, str]:
        """What each figure is told as, by its id."""
        return {g.figure.id: g.told_as for g in self.given}

    @cached_property
    def series(self) -> list[Series]:
        return series_of(self.given)

    @cached_property
    def figure_relations(self) -> list[Relation]:
        """What the figures are to one another, sums among them."""
        series = [s for s in self.series if s.told_as == DONE]
        done = [g for g in self.given if g.told_as == DONE]
        lists = in_lists(done)
        found = [
            *(r for s in series for r in relations_within(s, lists)),
            *sums(done),
            *running(done),
            *wholes(series, lists),
            *told_otherwise(done),
            *aimed_at(self.given),
        ]
        return [*found, *gainsaid(done, found), *relations_between(series)]

    @cached_property
    def statements_of(self) -> dict[str, list[Statement]]:
        """Statements by document."""
        held: dict[str, list[Statement]] = {}
        for statement in self.of_kind(Statement):
            held.setdefault(statement.document, []).append(statement)
        return held

    def further_voices(self, claim: Claim) -> tuple[str, ...]:
        """Who else tells a claim, at another place of the same document."""
        places = [e for e in claim.evidence[1:] if not claim.evidence[0].covers(e)]
        told = (s for s in self.statements_of.get(claim.document, ()) for e in places if any(c.start <= e.start < c.end for c in s.spans.content))
        own = claim.attribution.asserter
        return tuple(dict.fromkeys(s.speaker.label for s in told if s.speaker and (own is None or s.speaker.key != own.key)))

    @cached_property
    def terms_of(self) -> dict[str, list[Provision]]:
        """Agreed provisions by document."""
        held: dict[str, list[Provision]] = {}
        for provision in self.of_kind(Provision):
            if provision.standing == "agreed":
                held.setdefault(provision.document, []).append(provision)
        return held

    @cached_property
    def happenings(self) -> list[Happening]:
        return happenings(self.of_kind(Event), self.scene)

    @cached_property
    def scene(self) -> Scene:
        return Scene(self.who, self.documents, self.stories)

    @cached_property
    def stands(self) -> list[Stand]:
        return stands(self.of_kind(Position), self.who, self.documents)

    @cached_property
    def disputes(self) -> list[Dispute]:
        return disputes(self.claims, self.happenings, self.who, self.documents, self.stories)


def arranged(
    documents: Iterable[Document], claims: Iterable[Claim], judgements: Iterable[Judgement]
) -> tuple[dict[str, Document], Judged, tuple[Judgement, ...]]:
    """Documents in order of publication, their claims as judged in the same order, and the judgements in order of time."""
    held = {d.id: d for d in sorted(documents, key=lambda d: ((d.published or ""), d.name, d.id))}
    place = {d: i for i, d in enumerate(held)}
    kept = sorted({c.id: c for c in claims}.values(), key=lambda c: (place.get(c.document, len(place)), c.document, c.evidence[0].start, c.id))
    decided = tuple(sorted(judgements, key=lambda j: (j.at, j.id)))
    return held, judged(kept, decided), decided
