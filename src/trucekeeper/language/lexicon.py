"""The words of `knowledge/grammar.toml`, checked when they are read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from trucekeeper.knowledge import table
from trucekeeper.model.shaped import shaped

FILE = "grammar"


@dataclass(frozen=True, slots=True)
class Verbs:
    of_own_subject: frozenset[str]
    with_filler: frozenset[str]
    witnessing: frozenset[str]
    remaining: frozenset[str]
    saying: frozenset[str]
    of_clauses: frozenset[str]
    personal: frozenset[str]
    charging: frozenset[str]


@dataclass(frozen=True, slots=True)
class Beginnings:
    charging: tuple[str, ...]
    charges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Endings:
    things: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forms:
    minded: frozenset[str]
    willing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Nouns:
    held: frozenset[str]
    measures: frozenset[str]


@dataclass(frozen=True, slots=True)
class Times:
    spans: frozenset[str]
    from_now: frozenset[str]
    weekdays: frozenset[str]
    months: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs, nouns and times by lemma; forms, and how words begin and end, as they are written."""

    verbs: Verbs
    beginnings: Beginnings
    endings: Endings
    forms: Forms
    nouns: Nouns
    times: Times


@cache
def lexicon() -> Lexicon:
    """Raises KnowledgeError for an unknown or missing key, and for a value of another shape."""
    return shaped(Lexicon, table(FILE), f"{FILE}.toml")
