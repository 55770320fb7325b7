"""Figures that count one thing, set in a series, and what each is to the others. No average is made, and no value is called the true one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import Literal

from trucekeeper.model.claims import Figure
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.weighing.bounds import strict, usual
from trucekeeper.weighing.groups import groups
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import plain
from trucekeeper.weighing.origins import Origin
from trucekeeper.weighing.words import day_words, time_words, value_words

RelationKind = Literal["repeats", "replaces", "corrects", "differs", "compatible", "other_base", "part_of", "sums_to", "does_not_sum"]
NEAR_DAYS = 3  # reports this far apart may be of one moment where neither says of when its count is
FAR_APART = 5  # counts with no common base stated, one this many times the other, are not of one thing
WINDOW = 40  # figures of one measure compared with each one, in time order


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as somebody gave it.

    `as_of` is the report's date where the words do not tell; `stated` says which. `party` is an entity's key, `story` is shared by copies of one report.
    """

    figure: Figure
    document: Document | None
    origin: Origin
    as_of: Time | None
    stated: bool
    population: frozenset[str]
    place: str | None = None
    party: str | None = None
    base: Figure | None = None
    story: str = ""

    @property
    def order(self) -> tuple[str, str, str]:
        """By as-of date, then by when it was published; the id last, so that no order of arrival shows."""
        when = self.as_of.latest or self.as_of.earliest or "" if self.as_of else ""
        published = (self.document.published or "") if self.document else ""
        return when[:10], published, self.figure.id


