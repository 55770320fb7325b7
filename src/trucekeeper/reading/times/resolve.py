"""From an expression to its time and TIMEX3, given what it is reckoned from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from trucekeeper.model.time import Time, Timex, TimexType
from trucekeeper.reading.times.context import Context, base_day
from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.intervals import DAYS, MONTHS, Interval, moved, narrowed, plus_days
from trucekeeper.reading.times.reckoning import interval
from trucekeeper.reading.times.values import clock_text, partial


def resolve(expr: Expr, context: Context, text: str) -> tuple[Time, Timex, Interval | None]:
    """The time of an expression, its TIMEX3, and the days that later expressions can point back to."""
    if expr.kind in {"duration", "set", "ref", "ordinal", "era", "period"}:
        return standing(expr, context, text)
    whole = interval(expr, context)
    kind: TimexType = "TIME" if expr.has_clock or expr.part else "DATE"
    if whole is None:
        return Time(None, None, False, text), Timex(kind, partial(expr), expr.mod), None
    inner = narrowed(whole, expr.position) if expr.position else whole
    approximate = inner.approximate or expr.mod == "APPROX"
    value = whole.value
    if expr.kind == "deictic" and context.anchor is not None and inner.first < context.anchor < inner.last:
        inner = divided(inner, expr.mod, context.anchor)
    earliest, latest = inner.first.isoformat(), inner.last.isoformat()
    if expr.kind == "offset" and (open_end := bounds(expr, context, text)) is not None:
        return Time(*open_end, True, text), Timex(kind, value, expr.mod), whole
    if inner.days == 1 and expr.has_clock:
        earliest = latest = clock_text(expr, inner.first.isoformat(), day_end="23:59:59")
        value = clock_text(expr, inner.first.isoformat(), day_end="24:00")
    elif inner.days == 1 and expr.part:
        value = f"{inner.value}T{expr.part}"
    return Time(earliest, latest, approximate, text), Timex(kind, value, expr.mod), whole


def bounds(expr: Expr, context: Context, text: str) -> tuple[str | None, str | None] | None:
    """ "More than a decade ago" is that long ago or longer, "less than a month ago" lies between."""
    anchor, unit = base_day(expr, context), expr.unit or "D"
    if anchor is None or unit not in {*DAYS, *MONTHS}:
        return None
    day = moved(anchor, unit, (expr.count or 0) * (expr.shift or 0))
    if expr.mod in {"MORE_THAN", "EQUAL_OR_MORE"}:
        return (None, day.isoformat()) if day < anchor else (day.isoformat(), None)
    if text.lower().startswith(("less", "fewer", "not more", "no more")):
        return min(anchor, day).isoformat(), max(anchor, day).isoformat()
    return None


def divided(whole: Interval, mod: str | None, anchor: date) -> Interval:
    """ "Earlier this month" ends with the day of telling, "later this month" begins there."""
    if mod == "BEFORE":
        return replace(whole, last=anchor)
    return replace(whole, first=anchor) if mod == "AFTER" else whole


def standing(expr: Expr, context: Context, text: str) -> tuple[Time, Timex, Interval | None]:
    """Those whose TIMEX3 value does not hang on an anchor."""
    blank = Time(None, None, False, text)
    if expr.kind == "ordinal":
        return blank, Timex("DATE", "XXXX-XX-XX", expr.mod), None
    value = expr.value or ""
    if expr.kind == "set":
        return blank, Timex("SET", value), None
    if expr.kind == "era":
        first, _, last = value.partition("/")
        return Time(f"{first}-01-01", f"{last}-12-31", True, text), Timex("DATE", first[:3] if first[:3] == last[:3] else f"{first}/{last}"), None
    if expr.kind == "ref":
        return referred(expr, context, text), Timex("DATE", value), None
    if expr.kind == "period":
        return period(expr, context, text), Timex("DURATION", value, expr.mod), None
    return blank, Timex("DURATION", value, expr.mod), None


def referred(expr: Expr, context: Context, text: str) -> Time:
    """Now is the day of telling; the past ends and the future begins there."""
    today = context.anchor.isoformat() if context.anchor else None
    if expr.value == "PAST_REF":
        return Time(None, today, True, text)
    if expr.value == "FUTURE_REF":
        return Time(today, None, True, text)
    return Time(today, today, False, text) if expr.value == "PRESENT_REF" else Time(None, None, False, text)


def period(expr: Expr, context: Context, text: str) -> Time:
    anchor = base_day(expr, context)
    if expr.parent is not None and (whole := interval(expr.parent, context)) is not None and expr.unit and expr.count:
        if expr.shift and expr.shift > 0:
            return Time.between(whole.first, plus_days(moved(whole.first, expr.unit, expr.count), -1), text)
        return Time.between(moved(plus_days(whole.last, 1), expr.unit, -expr.count), whole.last, text)
    if anchor is None or expr.count is None or expr.unit is None:
        return Time(None, None, False, text)
    hours = {"TH": 24.0, "TM": 1440.0, "TS": 86400.0}.get(expr.unit)
    other = plus_days(anchor, (expr.shift or 0) * -(-int(expr.count) // int(hours))) if hours else moved(anchor, expr.unit, expr.count * (expr.shift or 0))
    first, last = sorted((anchor, other))
    return Time.between(first, last, text, approximate=expr.mod is not None)
