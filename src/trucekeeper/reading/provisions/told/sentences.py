"""The words of a sentence as a list, made once: spaCy makes every token anew whenever a span is gone through, and many rules go through each sentence."""

from __future__ import annotations

from spacy.tokens import Span, Token

WORDS = "truce_sentence_words"  # where a Doc keeps them


def words_of(span: Span) -> list[Token]:
    kept: dict[tuple[int, int], list[Token]] = span.doc.user_data.setdefault(WORDS, {})
    key = (span.start, span.end)
    found = kept.get(key)
    if found is None:
        found = kept[key] = list(span)
    return found
