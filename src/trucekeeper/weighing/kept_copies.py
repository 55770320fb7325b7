"""Copies and stories of some documents, from what was kept when they arrived."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from trucekeeper.record import Asked, Stub
from trucekeeper.record.kept import Pair
from trucekeeper.weighing.copies import CROWD, Copy, Shared, days_meet, of_documents
from trucekeeper.weighing.groups import groups


def kept_copies(asked: Asked, numbers: Iterable[int], until: str) -> tuple[tuple[Copy, ...], dict[str, tuple[str, ...]]]:
    """The pairs of copies among documents (by number), and each one's story: the ids of all documents out by a day that run it."""
    prints = asked.prints(numbers)
    seen, frontier = set(prints.values()), set(prints.values())
    pairs: dict[tuple[int, int], Pair] = {}
    while frontier:
        found = asked.copies_of(frontier, CROWD)
        pairs.update(((p.first, p.second), p) for p in found)
        frontier = {made for p in found if p.relation != "quotes" for made in (p.first, p.second)} - seen
        seen |= frontier
    told = asked.printed(seen, until)
    own = set(prints.values())
    shared = {key: Shared(p.relation, p.shared, p.jaccard, p.held) for key, p in pairs.items() if own.issuperset(key)}  # type: ignore[arg-type]
    among = of_documents(((made, day, id_) for made, day, id_, no in told if no in prints), shared)
    return among, _stories([(made, day, id_) for made, day, id_, _ in told], [key for key, p in pairs.items() if p.relation != "quotes"])


def _stories(told: list[tuple[int, int, str]], pairs: Iterable[tuple[int, int]]) -> dict[str, tuple[str, ...]]:
    by_print: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for made, day, document in sorted(told):
        by_print[made].append((day, document))
    links = [(held[0][1], document) for held in by_print.values() for _, document in held[1:]]
    for first, second in pairs:
        near = ((a, b) for day, a in by_print.get(first, ()) for other, b in by_print.get(second, ()) if days_meet(day, other))
        links.extend(pair for pair, _ in zip(near, range(1), strict=False))  # all documents of one print are linked above
    return {member: group for group in groups((document for _, _, document in told), links) for member in group}


def stories_beside(asked: Asked, batch: list[Stub], seen: set[int]) -> list[Stub]:
    """Those of a batch that run no story which one before them runs; `seen` are the prints met so far, and grows."""
    prints = asked.prints(s.no for s in batch)
    akin: dict[int, set[int]] = defaultdict(set)
    for pair in asked.copies_of(prints.values(), CROWD):
        if pair.relation != "quotes":
            akin[pair.first].add(pair.second)
            akin[pair.second].add(pair.first)
    kept = []
    for stub in batch:
        made = prints.get(stub.no)
        if made is None:
            kept.append(stub)
            continue
        if made not in seen and not akin[made] & seen:
            kept.append(stub)
        seen.add(made)
    return kept
