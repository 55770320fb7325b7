"""Turns of a transcript ("SMITH: …"), an interview ("Q: …", "A: …") and headlines ("Smith: Talks go on"): speakers told by the head of a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import MARKS, Page, Words
from trucekeeper.reading.statements.speakers import can_speak

LONGEST_NAME = 6  # tokens before the colon
SHORTEST = 3  # words of what a headline or a transcript tells; in an interview a turn may be "No."
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "X", "PUNCT", "PART"})


@dataclass(slots=True)
class _Turn:
    """A paragraph whose head tells who speaks; `mark` where that is a letter or a word for question or answer."""

    paragraph: Words
    name: Words
    colon: int
    content: Words
    mark: str | None
    transcript: bool  # a turn of dialogue, and not a headline


def read_turns(page: Page) -> Iterator[Draft]:
    """A name and a colon at the head of a paragraph; what follows is what that one says, in a transcript up to the next turn."""
    paragraphs = list(_paragraphs(page))
    dotted = any(page.lower[start] in {f"{word}." for word in lexicon().words.asking} for start, _ in paragraphs)
    turns = [turn for p in paragraphs if (turn := (_dotted(page, p) if dotted else None) or _turn(page, p)) is not None]
    answering = _who_answers(page, turns)
    interview = any(t.mark is not None for t in turns)
    turns = [t for t in turns if interview or t.content[1] - t.content[0] >= SHORTEST]
    for number, turn in enumerate(turns):
        later = turns[number + 1] if number + 1 < len(turns) else None
        goes_on = later is not None and (interview or (turn.transcript and later.transcript))
        parts = [p for p in paragraphs if later is not None and turn.paragraph[1] <= p[0] < later.paragraph[0]] if goes_on else []
        content = [turn.content, *(t for p in parts if (t := page.trim(p)) is not None)]
        told = Draft(turn.colon, [(turn.colon, turn.colon + 1)], content, "statement", ":", "phrase", rank=0.95)
        told.verbatim = interview or turn.transcript
        if turn.mark is None:
            told.source, told.source_head = [turn.name], _named_elsewhere(page, turn.name) or turn.name[1] - 1
        elif turn.mark in lexicon().words.answering and answering is not None:
            told.source, told.source_head = [turn.name], answering
        elif turn.mark in lexicon().words.asking:
            told.act = "question"
        yield told


def _dotted(page: Page, paragraph: Words) -> _Turn | None:
    """ "Q. Who broke it?": a mark with a full stop and no colon; asked for only where some line begins with the one that asks."""
    start, end = paragraph
    mark, content = page.lower[start].rstrip("."), page.trim((start + 1, end))
    known = page.lower[start].endswith(".") and mark in lexicon().words.asking | lexicon().words.answering
    return _Turn(paragraph, (start, start + 1), start, content, mark, transcript=True) if known and content is not None else None


def _turn(page: Page, paragraph: Words) -> _Turn | None:
    start, end = paragraph
    at = next((i for i in range(start + 1, min(start + LONGEST_NAME + 1, end)) if page.lower[i] == ":"), None)
    if at is None or at + 1 >= end or at + 1 in page.heads:
        return None
    first = start + 1 if page.lower[start] in MARKS else start
    name = page.tokens[first:at]
    content = page.trim((at + 1, end))
    if not name or content is None:
        return None
    mark = _mark(page, name)
    if mark is not None:
        return _Turn(paragraph, (first, at), at, content, mark, transcript=True)
    shouted = _is_shouted(name)
    if not all(page.pos[t.i] in NAMING or t.is_upper for t in name) or not _is_name(page, first, at) or _heads_a_list(page, first, at):
        return None
    return _Turn(paragraph, (first, at), at, content, None, transcript=shouted)


def _mark(page: Page, name: list[Token]) -> str | None:
    """ "Q", "Q.", "Question": a letter or a word that tells question from answer, and nobody's name."""
    words = [t.lower_.rstrip(".") for t in name if t.lower_ != "."]
    known = len(words) == 1 and name[0].text[:1].isupper() and words[0] in lexicon().words.asking | lexicon().words.answering
    return words[0] if known else None


def _who_answers(page: Page, turns: list[_Turn]) -> int | None:
    """The last word of the name of the one person who is named before the first question; None where that is nobody or one of several."""
    asked = next((t for t in turns if t.mark in lexicon().words.asking), None)
    if asked is None:
        return None
    found = layers(page.doc)
    before = [m for m in found.mentions if m.form == "name" and m.words[1] <= asked.name[0] and found.entities[m.entity].kind == "person"]
    return before[0].token if len({m.entity for m in before}) == 1 else None


def _named_elsewhere(page: Page, name: Words) -> int | None:
    """The person whose last name stands in capitals here ("MS. LEE:") and as names are written elsewhere; None where that is nobody or one of several."""
    last = page.lower[name[1] - 1]
    if not _is_shouted(page.tokens[name[0] : name[1]]) or name[1] - 1 in layers(page.doc).mention_at:
        return None
    found = layers(page.doc)
    named = [m for m in found.mentions if m.form == "name" and page.lower[m.words[1] - 1] == last and found.entities[m.entity].kind == "person"]
    return named[0].token if len({m.entity for m in named}) == 1 else None


def _heads_a_list(page: Page, start: int, end: int) -> bool:
    """ "Cabo Delgado: new displacement was recorded", "South Sudan: Two leaders meet": a place or a state only says where."""
    found = layers(page.doc)
    first, last = page.tokens[start].idx, page.tokens[end - 1].idx + len(page.tokens[end - 1])
    named = [m for m in found.mentions if m.start < last and first < m.end]
    states = [m for m in named if found.entities[m.entity].kind == "state" and (m.start, m.end) == (first, last)]
    return bool(states) or (not named and page.tokens[end - 1].ent_type_ == "LOC")


def _is_name(page: Page, start: int, end: int) -> bool:
    shouted = page.tokens[start:end]
    return (_is_shouted(shouted) and shouted[0].text[0].isalpha() and any(t.is_alpha and len(t) > 2 for t in shouted)) or (
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
