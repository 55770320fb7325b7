"""Plain text: stored as it is; what its head says of where it comes from is taken from there: a date line, also behind the outlet's name, and a line
"Outlet: …" or "Source: …"."""

from __future__ import annotations

import re

from trucekeeper.sources.dates import LINES_READ, date_line, name_before_date
from trucekeeper.sources.decode import decoded
from trucekeeper.sources.html import from_html, looks_like_html
from trucekeeper.sources.origin import Origin
from trucekeeper.sources.outlets import is_outlet

OUTLET_LINE = re.compile(r"(?:outlet|source):\s*(?P<outlet>[^\W_][^:/]{0,58}[^\W_]\)?)", re.IGNORECASE)


def head(text: str) -> Origin:
    """What the first lines of a text say of its day and outlet."""
    lines = (line.strip() for line in text.lstrip()[: LINES_READ * 400].splitlines()[:LINES_READ])
    outlet = next((m["outlet"] for line in lines if (m := OUTLET_LINE.fullmatch(line))), None)
    name = name_before_date(text) if outlet is None else None
    return Origin(published=date_line(text), outlet=name if name is not None and is_outlet(name) else outlet)


def from_text(data: bytes, where: str) -> tuple[str, Origin]:
    """Raises SourceError for binary data."""
    text = decoded(data, where=where)
    return text, head(text)


def from_unknown(data: bytes, where: str) -> tuple[str, Origin]:
    """For a name that tells nothing: a page if it begins like one, otherwise text."""
    text = decoded(data, where=where)
    return from_html(data, where) if looks_like_html(text) else (text, head(text))
