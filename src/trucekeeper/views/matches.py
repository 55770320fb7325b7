"""The matches of an agreement's lines as a page: what was held against what, why, and what a person decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trucekeeper.model.agreement import Agreement
from trucekeeper.model.document import Document
from trucekeeper.model.matches import Match
from trucekeeper.views.cite import Cite
from trucekeeper.views.state import UNNAMED
from trucekeeper.weighing.words import said_words, time_words

ORDER = ("proposed", "matched", "confirmed", "refused")


@dataclass(frozen=True, slots=True)
class MatchRow:
    """One match; `claim` is what `truce judge` takes, `tells` the state that the words tell of the line."""

    line: str
    act: str
    certainty: str
    claim: str
    tells: str
    by: str
    when: str
    words: str
    reason: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class MatchPage:
    name: str
    rows: tuple[MatchRow, ...]
    counts: tuple[tuple[str, int], ...]
    cites: tuple[Cite, ...]


def build(agreement: Agreement, found: Iterable[Match], documents: Mapping[str, Document]) -> MatchPage:
    """What is proposed comes first, and of that what tells a state before what only touches a line; then by line and time."""
    acts = {t.id: t.act for t in agreement.terms}
    places = {key: n for n, key in enumerate(acts)}
    held = sorted(
        found, key=lambda m: (ORDER.index(m.certainty), m.state is None, places.get(m.line, len(places)), (m.said.latest or "" if m.said else ""), m.claims)
    )
    rows = tuple(row_of(m, acts.get(m.line, ""), documents) for m in held)
    counts = tuple((c, sum(m.certainty == c for m in held)) for c in ORDER)
    return MatchPage(agreement.name, rows, counts, tuple(dict.fromkeys(c for r in rows for c in r.cites)))


def row_of(match: Match, act: str, documents: Mapping[str, Document]) -> MatchRow:
    cites = tuple(Cite(b.claim, b.document, b.start, b.end, b.exact) for b in match.basis[:1] if b.claim and b.document in documents)
    by = UNNAMED.get(match.by.name, match.by.label) if match.by is not None else "the report"
    when = time_words(match.when) if match.when else said_words(match.said) if match.said else "not dated"
    decided = f"; by {match.decided}" if match.decided else ""
    return MatchRow(match.line, act, match.certainty, match.claims[0], match.state or "only touches it", by, when, match.words, match.reason + decided, cites)
