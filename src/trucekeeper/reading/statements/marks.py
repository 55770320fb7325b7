"""The preposition or conjunction before what is said."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.tree import base
from trucekeeper.reading.statements.page import Page


def mark_of(page: Page, token: Token) -> str:
    """The preposition of what is said ("of", "according to"), else the conjunction before it, else ""."""
    found = preposition(token)
    if not found:
        found = next((page.lower[c.i] for c in token.children if base(c) == "mark" and c.i < token.i), "")
    return found


def after_mark(page: Page, token: Token, cue: int) -> int:
    """The first token behind that word, at least the one behind the cue."""
    marks = [c.i for c in token.children if base(c) in {"case", "mark"} and cue < c.i < token.i]
    return max([cue + 1, *(m + 1 for m in marks[:1])])
