"""Which of the places that bear a name is meant: by fame, by what stands beside it, and by the other places of the report."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from trucekeeper.reading.layers import layers
from trucekeeper.reading.places.folding import key
from trucekeeper.reading.places.gazetteer import Candidate, city_rows, layer
from trucekeeper.reading.places.mentions import Named, text_of
from trucekeeper.reading.places.words import place_words

IN_COUNTRY = 1.6  # what a candidate gains when its country is spoken of in the report
IN_MAIN_COUNTRY = 1.0  # and when the report speaks of no country more
BESIDE = 4.0  # and when the name of its country or division follows it
LISTED = 3.7  # standing from which a comma is taken to part a town from its country, and not two of a list
IN_LIST = 1.5  # and when the names beside it in a list are of its kind
LISTED_KINDS = frozenset({"country", "state", "province"})
NEAR = 0.3  # degrees within which two rows of one name are one place


class Context:
    """What the report says of where it happens: how often each country is spoken of, and what stands beside each name."""

    def __init__(self, doc: Doc, named: list[Named]) -> None:
        self.doc = doc
        self.named = named
        self.countries = self.count()
        self.most = max(self.countries.values(), default=0)
        self.told = [self.beside(i) for i in range(len(named))]

    def count(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for name in self.named:
            first = name.candidates[0] if name.candidates else None
            if first is not None and first.curated and first.country:
                counts[first.country] += 1
        for entity in layers(self.doc).entities:
            if entity.kind == "state" and entity.actor:
                counts[self.iso(entity.name)] += 1
        counts.pop("", None)
        return counts

    def iso(self, state: str) -> str:
        return next((c.country or "" for c in layer().get(key(state), ()) if c.type == "country"), "")

    def beside(self, at: int) -> tuple[set[str], set[str]]:
        """Countries and divisions named right after a name ("Paris, Texas", "Rafah in Gaza")."""
        name = self.named[at]
        countries: set[str] = set()
        divisions: set[str] = set()
        end = name.end
        for after in self.named[at + 1 : at + 3]:
            between = self.doc[end : after.start].text.strip().lower()
            if between not in {",", "in", ", in", "of"}:
                break
            for c in after.candidates[:2]:
                if c.curated and c.country:
                    countries.add(c.country)
                    if c.country == "US" and c.type == "state":
                        divisions.add(division_of(c))
            end = after.end
        return countries, divisions

    def divided(self, at: int) -> set[str]:
        """Divisions of the US in which the town before a comma may lie, for the state after it ("Seattle, Washington")."""
        before = self.named[at - 1] if at else None
        if before is None or self.doc[before.end : self.named[at].start].text.strip() != ",":
            return set()
        return {c.division for c in before.candidates if c.country == "US" and c.division and not c.curated}

    def listed_kinds(self, at: int) -> set[str]:
        """The kinds of the names that a comma or "and" joins to this one: a list names things of one kind."""
        kinds = set()
        for first, second, other in ((at - 1, at, at - 1), (at, at + 1, at + 1)):
            if first < 0 or second >= len(self.named):
                continue
            between = self.doc[self.named[first].end : self.named[second].start].text.strip()
            candidates = self.named[other].candidates
            if between in {",", "and", ", and", "or"} and candidates and candidates[0].own:
                kinds.add(candidates[0].type)
        return kinds & LISTED_KINDS

    def score(self, candidate: Candidate, countries: set[str], divisions: set[str], within: set[str]) -> float:
        total = candidate.standing
        if candidate.type == "state" and candidate.country == "US" and division_of(candidate) in within:
            total += BESIDE
        spoken = self.countries.get(candidate.country or "", 0)
        if spoken and candidate.type != "country":
            total += IN_COUNTRY + (IN_MAIN_COUNTRY if spoken == self.most else 0.0)
        if candidate.country in countries and candidate.type != "country":
            total += BESIDE if candidate.curated or candidate.standing >= LISTED else 0.0
        if divisions and candidate.division in divisions:
            total += BESIDE
        return total

    def choose(self, at: int) -> Candidate | None:
        name = self.named[at]
        if not name.candidates:
            return None
        countries, divisions = self.told[at]
        within = self.divided(at)
        candidates = name.candidates
        if any(c.type == "country" and c.own for c in candidates):  # a town called as a country is one only with its division beside it
            candidates = tuple(c for c in candidates if c.curated or c.division in divisions)
        kinds = self.listed_kinds(at) if len(candidates) > 1 else set()
        return max(candidates, key=lambda c: (self.score(c, countries, divisions, within) + IN_LIST * (c.type in kinds), c.standing, c.geonames or ""))

    def all(self) -> list[Candidate | None]:
        """The choice for each name; one spelling has one sense in a report, that of the mention with most said beside it."""
        chosen = [self.choose(i) for i in range(len(self.named))]
        best: dict[str, tuple[bool, int]] = {}
        for i, name in enumerate(self.named):
            text = text_of(self.doc, name.start, name.end)
            told = any(self.told[i])
            if chosen[i] is not None and (text not in best or (told and not best[text][0])):
                best[text] = (told, i)
        return [chosen[best[t][1]] if (t := text_of(self.doc, n.start, n.end)) in best else chosen[i] for i, n in enumerate(self.named)]


def division_of(candidate: Candidate) -> str:
    return place_words().divisions.get(candidate.name.lower().removesuffix(" state"), "") if candidate.type == "state" and candidate.country == "US" else ""


def geonames_id(candidate: Candidate) -> str | None:
    """The GeoNames id of a curated town: that of the row of the same name at the same spot."""
    if candidate.geonames or candidate.type not in {"city", "camp", "region", "area"}:
        return candidate.geonames
    rows = city_rows(key(candidate.name))
    return next((r.geonames for r in rows if abs(r.lat - candidate.lat) < NEAR and abs(r.lon - candidate.lon) < NEAR), None)
