"""The same event told several times: tellings are set together by act, day, actors, place and words, with the reasons, and what differs is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from trucekeeper.model.claims import Event
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.groups import groups
from trucekeeper.weighing.ties import ALIKE, ALIKE_ON_A_DAY, CLOSE, LONG, STAGES, Scene, family, in_place, is_bare, refers_back, share, tie, words_alike
from trucekeeper.weighing.words import listed, time_words

WINDOW = 60  # events of one act compared with each one, in time order


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


def _blocks(events: Iterable[Event], scene: Scene) -> Iterator[list[Event]]:
    """Events worth comparing: of one act or kind of act, or of one PLOVER root and one day."""
    held: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in events:
        held[("act", family(event.act) or event.act or event.type)].append(event)
        day = event.about.known_day if event.about else None
        if day:
            held[("day", event.type, day.isoformat())].append(event)
    for _, block in sorted(held.items()):
        yield sorted(block, key=lambda e: (_when(e, scene), e.id))


def _when(event: Event, scene: Scene) -> str:
    """Its day, or the report's."""
    time = event.about if event.about and (event.about.earliest or event.about.latest) else scene.said(event)
    return (time.earliest or time.latest or "") if time else ""


def _order(event: Event, documents: Mapping[str, Document]) -> tuple[str, int, str]:
    document = documents.get(event.document)
    return (document.published or "") if document else "", event.evidence[0].start, event.id


def happenings(events: Iterable[Event], scene: Scene) -> list[Happening]:
    """Event claims set together; each stands in exactly one happening. The order of the claims does not matter."""
    by_id = {e.id: e for e in events}
    pairs: list[tuple[str, str]] = []
    for block in _blocks(by_id.values(), scene):
        for i, a in enumerate(block):
            pairs.extend((a.id, b.id) for b in block[i + 1 : i + 1 + WINDOW] if tie(a, b, scene).same)
    pairs.extend(_references(by_id, groups(by_id, pairs), scene))
    made = []
    for group in groups(by_id, pairs):
        tellings = tuple(sorted((by_id[i] for i in group), key=lambda e: _order(e, scene.documents)))
        made.append(Happening(group[0], tellings, tuple(_differences(tellings, scene.who))))
    return made


def _references(by_id: Mapping[str, Event], parted: list[tuple[str, ...]], scene: Scene) -> Iterator[tuple[str, str]]:
    """Tellings that give only a day, each with the one event that they can mean; where several can be meant, none is."""
    full = [group for group in parted if not all(is_bare(by_id[i]) for i in group)]
    for group in parted:
        event = by_id[group[0]]
        if len(group) == 1 and is_bare(event):
            meant = [g for g in full if any(refers_back(event, by_id[i], scene) for i in g)]
            if len(meant) == 1:
                yield event.id, meant[0][0]


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
    shared = share([*plan.actors, *plan.recipients], [*told.actors, *told.recipients], scene.who) or _one_place(plan, told)
    words = words_alike(plan, told)
    if plan.act == told.act:
        return shared or words >= ALIKE_ON_A_DAY
    return (any_act or plan.type == told.type) and ((shared and words >= ALIKE_ON_A_DAY) or words >= ALIKE)


def _one_place(a: Event, b: Event) -> bool:
    first, second = in_place(a), in_place(b)
    return first is not None and second is not None and (first in second or second in first)


def _near(plan: Event, told: Event, scene: Scene) -> bool:
    """Is it told of the days around the plan, or with no date in a report of the weeks after it?"""
    ahead = plan.about or scene.said(plan)
    if ahead is None:
        return True
    if told.about is not None:
        return ahead.widened(CLOSE).overlaps(told.about)
    said = scene.said(told)
    return said is None or ahead.widened(LONG).overlaps(said)


def explained(happening: Happening, scene: Scene) -> list[str]:
    """Why the tellings were set together, pair by pair."""
    ties = (tie(a, b, scene) for a, b in combinations(happening.tellings, 2))
    return list(dict.fromkeys(t.reason for t in ties if t.same))
