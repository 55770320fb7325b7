"""Tellings that only touch a line. In a large record they are most of what bears on an agreement, and few of them are ever shown: each stays text until
somebody asks for more than its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from trucekeeper.model.matches import Match

Row = tuple[str, str | None, str, str | None, str | None, str]  # the fields of a touch, its match as JSON


@dataclass(frozen=True, slots=True)
class Touch:
    """A telling that touches a line: whose (`voice`, None for the report's own), in what words; `said` is the last day (ISO) on which it was said, `first` the
    first one that it is told of. `whole` makes the match."""

    line: str
    voice: str | None
    words: str
    said: str | None
    first: str | None
    whole: Callable[[], Match]

    @classmethod
    def of(cls, match: Match) -> Touch:
        return cls(match.line, *light(match), lambda: match)

    def known_on(self, on: str) -> bool:
        """Said by the day (ISO), and not told only of a later one."""
        return (self.said is None or self.said <= on) and (self.first is None or self.first <= on)


def light(match: Match) -> tuple[str | None, str, str | None, str | None]:
    """Voice, words, the last day of saying and the first day of what is told."""
    said = match.said.latest[:10] if match.said is not None and match.said.latest else None
    first = match.when.first_day if match.when is not None else None
    return match.by.label if match.by is not None else None, match.words, said, iso(first)


def iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
