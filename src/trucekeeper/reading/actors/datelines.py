"""Datelines: the place, and no somebody, that opens a report's paragraph ("PORT LOUIS, May 3 (Agency) - …")."""

from __future__ import annotations

import re

from spacy.tokens import Doc

WORD = r"(?:[A-Z][A-Z.’'\-]+|[A-Z][a-z]+[A-Z][A-Z]+)"  # "McMURDO" too
DATELINE = re.compile(
    rf"^[ \t]*(?P<place>{WORD}(?:[ /]{WORD}){{0,4}})"
    r"(?P<more>(?:,[ ]?[^\n()]{1,40}?)?)"
    r"[ ]?(?:\([^()\n]{1,40}\)[ ]?[-–—:]*|[-–—]+)[ ]",
    re.MULTILINE,
)


def dateline_words(doc: Doc) -> frozenset[int]:
    """The tokens of the towns in capitals that datelines open with; acronyms alone before a bracket are none ("MILF (the group) …")."""
    found: set[int] = set()
    for match in DATELINE.finditer(doc.text):
        dash = match.group().rstrip()[-1:] in "-–—:"
        if not dash and not match["more"]:
            continue
        span = doc.char_span(*match.span("place"), alignment_mode="contract")
        found.update(range(span.start, span.end) if span is not None else ())
    return frozenset(found)
