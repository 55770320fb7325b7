"""What comes again: "every Friday", "twice a week", "daily", "600 trucks a day"."""

from __future__ import annotations

from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import Found
from trucekeeper.reading.times.lengths import period_value, unit_of


def every(found: Found) -> Expr | None:
    kind, worth = found.kind("u"), found.worth("u")
    if kind == "weekday":
        value = f"XXXX-WXX-{worth}"
    elif kind == "part":
        value = f"XXXX-XX-XXT{worth}"
    elif kind == "month":
        value = f"XXXX-{worth:02}"
    elif kind == "season":
        value = f"XXXX-{worth}"
    else:
        value = period_value(number_or_one(found), unit_of(found))
    if found.has("part2"):
        value += f"T{found.worth('part2')}"
    return Expr(kind="set", value=value)


def number_or_one(found: Found) -> float:
    if not found.has("n"):
        return 1
    if found.words("n").lower() in {"other", "second"}:
        return 2
    return found.number("n") or 1


def weekdays(found: Found) -> Expr | None:
    return Expr(kind="set", value=f"XXXX-WXX-{found.worth('u')}")


def frequency(found: Found) -> Expr | None:
    if found.codes.word(found.first)[0].isupper() and (
        found.kind_at(found.first - 1) == "other" or found.codes.word(min(found.first + 1, len(found.codes.starts) - 1))[0].isupper()
    ):
        return None  # the Daily Star
    return Expr(kind="set", value=found.worth("u"))


def times(found: Found) -> Expr:
    """ "twice a week"."""
    return Expr(kind="set", value=period_value(1, unit_of(found)))


COUNTING = frozenset({"digit", "digits", "number", "decimal", "units", "magnitude", "year", "vague", "times"})


def rate(found: Found) -> Expr | None:
    """ "15 a year", "600 trucks a day": where a number stands just before."""
    if found.kind_at(found.end) in {"ago", "earlier", "later", "before", "after", "hence"}:
        return None
    if found.kind("per") == "per" and unit_of(found)[0] == "T" and found.codes.word(found.first - 1).lower().startswith(("k", "mile", "met")):
        return None  # a speed
    if found.kind("per") == "per":
        return Expr(kind="set", value=period_value(1, unit_of(found)))
    before = found.kind_at(found.first - 1)
    if before == "other" and not found.codes.word(found.first - 1).endswith(("s", "people", "men", "illion")):
        return None
    for back in (1, 2, 3):
        kind = found.kind_at(found.first - back)
        if kind in COUNTING:
            break
        if kind not in {"other", "of", "ref_future", "kind"}:
            return None
    else:
        return None
    return Expr(kind="set", value=period_value(1, unit_of(found)))
