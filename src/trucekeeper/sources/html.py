"""HTML pages: the report without the page around it, and what the page says of its date, title, outlet and address."""

from __future__ import annotations

import re

from trucekeeper.model.errors import SourceError
from trucekeeper.sources.dates import iso_day
from trucekeeper.sources.decode import decoded
from trucekeeper.sources.origin import Origin

CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
LOOKS_LIKE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
LAST_DAY = "2199-12-31"  # the library would take today's: a document must read alike on every day


def from_html(data: bytes, where: str) -> tuple[str, Origin]:
    """Raises SourceError for a page in which no report is found."""
    import trafilatura
    from trafilatura.settings import Document as Page

    declared = CHARSET.search(data[:4096])
    page = decoded(data, where=where, declared=declared[1].decode("ascii", "replace") if declared else None)
    found = trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        # only dates that the page states of itself: a date somewhere in the text is not when it was published
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": LAST_DAY},
    )
    if not isinstance(found, Page) or not found.text:
        raise SourceError("no report found in this page", where=where, mend="Save the page after it has loaded, or give the report's text.")
    return found.text, Origin(published=_day(found.date), outlet=found.sitename or None, title=found.title or None, url=found.url or None)


def looks_like_html(text: str) -> bool:
    return LOOKS_LIKE.match(text[:4096]) is not None


def _day(value: str | None) -> str | None:
    try:
        return iso_day(value) if value else None
    except ValueError:
        return None
