"""Which tellings of one voice make up its sum: the newest count of all so far, and what is told of later rounds or days, each by its newest telling."""

from __future__ import annotations

from collections.abc import Sequence

from trucekeeper.model.ledger import Entry


def counting_once(entries: Sequence[Entry]) -> tuple[list[Entry], Entry | None]:
    """The entries to add up, in order of days, and the one of them that counts all so far."""
    newest = max((e for e in entries if e.total and e.value is not None), key=lambda e: (day_of(e), e.value or 0, e.claims), default=None)
    after = day_of(newest) if newest is not None else ""
    rounds: dict[object, Entry] = {}
    for entry in sorted((e for e in entries if not e.total), key=lambda e: (said_of(e), e.value or 0, e.claims)):
        if entry.value is not None and (newest is None or day_of(entry) > after):
            rounds[entry.round if entry.round is not None else day_of(entry)] = entry
    later = sorted(rounds.values(), key=lambda e: (day_of(e), e.claims))
    return [*([newest] if newest is not None else []), *later], newest


def sum_words(counted: Sequence[Entry], newest: Entry | None) -> str:
    """The sum, term by term."""
    return " + ".join(f"{e.value:,g} {place_of(e, newest)}" for e in counted) or "nothing"


def earlier_words(earlier: Sequence[Entry]) -> str:
    """What was told before and counts no more, oldest first; "" for nothing."""
    told = sorted({(day_of(e), f"{e.value or 0:g} {place_of(e, e if e.total else None)}") for e in earlier})
    return f"; told before: {', '.join(words for _, words in told)}" if told else ""


def place_of(entry: Entry, newest: Entry | None) -> str:
    if entry is newest:
        return f"in all by {day_of(entry)}"
    if entry.round is not None:
        return f"in round {entry.round}"
    return f"{'on' if entry.when and entry.when.earliest else 'by'} {day_of(entry)}"


def said_of(entry: Entry) -> str:
    return (entry.said.latest or "")[:10] if entry.said else ""


def day_of(entry: Entry) -> str:
    """When it is said to have been done, or else when it was said."""
    when = entry.when.latest if entry.when and entry.when.latest else None
    return when[:10] if when else said_of(entry)
