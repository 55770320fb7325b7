"""Which drafts stand: one reading of the same words, inner ones only where somebody else speaks, and sources that a clause inherits."""

from __future__ import annotations

from trucekeeper.reading.statements.drafts import Draft, shared
from trucekeeper.reading.statements.page import Page

SAYING = frozenset({"clause", "quote", "phrase"})


def settle(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Drafts in text order: doubles dropped, missing sources inherited, nested ones sifted."""
    kept: list[Draft] = []
    for draft in drafts:
        _to_quote_end(page, draft)
    for draft in sorted(drafts, key=lambda d: (-d.rank, d.head)):
        if all(not _same(draft, other) for other in kept):
            kept.append(draft)
    kept.sort(key=lambda d: (d.head, -d.rank))
    _inherit(page, kept)
    return _outermost(kept)


def _to_quote_end(page: Page, draft: Draft) -> None:
    """Reported words that end inside a quotation go on to its end, over sentences."""
    start, end = draft.content[-1]
    at = page.quote_of[end - 1]
    if at >= 0 and page.quote_of[draft.head] != at and page.quoted[at].words[1] > end and page.quoted[at].words[0] >= start:
        draft.content[-1] = (start, page.quoted[at].words[1])


def _same(one: Draft, other: Draft) -> bool:
    """The same cue, or mostly the same content."""
    if one.head == other.head:
        return True
    common = shared(one, other)
    return common > 0 and common >= 0.5 * max(one.size(), other.size())


def _inherit(page: Page, drafts: list[Draft]) -> None:
    """A participle clause (", adding that …") speaks in the voice of the statement before it in its sentence."""
    for index, draft in enumerate(drafts):
        if draft.source or page.tokens[draft.head].tag_ != "VBG":
            continue
        before = [d for d in drafts[:index] if d.source and page.unit_of[d.head] == page.unit_of[draft.head] and not d.covers(draft.head)]
        if before:
            draft.source, draft.source_head, draft.via = list(before[-1].source), before[-1].source_head, before[-1].via


def _outermost(kept: list[Draft]) -> list[Draft]:
    """Without those whose cue stands within another's content: the outer words hold them already. Of two within each other the surer stands."""
    found: list[Draft] = []
    for draft in sorted(kept, key=lambda d: (-d.size(), -d.rank, d.head)):
        if any(other.covers(draft.head) for other in found):
            continue
        rivals = [d for d in kept if d is not draft and draft.covers(d.head) and d.covers(draft.head)]
        if all(draft.rank >= r.rank for r in rivals):
            found.append(draft)
    return sorted(found, key=lambda d: d.head)
