"""Countries and the adjectives made of their names, so that "Russia's defence ministry" and "the Russian defence ministry" are one."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def countries() -> dict[str, tuple[str, ...]]:
    """A country's adjective or people, lower case, of one word -> the words of the country's name."""
    text = files("trucekeeper.knowledge").joinpath("actors_states.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    made: dict[str, tuple[str, ...]] = {}
    for row in rows:
        name = tuple(row["name"].casefold().split())
        for demonym in filter(None, row["demonyms"].casefold().split("|")):
            if " " not in demonym:
                made.setdefault(demonym, name)
                made.setdefault(f"{demonym}s", name)
    return made


@cache
def country_words() -> frozenset[str]:
    """The words of the names of all countries."""
    return frozenset(word for name in countries().values() for word in name)


@cache
def _named() -> frozenset[tuple[str, ...]]:
    return frozenset(countries().values())


def is_country(name: str) -> bool:
    """Is a name, in lower case, a whole country's?"""
    return tuple(name.split()) in _named() or name in countries()


def with_countries(words: Iterable[str]) -> tuple[str, ...]:
    """The same words, adjectives of countries replaced by the countries' names."""
    return tuple(part for word in words for part in countries().get(word, (word,)))
