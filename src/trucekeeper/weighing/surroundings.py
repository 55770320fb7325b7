"""Figures as they were given: each with what stands around it, its as-of date, place, origin, names and the events that it is told with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from trucekeeper.model.claims import Claim, Figure, Role
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.given import Given, population_of
from trucekeeper.weighing.handed import handed_by, is_of_swap
from trucekeeper.weighing.happenings import Happening
from trucekeeper.weighing.kinds import is_hostile
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import name_words, plain
from trucekeeper.weighing.nations import countries, is_country
from trucekeeper.weighing.origins import origin_of
from trucekeeper.weighing.placed import in_place
from trucekeeper.weighing.scene import Scene
from trucekeeper.weighing.sentences import proper_names, sentence
from trucekeeper.weighing.told_as import DONE, OF_WORDS, told_as


@dataclass(frozen=True)
class Surroundings:
    """What is at hand to tell of a figure where it stands; `as_read` are the claims that a person corrected, as the machine read them."""

    who: WhoIsWho
    documents: Mapping[str, Document]
    stories: Mapping[str, tuple[str, ...]]
    claims_of: Mapping[str, Sequence[Claim]]
    happenings: Sequence[Happening]
    scene: Scene
    as_read: Mapping[str, Claim]

    def given(self, figure: Figure) -> Given:
        """The figure as it was given."""
        document = self.documents.get(figure.document)
        told = document.said if document else None
        said = figure.said if figure.said and (figure.said.known_day or _is_before(figure.said, told)) else None
        beside = self.claims_of.get(figure.document, ())
        as_what = told_as(figure, beside, document)
        about = (
            None if (as_what == DONE and _is_yet_to_come(figure.about, told)) or _is_window(figure, told) or _is_of_late(figure.about, told) else figure.about
        )
        as_of = about or said or told
        moved = self._is_moved(figure)
        place = plain(figure.place.name) if figure.place and (moved or not _is_of_voice(figure, document)) else None
        party = self.who.entity_of(figure.party) if figure.party and not (figure.of and plain(figure.of) in lexicon().figures.tallies) else None
        story = self.stories.get(figure.document, (figure.document,))[0]
        events = self._events_of(figure, place if moved else None)
        return Given(
            figure,
            document,
            origin_of(figure, document, self.stories, self.who),
            as_of,
            about is not None,
            population_of_figure(figure),
            place=place,
            party=party,
            story=story,
            names=frozenset(name_words(place or "")) if moved else _names_beside(figure, document, alone=not place and not figure.about),
            events=events,
            attacks=events & self._anchored.get(figure.document, frozenset()),
            office=self._office_of(figure),
            handed=handed_by(figure, beside, self.who),
            swapped=is_of_swap(figure, beside),
            told_as=as_what,
        )

    def _office_of(self, figure: Figure) -> frozenset[str]:
        asserter = figure.attribution.asserter
        roles = (c for c in self.claims_of.get(figure.document, ()) if isinstance(c, Role) and asserter is not None and c.person.key == asserter.key)
        return frozenset(w for role in roles for w in plain(role.title or "").split())

    def _is_moved(self, figure: Figure) -> bool:
        """Has a person said that it counts elsewhere than was read?"""
        before = self.as_read.get(figure.id)
        return isinstance(before, Figure) and before.place != figure.place

    def _events_of(self, figure: Figure, there: str | None = None) -> frozenset[str]:
        """The keys of the events in whose words, or in whose sentence, a figure stands; of those told `there`, where a person says that it counts there."""
        document = self.documents.get(figure.document)
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


def _is_window(figure: Figure, told: Time | None) -> bool:
    """ "31 in the past 24 hours": new cases of a time that ends with the report stand with the day of the report."""
    about = figure.about
    if figure.counting != "new" or about is None or told is None or about.known_day is not None or about.last_day is None:
        return False
    return about.last_day == told.last_day


def _is_of_late(about: Time | None, told: Time | None) -> bool:
    """Is a time open towards the past, up to the report ("the recent fighting")? It dates nothing."""
    return about is not None and about.first_day is None and told is not None and about.last_day is not None and about.last_day == told.last_day


def _is_before(said: Time, told: Time | None) -> bool:
    """Was it said, by its words, before its report ("the group last week said 23 had died")?"""
    last, first = said.last_day, told.first_day if told else None
    return last is not None and first is not None and said.first_day is not None and last < first


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
    whose = frozenset(name_words(f"{figure.party.name} {figure.party.label}")) if figure.party is not None else frozenset()
    return frozenset(w for w in population_of(figure.of) - said if figure.party is None or w not in countries()) - whose
