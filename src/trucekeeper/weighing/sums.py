"""Do parts make their whole, and does a running count add up from day to day? Where it cannot be known whether parts are all of it, nothing is alarmed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from itertools import combinations, pairwise

from trucekeeper.model.claims import Figure
from trucekeeper.weighing.bounds import Range, strict
from trucekeeper.weighing.given import Given
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.relations import Relation
from trucekeeper.weighing.series import FAR_APART
from trucekeeper.weighing.words import number_words, value_words

BESIDE = 120  # characters from a part to the number that completes the whole


@dataclass(frozen=True, slots=True)
class Count:
    """One report of a running count: how many are new and how many in all; None is not reported. Filled-in days are no reports: leave them out."""

    day: date
    new: float | None
    total: float | None


@dataclass(frozen=True, slots=True)
class Break:
    """A day on which the count before and what is new do not make the count in all. `missing` is total - (before + new)."""

    day: date
    before: float
    new: float
    total: float
    missing: float
    reason: str


def breaks(counts: Iterable[Count], *, step: timedelta = timedelta(days=1)) -> tuple[int, tuple[Break, ...]]:
    """How many pairs of reports one step apart could be checked, and those that do not add up."""
    found, checked = [], 0
    for earlier, later in pairwise(sorted(counts, key=lambda c: c.day)):
        if later.day - earlier.day != step or earlier.total is None or later.total is None or later.new is None:
            continue
        checked += 1
        missing = later.total - (earlier.total + later.new)
        if missing:
            sum_words = f"{number_words(earlier.total)} + {number_words(later.new)} = {number_words(earlier.total + later.new)}"
            reason = f"{sum_words}, but {number_words(later.total)} in all are given ({'+' if missing > 0 else ''}{number_words(missing)})"
            found.append(Break(later.day, earlier.total, later.new, later.total, missing, reason))
    return checked, tuple(found)


def fits(whole: float, parts: Iterable[float]) -> bool:
    """Do parts that are said to be all of it make the whole?"""
    return sum(parts) == whole


def _part_words(figure: Figure, *, measured: bool = False) -> str:
    measure = figure.measure.replace("_", " ")
    return f"{value_words(figure)} {figure.of or measure}{f' ({measure})' if measured and figure.of else ''}"


def _apart(parts: list[Figure]) -> bool:
    """Can nobody be counted in two of the parts? Only then are they too many when they exceed their whole."""
    pairs = {frozenset(pair) for pair in lexicon().figures.exclusive}
    return all(frozenset((a.measure, b.measure)) in pairs for a, b in combinations(parts, 2))


def _whole_and_parts(whole: Figure, parts: list[Figure]) -> list[Relation]:
    """All parts against the whole where they make it or exceed it, otherwise each part alone: parts may overlap, and there may be others."""
    claims = (whole.id, *(p.id for p in parts))
    measured = len({p.measure for p in parts}) > 1
    told = " + ".join(_part_words(p, measured=measured) for p in parts)
    together = reduce(Range.plus, (strict(p) for p in parts))
    target = strict(whole)
    exceeds = together.low is not None and target.high is not None and together.low > target.high
    if exceeds and _apart(parts):
        return [Relation("does_not_sum", claims, f"{told} is more than the {_part_words(whole)}")]
    if len(parts) > 1 and together.meets(target):
        return [Relation("sums_to", claims, f"{told} = {_part_words(whole)}")]
    return [_one_part(whole, part) for part in parts if not _is_no_part(whole, part)]


def _is_no_part(whole: Figure, part: Figure) -> bool:
    """Is it so much more than the whole that it must count something else ("24 deaths, 14 of them civilians, and 139,000 displaced")?"""
    return bool(whole.value and part.value and part.value > FAR_APART * whole.value)


def _one_part(whole: Figure, part: Figure) -> Relation:
    inner, outer = strict(part), strict(whole)
    if inner.low is not None and outer.high is not None and inner.low > outer.high:
        return Relation("does_not_sum", (whole.id, part.id), f"{_part_words(part)} cannot be a part of {_part_words(whole)}")
    exact = whole.bound == part.bound == "exact" and whole.unit == part.unit and whole.value is not None and part.value is not None
    rest = whole.value - part.value if exact and whole.value is not None and part.value is not None else None
    others = f"; {number_words(rest)} other{'' if rest == 1 else 's'}" if rest else ""
    return Relation("part_of", (part.id, whole.id), f"{_part_words(part)} of {_part_words(whole)}{others}")


def _complement(whole: Figure, part: Figure, figures: Iterable[Figure]) -> Relation | None:
    """A number shortly after a part that counts what the part excludes and makes the whole full ("four are dead, one is alive", of five)."""
    end = part.evidence[0].end
    near = [f for f in figures if f.document == part.document and f.part_of is None and 0 <= f.evidence[0].start - end <= BESIDE]
    for other in sorted(near, key=lambda f: (f.evidence[0].start, f.id)):
        exact = whole.bound == part.bound == other.bound == "exact" and None not in (whole.value, part.value, other.value)
        if exact and other.id != whole.id and _apart([part, other]) and fits(whole.value or 0, (part.value or 0, other.value or 0)):
            told = f"{_part_words(part, measured=True)} + {_part_words(other, measured=True)} = {_part_words(whole)}"
            return Relation("sums_to", (whole.id, part.id, other.id), f"{told}; the two stand side by side, though the text does not call both a part")
    return None


def sums(items: Iterable[Given]) -> list[Relation]:
    """For each figure that others are a part of, what the parts make. Numbers that are not said to be parts are never added up; of an aim, what is done is
    only a part, and as little as much of it is no fault in the numbers."""
    held = list(items)
    by_id = {g.figure.id: g.figure for g in held}
    parts: dict[str, list[Given]] = defaultdict(list)
    for item in held:
        if item.base is not None and (item.of_aim or item.base.id in by_id) and item.figure.value is not None and item.base.value is not None:
            parts[item.base.id].append(item)
    wholes = {g.base.id: g.base for own in parts.values() for g in own if g.base is not None}
    found: list[Relation] = []
    for whole in sorted(wholes.values(), key=lambda f: (f.document, f.evidence[0].start, f.id)):
        own = sorted((g.figure for g in parts[whole.id]), key=lambda f: (f.evidence[0].start, f.id))
        if parts[whole.id][0].of_aim:
            found.extend(Relation("part_of", (f.id, whole.id), f"{_part_words(f)} of {_part_words(whole)} that are aimed at") for f in own)
            continue
        full = _complement(whole, own[0], by_id.values()) if len(own) == 1 else None
        found.extend([full] if full else _whole_and_parts(whole, own))
    return found
