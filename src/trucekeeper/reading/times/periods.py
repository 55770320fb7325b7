"""Stretches that end or begin at a time: "the past four days", "the first three months of 2024"."""

from __future__ import annotations

from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import Found
from trucekeeper.reading.times.lengths import bound_of, count_of, period_value, unit_of
from trucekeeper.reading.times.narrowing import is_anaphor, relative_unit, shift_of

ENDS_OF = frozenset({"ordinal", "last_ordinal"})  # "the first two weeks", "the final two weeks"


def period(found: Found) -> Expr | None:
    """ "the past four days", "the next two weeks", "the first three months of 2024", "recent weeks"."""
    rel, unit = found.kind("rel"), unit_of(found)
    if rel == "last" and found.kind_at(found.first) == "last" and found.has("n") and lasts(found):
        return None
    if rel == "coming" and found.has("n") and found.kind_at(found.match.start("rel")) == "coming" and found.kind_at(found.match.start("rel") - 1) != "the":
        return None  # "coming a day after the raid": the verb
    if found.kind("u") == "second" or rel == "this" or (unit == "WE" and not found.has("n") and rel != "recent"):
        return None
    if not found.has("n"):
        return uncounted(found, rel, unit)
    if rel == "recent":
        return Expr(kind="ref", value="PAST_REF", unit=unit)
    return counted_period(found, rel, unit, count_of(found))


def lasts(found: Found) -> bool:
    """Is "last" the verb ("supplies last 72 hours"), since no preposition or pronoun stands before it?"""
    before = found.codes.word(found.first - 1).lower()
    return found.kind_at(found.first - 1) not in {"in", "from", "at", "line"} and before not in {"for", "over", "within", "his", "her", "its", "their"}


def uncounted(found: Found, rel: str, unit: str) -> Expr | None:
    """ "recent weeks" is no stretch but the past; "the past week" and "the last hour" are one."""
    if found.kind("u") == "units" and rel not in ENDS_OF:
        return Expr(kind="ref", value="PAST_REF" if rel in {"last", "past", "previous", "recent"} else "FUTURE_REF", unit=unit)
    if rel == "past" or (unit in {"TH", "TM"} and rel in {"last", "next"}):
        return counted_period(found, rel, unit, 1.0)
    return None


def counted_period(found: Found, rel: str, unit: str, count: float | None) -> Expr | None:
    parent = parent_of_period(found)
    if rel in ENDS_OF and found.worth("rel") not in (1, -1):
        return None
    value, mod = period_value(count, unit), bound_of(found)
    if rel in ENDS_OF and parent is None:
        return Expr(kind="duration", value=value, count=count, unit=unit, mod=mod)
    shift, anaphoric = shift_of(found, "rel"), is_anaphor(found, "rel")
    return Expr(kind="period", parent=parent, value=value, count=count, unit=unit, shift=shift, mod=mod, before_in_text=anaphoric)


def parent_of_period(found: Found) -> Expr | None:
    if found.has("ofunit") and found.worth("ofunit") in {"M", "Y", "Q", "DE", "CE"}:
        return relative_unit(found, "ofrel", "ofunit")
    if found.has("ofm") or found.has("ofy"):
        return Expr(kind="calendar", month=found.worth("ofm"), year=found.worth("ofy"))
    return None
