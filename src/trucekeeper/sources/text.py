"""Plain text: stored as it is; what its head says of where it comes from is taken from there: a date line, also behind the outlet's name, and a line
"Outlet: …" or "Source: …", or the outlet's name alone between the title and the day; the line above them is the title."""

from __future__ import annotations

import re
from typing import NamedTuple

from trucekeeper.sources.dates import LINES_READ, date_line, is_day, name_before_date
from trucekeeper.sources.decode import decoded
from trucekeeper.sources.html import from_html, looks_like_html
from trucekeeper.sources.origin import Origin
from trucekeeper.sources.outlets import is_masthead, is_outlet

LONGEST_TITLE = 200  # characters of a first line above the lines that tell outlet and day
OUTLET_LINE = re.compile(r"(?:outlet|source):\s*(?P<outlet>[^\W_][^:/]{0,58}[^\W_]\)?)", re.IGNORECASE)

MASTHEAD = re.compile(r"\s*(?P<title>\S.*)\n[ \t]*(?P<outlet>[^\W_a-z].{1,58}[^\W_]\)?)[ \t]*\n[ \t]*(?P<day>\S.*)")


class OutletLine(NamedTuple):
    """The outlet, and where in the text the line that names it stands, in code points [start, end)."""

    outlet: str
    start: int
    end: int


def outlet_line(text: str) -> OutletLine | None:
    """The line near the top that names the outlet: told of the text, and nothing that the text tells."""
    at = len(text) - len(text.lstrip())
    for line in text[at : at + LINES_READ * 400].splitlines(keepends=True)[:LINES_READ]:
        found = OUTLET_LINE.fullmatch(text, at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
        if found is not None:
            return OutletLine(found["outlet"], *found.span())
        at += len(line)
    return masthead(text)


def masthead(text: str) -> OutletLine | None:
    """The second line, where it is a name that may be an outlet's and stands between the title and a day."""
    found = MASTHEAD.match(text)
    if found is None or not is_masthead(found["outlet"]) or not is_day(found["day"]) or is_day(found["title"]):
        return None
    return OutletLine(found["outlet"], *found.span("outlet"))


def opening(text: str) -> str:
    """The first line that tells neither outlet nor day; empty where there is none near the top."""
    lines = (line.strip() for line in text.lstrip()[: LINES_READ * 400].splitlines()[:LINES_READ])
    return next((line for line in lines if line and not outlet_line(line) and not date_line(line)), "")


def head(text: str) -> Origin:
    """What the first lines of a text say of its day and outlet."""
    named = outlet_line(text)
    outlet = named.outlet if named is not None else None
    first, _, rest = text.lstrip().partition("\n")
    title = first.strip() if len(first) < LONGEST_TITLE and (named or date_line(rest)) and not (outlet_line(first) or date_line(first)) else None
    name = name_before_date(text) if outlet is None else None
    return Origin(published=date_line(text), outlet=name if name is not None and is_outlet(name) else outlet, title=title)


def from_text(data: bytes, where: str) -> tuple[str, Origin]:
    """Raises SourceError for binary data."""
    text = decoded(data, where=where)
    return text, head(text)


def from_unknown(data: bytes, where: str) -> tuple[str, Origin]:
    """For a name that tells nothing: a page if it begins like one, otherwise text."""
    text = decoded(data, where=where)
    return from_html(data, where) if looks_like_html(text) else (text, head(text))
