"""Floors on own texts about many conflicts: places found, their countries, and whether a government is meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from trucekeeper.reading.actors import truce_actors
from trucekeeper.reading.layers import layers
from trucekeeper.reading.places import truce_places

Gold = tuple[str, str | None, bool]  # name, country, metonym


def texts() -> Iterator[tuple[str, list[Gold]]]:
    text, gold = "", list[Gold]()
    for line in [*Path(__file__).with_name("places.txt").read_text(encoding="utf-8").splitlines(), "end"]:
        if line.startswith("    "):
            name, country, *rest = (part.strip() for part in line.split("|"))
            gold.append((name, None if country == "-" else country, bool(rest)))
        elif line and not line.startswith("#"):
            if text:
                yield text, gold
            text, gold = line, []


def test_places_of_many_conflicts(nlp: Language) -> None:
    all_gold = found = made = country = metonym = 0
    for text, gold in texts():
        places = layers(truce_places(truce_actors(nlp(text)))).places
        made, all_gold, at = made + len(places), all_gold + len(gold), 0
        for name, where, stands in gold:
            start = text.index(name, at)
            at = start + len(name)
            place = next((p for p in places if p.start < at and start < p.end), None)
            if place is not None:
                found, country, metonym = found + 1, country + (place.country == where), metonym + (place.metonym is stands)
    assert all_gold > 280
    assert 2 * found / (made + all_gold) > 0.97
    assert country / all_gold > 0.95
    assert metonym / found > 0.97
