"""`knowledge/agreement_texts.toml`: how texts of agreements are laid out and worded, checked when it is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from trucekeeper.knowledge import table
from trucekeeper.model.shaped import Pattern, shaped

FILE = "agreement_texts"


@dataclass(frozen=True, slots=True)
class Recitals:
    headings: Pattern
    before: Pattern
    openers: Pattern
    stems: Pattern
    binds: Pattern
    first_heading: Pattern


@dataclass(frozen=True, slots=True)
class Signing:
    cues: Pattern
    together: Pattern
    adverbs: Pattern
    verbs: Pattern
    openers: Pattern
    titles: Pattern
    sides: Pattern
    itself: Pattern
    signed: Pattern
    witnessed: Pattern


@dataclass(frozen=True, slots=True)
class PhaseWords:
    begins: Pattern
    starting: Pattern
    declared: Pattern
    runs: Pattern
    lengths: Pattern
    leads: Pattern
    spans: Pattern


@dataclass(frozen=True, slots=True)
class Texts:
    recitals: Recitals
    signatories: Signing
    phases: PhaseWords


def checked(content: object) -> Texts:
    """Raises KnowledgeError for an unknown key or a pattern that is none."""
    return shaped(Texts, content, f"{FILE}.toml")


@cache
def texts() -> Texts:
    return checked(table(FILE))
