"""The attack that a report is about: its tellings, put together, tell more than each of them, so that what two reports are about may be found to be one.

A headline gives the number, the first sentence the place, a denial further down the target; a pair of them has too little in common to be set together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trucekeeper.model.claims import Event
from trucekeeper.weighing.doers import is_name, other_actors
from trucekeeper.weighing.grounds import DAYS
from trucekeeper.weighing.kinds import is_hostile
from trucekeeper.weighing.nations import is_country
from trucekeeper.weighing.placed import heard, in_place, other_places
from trucekeeper.weighing.references import target
from trucekeeper.weighing.scene import MONTH, Scene
from trucekeeper.weighing.ties import each_side, is_brought_in, is_rerun, other_rank
from trucekeeper.weighing.whereabouts import are_near
from trucekeeper.weighing.words import listed

LEAD = 400  # characters of a report in which what it is about is told
OFTEN = 3  # tellings by which a report shows what it is about, wherever the first stands
WINDOW = 60  # reports of one day, place, number or doer with which each is compared, in order of time
SHARED = 2  # words on the target that both reports have
AGAINST = 0.2  # share of pairs of tellings that may speak against one attack
WEIGHT = 2.0  # of a bond by what reports are about: weaker than any of two tellings alone


@dataclass(frozen=True, slots=True)
class Chief:
    """The tellings of the attack that one report is about, by id, and what they tell together."""

    document: str
    tellings: tuple[str, ...]
    days: frozenset[date]
    target: frozenset[str]
    counts: frozenset[str]
    places: frozenset[str]
    doers: frozenset[str]


def one_chief(by_id: Mapping[str, Event], members: Mapping[str, Sequence[str]], scene: Scene) -> Iterator[tuple[str, str, float, str]]:
    """(telling, telling, weight, reason) for each two reports that are about one attack."""
    chiefs = [c for held in _by_text(by_id, members).values() for c in _chiefs(held, by_id, scene)]
    for a, b in sorted(_pairs(chiefs, scene)):
        if chiefs[a].document != chiefs[b].document and (reason := _alike(chiefs[a], chiefs[b], by_id, scene)) is not None:
            yield chiefs[a].tellings[0], chiefs[b].tellings[0], WEIGHT, reason


def _pairs(chiefs: Sequence[Chief], scene: Scene) -> set[tuple[int, int]]:
    """Those worth comparing: with a day, place, number or doer in common, and each with a bounded number of those told next to it in time."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, chief in enumerate(chiefs):
        days = {(d + timedelta(days=k)).isoformat() for d in chief.days for k in range(DAYS + 1)}
        for kind, keys in (("day", days), ("place", chief.places), ("number", chief.counts), ("doer", chief.doers)):
            for key in keys:
                blocks[(kind, key)].append(n)
    made = set()
    for block in blocks.values():
        block.sort(key=lambda n: (_told(chiefs[n], scene), n))
        made |= {(min(a, b), max(a, b)) for i, a in enumerate(block) for b in block[i + 1 : i + 1 + WINDOW]}
    return made


def _told(chief: Chief, scene: Scene) -> str:
    document = scene.documents.get(chief.document)
    return (document.published or "") if document else ""


def _by_text(by_id: Mapping[str, Event], members: Mapping[str, Sequence[str]]) -> dict[str, list[list[str]]]:
    """The groups of tellings of attacks in each report, each in the order of the text."""
    made: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key, group in members.items():
        for i in group:
            if is_hostile(by_id[i]):
                made[by_id[i].document][key].append(i)
    return {d: [sorted(g, key=lambda i: (by_id[i].evidence[0].start, i)) for _, g in sorted(groups.items())] for d, groups in sorted(made.items())}


def _chiefs(groups: list[list[str]], by_id: Mapping[str, Event], scene: Scene) -> Iterator[Chief]:
    """What the report tells at its head or often, and neither a war nor still to come."""
    for group in groups:
        events = [by_id[i] for i in group]
        ahead = events[0].evidence[0].start <= LEAD or len(group) >= OFTEN
        if ahead and any(e.status == "happened" and not scene.told(e).spell for e in events):
            days = (t.known_day for e in events if (t := scene.when(e)) is not None)
            places = (heard(p) for e in events if (p := in_place(e)) is not None and not is_country(p))
            anew = [e for e in events if not scene.told(e).points_back]  # "condemned the strike" tells nothing of it
            yield Chief(
                events[0].document,
                tuple(group),
                frozenset(d for d in days if d is not None),
                frozenset().union(*(target(e, scene) for e in anew)),
                frozenset().union(*(scene.told(e).counts for e in anew)),
                frozenset(places),
                frozenset(scene.who.entity_of(a) for e in events for a in e.actors if is_name(a)),
            )


def _alike(a: Chief, b: Chief, by_id: Mapping[str, Event], scene: Scene) -> str | None:
    """Why two reports are about one attack: on one day at one target, or, where one gives no day, with a place, number or doer in common too."""
    shared = a.target & b.target
    if len(shared) < SHARED or not scene.akin(a.document, b.document):
        return None
    told = f"both reports are about an attack on {listed(sorted(shared)[:4])}"
    if a.days and b.days:
        return f"{told}, of one day" if any(abs((x - y).days) <= DAYS for x in a.days for y in b.days) else None
    first, second = by_id[a.tellings[0]], by_id[b.tellings[0]]
    if not scene.within(first, second, MONTH):
        return None
    common = [*sorted((a.places & b.places) | (a.counts & b.counts))[:2], *(["one doer"] if a.doers & b.doers else [])]
    return f"{told}, with {listed(common)}" if common else None


def are_two(first: Sequence[Event], second: Sequence[Event], scene: Scene) -> bool:
    """Does what is told in two groups of tellings speak against one attack? One thing read wrongly must not keep twenty tellings apart; what one text tells
    apart stays apart."""
    pairs = [(a, b) for a in first for b in second]
    against = [a.document == b.document for a, b in pairs if _cannot_be_one(a, b, scene)]
    return any(against) or len(against) > AGAINST * len(pairs)


def _cannot_be_one(a: Event, b: Event, scene: Scene) -> bool:
    """Do day, place, rank or doers of two tellings of attacks speak against one? A suburb may be told by the name of its town."""
    first, second = scene.when(a), scene.when(b)
    if first and second and not first.widened(DAYS).overlaps(second) and not is_rerun(a, b, scene):
        return True
    if other_rank(a, b, scene) is not None or is_brought_in(a, b, scene) or (other_actors(a, b, scene.who) and not each_side(a, b, scene)):
        return True
    return other_places(a, b, scene) and not (a.place is not None and b.place is not None and are_near(a.place, b.place))
