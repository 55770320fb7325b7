"""May one place lie in the other? "Near Paro", "in Nduga district" and "in Papua" can be said of one event; two towns cannot."""

from __future__ import annotations

from functools import lru_cache

from trucekeeper.model.claims import Place
from trucekeeper.reading.gazetteer.places import Candidate, distance, division_of, places_named
from trucekeeper.weighing.nations import is_country

WIDE = frozenset({"country", "territory", "region", "state", "province", "district", "area", "continent"})
WITHIN = 200  # kilometres from the point of a region up to which a place may lie in it
BESIDE = 20  # kilometres between a town and a suburb or village that reports may name by it
SAME_SPOT = 60  # kilometres between the point that a claim gives and that of the place it means


def may_lie_in(a: Place, b: Place) -> bool:
    """May one of two places of different names lie in the other, for all that the gazetteer tells? An unknown village may lie in any region or country."""
    first, second = _known(a), _known(b)
    return _may_hold(first, second) or _may_hold(second, first)


def are_near(a: Place, b: Place) -> bool:
    """Are two places so near that the one may be told by the name of the other ("in the capital", "in its suburb")?"""
    first, second = _known(a), _known(b)
    return first is not None and second is not None and distance((first.lat, first.lon), (second.lat, second.lon)) <= BESIDE


def is_wide(place: Place) -> bool:
    """Is it a country, region or district, for all that the gazetteer tells?"""
    known = _known(place)
    return known is not None and known.type in WIDE


def country_of(place: Place) -> str | None:
    """The ISO code of the country that a place is or lies in, by the gazetteer."""
    known = _known(place)
    return known.country if known else None


def _may_hold(wide: Candidate | None, other: Candidate | None) -> bool:
    if wide is None or wide.type not in WIDE:
        return False
    if other is None:
        return True
    if other.country and wide.country and other.country != wide.country:
        return False
    if wide.type == "country":
        return other.type != "country"
    code, own = division_of(wide), other.division
    if code and own:
        return code == own
    return distance((wide.lat, wide.lon), (other.lat, other.lon)) <= WITHIN


@lru_cache(maxsize=20_000)
def _known(place: Place) -> Candidate | None:
    """The place of the gazetteer that a claim's place is, None where it has none there."""
    if place.lat is None or place.lon is None:
        return None
    here = (place.lat, place.lon)
    near = [c for c in places_named(place.name) if c.type == "country" or distance((c.lat, c.lon), here) <= SAME_SPOT]
    countries = [c for c in near if c.type == "country"]
    return next(iter(countries if countries and is_country(place.name.casefold()) else near), None)