@dataclass(frozen=True, slots=True)
class Relation:
    """`claims[0]` stands in the relation to the others: the newer, the part, the whole of a sum. `reason` is a sentence."""

    kind: RelationKind
    claims: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one measure, population, place and base, in order of their as-of dates."""

    measure: str
    of: str
    place: str | None
    given: tuple[Given, ...]

    @property
    def key(self) -> str:
        return self.given[0].figure.id


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def population_of(of: str | None) -> frozenset[str]:
    """The words that tell which people or things are counted; "people" and "deaths" tell nothing."""
    head = re.split(r",|\bmostly\b|\bincluding\b", plain(of or ""))[0]
    words = (_singular(w) for w in re.findall(r"[^\W\d]+", head) if w not in lexicon().words.small)
    return frozenset(w for w in words if w not in lexicon().figures.generic)


def _base_words(item: Given) -> str:
    return f"{value_words(item.base)} {item.base.of or item.base.measure}" if item.base else ""


def _set_apart(a: Given, b: Given) -> str | None:
    """Why two figures of one measure count different things, or None."""
    if a.place and b.place and a.place not in b.place and b.place not in a.place:
        return f"one counts in {a.figure.place.name if a.figure.place else a.place}, the other in {b.figure.place.name if b.figure.place else b.place}"
    if a.party and b.party and a.party != b.party:
        names = [g.figure.party.label for g in (a, b) if g.figure.party]
        return f"one counts {names[0]}, the other {names[1]}"
    if a.figure.since and b.figure.since and not a.figure.since.overlaps(b.figure.since):
        return f"one counts since {time_words(a.figure.since)}, the other since {time_words(b.figure.since)}"
    if (a.base is None) != (b.base is None):
        part, other = (a, b) if a.base else (b, a)
        return f"{value_words(part.figure)} are counted of {_base_words(part)}; {value_words(other.figure)} are not said to be of these"
    if a.base and b.base and a.base.id != b.base.id and not strict(a.base).meets(strict(b.base)):
        return f"one is of {_base_words(a)}, the other of {_base_words(b)}"
    if a.population != b.population:
        extra = ", ".join(sorted(a.population ^ b.population))
        return f"they count different groups ({extra})"
    return None


def _too_far(a: Given, b: Given) -> bool:
    """With no base, party or start in common, counts many times apart are of different things (one attack, a whole war)."""
    anchored = (a.party and a.party == b.party and a.figure.since and b.figure.since) or (a.base and b.base)
    values = sorted(abs(v) for v in (a.figure.value, b.figure.value) if v)
    return not anchored and len(values) == 2 and values[1] > FAR_APART * values[0]


def _akin(a: Given, b: Given) -> bool:
    """Do they count the same kind of thing at all, so that it is worth saying how their bases differ?"""
    return a.population == b.population or bool(a.population & b.population)


def base_of(a: Given, b: Given) -> tuple[bool, str] | None:
    """(True, "") for one base, (False, why) for another base, None where the two have nothing to do with each other."""
    if a.figure.measure != b.figure.measure or (a.figure.unit or "") != (b.figure.unit or "") or not _akin(a, b):
        return None
    why = _set_apart(a, b)
    if why is None and (_too_far(a, b) or _siblings(a, b)):
        return None
    return (why is None, why or "")


def _siblings(a: Given, b: Given) -> bool:
    """Two numbers that one text gives in one breath for one date are of two things, unless it says the same number twice."""
    one_text = a.figure.document == b.figure.document and a.origin.key == b.origin.key
    return one_text and _same_time(a, b) and not (a.stated and b.stated and a.as_of != b.as_of) and a.figure.value != b.figure.value


def _neighbours(items: list[Given]) -> Iterator[tuple[Given, Given]]:
    for i, a in enumerate(items):
        for b in items[i + 1 : i + 1 + WINDOW]:
            yield a, b


def _blocks(items: Iterable[Given]) -> list[list[Given]]:
    held: dict[tuple[str, str], list[Given]] = defaultdict(list)
    for item in items:
        held[(item.figure.measure, item.figure.unit or "")].append(item)
    return [sorted(block, key=lambda g: g.order) for _, block in sorted(held.items())]


def series_of(items: Iterable[Given]) -> list[Series]:
    """Figures parted into series; each stands in exactly one."""
    found = []
    for block in _blocks(items):
        by_id = {g.figure.id: g for g in block}
        pairs = [(a.figure.id, b.figure.id) for a, b in _neighbours(block) if (base := base_of(a, b)) and base[0]]
        for group in groups(by_id, pairs):
            given = tuple(sorted((by_id[i] for i in group), key=lambda g: g.order))
            named = [g.figure.of for g in given if g.figure.of]
            place = next((g.figure.place.name for g in given if g.figure.place), None)
            found.append(Series(given[0].figure.measure, min(named, key=lambda n: (-named.count(n), n)) if named else "", place, given))
    return sorted(found, key=lambda s: (s.measure, s.of, s.key))


def _same_time(a: Given, b: Given) -> bool:
    if a.as_of is None or b.as_of is None:
        return True
    if a.stated and b.stated:
        return a.as_of.overlaps(b.as_of)
    return a.as_of.widened(NEAR_DAYS).overlaps(b.as_of)


def _dates(a: Given, b: Given) -> str:
    words = [time_words(g.as_of) if g.stated else f"reported {time_words(g.as_of)}" for g in (a, b)]
    return words[0] if words[0] == words[1] else f"{words[0]}, and {words[1]}"


def _one_source(older: Given, newer: Given) -> Relation:
    """Two figures of one origin on one base."""
    claims = (newer.figure.id, older.figure.id)
    old, new, who = value_words(older.figure), value_words(newer.figure), newer.origin.name
    if (older.figure.value, older.figure.bound) == (newer.figure.value, newer.figure.bound):
        if older.story == newer.story != "" and older.figure.document != newer.figure.document:
            return Relation("repeats", claims, f"{new} in two copies of one story")
        return Relation("repeats", claims, f"{who} again: {new} ({_dates(older, newer)})")
    same_day = older.as_of and newer.as_of and older.stated and newer.stated and older.as_of.overlaps(newer.as_of)
    if same_day and usual(older.figure).meets(usual(newer.figure)):
        return Relation("compatible", claims, f"{who}, {_dates(older, newer)}: {new} fits {old}")
    if same_day and newer.document and older.document and newer.document.published != older.document.published:
        later = day_words(newer.document.published) if newer.document.published else "later"
        return Relation("corrects", claims, f"{who}, for the same date ({time_words(newer.as_of)}): {new}, told {later}, where it was {old}")
    if older.order[0] == newer.order[0]:
        return Relation("differs", claims, f"{who}, for the same date ({_dates(older, newer)}): {old} and {new}")
    return Relation("replaces", claims, f"{who}, {time_words(newer.as_of)}: {new}, after {old} ({time_words(older.as_of)}){_fallen(older, newer)}")


def _fallen(older: Given, newer: Given) -> str:
    """A count that only adds up and yet is lower takes something back; that is said."""
    low, high = usual(newer.figure).high, usual(older.figure).low
    fell = newer.figure.measure in lexicon().figures.cumulative and low is not None and high is not None and low < high
    return "; lower than before, though such a count only grows" if fell else ""


def _two_sources(a: Given, b: Given) -> Relation | None:
    """Two figures of different origins on one base at one time."""
    claims, words = (b.figure.id, a.figure.id), f"{value_words(a.figure)} ({a.origin.name}) and {value_words(b.figure)} ({b.origin.name})"
    if a.figure.measure in lexicon().figures.unknown:
        return None
    if (a.figure.value, a.figure.bound) == (b.figure.value, b.figure.bound):
        return Relation("repeats", claims, f"two sources give {value_words(a.figure)}: {a.origin.name} and {b.origin.name}")
    if usual(a.figure).meets(usual(b.figure)):
        return Relation("compatible", claims, f"{words} fit each other")
    lower = ["at_least", "more_than"]
    note = "; both are lower bounds, so both may hold" if a.figure.bound in lower and b.figure.bound in lower else ""
    return Relation("differs", claims, f"{words}, {_dates(a, b)}{note}")


def relations_within(series: Series) -> list[Relation]:
    """Each origin's own sequence, and different origins at one time."""
    found: list[Relation] = []
    chains: dict[str, list[Given]] = defaultdict(list)
    for item in series.given:
        chains[item.origin.key].append(item)
    for _, chain in sorted(chains.items()):
        if series.measure not in lexicon().figures.unknown:
            found.extend(_one_source(a, b) for a, b in pairwise(chain))
    for a, b in _neighbours(list(series.given)):
        if a.origin.key != b.origin.key and _same_time(a, b) and (relation := _two_sources(a, b)):
            found.append(relation)
    return found


