"""Loaded terms and scare quotes, kept as their user's own word (the component `truce_wording`)."""

from trucekeeper.reading.wording.reader import find_wordings, truce_wording

__all__ = ["find_wordings", "truce_wording"]
