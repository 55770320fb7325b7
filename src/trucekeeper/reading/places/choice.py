"""Which of the places that bear a name is meant: by fame, by what stands beside it, and by the other places of the report."""

from __future__ import annotations

from collections import Counter, defaultdict

from spacy.tokens import Doc

from trucekeeper.reading.gazetteer.folding import key
from trucekeeper.reading.gazetteer.places import DIVIDED, Candidate, distance, division_of, layer, rows_of
from trucekeeper.reading.gazetteer.words import place_words
from trucekeeper.reading.layers import layers
from trucekeeper.reading.places.mentions import LARGE, Named, text_of

Division = tuple[str, str]  # a country and GeoNames' code of its first-order division

IN_COUNTRY = 1.6  # what a candidate gains when its country is spoken of in the report
IN_MAIN_COUNTRY = 1.0  # and when the report speaks of no country more
BESIDE = 4.0  # and when the name of its country or division follows it
KIND = 3.0  # and when the noun beside it says that it is of its kind ("the Karo district", "the city of Benin")
CLOSE = 500.0  # km from the place named after it, within which it gains the more the closer it is
CLEAR = 1.0  # by how much a place must outstand others of its name for its country to be spoken of
STRANGE = 5.3  # standing under which a place in a country that a report never speaks of is another of that name
MANY = 3  # mentions of countries by which a report says where it happens
LISTED = 3.7  # standing from which a comma is taken to part a town from its country, and not two of a list
IN_LIST = 1.5  # and when the names beside it in a list are of its kind
LISTED_KINDS = frozenset({"country", "state", "province", "district"})
BEFORE_WHOLE = frozenset({",", "in", ", in", "of"})  # what stands between a place and that in which it lies
NEAR = 0.3  # degrees within which two rows of one name are one place


