"""Groups made of pairs: connected components whose outcome does not depend on the order of the pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


def groups(items: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Items joined by pairs, each group sorted, the groups sorted by their first item; an item in no pair is a group of its own."""
    parent = {item: item for item in items}

    def root(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for a, b in pairs:
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    made: dict[str, list[str]] = defaultdict(list)
    for item in sorted(parent):
        made[root(item)].append(item)
    return [tuple(group) for _, group in sorted(made.items())]
