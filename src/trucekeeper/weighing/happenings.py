"""The same event told several times: tellings are set together by act, day, actors, place and words, with the reasons, and what differs is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from trucekeeper.model.claims import Actor, Event
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.groups import groups
from trucekeeper.weighing.likeness import likeness
from trucekeeper.weighing.names import name_words, plain
from trucekeeper.weighing.words import listed, time_words

ALIKE = 0.5  # share of meaning words from which two clauses tell in similar words
ALIKE_ON_A_DAY = 0.3  # the same where both name one and the same day
VERY_ALIKE = 0.75  # from which words may stand for a date that is missing
DAYS = 1  # "Monday" and "on Tuesday night" of one event: reports are a day apart easily
LONG = 40  # days; a wider time than this says too little to join by
WINDOW = 60  # events of one act compared with each one, in time order
CLOSE = 7  # days between two reports of which one does not date the event
STAGES = {"planned": 0, "proposed": 0, "demanded": 0, "threatened": 0, "conditional": 0, "ongoing": 1, "happened": 1, "denied": 1}


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with its tellings, in order of publication; `differences` are sentences on what the tellings do not agree in."""

    key: str
    tellings: tuple[Event, ...]
    differences: tuple[str, ...]

    @property
    def statuses(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t.status for t in self.tellings))

    @property
    def main(self) -> Event:
        """The telling to show first: the one that knows most of when, who and to whom."""
        return max(self.tellings, key=lambda e: (e.about is not None, len(e.actors) + len(e.recipients), e.confidence, e.id))


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known beside two claims when they are compared: who is who, the documents, and which of them run one story."""

    who: WhoIsWho
    documents: Mapping[str, Document]
    stories: Mapping[str, tuple[str, ...]]

    def copies(self, a: Event, b: Event) -> bool:
        return a.document != b.document and b.document in self.stories.get(a.document, ())

    def close(self, a: Event, b: Event) -> bool:
        """Were both told within a week, in different stories?"""
        first, second = (d.said if d else None for d in (self.documents.get(a.document), self.documents.get(b.document)))
        if first is None or second is None or b.document in self.stories.get(a.document, (a.document,)):
            return False
        return _narrow(first) and _narrow(second) and first.widened(CLOSE).overlaps(second)


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two event claims are one event or not."""

    same: bool
    reason: str


def _narrow(time: Time | None) -> bool:
    if time is None or time.first_day is None or time.last_day is None:
        return False
    return (time.last_day - time.first_day).days <= LONG


def _one_day(a: Event, b: Event) -> bool:
    day = a.about.known_day if a.about else None
    return day is not None and b.about is not None and b.about.known_day == day


def _keys(actors: Iterable[Actor], who: WhoIsWho) -> frozenset[str]:
    return frozenset(who.entity_of(a) for a in actors)


def _crossing(a: Event, b: Event) -> bool:
    """Do two claims rest on words of one text that overlap?"""
    first, second = a.evidence[0], b.evidence[0]
    return first.start < second.end and second.start < first.end


def _in_place(event: Event) -> str | None:
    return plain(event.place.name) if event.place else None


def tie(a: Event, b: Event, scene: Scene) -> Tie:
    """Are two event claims tellings of one event? They are of one act, or of one kind and day."""
    if a.act != b.act and a.document == b.document:
        return Tie(False, "two acts of one text")
    if a.document == b.document and _crossing(a, b):
        return Tie(a.status == b.status and _words_alike(a, b) >= ALIKE, "nearly the same words of one text")
    if a.about and b.about and not a.about.widened(DAYS).overlaps(b.about):
        return Tie(False, f"the dates lie apart: {time_words(a.about)} and {time_words(b.about)}")
    if a.actors and b.actors and not _share(a.actors, b.actors, scene.who):
        return Tie(False, "other actors")
    place_a, place_b = _in_place(a), _in_place(b)
    if place_a and place_b and place_a not in place_b and place_b not in place_a:
        return Tie(False, f"other places: {place_a} and {place_b}")
    if scene.copies(a, b) and plain(a.evidence[0].exact) == plain(b.evidence[0].exact):
        return Tie(True, "the same words in copies of one story")
    return _weigh(a, b, scene)


def _words_alike(a: Event, b: Event) -> float:
    """How alike two clauses are in words, from 0 to 1."""
    return likeness(a.evidence[0].exact, b.evidence[0].exact)


def _share(first: Sequence[Actor], second: Sequence[Actor], who: WhoIsWho) -> bool:
    """Is anybody among both: one entity, or a name inside a description ("a team of the Monitoring Mission")?"""
    if _keys(first, who) & _keys(second, who):
        return True
    names = [[frozenset(name_words(a.label)) for a in side] for side in (first, second)]
    return any(min(len(a), len(b)) > 1 and (a <= b or b <= a) for a in names[0] for b in names[1])


def _grounds(a: Event, b: Event, scene: Scene) -> dict[str, bool]:
    """What speaks for one event; the dates, actors and places are known not to speak against it."""
    words = _words_alike(a, b)
    undated = a.about is None or b.about is None
    return {
        "the same date": _narrow(a.about) and _narrow(b.about),
        "told within a week": undated and scene.close(a, b),
        "the same actor": _share(a.actors, b.actors, scene.who),
        "the same place": _in_place(a) is not None and _in_place(b) is not None,
        "the same counterpart": _share(a.recipients, b.recipients, scene.who),
        "similar words": words >= (ALIKE_ON_A_DAY if _one_day(a, b) else ALIKE),
        "nearly the same words": words >= VERY_ALIKE,
    }


