"""Makes `language/words.npz`: what open word lists know of each word, for the encoder's embedding (read by trucekeeper.language.words).

Run as `python training/wordlists.py FILE`. Sources: word clusters (Brown et al. 1992), word frequencies and WordNet's index, of the package
spacy-lookups-data (MIT; WordNet's licence); given and family names of the package Faker (MIT); GeoNames' towns (CC BY 4.0); the states, peoples, titles
and bodies of `knowledge/`.
"""

from __future__ import annotations

import csv
import gzip
import importlib
import json
import pkgutil
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import faker.providers.person
import numpy as np
from spacy.strings import get_string_id

from trucekeeper.language.words import KINDS

KNOWLEDGE = Path(str(files("trucekeeper.knowledge")))
FREQUENT = -16.0  # log probability under which a word's habits of capitals are not known well enough
LEAST_TOWN = 20_000  # people
LATIN_END = 0x250
BIT = {name: 1 << at for at, name in enumerate(KINDS)}
GIVEN_FIELDS = ("first_names", "first_names_male", "first_names_female", "first_romanized_names")
FAMILY_FIELDS = ("last_names", "last_names_male", "last_names_female", "last_romanized_names")


def lookups(name: str) -> Any:
    with gzip.open(str(files("spacy_lookups_data") / "data" / f"en_{name}.json.gz")) as packed:
        return json.load(packed)


def people(fields: tuple[str, ...]) -> Iterator[str]:
    """Words in Latin letters of Faker's names of persons, of all its locales."""
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        if module.ispkg:
            provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
            for field in fields:
                names = getattr(provider, field, None)
                for name in names if isinstance(names, (tuple, list, dict)) else ():
                    if len(name) > 1 and all(ord(c) < LATIN_END for c in name):
                        yield from name.split()


def towns() -> Iterator[tuple[str, str]]:
    """(kind, word) of the names of towns: one word, or a part of several."""
    with gzip.open(KNOWLEDGE / "places_cities.tsv.gz", "rt", encoding="utf-8") as rows:
        for _key, own, name, *_rest, inhabitants, _id in (line.rstrip("\n").split("\t") for line in rows):
            if own == "1" and int(inhabitants) >= LEAST_TOWN:
                parts = name.split()
                for part in parts:
                    if part[:1].isupper():
                        yield ("town" if len(parts) == 1 else "place_part"), part


def states() -> Iterator[tuple[str, str]]:
    with (KNOWLEDGE / "actors_states.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            for name in [row["name"], *row["aliases"].split("|")]:
                parts = [p for p in name.split() if p[:1].isupper()]
                yield from (("state" if len(parts) == 1 else "place_part", p) for p in parts)
            yield from (("town", capital) for capital in row["capitals"].split("|") if " " not in capital)
            yield from (("people", word) for word in row["demonyms"].split("|"))
    peoples = tomllib.loads((KNOWLEDGE / "demonyms.toml").read_text(encoding="utf-8"))["peoples"].values()
    yield from (("people", word) for entry in peoples for word in (entry["forms"] + "|" + entry["plural"]).split("|") if word)


def roles() -> Iterator[tuple[str, str]]:
    titles = tomllib.loads((KNOWLEDGE / "titles.toml").read_text(encoding="utf-8"))
    for group in ("persons", "honorifics"):
        yield from (("person_role", word) for words in titles[group].values() for word in words.split())
    yield from (("body", word) for word in titles["bodies"]["in_names"].split())


def word_classes(words: Iterable[str]) -> dict[str, int]:
    """WordNet's parts of speech of each lower-case word, by its rules and exceptions."""
    index, exceptions, rules = lookups("lemma_index"), lookups("lemma_exc"), lookups("lemma_rules")
    found: dict[str, int] = defaultdict(int)
    for kind in ("noun", "verb", "adj", "adv"):
        lemmas = set(index[kind])
        for word in words:
            ends = (word.removesuffix(old) + new for old, new in rules.get(kind, ()) if word.endswith(old))
            if word in lemmas or word in exceptions.get(kind, ()) or any(end in lemmas for end in ends):
                found[word] |= BIT[kind]
    return found


def table() -> dict[str, tuple[int, int]]:
    """Cluster and bits of each word, as it is written."""
    clusters = {word: number for word, number in lookups("lexeme_cluster").items() if number and " " not in word}
    frequency = lookups("lexeme_prob")
    bits: dict[str, int] = defaultdict(int)
    for kind, word in [*towns(), *states()]:
        bits[word] |= BIT[kind]
    for kind, fields in (("given", GIVEN_FIELDS), ("family", FAMILY_FIELDS)):
        for word in people(fields):
            bits[word] |= BIT[kind]
    for kind, word in roles():
        bits[word] |= BIT[kind]
        bits[word.capitalize()] |= BIT[kind]
    lowered = {word.lower() for word in [*clusters, *bits]}
    classes = word_classes(sorted(lowered))
    for word in lowered:
        plain, title = frequency.get(word, -20.0), frequency.get(word.capitalize(), -20.0)
        if max(plain, title) > FREQUENT:
            if title > plain + 1.5:
                classes[word] |= BIT["capitalised"]
            elif plain > title + 3:
                classes[word] |= BIT["never_capitalised"]
    return {word: (clusters.get(word, 0), bits.get(word, 0) | classes.get(word.lower(), 0)) for word in {*clusters, *bits, *classes}}


def write(target: Path) -> None:
    rows = sorted((get_string_id(word), *found) for word, found in table().items())
    keys, clusters, bits = (np.array(column, dtype=kind) for column, kind in zip(zip(*rows, strict=True), (np.uint64, np.uint32, np.uint16), strict=True))
    np.savez_compressed(target, keys=keys, clusters=clusters, bits=bits)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
