"""What a page says of a record that is too large to be weighed as a whole: how much of it was, and how to see the rest."""

from __future__ import annotations

from trucekeeper.weighing.weighed import Extent
from trucekeeper.weighing.words import count_words, day_words


def left_out(extent: Extent, *, chosen: str, more: str) -> str:
    """A sentence, empty where nothing is left out. `chosen` says which reports were taken, `more` how to see others."""
    if extent.whole:
        return ""
    since = f", back to {day_words(extent.since)}," if extent.since else ""
    return f"Drawn from {count_words(extent.reports, 'report')} ({chosen}){since} of the record’s {extent.documents:,} documents. {more}"
