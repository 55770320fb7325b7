"""A person's correction of a claim: plain words become the field's own values, what hangs on them is set with them, and the whole claim must hold."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args, get_type_hints

from trucekeeper.model.claims import KINDS, Actor, Claim, Place
from trucekeeper.model.errors import InputError, UsageError
from trucekeeper.model.rows import from_row, plain, to_row
from trucekeeper.model.time import Time
from trucekeeper.record.codec import kind_of
from trucekeeper.sources.dates import iso_day

FIXED = ("id", "kind", "document", "evidence")
WRITTEN_TIME = "Write a day or days as 2025-03-09 or 2025-03-01/2025-03-05."
RANGE = "One number: --set value=13, with --set bound=at_least if it is one; a range: --set low=10 --set high=15."
LOWER = ("exact", "at_least", "more_than")  # the bounds whose value is also the least
UPPER = ("exact", "at_most", "less_than")


def completed(claim: Claim, correction: dict[str, Any]) -> dict[str, Any]:
    """The correction with its values as the claims format has them, and with the ends of a figure's range set by a new value or bound.

    Raises UsageError for a field that cannot be corrected, InputError for a value that does not fit.
    """
    kind = kind_of(claim)
    allowed = [f.name for f in fields(KINDS[kind]) if f.name not in FIXED]
    for name in correction:
        if name not in allowed:
            raise UsageError(f"{'an' if kind == 'event' else 'a'} {kind} has no field {name!r} that can be corrected", mend=f"Fields: {', '.join(allowed)}.")
    hints = get_type_hints(KINDS[kind])
    given = {name: _value(name, value, hints[name]) for name, value in correction.items()}
    corrected = plain(from_row({**to_row(claim, claim.document), **given}, where="correction"))
    if kind == "figure":
        corrected, given = _figure(corrected, given)
    return {name: corrected[name] for name in given}


def _value(name: str, value: Any, hint: Any) -> Any:
    """Plain words as the value that a field takes: a day as a time, a name as an actor or a place, one thing as a list of one."""
    parts = get_args(hint)
    if Ellipsis in parts:
        each = value if isinstance(value, list | tuple) else [value]
        return [_value(name, item, parts[0]) for item in each]
    if Time in parts:
        return _time(name, value)
    if isinstance(value, str) and (hint is Actor or Actor in parts or Place in parts):
        return {"name": value}
    return value


def _time(name: str, value: Any) -> Any:
    ends = (value.get("earliest"), value.get("latest")) if isinstance(value, dict) else _ends(value)
    try:
        days = [iso_day(end) for end in ends if end]
    except (TypeError, ValueError) as error:
        raise InputError(f"{name}: {value!r} is no time", where="correction", mend=WRITTEN_TIME) from error
    if days != sorted(days):
        raise InputError(f"{name}: {value!r} ends before it begins", where="correction", mend=WRITTEN_TIME)
    return value if isinstance(value, dict) or value is None else {"earliest": ends[0] or None, "latest": ends[1] or None}


def _ends(value: Any) -> tuple[str, str]:
    """The two ends of a written time; an empty one is open."""
    first, slash, last = str(value or "").partition("/")
    return first.strip(), last.strip() if slash else first.strip()


def _figure(figure: dict[str, Any], given: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The figure in agreement with itself, and the fields that this takes. Raises InputError where what is given contradicts itself."""
    if not given.keys() & {"value", "bound", "low", "high"}:
        return figure, given
    if "bound" not in given and "value" not in given:
        bound = "exact" if figure["low"] == figure["high"] else "between" if None not in (figure["low"], figure["high"]) else figure["bound"]
        set_with = {"bound": bound, "value": figure["low"] if bound == "exact" else None if bound == "between" else figure["value"]}
    elif figure["bound"] in ("between", "vague") and figure["value"] is not None and "bound" not in given:
        set_with = {"bound": "exact", "low": figure["value"], "high": figure["value"]}
    elif figure["bound"] == "between":
        set_with = {"value": None}
    elif figure["bound"] != "vague":
        value, bound = figure["value"], figure["bound"]
        set_with = {"low": value if bound in LOWER else None, "high": value if bound in UPPER else None}
    else:
        set_with = {}
    for name, value in set_with.items():
        if name in given and figure[name] not in (value, None):
            raise InputError(f"{name} {figure[name]:g} does not go with {figure['bound']} {figure['value']}", where="correction", mend=RANGE)
    made = {**figure, **set_with}
    if None not in (made["low"], made["high"]) and made["low"] > made["high"]:
        raise InputError(f"low {made['low']:g} is above high {made['high']:g}", where="correction")
    if made["bound"] == "between" and (None in (made["low"], made["high"]) or made["low"] == made["high"]):
        raise InputError("between takes two ends", where="correction", mend=RANGE)
    return made, {**given, **{name: value for name, value in set_with.items() if figure[name] != value}}
