"""What an expression says by itself, as TIMEX3 writes it: the hour, and X for what is not known."""

from __future__ import annotations

from trucekeeper.reading.times.expressions import Expr


def clock_text(expr: Expr, day: str, *, day_end: str) -> str:
    """Day, hour and zone in ISO form; `day_end` is what midnight at the end of a day is written as."""
    hour, minute = expr.hour or 0, expr.minute or 0
    clock = day_end if hour == 24 else f"{hour:02}:{minute:02}" + (f":{expr.second:02}" if expr.second else "")
    if expr.zone is None:
        return f"{day}T{clock}"
    sign = "-" if expr.zone < 0 else "+"
    return f"{day}T{clock}" + ("Z" if expr.zone == 0 else f"{sign}{abs(expr.zone) // 60:02}:{abs(expr.zone) % 60:02}")


def partial(expr: Expr) -> str:
    """The TIMEX3 value with X for what is not known."""
    part = f"T{expr.part}" if expr.part else clock_text(expr, "", day_end="24:00") if expr.has_clock else ""
    if expr.month is not None:
        year = f"{expr.year:04}" if expr.year else "XXXX"
        return f"{year}-{expr.month:02}" + (f"-{expr.day:02}" if expr.day else "") + part
    if expr.weekday is not None:
        return f"XXXX-WXX-{expr.weekday}{part}"
    if expr.season or expr.quarter or expr.half:
        return f"XXXX-{expr.season or (f'Q{expr.quarter}' if expr.quarter else f'H{expr.half}')}"
    if expr.unit == "D" or expr.has_clock or expr.kind == "feast":
        return "XXXX-XX-XX" + part
    return {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(expr.unit or "", "XXXX")
