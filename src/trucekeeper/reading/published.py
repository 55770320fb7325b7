"""When a report was published, and where it comes from, as its own words say: for documents that nobody gave a date."""

from trucekeeper.reading.times.dateline import dateline_of
from trucekeeper.reading.times.reader import published_range

__all__ = ["dateline_of", "published_range"]
