"""What the page of news is made of: rows that say what is new, whose word it is and of what day, in sections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trucekeeper.model.claims import Claim
from trucekeeper.views.cite import Cite, cite_of, whose
from trucekeeper.views.shortened import shortened
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import day_words, time_words

VOICES = 3  # named for one row
QUOTES = ' ,"“”'


@dataclass(frozen=True, slots=True)
class NewsRow:
    """`label` says in a word or two what it is, `by` whose word, in which report and of what day; `detail` are further sentences."""

    label: str
    text: str
    by: str
    detail: tuple[str, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class NewsSection:
    key: str
    title: str
    rows: tuple[NewsRow, ...]


def row_of(known: Weighed, label: str, text: str, claims: Iterable[Claim], *detail: str) -> NewsRow:
    """A row on some claims, with whose word they are."""
    held = list(claims)
    return NewsRow(label, text, told(known, held), detail, cites_of(known, held))


def quoted(text: str, width: int = 140) -> str:
    """Words in quotation marks, without those that they bring along."""
    return f"“{shortened(text.strip(QUOTES), width)}”"


def told(known: Weighed, claims: Iterable[Claim]) -> str:
    """Whose word some claims are, each voice once, with the day of its report."""
    lines = list(dict.fromkeys(f"{whose(c, known.document_of(c)).text}, {published(known, c)}" for c in claims))
    more = f"; and {len(lines) - VOICES} more" if len(lines) > VOICES else ""
    return "; ".join(lines[:VOICES]) + more


def published(known: Weighed, claim: Claim) -> str:
    """The day of a claim's report in words; where it was not given, what the text allows."""
    document = known.document_of(claim)
    if document is None:
        return "date not given"
    return day_words(document.published) if document.published else time_words(document.published_range, unknown="date not given")


def cites_of(known: Weighed, claims: Iterable[Claim]) -> tuple[Cite, ...]:
    """The words of claims whose documents are at hand, each once."""
    return tuple(dict.fromkeys(cite_of(c) for c in claims if c.document in known.documents))
