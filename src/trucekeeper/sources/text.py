"""Plain text: stored as it is; its date is that of its date line, if it has one."""

from __future__ import annotations

from trucekeeper.sources.dates import date_line
from trucekeeper.sources.decode import decoded
from trucekeeper.sources.html import from_html, looks_like_html
from trucekeeper.sources.origin import Origin


def from_text(data: bytes, where: str) -> tuple[str, Origin]:
    """Raises SourceError for binary data."""
    text = decoded(data, where=where)
    return text, Origin(published=date_line(text))


def from_unknown(data: bytes, where: str) -> tuple[str, Origin]:
    """For a name that tells nothing: a page if it begins like one, otherwise text."""
    text = decoded(data, where=where)
    return from_html(data, where) if looks_like_html(text) else (text, Origin(published=date_line(text)))
