"""Which issue a term is about: the triggers of `knowledge/provisions.toml`, weighed by how early and how often they stand in the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from trucekeeper.reading.provision_words import phase_name, provision_words

WEAK = 0.3  # of words that many matters share
EARLY = 90  # characters from the start of a clause in which its matter is usually named


WORD = re.compile(r"\b\w\w")


@dataclass(frozen=True, slots=True)
class Triggers:
    """Those that begin with the same two letters: one pattern, the longest first, and for each of its groups the issues with their rank and weight."""

    pattern: re.Pattern[str]
    issues: dict[str, tuple[tuple[str, int, float], ...]]


@cache
def triggers() -> dict[str, Triggers]:
    """By their first two letters, so that a word is held only against what it can be."""
    by_word: dict[str, list[tuple[str, int, float]]] = {}
    for rank, (issue, words) in enumerate(provision_words().issues.items()):
        for word in words:
            by_word.setdefault(word.rstrip("~"), []).append((issue, rank, WEAK if word.endswith("~") else 1.0))
    alike: dict[str, list[str]] = {}
    for word in sorted(by_word, key=len, reverse=True):
        alike.setdefault(word[:2].lower(), []).append(word)
    return {start: of_words(words, by_word) for start, words in alike.items()}


def of_words(words: list[str], by_word: dict[str, list[tuple[str, int, float]]]) -> Triggers:
    written = [re.escape(w.rstrip("*")) + (r"\w*" if w.endswith("*") else "s?" if w[-1].isalpha() and w[-1] != "s" else "") for w in words]
    pattern = "|".join(f"(?P<g{n}>{w})" for n, w in enumerate(written))
    return Triggers(re.compile(rf"(?:{pattern})\b", re.IGNORECASE), {f"g{n}": tuple(by_word[w]) for n, w in enumerate(words)})


def hits(words: str) -> Iterator[tuple[re.Match[str], tuple[tuple[str, int, float], ...]]]:
    """Triggers in text order, none inside another."""
    known, end = triggers(), 0
    for start in WORD.finditer(words):
        found = known.get(start.group().lower()) if start.start() >= end else None
        match = found.pattern.match(words, start.start()) if found is not None else None
        if found is not None and match is not None:
            end = match.end()
            yield match, found.issues[match.lastgroup or ""]


def issue_of(*parts: str) -> str | None:
    """The best issue of the first part that tells one: what is owed, then the whole clause, then its list's opener and heading."""
    return next((found for part in parts if part and (found := best(re.sub(phase_name(), " ", part, flags=re.IGNORECASE)))), None)


def clear_issue(words: str) -> str | None:
    """By words that one matter has to itself alone."""
    return best(words, clear=True)


def best(words: str, *, clear: bool = False) -> str | None:
    scores: dict[str, float] = {}
    ranks: dict[str, int] = {}
    first = True
    for match, told in hits(words):
        for issue, rank, weight in told:
            if clear and weight < 1.0:
                continue
            early = 2.0 if first and weight == 1.0 else 1.0 if match.start() < EARLY else 0.4
            specific = 1.0 + 0.5 * match.group().count(" ")
            scores[issue] = scores.get(issue, 0.0) + early * specific * weight
            ranks[issue] = rank
        first = first and all(weight < 1.0 for _, _, weight in told)
    return min(scores, key=lambda i: (-scores[i], ranks[i])) if scores else None
