"""Datelines: the place, and no somebody, that opens a report's paragraph ("PORT LOUIS, May 3 (Agency) - …")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from trucekeeper.reading.actors.lexicon import surfaces
from trucekeeper.reading.gazetteer.places import lookup
from trucekeeper.reading.layers import text_of

UPPER = "A-ZÀ-ÖØ-Þ"
WORD = rf"(?:[{UPPER}][{UPPER}.’'\-]+|[A-Z][a-z]+[A-Z][A-Z]+)"  # "McMURDO" too
DATELINE = re.compile(
    rf"^[ \t]*(?P<place>{WORD}(?:[ /]{WORD}){{0,4}})"
    r"(?P<more>(?:,[ ]?[^\n()]{1,40}?)?)"
    r"(?:[ ]?(?:\([^()\n]{1,40}\)[ ]?[-–—:]*|[-–—]+)[ ]|—(?=[“\"A-Z])|[ ]?/[A-Za-z-]{2,12}/\.?[ ])",
    re.MULTILINE,
)
HEAD = re.compile(rf"\s*(?P<place>{WORD}(?:[ /]{WORD}){{0,3}})(?:, [^\n:]{{1,30}})?:[ ]")

# a town, then a colon or a dash ("Cairo: Talks …", "Cairo - Talks …", "Baku [Azerbaijan], May 1 (ANI): …"), or a town in capitals and no mark at
# all ("JUBA South Sudan's …")
LOOSE = re.compile(
    r"^[ \t]*(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?: \[[^\]\n]{2,30}\])?(?:, [A-Z][a-z]+ \d{1,2})?"
    r"(?: ?\([^()\n]{2,30}\))?(?: ?:| [-–—])[ ](?=[\"“A-Z])"
    rf"|^[ \t]*(?P<capitals>[A-Z][A-Z.’'\-]{{3,}}(?: {WORD}){{0,2}})[ ](?=[A-Z][a-z])",
    re.MULTILINE,
)
LARGE = 5.7  # standing (about half a million people) of a town whose bare name before a colon is not taken for a person's


def after_datelines(doc: Doc) -> frozenset[int]:
    """The first token behind each dateline."""
    found: set[int] = set()
    for match in _datelines(doc):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        end = span.end if span is not None else len(doc)
        while end < len(doc) and (doc[end].is_space or (doc[end].is_punct and not doc[end].is_quote)):
            end += 1
        found.update({end} if end < len(doc) else ())
    return frozenset(found)


def _with_colon(doc: Doc) -> re.Match[str] | None:
    """A place in capitals and a colon at the head of the text ("PORT LOUIS: The …")."""
    match = HEAD.match(text_of(doc))
    return match if match is not None and lookup(match["place"].title()) else None


def _towns(doc: Doc) -> Iterator[re.Match[str]]:
    """Datelines that only their being a town's name tells."""
    for match in LOOSE.finditer(text_of(doc)):
        place = match["place"] or match["capitals"]
        bare = match["place"] is not None and match.group().rstrip(": -–—") == place
        if match["capitals"] and place in surfaces():  # "NATO Secretary-General …"
            continue
        turn = match["place"] is not None and place.isupper()  # "SMITH: …" is somebody's turn, but for a great city's name
        if any(c.type == "city" and (c.standing >= LARGE if turn else c.curated or not bare or c.standing >= LARGE) for c in lookup(place.title())):
            yield match


def _datelines(doc: Doc) -> Iterator[re.Match[str]]:
    yield from _towns(doc)
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
        named = "place" if match["place"] else "capitals"
        span = doc.char_span(*match.span(named), alignment_mode="contract")
        found.update(range(span.start, span.end) if span is not None else ())
    return frozenset(found)
