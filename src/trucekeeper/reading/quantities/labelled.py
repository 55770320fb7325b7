"""Numbers of lists and tables, told by the words before them: "Houses destroyed: 1,340", "Injured | 40", a line "Fatalities 31"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.tags import NOUNS
from trucekeeper.reading.quantities.lexicon import words

LONGEST = 7  # tokens in a label
SIGNS = frozenset({":", "|", "="})
STARTS = frozenset({".", ";", ",", "|", "•", "–", "—", "-", "*", "(", ")", "!", "?"})


def label_of(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """Tokens of the label that a number at tokens [start, end) stands behind, None where it is part of a sentence."""
    at = start - 1
    if at < 1 or not (doc[at].text in SIGNS or is_line(doc, start, end)):
        return None
    last = at if doc[at].text in SIGNS else start
    begin = last
    while begin > 0 and not starts_behind(doc[begin - 1]):
        begin -= 1
        if last - begin > LONGEST or doc[begin].pos_ in {"AUX", "PRON"} or doc[begin].tag_ in {"VBZ", "VBP", "CD"}:
            return None
    return (begin, last) if begin < last else None


def starts_behind(token: Token) -> bool:
    return token.is_space or token.text in STARTS


def is_line(doc: Doc, start: int, end: int) -> bool:
    """Does a number end a line of a few words that are no sentence and no name?"""
    if not (end >= len(doc) or (doc[end].is_space and "\n" in doc[end].text)):
        return False
    begin = start
    while begin > 0 and not (doc[begin - 1].is_space and "\n" in doc[begin - 1].text):
        begin -= 1
        if start - begin > LONGEST:
            return False
    line = doc[begin:start]
    lone = begin == 0 and end >= len(doc)
    return bool(line) and not lone and any(t.pos_ == "NOUN" or t.tag_ == "VBN" for t in line) and not any(t.pos_ in {"AUX", "ADP", "PUNCT"} for t in line)


def labelled_noun(doc: Doc, label: tuple[int, int]) -> int | None:
    """What a label names: "Number of houses destroyed" counts houses, "Killed" no noun."""
    found = [t for t in doc[label[0] : label[1]] if t.pos_ in NOUNS]
    if len(found) > 1 and found[0].lemma_.lower() in words("numbers") and found[0].nbor().lower_ == "of":
        found = found[1:]
    last = 0
    while last + 1 < len(found) and found[last + 1].i == found[last].i + 1:
        last += 1
    return int(found[last].i) if found else None
