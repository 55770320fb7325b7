"""Which issue a term is about: the triggers of `knowledge/provisions.toml`, weighed by how early and how often they stand in the words."""

from __future__ import annotations

import re
from functools import cache

from trucekeeper.reading.provision_words import phase_name, provision_words

WEAK = 0.3  # of words that many matters share
EARLY = 90  # characters from the start of a clause in which its matter is usually named


@cache
def triggers() -> tuple[re.Pattern[str], dict[str, tuple[tuple[str, int, float], ...]]]:
    """One pattern over all triggers, and for each trigger its issues with their rank and weight."""
    by_word: dict[str, list[tuple[str, int, float]]] = {}
    for rank, (issue, words) in enumerate(provision_words().issues.items()):
        for word in words:
            by_word.setdefault(word.rstrip("~"), []).append((issue, rank, WEAK if word.endswith("~") else 1.0))
    ordered = sorted(by_word, key=len, reverse=True)
    written = [re.escape(w.rstrip("*")) + (r"\w*" if w.endswith("*") else "") for w in ordered]
    pattern = "|".join(f"(?P<g{n}>{w})" for n, w in enumerate(written))
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), {f"g{n}": tuple(by_word[w]) for n, w in enumerate(ordered)}


def issue_of(*parts: str) -> str | None:
    """The best issue of the first part that tells one: what is owed, then the whole clause, then its list's opener and heading."""
    return next((found for part in parts if part and (found := best(re.sub(phase_name(), " ", part, flags=re.IGNORECASE)))), None)


def best(words: str) -> str | None:
    pattern, issues = triggers()
    scores: dict[str, float] = {}
    ranks: dict[str, int] = {}
    first = True
    for match in pattern.finditer(words):
        for issue, rank, weight in issues[match.lastgroup or ""]:
            early = 2.0 if first and weight == 1.0 else 1.0 if match.start() < EARLY else 0.4
            specific = 1.0 + 0.5 * match.group().count(" ")
            scores[issue] = scores.get(issue, 0.0) + early * specific * weight
            ranks[issue] = rank
        first = first and all(weight < 1.0 for _, _, weight in issues[match.lastgroup or ""])
    return min(scores, key=lambda i: (-scores[i], ranks[i])) if scores else None
