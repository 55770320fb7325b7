"""Which issue a passage is about."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from trucekeeper.language.relations import ancestors
from trucekeeper.reading.events.lemmas import forms
from trucekeeper.reading.positions.lexicon import by_word, issues

FAR = 99  # deeper than any word of a passage


def depth(token: Token, inside: frozenset[int]) -> int:
    """Steps from a word up to the head of its passage."""
    return sum(1 for a in ancestors(token) if a.i in inside)


def issue_of(passage: Sequence[Token]) -> str | None:
    """The name of the issue: by a pair of words if there is one, else by the word nearest to the head; None where no word shows any."""
    words = {form for token in passage for form in forms(token.lemma_.lower(), token.lower_)}
    paired = next((issue for issue in issues() if any(a in words and b in words for a, b in issue.pairs)), None)
    if paired is not None:
        return paired.name
    inside = frozenset(t.i for t in passage)
    best: tuple[bool, int, int, str] | None = None
    for token in passage:
        for form in forms(token.lemma_.lower(), token.lower_):
            for issue in by_word().get(form, ()):
                found = (issue.last, depth(token, inside), issue.order, issue.name)
                best = found if best is None or found < best else best
    return best[3] if best else None
