"""The same event told several times: tellings are set together by act, day, actors, place and words, with the reasons, and what differs is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from trucekeeper.model.claims import Event
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.weighing.bonds import Bond, bonds, grouped
from trucekeeper.weighing.doers import is_name, share
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.grounds import ALIKE, ALIKE_ON_A_DAY, words_alike
from trucekeeper.weighing.placed import in_place
from trucekeeper.weighing.scene import CLOSE, LONG, STAGES, Scene
from trucekeeper.weighing.words import listed, time_words


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with its tellings, in order of publication; `differences` are sentences on what the tellings do not agree in, `bonds` say of pairs why they
    are one event."""

    key: str
    tellings: tuple[Event, ...]
    differences: tuple[str, ...]
    bonds: tuple[Bond, ...] = ()

    @property
    def statuses(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t.status for t in self.tellings))

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the tellings were set together, the strongest first."""
        return tuple(dict.fromkeys(b.reason for b in self.bonds))

    @property
    def main(self) -> Event:
        """The telling to show first: the one that knows most of when, who and to whom."""
        return max(self.tellings, key=lambda e: (e.about is not None, len(e.actors) + len(e.recipients), e.confidence, e.id))


def _order(event: Event, documents: Mapping[str, Document]) -> tuple[str, int, str]:
    document = documents.get(event.document)
    return (document.published or "") if document else "", event.evidence[0].start, event.id


def happenings(events: Iterable[Event], scene: Scene) -> list[Happening]:
    """Event claims set together; each stands in exactly one happening. The order of the claims does not matter."""
    by_id = {e.id: e for e in events}
    parted, held = grouped(by_id, bonds(by_id, scene), scene)
    made = []
    for group in parted:
        tellings = tuple(sorted((by_id[i] for i in group), key=lambda e: _order(e, scene.documents)))
        made.append(Happening(group[0], tellings, tuple(_differences(tellings, scene.who)), tuple(held.get(group[0], ()))))
    return made


def first_told(happening: Happening, scene: Scene) -> list[Event]:
    """Its tellings without those that a later copy of a story repeats in the same words: "on Monday" is the Monday of the first."""
    kept: list[Event] = []
    for telling in happening.tellings:
        if not any(scene.repeats(telling, k) for k in kept):
            kept.append(telling)
    return kept


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
            by_text[telling.document].update(who.label_of(a) for a in getattr(telling, of) if is_name(a))
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
