"""The words of `places_words.toml`: prepositions and nouns of place, kinds of places, divisions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from trucekeeper.knowledge import table
from trucekeeper.reading.tables import checked_keys

SCHEMA = {"words": {"sure", "likely", "nouns"}, "kinds": {"before", "after"}, "divisions": {"US"}}


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """`locative` are all prepositions of place, `sure` those that leave little doubt; `kind` matches what may be left off; `divisions` are postal codes."""

    sure: frozenset[str]
    locative: frozenset[str]
    nouns: frozenset[str]
    kind: re.Pattern[str]
    divisions: dict[str, str]


def listed(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


@cache
def place_words() -> PlaceWords:
    data = table("places_words")
    checked_keys("places_words.toml", data, SCHEMA)
    for section, keys in SCHEMA.items():
        checked_keys(f"places_words.toml [{section}]", data[section], keys)
    words, kinds = data["words"], data["kinds"]
    sure = frozenset(words["sure"].split())
    kind = re.compile(rf"(?:^(?:{'|'.join(listed(kinds['before']))}) )|(?: (?:{'|'.join(listed(kinds['after']))})$)")
    divisions = dict(pair.rsplit(" ", 1) for pair in listed(data["divisions"]["US"]))
    return PlaceWords(sure, sure | frozenset(words["likely"].split()), frozenset(words["nouns"].split()), kind, divisions)
