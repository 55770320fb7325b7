"""Words that a sentence and a term have in common, each weighed by how few of an agreement's terms hold it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from trucekeeper.agreement.lexicon import act_words
from trucekeeper.agreement.sentences import WORD, stem

ENDINGS = re.compile(r"(?:ations?|ating|ated|ates|ate|ments?|ings?|ed|es|e|s)$")
AGENT = re.compile(r"ers?$")
LETTER_NUMBER = re.compile(r"^([a-z]{1,3})-(\d+)$")  # a road's name: "A-9" is "A9"
TWO_NAMES = re.compile(r"[A-Z][a-z’']+-[A-Z][a-z’']+")
PREFIX = re.compile(r"^(de|re|dis|co|pre)-(?=[a-z]{4})")  # "de-mining" is "demining"
LEFT = 4  # letters that stay of a word
AGENT_LEFT = 7  # and of one for who does it: "peacekeepers" and "peacekeeping" are one, "prison" and "prisoner" are not


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """A word without the endings that it takes as a verb or as a noun of a verb: "demarcated", "demarcation" and "demarcate" are one; "pows" are
    "prisoners"."""
    cut = _cut(word)
    return same().get(cut, cut)


@cache
def same() -> Mapping[str, str]:
    return {_cut(word): _cut(words[0]) for words in act_words().same for word in words}


def _cut(word: str) -> str:
    low = PREFIX.sub(r"\1", LETTER_NUMBER.sub(r"\1\2", stem(word)))
    if low.endswith(("ies", "ied")) or (low.endswith("ie") and len(low) > LEFT):
        low = f"{low.rpartition('ie')[0]}y"
    cut = AGENT.sub("", low)
    if len(cut) >= AGENT_LEFT and cut != low:
        return cut
    cut = ENDINGS.sub("", low)
    return cut if len(cut) >= LEFT else low


@cache
def alike() -> Mapping[str, str]:
    """For the root of each word that has others beside it, one sign for them all."""
    return {root(word): f"~{words[0]}" for words in act_words().alike for word in words}


def with_alike(words: Iterable[str]) -> frozenset[str]:
    """Roots, and the signs of the kinds of things that they name."""
    held = frozenset(words)
    return held | {alike()[word] for word in held if word in alike()}


def roots(text: str) -> dict[str, str]:
    """The words of a text by their roots, as they first stand there; two names with a hyphen are each there too ("the Marle-Ost road")."""
    found: dict[str, str] = {}
    for word in WORD.findall(text):
        parts = word.split("-") if TWO_NAMES.fullmatch(word) else ()
        for one in (word, *parts):
            found.setdefault(root(one.casefold()), one.casefold())
    return found


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a word says of which term is meant: 1 for a word of one term alone, falling with the number of terms that hold it."""

    by_word: Mapping[str, float]

    @classmethod
    def of(cls, matters: Iterable[frozenset[str]]) -> Weights:
        held = list(matters)
        count = Counter(word for matter in held for word in matter)
        return cls({word: math.log(1 + len(held) / n) / math.log(1 + len(held)) for word, n in count.items()})

    def sum(self, words: Iterable[str]) -> float:
        return sum(self.by_word.get(word, 0.0) for word in sorted(words))
