"""What the mends are written with: a change of one token's place in the tree, and what they ask of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubj:pass")
HELPERS = ("aux", "aux:pass", "cop")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
OPENING = ("det", "nummod", "nmod:poss")
CLAUSAL_TIME = frozenset({"after", "before", "since", "until", "as"})
COMMAS = frozenset({",", ";"})


class Change(NamedTuple):
    """A new place of one token in the tree; `tag` is set where the word is of another kind than the tagger had it."""

    token: Token
    head: Token  # itself: the root
    relation: str
    tag: str = ""


Mend = Callable[[Token], list[Change]]


def below(token: Token, *relations: str) -> list[Token]:
    """Children with exactly these relations, in text order."""
    return [c for c in token.children if c.dep_ in relations]


def is_root(token: Token) -> bool:
    """Is it the head of its sentence?"""
    return token.head.i == token.i


def at_place_of(token: Token, old: Token) -> Change:
    """The token where another one was in the tree."""
    return Change(token, token if is_root(old) else old.head, old.dep_)
