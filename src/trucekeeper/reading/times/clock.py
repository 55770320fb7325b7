"""Hours: "at 9 p.m.", "from 9 to 11 a.m.", "0700 GMT"."""

from __future__ import annotations

from typing import Any

from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import Found


def clock(found: Found) -> Expr | None:
    made = clock_part(found, "clk1")
    return Expr(kind="calendar", **made) if made is not None else None


def lone_hour(found: Found) -> Expr | None:
    """The first of two hours that share their half of the day: "from 9 to 11 a.m."."""
    made = clock_part(found, "clk1")
    if made is None or made["hour"] > 12 or found.kind_at(found.first - 1) not in {"from", "to", "at", "line", "comma", "on", "weekday", "other", "mark"}:
        return None
    return Expr(kind="calendar", **{**made, "hour": made["hour"] % 12 + found.worth("half")})


def clock_part(found: Found, name: str) -> dict[str, Any] | None:
    """Hour, minute, second and zone of a clock expression."""
    first, end = found.match.span(name)
    codes = found.codes
    made: dict[str, Any] = {}
    zones: set[int] = set()
    kind = found.kind(name)
    if kind == "clock":
        pieces = [int(p) for p in codes.word(first).replace(".", ":").split(":")]
        made = {"hour": pieces[0], "minute": pieces[1], **({"second": pieces[2]} if len(pieces) > 2 else {})}
    elif kind in {"hhmm", "year"}:
        made = {"hour": int(codes.worths[first]) // 100, "minute": int(codes.worths[first]) % 100}
    else:
        made = {"hour": int(codes.worths[first])}
    if made["hour"] > 24 or made.get("minute", 0) > 59:
        return None
    for i in range(first + 1, end):
        what = found.kind_at(i)
        if what == "meridiem":
            made["hour"] = made["hour"] % 12 + codes.worths[i]
        elif what == "part" and codes.worths[i] != "MO" and made["hour"] < 12:
            made["hour"] += 12
        elif what == "noon":  # "12:00 noon", "12 midnight": the name of the hour says which of the two twelves it is
            if made["hour"] % 12:
                return None
            made["hour"] = int(codes.worths[i])
        elif what == "zone":
            zones.add(int(codes.worths[i]))
        elif what == "other" and codes.word(i).islower():
            return None
    return made | ({"zone": zones.pop()} if len(zones) == 1 else {})  # of "(IST/EET)" it is not told which IST is meant
