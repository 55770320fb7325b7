"""What narrows a time or moves it: "early", "the end of", "last", "the same"."""

from __future__ import annotations

from dataclasses import replace

from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import Found

MODS = {"FIRST": "START", "LAST": "END"}  # of the narrower positions
DAY_UNITS = frozenset({"D", "W", "WE", "FN", "M", "Q", "SM", "Y", "DE", "CE"})


def with_position(found: Found, base: Expr) -> Expr:
    """The expression narrowed by what stands before or behind it ("early May", "the end of 2024")."""
    kind = found.kind("pos1")
    if kind in {"earlier", "later"}:
        return replace(base, mod="BEFORE" if kind == "earlier" else "AFTER")
    position = found.worth("pos1") or found.worth("pos2")
    return replace(base, position=position, mod=MODS.get(position, position)) if position else base


def shift_of(found: Found, name: str) -> int:
    """How many units before (negative) or after a word of relation points: "last" is -1, "next" 1, "this" 0."""
    return int(found.worth(name) or 0)


def is_anaphor(found: Found, name: str) -> bool:
    """Does the word of relation point at a time in the text, and not at the day of telling ("the previous day", "that week")?"""
    return found.kind(name) in {"that", "same", "previous", "following"}


def relative_unit(found: Found, rel: str, unit: str) -> Expr:
    """ "last week", "the following year": a unit by a word of relation."""
    return Expr(kind="deictic", unit=found.worth(unit), shift=shift_of(found, rel), before_in_text=is_anaphor(found, rel))
