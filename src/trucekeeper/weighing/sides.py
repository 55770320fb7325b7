"""Whose dead are counted, where two states count their own: a count is of one country by its place, its people, or the state whose body gives it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from trucekeeper.reading.gazetteer.places import lookup
from trucekeeper.weighing.given import Given
from trucekeeper.weighing.names import name_words
from trucekeeper.weighing.nations import countries
from trucekeeper.weighing.origins import BODIES
from trucekeeper.weighing.whereabouts import country_of


def of_several_sides(items: Iterable[Given]) -> bool:
    """Do some of these count in, or for, one country and some for another, so that what is not said to be of either may be of both?"""
    return len({side for g in items if (side := side_of(g)) is not None}) > 1


def side_of(item: Given) -> str | None:
    """The country (ISO code) in which it counts, whose people it counts, or for which a ministry, government or army speaks; None where none is told."""
    if item.figure.place is not None and item.place is not None:
        return country_of(item.figure.place)
    if item.party is not None and item.figure.party is not None:
        return _state_in(item.figure.party.label)
    return _state_in(item.origin.name) if item.origin.kind in (*BODIES, "official") or len(name_words(item.origin.name)) == 1 else None


@lru_cache(maxsize=10_000)
def _state_in(name: str) -> str | None:
    """The one country that a name tells of ("Cambodia’s defence ministry", "the Thai army", "Thailand")."""
    words = name_words(name)
    adjectives = {" ".join(countries()[w]) for w in words if w in countries()}
    whole = {" ".join(n) for n in countries().values() if n and all(w in words for w in n)}
    codes = {c.country for n in adjectives | whole for c in lookup(n.title()) if c.type == "country"}
    return codes.pop() if len(codes) == 1 else None