class Context:
    """What the report says of where it happens: how often each country is spoken of, and what stands beside each name."""

    def __init__(self, doc: Doc, named: list[Named]) -> None:
        self.doc = doc
        self.named = named
        self.own: defaultdict[str, Counter[str]] = defaultdict(Counter)  # by name, what its own mentions add to these
        self.countries = self.count()
        self.most = max(self.countries.values(), default=0)
        self.told = [self.beside(i) for i in range(len(named))]
        self.kinds = [self.kinds_said(i) for i in range(len(named))]

    def count(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for name in self.named:
            first = name.candidates[0] if name.candidates else None
            alone = first is not None and all(c.standing < first.standing - CLEAR or c.country == first.country for c in name.candidates)
            if first is not None and first.country and (first.curated or (alone and first.own and first.standing >= LARGE)):
                counts[first.country] += 1
                if not first.curated:
                    self.own[text_of(self.doc, name.start, name.end)][first.country] += 1
        for entity in layers(self.doc).entities:
            if entity.kind == "state" and entity.actor:
                counts[self.iso(entity.name)] += 1
        counts.pop("", None)
        return counts

    def iso(self, state: str) -> str:
        return next((c.country or "" for c in layer().get(key(state), ()) if c.type == "country"), "")

    def beside(self, at: int) -> tuple[set[str], set[Division]]:
        """Countries and their divisions named right after a name ("Paris, Texas", "Rafah in Gaza"); not where it is one of a list of such."""
        name = self.named[at]
        countries: set[str] = set()
        divisions: set[Division] = set()
        if self.is_listed(at):
            return countries, divisions
        end = name.end
        for after in self.named[at + 1 : at + 3]:
            between = self.doc[end : after.start].text.strip().lower()
            if between not in BEFORE_WHOLE:
                break
            for c in after.candidates[:2]:
                if c.country and (c.curated or c.type in DIVIDED):
                    countries.add(c.country)
                    if (code := division_of(c)) is not None:
                        divisions.add((c.country, code))
            end = after.end
        return countries, divisions

    def kinds_said(self, at: int) -> frozenset[str]:
        """The types of place that the noun beside a name says, through a list of names ("the Etoumbi and Mbomo districts", "the provinces of A, B and C")."""
        known = place_words().types
        name = self.named[at]
        if name.end - name.start > 1 and (inside := known.get(self.doc[name.end - 1].lower_)):
            return inside
        last = at
        while last + 1 < len(self.named) and self.joined(last):
            last += 1
        end = self.named[last].end
        if end < len(self.doc) and (said := known.get(self.doc[end].lower_)):
            return said
        first = at
        while first and self.joined(first - 1):
            first -= 1
        start = self.named[first].start
        of = start - 1 - (start > 1 and self.doc[start - 1].lower_ == "the")
        return known.get(self.doc[of - 1].lower_, frozenset()) if of > 0 and self.doc[of].lower_ == "of" else frozenset()

    def joined(self, at: int) -> bool:
        """Does no more than a comma or "and" part a name from the next?"""
        return self.doc[self.named[at].end : self.named[at + 1].start].text.strip() in {",", "and", ", and", "or"}

    def is_listed(self, at: int) -> bool:
        """Does a name go on a list of countries or divisions ("Virginia, Washington, West Virginia"), and not stand before that in which it lies?"""
        return bool(at) and self.joined(at - 1) and bool(first_types(self.named[at - 1]) & first_types(self.named[at], 2) & LISTED_KINDS)

    def after(self, at: int) -> tuple[float, float] | None:
        """Where the place is that follows a name behind a comma or "in", if it is a small one that a division or a town can lie near."""
        if at + 1 >= len(self.named) or self.is_listed(at):
            return None
        if self.doc[self.named[at].end : self.named[at + 1].start].text.strip().lower() not in BEFORE_WHOLE:
            return None
        first = next(iter(self.named[at + 1].candidates), None)
        return (first.lat, first.lon) if first is not None and first.type not in {"country", "continent", "city"} else None

    def divided(self, at: int) -> set[Division]:
        """Divisions in which the town before a comma may lie, for the name after it ("Seattle, Washington")."""
        if not at or self.doc[self.named[at - 1].end : self.named[at].start].text.strip() != ",":
            return set()
        return {(c.country, c.division) for c in self.named[at - 1].candidates if c.country and c.division and c.type == "city"}

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

    def spoken(self, country: str, at: int) -> int:
        """How often a report speaks of a country, without what a name adds itself."""
        count = self.countries[country]
        return count - self.own[text_of(self.doc, self.named[at].start, self.named[at].end)][country] if count and self.own else count

    def score(self, candidate: Candidate, at: int, within: set[Division]) -> float:
        countries, divisions = self.told[at]
        total = candidate.standing
        if candidate.type in self.kinds[at]:
            total += KIND
        if (beside := self.after(at)) is not None:
            total += BESIDE * max(0.0, 1 - distance(beside, (candidate.lat, candidate.lon)) / CLOSE)
        if within and candidate.type == "state" and (candidate.country, division_of(candidate)) in within:
            total += BESIDE
        spoken = self.spoken(candidate.country or "", at)
        if spoken and candidate.type != "country":
            total += IN_COUNTRY + (IN_MAIN_COUNTRY if spoken == self.most else 0.0)
        placed = (candidate.country, candidate.division) in divisions
        if candidate.country in countries and candidate.type != "country":
            total += BESIDE if placed or candidate.curated or candidate.standing >= LISTED else 0.0
        return total + BESIDE * placed

    def choose(self, at: int) -> Candidate | None:
        name = self.named[at]
        if not name.candidates:
            return None
        divisions = self.told[at][1]
        within = self.divided(at)
        candidates = name.candidates
        if any(c.type == "country" and c.own for c in candidates):  # a town called as a country is one only with its division beside it
            candidates = tuple(c for c in candidates if c.curated or (c.country, c.division) in divisions)
        kinds = self.listed_kinds(at) if len(candidates) > 1 else set()
        best = max(candidates, key=lambda c: (self.score(c, at, within) + IN_LIST * (c.type in kinds), c.standing, c.geonames or ""))
        strange = (
            not (best.curated and best.own) and best.standing < STRANGE and not self.spoken(best.country or "", at) and best.country not in self.told[at][0]
        )
        return None if strange and self.countries.total() >= MANY else best

    def told_country(self, at: int) -> str | None:
        """The country of a place that the gazetteer lacks: the one named beside it, else the only one that the report speaks of."""
        beside = self.told[at][0]
        told = beside or self.near(at) or set(self.countries)
        return next(iter(told)) if len(told) == 1 else None

    def near(self, at: int) -> set[str]:
        """The countries of the places of the same sentence that are not in doubt."""
        sentence = self.doc[self.named[at].start].sent
        inside = [n for n in self.named if sentence.start <= n.start < sentence.end and n.candidates]
        return {c.country for n in inside for c in n.candidates[:1] if c.country and (c.curated or len(n.candidates) == 1)}

    def told_type(self, at: int) -> str | None:
        """What the noun beside a name says that it is, where it says one thing."""
        said = self.kinds[at]
        return "district" if len(said) > 1 else next(iter(said), None)

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


def first_types(name: Named, count: int = 1) -> set[str]:
    return {c.type for c in name.candidates[:count]}


def geonames_id(candidate: Candidate) -> str | None:
    """The GeoNames id of a curated town: that of the row of the same name at the same spot."""
    if candidate.geonames or candidate.type not in {"city", "camp", "region", "area"}:
        return candidate.geonames
    rows = rows_of(key(candidate.name))
    return next((r.geonames for r in rows if abs(r.lat - candidate.lat) < NEAR and abs(r.lon - candidate.lon) < NEAR), None)
