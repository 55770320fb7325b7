"""How much two pieces of text say in the same words: by the words that carry meaning, in a crude common form, never by letters alone."""

from __future__ import annotations

import re
from functools import lru_cache

from trucekeeper.record.spellings import one_spelling
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import plain
from trucekeeper.weighing.nations import with_countries

SUFFIXES = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s", "e", "y")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A crude common form ("hostages" and "hostage", "withdraws" and "withdraw"); at least four letters are kept."""
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


def stems(text: str) -> list[str]:
    """The stems of all words, in order."""
    return [stem(w) for w in re.findall(r"\w+", plain(text).replace("_", " "))]


@lru_cache(maxsize=50_000)
def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning: joining and helping words are left out, a country's adjective is the country."""
    words = with_countries(re.findall(r"\w+", plain(one_spelling(text))))
    return frozenset(stem(w) for w in words if w not in lexicon().words.small)


def likeness(a: str, b: str) -> float:
    """Shared meaning words as a share of both, from 0 to 1 (Dice)."""
    first, second = content(a), content(b)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def held_in(a: str, b: str) -> float:
    """The share of the meaning words of `a` that `b` has too."""
    first = content(a)
    return len(first & content(b)) / len(first) if first else 0.0
