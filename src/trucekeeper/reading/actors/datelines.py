"""Datelines: the place, and no somebody, that opens a report's paragraph ("PORT LOUIS, May 3 (Agency) - …")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from trucekeeper.reading.layers import text_of
from trucekeeper.reading.places.gazetteer import lookup

UPPER = "A-ZÀ-ÖØ-Þ"
WORD = rf"(?:[{UPPER}][{UPPER}.’'\-]+|[A-Z][a-z]+[A-Z][A-Z]+)"  # "McMURDO" too
DATELINE = re.compile(
    rf"^[ \t]*(?P<place>{WORD}(?:[ /]{WORD}){{0,4}})"
    r"(?P<more>(?:,[ ]?[^\n()]{1,40}?)?)"
    r"[ ]?(?:\([^()\n]{1,40}\)[ ]?[-–—:]*|[-–—]+)[ ]",
    re.MULTILINE,
)
HEAD = re.compile(rf"\s*(?P<place>{WORD}(?:[ /]{WORD}){{0,3}})(?:, [^\n:]{{1,30}})?:[ ]")


def after_datelines(doc: Doc) -> frozenset[int]:
    """The first token behind each dateline."""
    found: set[int] = set()
    for match in _datelines(doc):
        span = doc.char_span(match.start("place"), match.end(), alignment_mode="expand")
        end = span.end if span is not None else len(doc)
        while end < len(doc) and (doc[end].is_space or (doc[end].is_punct and not doc[end].is_quote)):
            end += 1
        found.update({end} if end < len(doc) else ())
    return frozenset(found)


def _with_colon(doc: Doc) -> re.Match[str] | None:
    """A place in capitals and a colon at the head of the text ("PORT LOUIS: The …")."""
    match = HEAD.match(text_of(doc))
    return match if match is not None and lookup(match["place"].title()) else None


def _datelines(doc: Doc) -> Iterator[re.Match[str]]:
    head = _with_colon(doc)
    if head is not None:
        yield head
    for match in DATELINE.finditer(text_of(doc)):
        dash = match.group().rstrip()[-1:] in "-–—:"
        if dash or match["more"]:
            yield match


def dateline_words(doc: Doc) -> frozenset[int]:
    """The tokens of the towns in capitals that datelines open with; acronyms alone before a bracket are none ("MILF (the group) …")."""
    found: set[int] = set()
    for match in _datelines(doc):
        span = doc.char_span(*match.span("place"), alignment_mode="contract")
        found.update(range(span.start, span.end) if span is not None else ())
    return frozenset(found)