def relations_between(all_series: Iterable[Series]) -> list[Relation]:
    """Series of one measure that count something else: the difference of base, told once for each two series."""
    found = []
    held: dict[str, list[Series]] = defaultdict(list)
    for series in all_series:
        held[series.measure].append(series)
    for _, group in sorted(held.items()):
        for one, other in combinations(group[:WINDOW], 2):
            a, b = one.given[-1], other.given[-1]
            base = base_of(a, b)
            if base and not base[0] and not _linked(a, b):
                found.append(Relation("other_base", (a.figure.id, b.figure.id), f"{_told(a)} and {_told(b)}: {base[1]}"))
    return found


def _told(item: Given) -> str:
    return f"{value_words(item.figure)} {item.figure.of or ''}".strip()


def _linked(a: Given, b: Given) -> bool:
    return a.figure.part_of == b.figure.id or b.figure.part_of == a.figure.id


def with_bases(items: Iterable[Given]) -> list[Given]:
    """The same with each part's whole filled in, where it is at hand."""
    held = list(items)
    by_id = {g.figure.id: g.figure for g in held}
    return [_with_base(g, by_id.get(g.figure.part_of)) if g.figure.part_of else g for g in held]


def _with_base(item: Given, base: Figure | None) -> Given:
    """What remains of those taken on a day is not itself of that day: such a date is the base's, and the report's stands instead."""
    borrowed = base is not None and item.stated and item.figure.about == base.about and item.figure.measure != base.measure
    if borrowed and item.document is not None and item.document.said is not None:
        return replace(item, base=base, as_of=item.document.said, stated=False)
    return replace(item, base=base)
