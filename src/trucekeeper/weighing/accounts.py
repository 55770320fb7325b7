"""A number on which more than two sources differ, told once: every value with those who give it, instead of each pair of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from trucekeeper.model.time import Time
from trucekeeper.weighing.given import Given
from trucekeeper.weighing.relations import Relation
from trucekeeper.weighing.series import Series
from trucekeeper.weighing.words import listed, time_words, value_words


def told_once(relations: Iterable[Relation], all_series: Iterable[Series]) -> list[Relation]:
    """The same relations, but one in place of three or more by which the counts of one series differ; it stands where the first of them stood."""
    home = {g.figure.id: s.key for s in all_series for g in s.given}
    given = {g.figure.id: g for s in all_series for g in s.given}
    held: dict[tuple[object, ...], list[Relation]] = defaultdict(list)
    for number, relation in enumerate(relations):
        of_one = relation.kind == "differs" and len({home.get(c) for c in relation.claims}) == 1
        held[("differs", home.get(relation.claims[0])) if of_one else (number,)].append(relation)
    return [r for group in held.values() for r in ([_accounts(group, given)] if len(group) > 2 else group)]


def _accounts(relations: list[Relation], given: Mapping[str, Given]) -> Relation:
    """All values that differ, the lowest first, with whose they are."""
    items = sorted({c: given[c] for r in relations for c in r.claims}.values(), key=lambda g: (g.figure.value or g.figure.low or 0, g.order))
    by_value: dict[str, list[str]] = defaultdict(list)
    for item in items:
        by_value[value_words(item.figure)].append(item.origin.name)
    told = [f"{value} ({'; '.join(dict.fromkeys(names))})" for value, names in by_value.items()]
    days = sorted(d for g in items if g.as_of for d in (g.as_of.earliest, g.as_of.latest) if d)
    when = f", {time_words(Time(days[0][:10], days[-1][:10]))}" if days else ""
    return Relation("differs", tuple(g.figure.id for g in items), f"{listed(told)}{when}")
