"""Kinds of words that are asked for together."""

from __future__ import annotations

NOUNS = frozenset({"NOUN", "PROPN"})  # parts of speech
FINITE_VERBS = frozenset({"VBD", "VBZ", "VBP"})  # tags
FINITE = FINITE_VERBS | {"MD"}
