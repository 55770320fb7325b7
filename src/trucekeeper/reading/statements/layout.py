"""Speakers told by layout alone: quotations signed with a dash ("…" — Ann Smith); for turns of a transcript see `turns`."""

from __future__ import annotations

from collections.abc import Iterator

from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.page import Page

DASHES = frozenset({"—", "–", "―", "--", "-"})
WITHIN_NAMES = frozenset({"-", "’s", "de", "al", "von", "of", "the", "for"})


def read_signed(page: Page) -> Iterator[Draft]:
    """A quotation that a dash and a name close."""
    for quoted in page.quoted:
        at = _past_blanks(page, quoted.words[1])
        dash = at if at < len(page.tokens) and page.lower[at] in DASHES else quoted.words[1] - 1
        if not quoted.speech or (dash != at and page.lower[dash][-1:] not in DASHES):
            continue
        start = end = _past_blanks(page, dash + 1)
        while end < len(page.tokens) and end - start < 8 and (page.tokens[end].text[0].isupper() or page.lower[end] in WITHIN_NAMES):
            end += 1
        closes = end == len(page.tokens) or page.tokens[end].is_space or page.lower[end] in {",", "."}
        if end > start and closes:
            yield Draft(dash, [(dash, dash + 1)], [quoted.words], "statement", "—", "quote", source=[(start, end)], source_head=start, rank=0.95)


def _past_blanks(page: Page, i: int) -> int:
    """Over blanks that do not end the line."""
    while i < len(page.tokens) and page.tokens[i].is_space and "\n" not in page.tokens[i].text:
        i += 1
    return i
