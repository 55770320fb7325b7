"""Time as reports give it: two ends, both included, either open; never rounded to a day that nobody said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Time:
    """`earliest` and `latest` are ISO dates or date-times, both included, None where open; `text` is the words."""

    earliest: str | None = None
    latest: str | None = None
    approximate: bool = False
    text: str | None = None

    @classmethod
    def on(cls, day: date, text: str | None = None) -> Time:
        return cls(day.isoformat(), day.isoformat(), False, text)

    @classmethod
    def between(cls, first: date, last: date, text: str | None = None, *, approximate: bool = False) -> Time:
        return cls(first.isoformat(), last.isoformat(), approximate, text)

    @classmethod
    def from_range(cls, written: str | None) -> Time | None:
        """From an ISO day, or "first/last" with either side open; None where it is neither."""
        if not written:
            return None
        first, slash, last = written.partition("/")
        try:
            for end in (first, last):
                if end:
                    date.fromisoformat(end[:10])
        except ValueError:
            return None
        return cls(first or None, (last or None) if slash else first)

    @property
    def as_range(self) -> str:
        """The inverse of `from_range`, to the day."""
        first, last = (self.earliest or "")[:10], (self.latest or "")[:10]
        return first if first == last else f"{first}/{last}"

    @property
    def first_day(self) -> date | None:
        return date.fromisoformat(self.earliest[:10]) if self.earliest else None

    @property
    def last_day(self) -> date | None:
        return date.fromisoformat(self.latest[:10]) if self.latest else None

    @property
    def known_day(self) -> date | None:
        """The one day it can only be, or None."""
        return self.first_day if self.earliest and self.latest and self.earliest[:10] == self.latest[:10] else None

    def overlaps(self, other: Time) -> bool:
        """Could both be of one moment? Open ends reach for ever."""
        return not (
            (self.latest and other.earliest and self.latest[:10] < other.earliest[:10])
            or (other.latest and self.earliest and other.latest[:10] < self.earliest[:10])
        )

    def widened(self, days: int) -> Time:
        """The same with both closed ends moved outward."""
        first, last = self.first_day, self.last_day
        return Time((first - timedelta(days)).isoformat() if first else None, (last + timedelta(days)).isoformat() if last else None, True, self.text)


@dataclass(frozen=True, slots=True)
class Timex:
    """TIMEX3's type, value and modifier (ISO-TimeML), e.g. DATE 2025-04 MID, DURATION P15M MORE_THAN."""

    type: TimexType
    value: str
    mod: str | None = None
