"""Acronyms of several parts: with a faction's in brackets ("ABCD (EF)", "ABC/D(EF)"), or with hyphens between them ("ABC-DEF-GHI")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from trucekeeper.reading.actors.identity import acronym_of, spelt_with_hyphen
from trucekeeper.reading.actors.lexicon import surfaces
from trucekeeper.reading.actors.names import ORG, Name
from trucekeeper.reading.actors.role_nouns import role_words
from trucekeeper.reading.layers import text_of

BRACKETED = re.compile(r"[A-Z]{3,}(?:/[A-Z]{1,4})?( ?)\((\w+)\)")  # "ABC (EF)", "ABC/D(EF)"
CHAIN = re.compile(r"\b[A-Z]{2,}(?:-[A-Z]{2,}){2,}\b")


def factions(doc: Doc) -> Iterator[Name]:
    """Acronyms with that of a faction in brackets: with no blank before it ("ABC/D(EF)"), or written so again or with a hyphen ("ABCD (EF)")."""
    text = text_of(doc)
    found = [(m, span) for m in BRACKETED.finditer(text) if is_faction(m[2]) and (span := doc.char_span(*m.span())) is not None]
    times = Counter(spelt_with_hyphen(m[0]) for m, _ in found)
    for match, span in found:
        short = spelt_with_hyphen(match[0])
        if not match[1] or times[short] > 1 or short in text:
            yield Name(span.start, span.end, ORG, acronym_of(short))


def chains(doc: Doc) -> Iterator[Name]:
    """Three acronyms or more with hyphens between them ("QPP-QNA-QDF"), unless all are known ones."""
    for match in CHAIN.finditer(text_of(doc)):
        span = doc.char_span(*match.span())
        if span is not None and not all(part in surfaces() for part in match[0].split("-")):
            yield Name(span.start, span.end, ORG, acronym_of(match[0]))


def is_faction(inner: str) -> bool:
    """May a word in brackets be a faction's?"""
    return inner.isalpha() and (inner.istitle() or inner.isupper()) and inner not in surfaces() and inner.lower() not in role_words().grammar.never
