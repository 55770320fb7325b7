"""A time expression as understood, before it is known what it is reckoned from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ExprKind = Literal["calendar", "deictic", "offset", "period", "duration", "set", "ref", "feast", "anaphor", "ordinal", "era"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expr:
    """One expression.

    calendar: year, month, day, weekday, quarter, half, season, decade (`year` with `unit` "DE") as far as they were written
    deictic:  the unit (or weekday, month, season, feast) `shift` units from the anchor: last week, this morning, next Monday
    offset:   `count` units from the anchor or from the time before in the text: two weeks ago, a day earlier
    period:   `count` units up to, or on from, the anchor: the past four days
    duration, set, ref: `value` is ready
    anaphor:  "that day", "the same month": the time before in the text, as wide as `unit`
    ordinal:  "the 16th day": a time that only an event elsewhere can place
    """

    kind: ExprKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    unit: str | None = None
    count: float | None = None
    shift: int | None = None
    before_in_text: bool = False  # reckoned from the time before it in the text, not from the publication
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: int | None = None
    position: str | None = None  # START, MID, END; FIRST and LAST are narrower
    mod: str | None = None
    value: str | None = None
    feast: int | None = None
    exact: str | None = None  # the unit as wide as which an offset is meant: "forty years ago today", "a year ago this week"
    nth: int | None = None  # the nth unit of `parent`: the first week of March; -1 the last
    parent: Expr | None = None

    @property
    def has_clock(self) -> bool:
        return self.hour is not None
