"""The words of `places_words.toml`: prepositions and nouns of place, kinds of places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from trucekeeper.knowledge import table
from trucekeeper.reading.tables import checked_keys

SCHEMA = {"words": {"sure", "likely", "nouns"}, "kinds": {"before", "after"}, "types": {"division", "town"}}


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """`locative` are all prepositions of place, `sure` those that leave little doubt; `kind_…` match what may be left off; `types` says what
    a noun makes of the name beside it."""

    sure: frozenset[str]
    locative: frozenset[str]
    nouns: frozenset[str]
    kind_before: re.Pattern[str]
    kind_after: re.Pattern[str]
    types: dict[str, frozenset[str]]


DIVISIONS = frozenset({"state", "province", "region", "territory", "district", "area"})


def listed(text: str) -> list[str]:
    """The longest first, so that a pattern of them takes "province of" before "province"."""
    return sorted((part.strip() for part in text.split("|") if part.strip()), key=lambda p: (-len(p), p))


@cache
def place_words() -> PlaceWords:
    data = table("places_words")
    checked_keys("places_words.toml", data, SCHEMA)
    for section, keys in SCHEMA.items():
        checked_keys(f"places_words.toml [{section}]", data[section], keys)
    words, kinds = data["words"], data["kinds"]
    sure = frozenset(words["sure"].split())
    before = re.compile(f"^(?:(?:{'|'.join(listed(kinds['before']))}) )+")
    after = re.compile(f"(?: (?:{'|'.join(listed(kinds['after']))}))+$")
    types = dict.fromkeys(data["types"]["division"].split(), DIVISIONS) | {n: frozenset({"city"}) for n in data["types"]["town"].split()}
    return PlaceWords(sure, sure | frozenset(words["likely"].split()), frozenset(words["nouns"].split()), before, after, types)
