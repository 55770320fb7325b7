"""Tellings that only touch a line. In a large record they are most of what bears on an agreement, and few of them are ever shown: each stays a plain row,
and its match text, until somebody asks for it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from trucekeeper.model.matches import Match

# line, whose it is (None: the report's own voice), words, the last day (ISO) on which it was said, the first one that it is told of, the match or its JSON
Touch = tuple[str, str | None, str, str | None, str | None, Match | str]
Row = tuple[str, str | None, str, str | None, str | None, str]  # one as it is kept


def touch_of(match: Match) -> Touch:
    return (*light(match), match)


def row_of(match: Match) -> Row:
    made: bytes = _adapter().dump_json(match, exclude_none=True, exclude_defaults=True)
    return (*light(match), made.decode())


def light(match: Match) -> tuple[str, str | None, str, str | None, str | None]:
    said = match.said.latest[:10] if match.said is not None and match.said.latest else None
    return match.line, match.by.label if match.by is not None else None, match.words, said, iso(match.when.first_day if match.when is not None else None)


def iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def whole(touch: Touch) -> Match:
    """The match of a touch."""
    kept = touch[5]
    if isinstance(kept, Match):
        return kept
    made: Match = _adapter().validate_json(kept)
    return made


def known_on(touch: Touch, on: str) -> bool:
    """Said by the day (ISO), and not told only of a later one."""
    _, _, _, said, first, _ = touch
    return (said is None or said <= on) and (first is None or first <= on)


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Match)
