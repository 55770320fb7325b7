"""What an expression of time is reckoned from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.intervals import Interval


@dataclass(slots=True)
class Context:
    """What an expression is reckoned from: the publication's day, the last day and stretch in the text, the tense, the years that the text gives."""

    anchor: date | None
    direction: int = 0
    day_before: date | None = None
    day_near: date | None = None  # the same, while it is near enough for an hour to belong to it
    stretch_before: Interval | None = None
    years: dict[tuple[int, int], int] = field(default_factory=dict)  # (month, day) to the year that the text gives it; day 0 for a month
    cued: dict[tuple[int, int], int] = field(default_factory=dict)  # the same from knowledge, for days known by their date
    story: date | None = None  # the date before it in the same paragraph that had its year
    day_end: int = 0  # where that day stands
    story_end: int = 0  # where that stands


def base_day(expr: Expr, context: Context) -> date | None:
    """The day that an expression counts from."""
    if not expr.before_in_text:
        return context.anchor
    if expr.unit in {"D", "TH", "TM"} or context.stretch_before is None:
        near = context.day_before if expr.kind in {"anaphor", "deictic"} else context.day_near
        return near or (None if is_ahead(expr) else context.anchor)
    return context.stretch_before.first


def is_ahead(expr: Expr) -> bool:
    """ "The following day", "two weeks later": from the publication it would be a day that the report cannot tell of."""
    return expr.kind in {"deictic", "offset"} and (expr.shift or 0) > 0 and expr.unit not in {"TH", "TM", "TS"}
