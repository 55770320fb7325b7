"""When the record learnt something: date-times in UTC that sort as strings."""

from __future__ import annotations

from datetime import UTC, datetime

from trucekeeper.model.errors import UsageError

AFTER_ALL = "~"  # sorts behind every digit and letter of a date-time that begins alike


def moment(value: str) -> str:
    """An ISO date or date-time as "2025-03-09T08:00:00Z"; a date alone is its beginning, a time without a zone is taken as UTC. Raises UsageError."""
    try:
        told = datetime.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"not an ISO date or date-time: {value!r}", mend="Write it as 2025-03-09.") from error
    return (told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")


def end_of(value: str) -> str:
    """What lies behind all moments of an ISO date (the whole day counts) or up to a date-time. Raises UsageError."""
    told = moment(value)
    return (told[:10] if len(value) <= 10 else told) + AFTER_ALL
