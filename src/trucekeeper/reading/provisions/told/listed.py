"""Terms that a report sets below each other: "The accord has four points:", and a line for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.phrases import trimmed
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tags import FINITE
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.provision_words import provision_words
from trucekeeper.reading.provisions.forms import is_act, is_heading, is_timeless, starts_bare
from trucekeeper.reading.provisions.told.papers import texts_of
from trucekeeper.reading.provisions.told.terms import Told

BULLET = re.compile(r"\s*(?:[-–—•*·]|\(?\w{1,2}[.)])\s+|\s+")
SHORTEST = 3  # words of an item


@cache
def list_opener() -> re.Pattern[str]:
    """The end of a sentence that a list follows: "the following points:"."""
    return re.compile(rf"\b(?:{provision_words().lists.opener})[^.:\w]*:\s*$", re.IGNORECASE)


def opens_list(sentence: Span) -> bool:
    """A sentence that names a text and ends with "the following points:"."""
    return list_opener().search(sentence.text) is not None and bool(texts_of(sentence))


def begins_line(sentence: Span) -> bool:
    before = sentence.doc.text[: sentence.start_char + len(sentence.text) - len(sentence.text.lstrip())]
    return not before.strip() or before.rstrip(" \t-–—•*·").endswith("\n")


def item_of(sentence: Span) -> Span | None:
    """What stands in a line of a list without its bullet, where it names an act ("To open the port", "release of all captives")."""
    at = BULLET.match(sentence.text)
    start = sentence.start_char + (at.end() if at is not None else 0)
    span = next((sentence.doc[t.i : sentence.end] for t in sentence if t.idx >= start), None)
    if span is None or len(span := trimmed(span)) < SHORTEST or is_heading(span):
        return None
    bare = is_act(span) and is_timeless(span) and not own_subjects(sentence.root)
    return span if starts_bare(span) or bare else None


def behind_colon(sentence: Span) -> Iterator[tuple[Span, Token]]:
    """The items of "Among the provisions are the following: a truce; the release of all captives; and a vote", in one sentence, with the text named."""
    colon = next((t for t in sentence if t.text == ":"), None)
    if colon is None or colon.i + 2 >= sentence.end or list_opener().search(sentence.doc[sentence.start : colon.i + 1].text) is None:
        return
    text = next((t for t in texts_of(sentence) if t.i < colon.i), None)
    marks = [t.i for t in sentence.doc[colon.i + 1 : sentence.end] if t.text == ";"]
    if text is None or not marks:
        return
    for left, right in pairwise([colon.i, *marks, sentence.end]):
        span = trimmed(sentence.doc[left + 1 : right])
        while len(span) and span[0].lower_ in {"and", "as", "well"}:
            span = span[1:]
        if len(span) >= SHORTEST and not any(t.tag_ in FINITE for t in span):
            yield span, text


def listed(sentence: Span, standing: Standing, by: Actor | None) -> Iterator[Told]:
    span = item_of(sentence)
    if span is not None:
        head = next((t for t in span if t.head.i < span.start or t.head.i >= span.end or t.head == t), span.root)
        yield Told(span, head, standing, by)
