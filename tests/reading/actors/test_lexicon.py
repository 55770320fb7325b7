"""The files of actors and places: their columns and keys are checked, and what they say fits together."""

from __future__ import annotations

import copy
import re
from itertools import pairwise

import pytest

from trucekeeper import knowledge
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.reading.actors.lexicon import lexicon
from trucekeeper.reading.actors.role_nouns import actor_nouns, checked, given_names, persons
from trucekeeper.reading.gazetteer.places import block, index, layer, places_named
from trucekeeper.reading.gazetteer.words import place_words
from trucekeeper.reading.tables import checked_keys, checked_rows


def test_an_unknown_key_is_an_error() -> None:
    data = copy.deepcopy(knowledge.table("titles"))
    data["persons"]["femal"] = "queen"
    with pytest.raises(KnowledgeError, match="femal"):
        checked(data)


def test_an_unknown_section_is_an_error() -> None:
    with pytest.raises(KnowledgeError, match="peoplez"):
        checked_keys("demonyms.toml", ["peoples", "peoplez"], {"peoples"})


def test_wrong_columns_are_an_error() -> None:
    with pytest.raises(KnowledgeError, match="columns"):
        checked_rows("places", ["name", "kind"])


def test_actors_fit_together() -> None:
    known = lexicon()
    states = {k for k in known.known if k.startswith("state:")}
    assert len(states) >= 190
    assert len(known.known) - len(states) >= 250
    isos = {iso for key in states for iso in known.known[key].people}
    for actor in known.known.values():
        assert actor.people <= isos, actor.id
    assert len({s.text for s in known.surfaces}) == len(known.surfaces)


def test_wikidata_items_are_items_and_each_is_one_actor_s() -> None:
    items = [a.wikidata for a in lexicon().known.values() if a.wikidata]
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in items)
    assert len(set(items)) == len(items) >= 270


def test_no_given_name_of_two_genders() -> None:
    data = knowledge.table("actors_given_names")
    assert not set(data["f"].split()) & set(data["m"].split())
    assert set(given_names().values()) == {"f", "m"}


def test_places_fit_together() -> None:
    for places in layer().values():
        for place in places:
            assert -90 <= place.lat <= 90
            assert -180 <= place.lon <= 180
            assert place.country is None or len(place.country) == 2
    assert sum(c.type == "country" for v in layer().values() for c in v) >= 198


def test_every_row_of_the_towns_can_be_found() -> None:
    blocks = [block(n).decode().splitlines() for n in range(len(index()[0]))]
    assert [rows[0].split("\t")[0].encode() for rows in blocks] == index()[0]
    assert all(before[-1].split("\t")[0] != rows[0].split("\t")[0] for before, rows in pairwise(blocks))
    rows = [row for held in blocks for row in held]
    assert rows == sorted(rows)
    assert len(rows) > 200_000
    for line in rows[:: len(rows) // 200]:
        name, number = line.split("\t")[0], line.split("\t")[-1]
        assert (number or None) in {c.geonames for c in places_named(name)}


def test_words_of_place() -> None:
    assert place_words().sure <= place_words().locative
    assert "province" in place_words().types["provinces"]
    assert actor_nouns() >= persons()