def _weigh(a: Event, b: Event, scene: Scene) -> Tie:
    """Three grounds make one event, a date or much the same words among them; without a date, like words told within a week."""
    grounds = _grounds(a, b, scene)
    told = [name for name, holds in grounds.items() if holds and name != "nearly the same words"]
    if a.act != b.act:
        alike = _one_day(a, b) and grounds["the same actor"] and _words_alike(a, b) >= ALIKE
        return Tie(alike, f"one kind of act, {listed(told)}" if told else "only the kind of act is the same")
    sure = grounds["the same date"] or grounds["nearly the same words"] or (grounds["told within a week"] and grounds["similar words"])
    return Tie(sure and len(told) >= 3, f"the same act, {listed(told)}" if told else "only the act is the same")


def _blocks(events: Iterable[Event]) -> Iterator[list[Event]]:
    """Events worth comparing: of one act, or of one PLOVER root and one day."""
    held: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in events:
        held[("act", event.act or event.type)].append(event)
        day = event.about.known_day if event.about else None
        if day:
            held[("day", event.type, day.isoformat())].append(event)
    for _, block in sorted(held.items()):
        yield sorted(block, key=lambda e: ((e.about.earliest or "") if e.about else "", e.id))


def _order(event: Event, documents: Mapping[str, Document]) -> tuple[str, int, str]:
    document = documents.get(event.document)
    return (document.published or "") if document else "", event.evidence[0].start, event.id


def happenings(events: Iterable[Event], scene: Scene) -> list[Happening]:
    """Event claims set together; each stands in exactly one happening. The order of the claims does not matter."""
    by_id = {e.id: e for e in events}
    pairs: list[tuple[str, str]] = []
    for block in _blocks(by_id.values()):
        for i, a in enumerate(block):
            pairs.extend((a.id, b.id) for b in block[i + 1 : i + 1 + WINDOW] if tie(a, b, scene).same)
    made = []
    for group in groups(by_id, pairs):
        tellings = tuple(sorted((by_id[i] for i in group), key=lambda e: _order(e, scene.documents)))
        made.append(Happening(group[0], tellings, tuple(_differences(tellings, scene.who))))
    return made


def _differences(tellings: tuple[Event, ...], who: WhoIsWho) -> Iterator[str]:
    """What the tellings of one event do not agree in."""
    days = sorted({t.about.known_day for t in tellings if t.about and t.about.known_day})
    if len(days) > 1:
        yield f"told of different days: {listed([time_words(Time.on(d)) for d in days])}"
    statuses: list[str] = sorted({t.status for t in tellings}, key=lambda s: (STAGES[s], s))
    if len(statuses) > 1:
        yield f"told as {listed(statuses)}"
    for name, of in (("actors", "actors"), ("counterparts", "recipients")):
        by_text: dict[str, set[str]] = defaultdict(set)
        for telling in tellings:
            by_text[telling.document].update(who.label_of(a) for a in getattr(telling, of))
        sets = {tuple(sorted(labels)) for labels in by_text.values()} - {()}
        if len(sets) > 1:
            yield f"{name} differ: {'; '.join(sorted(', '.join(s) for s in sets))}"


def akin(plan: Event, told: Event, scene: Scene, *, any_act: bool = False) -> bool:
    """May what was planned or threatened be what another claim tells? Told generously, for those who had better say nothing than a wrong thing.

    Of one act, with an actor or place in common; of one kind of act (or, with `any_act`, of any), with like words too; near each other in time.
    """
    if not _near(plan, told, scene):
        return False
    shared = _share([*plan.actors, *plan.recipients], [*told.actors, *told.recipients], scene.who) or _one_place(plan, told)
    words = _words_alike(plan, told)
    if plan.act == told.act:
        return shared or words >= ALIKE_ON_A_DAY
    return (any_act or plan.type == told.type) and ((shared and words >= ALIKE_ON_A_DAY) or words >= ALIKE)


def _one_place(a: Event, b: Event) -> bool:
    first, second = _in_place(a), _in_place(b)
    return first is not None and second is not None and (first in second or second in first)


def _near(plan: Event, told: Event, scene: Scene) -> bool:
    """Is it told of the days around the plan, or with no date in a report of the weeks after it?"""
    ahead = plan.about or _said(plan, scene)
    if ahead is None:
        return True
    if told.about is not None:
        return ahead.widened(CLOSE).overlaps(told.about)
    said = _said(told, scene)
    return said is None or ahead.widened(LONG).overlaps(said)


def _said(event: Event, scene: Scene) -> Time | None:
    document = scene.documents.get(event.document)
    return document.said if document else None


def explained(happening: Happening, scene: Scene) -> list[str]:
    """Why the tellings were set together, pair by pair."""
    ties = (tie(a, b, scene) for a, b in combinations(happening.tellings, 2))
    return list(dict.fromkeys(t.reason for t in ties if t.same))
