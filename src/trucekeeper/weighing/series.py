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
PAGE = 1500  # characters of one text within which two counts that share a name or place may be of one thing
PASSAGE = 500  # the same where they share none
ROUGH = 31  # days; a report’s date known only more roughly than this says nothing of when its count is
LARGEST_FALL = 0.3  # of a count that only grows, taken back by its own source
SHORT = 5000  # characters of a text that is one passage as a whole
WINDOW = 40  # figures of one measure compared with each one, in time order


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as somebody gave it.

    `as_of` is the report's date where the words do not tell; `stated` says which. `party` is an entity's key, `story` is shared by copies of one report,
    `names` are the proper names of the sentence other than those of whose word it is.
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
    names: frozenset[str] = frozenset()

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
    if why is None and (_too_far(a, b) or _siblings(a, b) or not _common_ground(a, b)):
        return None
    return (why is None, why or "")


def _common_ground(a: Given, b: Given) -> bool:
    """Something positive by which both count one thing: a place, party, base or name in common, one story, or one passage of one text."""
    named = bool(a.names & b.names) or (a.place is not None and b.place is not None)
    if a.figure.document == b.figure.document:
        short = a.document is not None and len(a.document.text) <= SHORT
        return short or _apart_in_text(a, b) <= (PAGE if named else PASSAGE)
    return named or (a.party is not None and a.party == b.party) or (a.base is not None and b.base is not None) or a.story == b.story != ""


def _apart_in_text(a: Given, b: Given) -> int:
    return abs(a.figure.evidence[0].start - b.figure.evidence[0].start)


def _siblings(a: Given, b: Given) -> bool:
    """Numbers that one text gives in one voice with no date to tell them apart are of several things, unless it gives one number of one thing twice."""
    if a.figure.document != b.figure.document or a.origin.key != b.origin.key or (a.stated and b.stated and a.as_of != b.as_of):
        return False
    return a.figure.value != b.figure.value or not (a.names & b.names or (a.place and b.place))


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


def _says_no_number(item: Given) -> bool:
    """ "Many" and "scores" fit everything and say nothing."""
    return item.figure.value is None and item.figure.low is None and item.figure.high is None


def _is_close(item: Given) -> bool:
    """Is the as-of date known well enough to be set beside another?"""
    first, last = (item.as_of.first_day, item.as_of.last_day) if item.as_of else (None, None)
    return item.stated or (first is not None and last is not None and (last - first).days <= ROUGH)


def _same_time(a: Given, b: Given) -> bool:
    if a.as_of is None or b.as_of is None or not (_is_close(a) and _is_close(b)):
        return False
    if a.stated and b.stated:
        return a.as_of.overlaps(b.as_of)
    return a.as_of.widened(NEAR_DAYS).overlaps(b.as_of)


def _dates(a: Given, b: Given) -> str:
    words = [time_words(g.as_of) if g.stated else f"reported {time_words(g.as_of)}" for g in (a, b)]
    return words[0] if words[0] == words[1] else f"{words[0]}, and {words[1]}"


def _one_source(older: Given, newer: Given) -> Relation | None:
    """Two figures of one origin on one base, None where they may be of two things."""
    claims = (newer.figure.id, older.figure.id)
    old, new, who = value_words(older.figure), value_words(newer.figure), newer.origin.name
    one_text = older.figure.document == newer.figure.document
    if (older.figure.value, older.figure.bound) == (newer.figure.value, newer.figure.bound):
        if older.story == newer.story != "" and not one_text:
            return Relation("repeats", claims, f"{new} in two copies of one story")
        return Relation("repeats", claims, f"{who} again: {new} ({_dates(older, newer)})")
    if one_text and not (older.stated and newer.stated and _apart_in_text(older, newer) <= PASSAGE):
        return None
    same_day = older.as_of and newer.as_of and older.stated and newer.stated and older.as_of.overlaps(newer.as_of)
    if same_day and usual(older.figure).meets(usual(newer.figure)):
        return Relation("compatible", claims, f"{who}, {_dates(older, newer)}: {new} fits {old}")
    if same_day and newer.document and older.document and newer.document.published != older.document.published:
        later = day_words(newer.document.published) if newer.document.published else "later"
        return Relation("corrects", claims, f"{who}, for the same date ({time_words(newer.as_of)}): {new}, told {later}, where it was {old}")
    if older.order[0] == newer.order[0]:
        return Relation("differs", claims, f"{who}, for the same date ({_dates(older, newer)}): {old} and {new}")
    fall = _fall(older, newer)
    if fall > LARGEST_FALL:
        return None
    note = "; lower than before, though such a count only grows" if fall else ""
    return Relation("replaces", claims, f"{who}, {time_words(newer.as_of)}: {new}, after {old} ({time_words(older.as_of)}){note}")


def _fall(older: Given, newer: Given) -> float:
    """By what share a count that only adds up is lower than before: a little takes something back, much is of another thing. 0 where it is not lower."""
    low, high = usual(older.figure).low, usual(newer.figure).high
    if newer.figure.measure.replace("_", " ") not in lexicon().figures.cumulative or not low or high is None:
        return 0.0
    return max(0.0, 1 - high / low)


def _two_sources(a: Given, b: Given) -> Relation:
    """Two figures of different origins on one base at one time."""
    claims, words = (b.figure.id, a.figure.id), f"{value_words(a.figure)} ({a.origin.name}) and {value_words(b.figure)} ({b.origin.name})"
    if (a.figure.value, a.figure.bound) == (b.figure.value, b.figure.bound):
        return Relation("repeats", claims, f"two sources give {value_words(a.figure)}: {a.origin.name} and {b.origin.name}")
    if usual(a.figure).meets(usual(b.figure)):
        return Relation("compatible", claims, f"{words} fit each other")
    lower = ["at_least", "more_than"]
    note = "; both are lower bounds, so both may hold" if a.figure.bound in lower and b.figure.bound in lower else ""
    return Relation("differs", claims, f"{words}, {_dates(a, b)}{note}")


def relations_within(series: Series) -> list[Relation]:
    """Each origin's own sequence, and different origins at one time; only of measures that are compared at all."""
    if series.measure.replace("_", " ") not in lexicon().figures.compared:
        return []
    found: list[Relation] = []
    chains: dict[str, list[Given]] = defaultdict(list)
    for item in series.given:
        chains[item.origin.key].append(item)
    for _, chain in sorted(chains.items()):
        found.extend(r for a, b in pairwise(chain) if (r := _one_source(a, b)))
    for a, b in _neighbours(list(series.given)):
        if a.origin.key != b.origin.key and _same_time(a, b) and not (_says_no_number(a) or _says_no_number(b)):
            found.append(_two_sources(a, b))
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
            if base and not base[0] and not _linked(a, b) and _common_ground(a, b) and (a.base or b.base or not _too_far(a, b)):
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
