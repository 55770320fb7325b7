"""A record weighed: documents, judged claims, who is who, which documents are copies, and every figure with its origin. The views are built of this."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Protocol, TypeVar

from trucekeeper.model.claims import Claim, Event, Figure, Position, Provision, Statement
from trucekeeper.model.document import Document
from trucekeeper.model.judgement import Judgement
from trucekeeper.model.time import Time
from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.copies import Copy, copies, stories
from trucekeeper.weighing.denials import Dispute
from trucekeeper.weighing.disputes import disputes
from trucekeeper.weighing.entities import Naming, WhoIsWho, joined, who_is_who
from trucekeeper.weighing.given import Given, population_of, with_bases
from trucekeeper.weighing.happenings import Happening, happenings
from trucekeeper.weighing.judged import Judged, judged
from trucekeeper.weighing.kinds import is_hostile
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import name_words, plain
from trucekeeper.weighing.nations import countries, is_country
from trucekeeper.weighing.origins import Independence, Origin, independence, origin_of
from trucekeeper.weighing.relations import Relation, relations_between, relations_within
from trucekeeper.weighing.running import running
from trucekeeper.weighing.scene import Scene
from trucekeeper.weighing.sentences import proper_names, sentence
from trucekeeper.weighing.series import Series, series_of
from trucekeeper.weighing.stances import Stand, stands
from trucekeeper.weighing.sums import sums
from trucekeeper.weighing.ties import in_place
from trucekeeper.weighing.told_as import DONE, OF_WORDS, told_as

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
        return with_bases(self._given(f) for f in self.of_kind(Figure))

    @cached_property
    def told_as(self) -> dict[str, str]:
        """What each figure is told as, by its id."""
        return {g.figure.id: g.told_as for g in self.given}

    def _given(self, figure: Figure) -> Given:
        document = self.document_of(figure)
        said = figure.said if figure.said and figure.said.known_day else None
        told = document.said if document else None
        as_what = told_as(figure, self.claims_of.get(figure.document, ()), document)
        about = None if as_what == DONE and _is_yet_to_come(figure.about, told) else figure.about
        as_of = about or said or told
        moved = self._is_moved(figure)
        place = plain(figure.place.name) if figure.place and (moved or not _is_of_voice(figure, document)) else None
        party = self.who.entity_of(figure.party) if figure.party and not (figure.of and plain(figure.of) in lexicon().figures.tallies) else None
        story = self.stories.get(figure.document, (figure.document,))[0]
        events = self._events_of(figure, place if moved else None)
        return Given(
            figure,
            document,
            self.origin(figure),
            as_of,
            about is not None,
            population_of_figure(figure),
            place=place,
            party=party,
            story=story,
            names=frozenset(name_words(place or "")) if moved else _names_beside(figure, document, alone=not place and not figure.about),
            events=events,
            attacks=events & self._anchored.get(figure.document, frozenset()),
            told_as=as_what,
        )

    def _is_moved(self, figure: Figure) -> bool:
        """Has a person said that it counts elsewhere than was read?"""
        before = self.judged.as_read.get(figure.id)
        return isinstance(before, Figure) and before.place != figure.place

    def _events_of(self, figure: Figure, there: str | None = None) -> frozenset[str]:
        """The keys of the events in whose words, or in whose sentence, a figure stands; of those told `there`, where a person says that it counts there."""
        document = self.document_of(figure)
        if document is None:
            return frozenset()
        if there is not None:
            return frozenset(h.key for h in self.happenings for t in h.tellings if t.document == document.id and in_place(t) == there)
        main = figure.evidence[0]
        first, last = sentence(document, main.start, main.end)
        told = self._told_events.get(figure.document, ())
        own = frozenset(key for start, end, key in told if start < last and first < end)
        anchored = self._anchored.get(figure.document, ())
        if len(anchored) == 1 and _is_of_people(figure) and figure.about is None and figure.place is None and own <= self._floating:
            return own | anchored  # the only attack that its report tells of
        if own or first < 2 or figure.about is not None or figure.place is not None or not _is_of_people(figure):
            return own
        before, _ = sentence(document, first - 2, first - 1)
        return frozenset(key for start, end, key in told if start < first and before < end)

    @cached_property
    def _told_events(self) -> dict[str, list[tuple[int, int, str]]]:
        """By document: where events are told as having taken place, and the key of each."""
        held: dict[str, list[tuple[int, int, str]]] = {}
        for happening in self.happenings:
            for telling in happening.tellings:
                if telling.status in ("happened", "ongoing", "denied") and telling.type not in OF_WORDS and telling.type != "ACCUSE":
                    main = telling.evidence[0]
                    held.setdefault(telling.document, []).append((main.start, main.end, happening.key))
        return held

    @cached_property
    def _anchored(self) -> dict[str, frozenset[str]]:
        """By document: the keys of the single acts of violence that it tells of with a day or place."""
        held: dict[str, set[str]] = {}
        for happening in self.happenings:
            if happening.key in self._floating:
                continue
            for telling in happening.tellings:
                if is_hostile(telling) and not self.scene.told(telling).spell:
                    held.setdefault(telling.document, set()).add(happening.key)
        return {d: frozenset(keys) for d, keys in held.items()}

    @cached_property
    def _floating(self) -> frozenset[str]:
        """The keys of acts of violence, and of harm done, of which no telling gives a day or place."""
        harm = (h for h in self.happenings if all(is_hostile(t) for t in h.tellings))
        return frozenset(h.key for h in harm if all(t.place is None and self.scene.when(t) is None for t in h.tellings))

    @cached_property
    def series(self) -> list[Series]:
        return series_of(self.given)

    @cached_property
    def figure_relations(self) -> list[Relation]:
        """What the figures are to one another, sums among them."""
        within = [r for s in self.series if s.told_as == DONE for r in relations_within(s)]
        done = [g for g in self.given if g.told_as == DONE]
        return [*within, *sums(done), *running(done), *relations_between(s for s in self.series if s.told_as == DONE)]

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


def _is_yet_to_come(about: Time | None, told: Time | None) -> bool:
    """Is a time after the report? Nobody counts ahead: "by Saturday" of what was counted is the Saturday before, which the words do not tell."""
    return about is not None and told is not None and bool(about.earliest and told.latest and about.earliest[:10] > told.latest[:10])


def _is_of_people(figure: Figure) -> bool:
    """Does it count what happened to people, which is told of where it happened, and not things on their way?"""
    return figure.measure.replace("_", " ") in lexicon().figures.cumulative | lexicon().figures.lasting


def _is_of_voice(figure: Figure, document: Document | None) -> bool:
    """Does the place stand in the figure's sentence only for who gives the count: a country in a body's name ("the Kenya Doctors’ Union"), or a place
    before an officer's title ("Mirel governor Ida Roe")?"""
    asserter, place = figure.attribution.asserter, plain(figure.place.name) if figure.place else ""
    if asserter is None or document is None or not place:
        return False
    first, last = sentence(document, figure.evidence[0].start, figure.evidence[0].end)
    words = plain(document.text[first:last])
    if place not in words:
        return False
    for name in sorted({plain(asserter.name), plain(asserter.label)}, key=len, reverse=True):
        if name not in words:
            continue
        before = words.find(place) < words.rfind(name)
        titled = re.sub(rf"\b{re.escape(place)}(?: \w+){{1,3}} {re.escape(name)}\b", " ", words) if before else words
        words = titled.replace(name, " ") if is_country(place) else titled
    return place not in words


def _names_beside(figure: Figure, document: Document | None, *, alone: bool) -> frozenset[str]:
    """The proper names of a figure's sentence, without those of whose word it is and of who carries it; where none is left, or the count stands `alone`
    with neither day nor place, those of the sentence before too."""
    if document is None:
        return frozenset()
    main = figure.evidence[0]
    voices = {w for a in figure.attribution.chain for n in (a.name, a.label) for w in name_words(n)}
    carried = {w for n in (document.outlet or "", *document.agencies) for w in name_words(n)}
    names = proper_names(document, main.start, main.end) - voices - carried
    first, _ = sentence(document, main.start, main.end)
    if (names - worn() and not alone) or first < 2 or not _is_of_people(figure):
        return names
    return names | (proper_names(document, first - 2, first - 1) - carried)


def population_of_figure(figure: Figure) -> frozenset[str]:
    """The counted of a figure, without the words that name its place, say its measure again ("weapons" of weapons) or whose they are, where that is known."""
    said = population_of(figure.measure.replace("_", " ")) | (population_of(figure.place.name) if figure.place else frozenset())
    return frozenset(w for w in population_of(figure.of) - said if figure.party is None or w not in countries())
