"""The nth of something: "the first quarter of 2024", "the last week of March", "the 19th century"."""

from __future__ import annotations

from dataclasses import replace

from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import Found
from trucekeeper.reading.times.narrowing import relative_unit, shift_of, with_position


def nth(found: Found) -> Expr | None:
    """ "the first quarter of 2024", "the last week of March", "the 19th century", "the 16th day"."""
    if found.kind_at(found.first) in {"the", "a"} and found.kind_at(found.match.end("n")) == "hyphen" and found.kind_at(found.end) == "other":
        return None  # "a fourth-quarter loss": the article is the noun's
    made = ranked(found)
    if made is None or not (found.has("pos1") or found.has("pos2")):
        return made
    return with_position(found, made) if made.kind == "calendar" else None


def ranked(found: Found) -> Expr | None:
    rank = rank_of(found)
    unit = found.worth("u") if found.kind("u") == "unit" else None
    parent = parent_of(found)
    if rank is None or found.kind("n") == "quarter_label":
        return None
    if found.kind("u") == "half":
        return half_of(parent, rank)
    if unit == "Q":
        quarter = rank if rank > 0 else 4
        if quarter > 4 or (parent is None and found.kind("n") in {"last", "next"}):
            return None
        return Expr(kind="calendar", quarter=quarter, parent=parent if parent is not None and is_year(parent) else None)
    if unit == "CE" and parent is None and rank > 3:
        return Expr(kind="calendar", year=(rank - 1) * 100, unit="CE")
    if found.kind("n") in {"last", "next"} and parent is None:
        return None
    if found.kind("u") == "weekday":
        return Expr(kind="calendar", weekday=found.worth("u"), nth=rank, parent=parent) if parent is not None else None
    if parent is not None and unit in {"D", "W", "WE", "M"}:
        return Expr(kind="calendar", nth=rank, unit=unit, parent=parent)
    if unit in {"D", "W", "M", "Y"} and found.kind("n") != "last_ordinal":
        return Expr(kind="ordinal", unit=unit, nth=rank)
    return None


def half_of(parent: Expr | None, rank: int) -> Expr | None:
    """ "the first half of 2024" has a value of its own; of a month or week it is its early part."""
    if parent is None or rank not in (1, 2):
        return None
    if is_year(parent):
        return Expr(kind="calendar", half=rank, parent=parent)
    position = "START" if rank == 1 else "END"
    return replace(parent, position=position, mod=position)


def rank_of(found: Found) -> int | None:
    kind = found.kind("n")
    if kind == "ordinal_digits":
        return int("".join(c for c in found.words("n") if c.isdigit()))
    if kind == "last":
        return -1
    if kind in {"second", "last_ordinal"}:
        return int(found.worth("n"))
    value = found.number("n")
    return int(value) if value is not None else None


def parent_of(found: Found) -> Expr | None:
    if found.has("ofm"):
        return Expr(kind="calendar", month=found.worth("ofm"), year=found.worth("ofmy"))
    year = found.worth("ofy") or found.worth("ofy2")
    if year is not None:
        return Expr(kind="calendar", year=year)
    if found.has("ofrel"):
        if found.kind("ofunit") == "month":
            return Expr(kind="deictic", month=found.worth("ofunit"), shift=shift_of(found, "ofrel"))
        return relative_unit(found, "ofrel", "ofunit")
    if found.has("offeast"):
        return Expr(kind="feast", feast=found.worth("offeast"))
    if found.has("ofthe"):
        return Expr(kind="deictic", unit=found.worth("ofthe"), shift=0) if found.worth("ofthe") in {"M", "Y"} else None
    return None


def is_year(parent: Expr) -> bool:
    return (parent.year is not None and parent.month is None) or parent.unit == "Y"
