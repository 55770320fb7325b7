"""Which issue a term is about: the triggers of `knowledge/provisions.toml`, weighed by how early and how often they stand in the words."""

from __future__ import annotations

import re
from functools import cache

from trucekeeper.reading.provisions.lexicon import provision_words

EARLY = 90  # characters from the start of a clause in which its matter is usually named


@cache
def triggers() -> tuple[re.Pattern[str], dict[str, tuple[tuple[str, int], ...]]]:
    """One pattern over all triggers, and for each trigger its issues with their rank."""
    by_word: dict[str, list[tuple[str, int]]] = {}
    for rank, (issue, words) in enumerate(provision_words().issues.items()):
        for word in words:
            by_word.setdefault(word, []).append((issue, rank))
    ordered = sorted(by_word, key=len, reverse=True)
    written = [re.escape(w.rstrip("*")) + (r"\w*" if w.endswith("*") else "") for w in ordered]
    pattern = "|".join(f"(?P<g{n}>{w})" for n, w in enumerate(written))
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), {f"g{n}": tuple(by_word[w]) for n, w in enumerate(ordered)}


def issue_of(words: str, context: str = "") -> str | None:
    """The best issue of a clause's words; its heading and the opener of its list count where the words themselves say nothing."""
    return best(words) or (best(context) if context else None)


def best(words: str) -> str | None:
    pattern, issues = triggers()
    scores: dict[str, float] = {}
    ranks: dict[str, int] = {}
    for place, match in enumerate(pattern.finditer(words)):
        for issue, rank in issues[match.lastgroup or ""]:
            early = 2.0 if place == 0 else 1.0 if match.start() < EARLY else 0.4
            specific = 1.0 + 0.5 * match.group().count(" ")
            scores[issue] = scores.get(issue, 0.0) + early * specific
            ranks[issue] = rank
    return min(scores, key=lambda i: (-scores[i], ranks[i])) if scores else None
