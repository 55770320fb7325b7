"""How long: "six weeks", "two years and three months", "for decades", and what bounds a length."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import Found
from trucekeeper.reading.times.lexicon import lexicon
from trucekeeper.reading.times.numbers import number_at, shown

DESIGNATOR = {
    "TS": ("PT", "S"),
    "TM": ("PT", "M"),
    "TH": ("PT", "H"),
    "WE": ("P", "WE"),
    "FN": ("P", "W"),
    "SM": ("P", "M"),
    "DE": ("P", "Y"),
    "CE": ("P", "Y"),
    "HC": ("P", "Y"),
    "QC": ("P", "Y"),
}
PERIOD = "P"  # as long as the stretch spoken of before: "the same period last year"
TIMES_LARGER = {"FN": 2, "SM": 6, "DE": 10, "CE": 100, "ME": 1000, "HC": 50, "QC": 25}


def period_value(count: float | None, unit: str) -> str:
    """TIMEX3's duration; X where the count is not said."""
    head, letter = DESIGNATOR.get(unit, ("P", unit))
    if count is None:
        return f"{head}X{'DE' if unit == 'DE' else 'CE' if unit == 'CE' else letter}"
    return f"{head}{shown(count * TIMES_LARGER.get(unit, 1))}{letter}"


def unit_of(found: Found, name: str = "u") -> str:
    """The code of the unit that was found under a name, as the grammar has it ("D", "TH")."""
    return "TS" if found.kind(name) == "second" else str(found.worth(name))


def count_of(found: Found, name: str = "n") -> float | None:
    """The number said, None for a vague one; the first of a range ("two to three")."""
    if not found.has(name):
        return None
    first, end = found.match.span(name)
    kinds = [found.kind_at(i) for i in range(first, end)]
    if "vague" in kinds:
        return float(found.codes.worths[first + kinds.index("vague")]) or None
    for mark in ("to", "or", "hyphen"):
        if (
            mark in kinds[1:-1]
            and kinds[kinds.index(mark) - 1] in {"digit", "digits", "number", "decimal"}
            and is_range(found, first, first + kinds.index(mark), end)
        ):
            return number_at(found.codes, first, first + kinds.index(mark))
    return number_at(found.codes, first, end)


def is_range(found: Found, first: int, mark: int, end: int) -> bool:
    low, high = number_at(found.codes, first, mark), number_at(found.codes, mark + 1, end)
    return low is not None and high is not None and low < high and not (found.kind_at(mark) == "hyphen" and low >= 20 and high < 10)


def is_spread(found: Found) -> bool:
    """ "two to three", "10-15": a range, whose value is not one number."""
    if not found.has("n"):
        return False
    first, end = found.match.span("n")
    return any(found.kind_at(i) in {"to", "or", "hyphen"} and is_range(found, first, i, end) for i in range(first + 1, end - 1))


def bound_of(found: Found) -> str | None:
    """What the words before a length make of it ("MORE_THAN"), or APPROX of a range."""
    for name in ("b2", "b"):
        if name in found.match.groupdict() and found.has(name):
            return str(found.worth(name))
    return "APPROX" if is_spread(found) else None


def is_fraction(found: Found) -> bool:
    """ "three-quarters", "two quarters of the people"; "two consecutive quarters of decline" is none."""
    before = found.kind_at(found.match.start("u") - 1)
    return before == "hyphen" or (before != "kind" and found.kind_at(found.end) == "of")


def plausible_count(found: Found) -> bool:
    """ "1990 days" is odd but "in 1999 days before" odder; "a second" needs a second that is a unit."""
    kind = found.kind("u")
    if kind == "second":
        return found.kind("n") in {"a", "number"} and found.kind_at(found.end) in {"mark", "dot", "comma", "line", "and", "to", "after", "before", "later"}
    if unit_of(found) == "Q" and (kind == "unit" or is_fraction(found)):
        return False
    if found.words("b").lower() == "over":
        # "killed 100 over five decades" is during them, "for over five decades" more than them
        return found.kind_at(found.first - 1) in {"in", "from", "of"} or found.codes.word(found.first - 1).lower() in lexicon().lists["takes_over"]
    return found.has("n") or found.words("b").lower() not in {"some", "under"}


def duration(found: Found) -> Expr | None:
    if not plausible_count(found):
        return None
    unit, count = unit_of(found), count_of(found)
    if unit in {"WE", "Q"} and found.kind("n") == "a":
        return None
    value = period_value(count, unit)
    return Expr(kind="duration", value=value, mod=bound_of(found), unit=unit, count=count)


SIZES = ("CE", "HC", "QC", "DE", "Y", "SM", "Q", "M", "FN", "W", "WE", "D", "TH", "TM", "TS")  # from the largest


def joined_duration(found: Found) -> Expr | None:
    """ "two years, three months and four days": from larger units to smaller ones; "between six months and two years" is two stretches."""
    simple = duration(found)
    if simple is None:
        return None
    first, end = found.match.span("more")
    units = [simple.unit, *(str(found.codes.worths[i]) for i in range(first, end) if found.kind_at(i) in {"unit", "units"})]
    ranks = [SIZES.index(u) for u in units if u in SIZES]
    if any(a >= b for a, b in pairwise(ranks)):
        return None
    return replace(simple, value=joined(found, simple.value or "", simple.count, str(simple.unit)))


def joined(found: Found, value: str, count: float | None, unit: str) -> str:
    """ "two years and three months", "an hour and a half"."""
    first, end = found.match.span("more")
    begins = first
    for i in range(first, end):
        kind = found.kind_at(i)
        if kind == "half":
            return period_value((count or 1) + 0.5, unit)
        if kind in {"unit", "units"}:
            other = period_value(number_at(found.codes, begins, i), str(found.codes.worths[i]))
            value += other[2:] if other.startswith("PT") and "T" in value else other[1:]
            begins = i + 1
    return value


def shared(found: Found) -> Expr | None:
    """ "between 60 and 90 days": the first number shares the second's unit."""
    return Expr(kind="duration", value=period_value(count_of(found), unit_of(found)), unit=unit_of(found), count=count_of(found))


def nights(found: Found) -> Expr | None:
    """ "two nights", "three mornings"."""
    if not found.codes.word(found.end - 1).lower().endswith("s"):
        return None
    return Expr(kind="duration", value=period_value(count_of(found), "D"), unit="D", count=count_of(found), mod=bound_of(found))


def bare(found: Found) -> Expr | None:
    """ "for weeks", "decades-long": a stretch without its number."""
    if found.codes.word(found.first - 1).lower() in lexicon().lists["before_no_stretch"]:
        return None
    if unit_of(found) == "Q":
        return None  # "in close quarters"
    return Expr(kind="duration", value=period_value(None, unit_of(found)), unit=unit_of(found))


def long(found: Found) -> Expr | None:
    return Expr(kind="duration", value=period_value(1, unit_of(found)), unit=unit_of(found), count=1)


def the_stretch(found: Found) -> Expr | None:
    """ "the nine months ended Sept. 30": the article belongs to a stretch that what follows tells apart."""
    follows = found.codes.word(found.end).lower()
    to_date = follows in {"to", "through"} and found.kind_at(found.end + 1) in {"month", "year", "digit", "position", "the"}
    if found.kind("u") != "units" or not (to_date or follows in lexicon().lists["tells_apart"]):
        return None
    return duration(found)
