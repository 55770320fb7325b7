"""The words of `places_words.toml`: prepositions and nouns of place, kinds of places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from trucekeeper.knowledge import table
from trucekeeper.reading.tables import checked_keys

SCHEMA = {
    "words": {"sure", "likely", "nouns", "held", "seats", "no_places", "sites", "sites_before"},
    "kinds": {"before", "after"},
    "types": {"division", "town"},
}


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """`locative` are all prepositions of place, `sure` those that leave little doubt, `within` those that no name has inside; `held` verbs
    whose object is a place; `seats` towns that stand for a government though they are no state's capital; `kind_…` match what may be left off; `types` says
    what a noun makes of the name beside it; `sites` end the names of places and `sites_before` begin them; `no_places` stand where places do and are none.
    """

    sure: frozenset[str]
    locative: frozenset[str]
    within: frozenset[str]
    held: frozenset[str]
    seats: tuple[str, ...]
    no_places: frozenset[str]
    nouns: frozenset[str]
    kind_before: re.Pattern[str]
    kind_after: re.Pattern[str]
    types: dict[str, frozenset[str]]
    sites: frozenset[str]
    sites_before: frozenset[str]


INSIDE = frozenset({"of", "and", "for", "or", "on", "against"})  # these stand inside the names of bodies
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
    sure, likely = frozenset(words["sure"].split()), frozenset(words["likely"].split())
    before = re.compile(f"^(?:{'|'.join(listed(kinds['before']))}) ")
    after = re.compile(f"(?: (?:{'|'.join(listed(kinds['after']))}))+$")
    types = dict.fromkeys(data["types"]["division"].split(), DIVISIONS) | {n: frozenset({"city"}) for n in data["types"]["town"].split()}
    return PlaceWords(
        sure,
        sure | likely,
        sure | (likely - INSIDE),
        frozenset(words["held"].split()),
        tuple(listed(words["seats"])),
        frozenset(words["no_places"].split()),
        frozenset(words["nouns"].split()),
        before,
        after,
        types,
        frozenset(words["sites"].split()),
        frozenset(words["sites_before"].split()),
    )
