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


def same(a: EventFound, b: EventFound, kin: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether two tellings can be of one act: one act (or two words for talks with the same people), one status, times that overlap, and a
    participant in common with none that contradicts. `kin` are the actors with those that their phrases name ("Kenya's office")."""
    if a.status != b.status or not compatible_times(a, b):
        return False
    acting, receiving = (keys(a.actors) | kin[0], keys(b.actors) | kin[1]), (keys(a.recipients), keys(b.recipients))
    meets = bool(acting[0] & acting[1]), bool(receiving[0] & receiving[1])
    if a.act != b.act and not (a.type == b.type and a.type in TALKING and meets[1]):
        return False
    return any(meets) and share(*acting) and share(*receiving)


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


def merge(events: list[tuple[EventFound, frozenset[str]]]) -> list[EventFound]:
    """Events in text order, each told act once. Each comes with the keys of its actors' kin."""
    kept: list[tuple[EventFound, frozenset[str]]] = []
    for event, kin in events:
        at = next((i for i, (k, known) in enumerate(kept) if same(k, event, (known, kin))), None)
        if at is None:
            kept.append((event, kin))
        else:
            kept[at] = merged(kept[at][0], event), kept[at][1] | kin
    return [event for event, _ in kept]
