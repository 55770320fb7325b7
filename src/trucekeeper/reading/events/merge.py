"""One act told twice in a report is one event with two spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from trucekeeper.model.claims import Actor
from trucekeeper.reading.layers import EventFound

TALKING = frozenset({"CONSULT"})


def keys(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(a.key for a in actors)


def share(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or bool(a & b)


def compatible_times(a: EventFound, b: EventFound) -> bool:
    return a.about is None or b.about is None or a.about.overlaps(b.about)


def same_family(a: EventFound, b: EventFound) -> bool:
    return a.act == b.act or (a.type == b.type and a.type in TALKING)


def same(a: EventFound, b: EventFound) -> bool:
    """Whether two tellings can be of one act: one family and status, times that overlap, and a participant in common with none that contradicts."""
    if a.status != b.status or not same_family(a, b) or not compatible_times(a, b):
        return False
    acting, receiving = (keys(a.actors), keys(b.actors)), (keys(a.recipients), keys(b.recipients))
    meets = bool(acting[0] & acting[1]) or bool(receiving[0] & receiving[1])
    return meets and share(*acting) and share(*receiving)


def joined(actors: tuple[Actor, ...], more: tuple[Actor, ...]) -> tuple[Actor, ...]:
    have = keys(actors)
    return actors + tuple(a for a in more if a.key not in have)


def merged(a: EventFound, b: EventFound) -> EventFound:
    """The first telling, with the spans and what else the second one knows."""
    narrower = b.about if a.about is None or (b.about is not None and b.about.known_day and not a.about.known_day) else a.about
    return replace(
        a,
        spans=a.spans + tuple(s for s in b.spans if s not in a.spans),
        actors=joined(a.actors, b.actors),
        recipients=joined(a.recipients, b.recipients),
        about=narrower,
        place=a.place if a.place is not None else b.place,
    )


def merge(events: list[EventFound]) -> list[EventFound]:
    """Events in text order, each told act once."""
    kept: list[EventFound] = []
    for event in events:
        at = next((i for i, k in enumerate(kept) if same(k, event)), None)
        if at is None:
            kept.append(event)
        else:
            kept[at] = merged(kept[at], event)
    return kept
