"""A number on which more than two sources differ or agree, told once: every value with those who give it, instead of each pair of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from trucekeeper.model.time import Time
from trucekeeper.weighing.given import Given
from trucekeeper.weighing.groups import groups
from trucekeeper.weighing.relations import Relation, RelationKind
from trucekeeper.weighing.series import Series
from trucekeeper.weighing.words import listed, time_words, value_words

KINDS: tuple[RelationKind, ...] = ("differs", "repeats")


def told_once(relations: Iterable[Relation], all_series: Iterable[Series]) -> list[Relation]:
    """The same relations, but one in place of several by which counts of one series, each set beside another of them, differ, or by which several sources
    give one number, or one number takes the place of others; it stands where the first of them stood."""
    held = list(relations)
    home = {g.figure.id: s.key for s in all_series for g in s.given}
    given = {g.figure.id: g for s in all_series for g in s.given}
    instead: dict[int, Relation] = {}  # by the place of a relation
    for kind in KINDS:
        found = {n: r for n, r in enumerate(held) if r.kind == kind and len({home.get(c, c) for c in r.claims}) == 1 and set(r.claims) <= given.keys()}
        for together in groups({c for r in found.values() for c in r.claims}, [(r.claims[0], r.claims[1]) for r in found.values()]):
            places = [n for n, r in found.items() if r.claims[0] in together]
            if len(places) > 1:
                instead |= dict.fromkeys(places, _accounts(kind, [given[c] for c in together]))
    instead |= _taken_over(held, home, given)
    return list(dict.fromkeys(instead.get(n, r) for n, r in enumerate(held)))


def _taken_over(held: list[Relation], home: Mapping[str, str], given: Mapping[str, Given]) -> dict[int, Relation]:
    """By the place of each relation by which one number, given by several or of several, replaces others: one for all of them."""
    places: dict[tuple[str, float | None], list[int]] = defaultdict(list)
    for n, relation in enumerate(held):
        if relation.kind == "replaces" and set(relation.claims) <= given.keys():
            new, old = (given[c].figure.value for c in relation.claims[:2])
            if (new or 0) > (old or 0):  # one that is lower than before is told with that
                places[home[relation.claims[0]], new].append(n)
    instead: dict[int, Relation] = {}
    for found in (ns for ns in places.values() if len(ns) > 1):
        newer, older = (dict.fromkeys(held[n].claims[at] for n in found) for at in (0, 1))
        words = [_accounts("replaces", [given[c] for c in claims]).reason for claims in (newer, older)]
        instead |= dict.fromkeys(found, Relation("replaces", (*newer, *older), f"{words[0]}; before that {words[1]}"))
    return instead


def _accounts(kind: RelationKind, counts: Iterable[Given]) -> Relation:
    """All values, the lowest first, with whose they are."""
    items = sorted(counts, key=lambda g: (g.figure.value or g.figure.low or 0, g.order))
    by_value: dict[str, list[str]] = defaultdict(list)
    for item in items:
        by_value[value_words(item.figure)].append(item.origin.name)
    told = [f"{value} ({'; '.join(dict.fromkeys(names))})" for value, names in by_value.items()]
    days = sorted(d for g in items if g.as_of for d in (g.as_of.earliest, g.as_of.latest) if d)
    when = f", {time_words(Time(days[0][:10], days[-1][:10]))}" if days else ""
    return Relation(kind, tuple(g.figure.id for g in items), f"{listed(told)}{when}")
