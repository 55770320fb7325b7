"""Whom something is said to."""

from __future__ import annotations

from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.statements.page import Page
from trucekeeper.reading.statements.speakers import can_speak


def receiver(page: Page, verb: int) -> int | None:
    """Whom it is said to: "told reporters", "said to the council"."""
    for child in page.tokens[verb].children:
        if child.i > verb and base(child) in {"iobj", "obj"} and can_speak(page, child.i, texts=False):
            return child.i
    for child in children(page.tokens[verb], "obl"):
        if child.i > verb and any(c.lower_ == "to" for c in child.children if base(c) == "case") and can_speak(page, child.i, texts=False):
            return child.i
    return None
