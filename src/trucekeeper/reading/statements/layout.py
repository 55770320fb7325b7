"""Speakers told by layout alone: turns of a transcript ("SMITH: …"), headlines ("Smith: Talks go on"), and quotations signed with a dash ("…" — Ann Smith)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.page import MARKS, Page, Words
from trucekeeper.reading.statements.speakers import can_speak

LONGEST_NAME = 6  # tokens before the colon
DASHES = frozenset({"—", "–", "―", "--", "-"})
WITHIN_NAMES = frozenset({"-", "’s", "de", "al", "von", "of", "the", "for"})
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "X", "PUNCT", "PART"})


def read_turns(page: Page) -> Iterator[Draft]:
    """A name and a colon at the head of a paragraph; what follows in the paragraph is what that one says."""
    for start, end in _paragraphs(page):
        at = next((i for i in range(start + 1, min(start + LONGEST_NAME + 1, end)) if page.lower[i] == ":"), None)
        if at is None or at + 2 >= end or at + 1 in page.heads:
            continue
        first = start + 1 if page.lower[start] in MARKS else start
        name = page.tokens[first:at]
        if not name or not all(page.pos[t.i] in NAMING or t.is_upper for t in name) or not _is_name(page, first, at):
            continue
        content = page.trim((at + 1, end))
        if content is not None and content[1] - content[0] > 2 and not _heads_a_list(page, first, at):
            told = Draft(at, [(at, at + 1)], [content], "statement", ":", "phrase", source=[(first, at)], source_head=at - 1, rank=0.95)
            told.verbatim = _is_shouted(name)  # a transcript's turn, not a headline
            yield told


def _heads_a_list(page: Page, start: int, end: int) -> bool:
    """ "Cabo Delgado: new displacement was recorded", "South Sudan: Two leaders meet": a place or a state only says where."""
    found = layers(page.doc)
    first, last = page.tokens[start].idx, page.tokens[end - 1].idx + len(page.tokens[end - 1])
    named = [m for m in found.mentions if m.start < last and first < m.end]
    states = [m for m in named if found.entities[m.entity].kind == "state" and (m.start, m.end) == (first, last)]
    return bool(states) or (not named and page.tokens[end - 1].ent_type_ == "LOC")


def _is_name(page: Page, start: int, end: int) -> bool:
    return (_is_shouted(page.tokens[start:end]) and page.tokens[start].is_alpha and len(page.tokens[start]) > 2) or (
        can_speak(page, end - 1) and page.pos[end - 1] != "PRON" and page.tokens[start].is_title
    )


def _is_shouted(name: list[Token]) -> bool:
    return all(t.is_upper for t in name if t.is_alpha)


def _paragraphs(page: Page) -> Iterator[Words]:
    start = 0
    for index, (begin, end) in enumerate(page.units):
        if index and page.paragraph_of[begin] != page.paragraph_of[begin - 1]:
            yield start, begin
            start = begin
        if index == len(page.units) - 1:
            yield start, end


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
