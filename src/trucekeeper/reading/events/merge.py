"""One act told twice in a report is one event with two spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from trucekeeper.knowledge import table
from trucekeeper.model.claims import Actor
from trucekeeper.reading.layers import EventFound

TALKING = frozenset({"CONSULT"})


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with the lemma that tells it, the keys of its actors with those that their phrases name ("Kenya's office"), of its recipients with
    their numbers, and the act that a speech act spoke of."""

    event: EventFound
    word: str
    acting: frozenset[str]
    receiving: frozenset[str]
    counts: frozenset[str]
    spoken: str = ""


def telling(event: EventFound, word: str, kin: frozenset[str], spoken: str) -> Telling:
    return Telling(event, word, keys(event.actors) | kin, keys(event.recipients), counts(event.recipients), spoken)


def counts(recipients: Iterable[Actor]) -> frozenset[str]:
    """The numbers of those to whom it was done ("600 people")."""
    return frozenset(w for r in recipients for w in r.name.lower().replace(",", "").split() if w.isdigit() or w in table("numbers")["ones"])


def keys(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(a.key for a in actors)


def share(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or bool(a & b)


def compatible_times(a: EventFound, b: EventFound) -> bool:
    return a.about is None or b.about is None or a.about.overlaps(b.about)


def same(a: Telling, b: Telling) -> bool:
    """Whether two tellings can be of one act: one status, times that overlap, no participant that contradicts, and either one act done to the same
    (or talks with the same), or the same word for an act of the same."""
    first, second = a.event, b.event
    alike = first.act == second.act or (first.type == second.type and first.type in TALKING)
    if first.token == second.token and first.act == second.act and first.status == second.status:
        return True  # "threatened to resume fighting": the threat, and what is threatened
    if not alike or first.status != second.status or (first.type == "REJECT") != (second.type == "REJECT") or not compatible_times(first, second):
        return False
    if a.counts and b.counts and not a.counts & b.counts and first.about and second.about and first.about.as_range != second.about.as_range:
        return False  # "600 were displaced on Tuesday", "40,000 between October and yesterday"
    if a.spoken and b.spoken and a.spoken != b.spoken:
        return False  # "agreed to stop the fighting", "agreed to free prisoners"
    if not share(a.acting, b.acting) or not share(a.receiving, b.receiving):
        return False
    if a.receiving & b.receiving:
        return True
    return first.act == second.act and a.word == b.word and bool(a.acting & b.acting)


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


def merge(tellings: list[Telling]) -> list[EventFound]:
    """Events in text order, each told act once."""
    kept: list[Telling] = []
    for telling in tellings:
        at = next((i for i, k in enumerate(kept) if same(k, telling)), None)
        if at is None:
            kept.append(telling)
        else:
            first = kept[at]
            event = merged(first.event, telling.event)
            kept[at] = Telling(event, first.word, first.acting | telling.acting, first.receiving | telling.receiving, counts(event.recipients), first.spoken)
    return [k.event for k in kept]
