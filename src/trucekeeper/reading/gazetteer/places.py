"""Where places are: a curated layer over GeoNames, looked up name by name, so that nothing is read before a text needs it."""

from __future__ import annotations

import gzip
import math
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from trucekeeper.model.errors import KnowledgeError
from trucekeeper.reading.gazetteer.folding import fold, key
from trucekeeper.reading.gazetteer.words import place_words
from trucekeeper.reading.tables import STATE_COLUMNS, checked_rows, values

KNOWLEDGE = "trucekeeper.knowledge"
CITIES = "places_cities"  # made by training/gazetteer.py
COUNTRY_COLUMNS = ["iso", "lat", "lon", "geonames"]
PLACE_COLUMNS = ["name", "type", "lat", "lon", "country", "aliases"]
TYPES = frozenset({"state", "province", "region", "territory", "district", "area", "country", "city", "camp", "corridor", "crossing", "line", "site"}) | {
    *("sea", "river", "island", "mountain", "continent"),
}
# How well known a curated place is beside a city's people: a country counts as one of a hundred million, a camp as a large town.
STANDING = {"country": 8.5, "continent": 8.0, "sea": 6.5, "region": 6.3, "state": 6.5, "province": 6.5, "territory": 6.5}
STANDING_ELSE = 5.7
DIVIDED = frozenset({"state", "province", "region", "district", "territory"})  # what a town may be said to lie in
LETTERS = 3  # up to which a name in capitals is an abbreviation, and no town
OTHER_NAME = 1.5  # what a place that bears the name only as another one loses
# What a division of GeoNames loses to a town of as many people, since its name alone mostly means the town, and what the least of them has.
DIVISIONS = {"province": (1.0, 4.5), "district": (2.0, 3.0)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean. `standing` is the logarithm (base 10) of its people, or what stands for that."""

    name: str
    type: str
    lat: float
    lon: float
    country: str | None
    division: str | None
    geonames: str | None
    standing: float
    curated: bool
    own: bool


def curated(row: dict[str, str]) -> Candidate:
    if row["type"] not in TYPES:
        raise KnowledgeError(f"{row['name']}: no such type of place: {row['type']!r}", where="places.csv")
    standing = STANDING.get(row["type"], STANDING_ELSE)
    return Candidate(row["name"], row["type"], float(row["lat"]), float(row["lon"]), row["country"] or None, None, None, standing, True, True)


@cache
def layer() -> dict[str, tuple[Candidate, ...]]:
    """The curated places and the countries, by key."""
    found: dict[str, list[Candidate]] = {}

    def put(name: str, place: Candidate) -> None:
        listed = found.setdefault(key(name), [])
        if place not in listed:
            listed.append(place)

    where = {row["iso"]: row for row in checked_rows("places_countries", COUNTRY_COLUMNS)}
    for state in checked_rows("actors_states", STATE_COLUMNS):
        row = where[state["iso"]]
        place = Candidate(
            state["name"], "country", float(row["lat"]), float(row["lon"]), state["iso"], None, row["geonames"] or None, STANDING["country"], True, True
        )
        for name in (state["name"], *values(state["aliases"])):
            put(name, place)
    for row in checked_rows("places", PLACE_COLUMNS):
        place = curated(row)
        put(row["name"], place)
        for name in values(row["aliases"]):
            # "?": the name mostly means another place, as that of a state does its city
            put(name.removeprefix("?"), replace(place, own=False, standing=place.standing - OTHER_NAME) if name.startswith("?") else place)
    return {k: tuple(v) for k, v in found.items()}


@cache
def capitals_only() -> frozenset[tuple[str, str]]:
    """Keys that are short names in capitals ("ACT", "UK"), with the place that they name: small letters make another word of them."""
    rows = (*checked_rows("places", PLACE_COLUMNS), *checked_rows("actors_states", STATE_COLUMNS))
    names = ((alias.removeprefix("?"), row["name"]) for row in rows for alias in values(row["aliases"]))
    return frozenset((key(alias), name) for alias, name in names if alias.isupper() and alias.isalpha() and len(alias) <= LETTERS + 1)


@cache
def seats() -> frozenset[str]:
    """Keys of the towns that may stand for a government: the capitals of states, and those of parts of states and of bodies."""
    capitals = (name for state in checked_rows("actors_states", STATE_COLUMNS) for name in values(state["capitals"]))
    return frozenset(key(name) for name in (*capitals, *place_words().seats))


@cache
def index() -> tuple[list[bytes], list[int]]:
    """Of each block of the sorted rows of GeoNames places: the key of its first row, and where the block begins in the file."""
    lines = (line.split(b"\t") for line in files(KNOWLEDGE).joinpath(f"{CITIES}.index.tsv").read_bytes().splitlines())
    keys, offsets = zip(*lines, strict=True)
    return list(keys), [int(offset) for offset in offsets]


@cache
def block(number: int) -> bytes:
    """Rows as bytes: to parse a quarter of a million would take a second, to unpack them all a tenth, to unpack one block a third of a thousandth."""
    _, offsets = index()
    begin, end = offsets[number], offsets[number + 1] if number + 1 < len(offsets) else None
    with files(KNOWLEDGE).joinpath(f"{CITIES}.tsv.gz").open("rb") as file:
        file.seek(begin)
        return gzip.decompress(file.read(end - begin if end is not None else -1))


def first_row(data: bytes, wanted: bytes) -> int:
    """Offset of the first row whose key is not less than `wanted`, by halving."""
    low, high = 0, len(data)
    while low < high:
        start = data.rfind(b"\n", 0, (low + high) // 2) + 1
        if data[start : data.find(b"\t", start)] < wanted:
            low = data.find(b"\n", start) + 1
        else:
            high = start
    return low


def rows_of(spelt: str) -> list[Candidate]:
    wanted = spelt.encode()
    data = block(max(0, bisect_right(index()[0], wanted) - 1))
    at = first_row(data, wanted)
    found = []
    while data.startswith(wanted + b"\t", at):
        end = data.find(b"\n", at)
        _, own, name, kind, lat, lon, country, division, people, number = data[at:end].decode().split("\t")
        standing = math.log10(int(people) + 10) - (0.0 if own == "1" else OTHER_NAME)
        if kind in DIVISIONS:
            less, least = DIVISIONS[kind]
            standing = max(least, standing - less)
        found.append(Candidate(name, kind, float(lat), float(lon), country, division or None, number or None, standing, False, own == "1"))
        at = end + 1
    return found


@lru_cache(maxsize=20_000)
def lookup(name: str) -> tuple[Candidate, ...]:
    """All places that a name may mean; the spelling with the article as in the text stands before the one without."""
    spelt = key(name)
    if not spelt:
        return ()
    towns = (r for r in rows_of(spelt) if r.type == "city") if len(name) > LETTERS or not name.isupper() else ()
    ours = (c for c in layer().get(spelt, ()) if name.isupper() or c.name == name or (spelt, c.name) not in capitals_only())
    return (*ours, *sorted(towns, key=lambda c: (-c.standing, fold(c.name) != fold(name), c.geonames or "")))


@lru_cache(maxsize=20_000)
def places_named(name: str) -> tuple[Candidate, ...]:
    """`lookup` and the divisions of that name; where there are none the same without words of kind or direction ("northern Darfur", "Idlib province")."""
    low = fold(name)
    words = place_words()
    short = words.kind_after.sub("", low)
    once = words.kind_before.sub("", short)
    spellings = (name, short, words.kind_before.sub("", low), once, words.kind_before.sub("", once))
    return next((found for spelt in dict.fromkeys(spellings) if (found := with_divisions(spelt))), ())


def with_divisions(name: str) -> tuple[Candidate, ...]:
    """A curated place of its own name hides the division of GeoNames that is the same."""
    known = lookup(name)
    hidden = {c.country for c in known if c.curated and c.own and c.type != "city"}
    divisions = [r for r in rows_of(key(name)) if r.type in DIVISIONS and r.country not in hidden]
    return (*known, *sorted(divisions, key=lambda c: (-c.standing, c.country or "", c.lat, c.lon)))


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres, near enough for choosing."""
    (a, b), (c, d) = one, other
    return 111.2 * math.hypot(a - c, (b - d) * math.cos(math.radians((a + c) / 2)))


@lru_cache(maxsize=5_000)
def division_of(candidate: Candidate) -> str | None:
    """GeoNames' code of the first-order division that a candidate is."""
    if candidate.type not in DIVIDED or candidate.division is not None:
        return candidate.division if candidate.type in DIVIDED else None
    names = (key(candidate.name), key(candidate.name.removesuffix(" State")))
    return next((r.division for n in names for r in rows_of(n) if r.type == "province" and r.country == candidate.country), None)
