"""Words that are spelt in more than one way, for those who search: "cease-fire" and "ceasefire"."""

from __future__ import annotations

import re
from functools import cache

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError


def spellings(phrase: str) -> list[str]:
    """A phrase in lower case and without marks, and the same with one of its words spelt otherwise, the phrase itself first."""
    bare = " ".join(re.findall(r"\w+", phrase.lower()))
    found = [bare]
    for pattern, known in _alike():
        for match in pattern.finditer(bare):
            found += [f"{bare[: match.start(1)]}{other}{bare[match.end(1) :]}" for other in known if other != match[1]]
    return list(dict.fromkeys(found))


def one_spelling(text: str) -> str:
    """A text in lower case with each such word in its first spelling; marks are as they were, but for hyphens within such a word."""
    made = text.lower()
    for pattern, known in _loose():
        made = pattern.sub(known, made)
    return made


@cache
def _alike() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """What finds any spelling of a word, also of its plural, and all its spellings."""
    groups = table("spellings")["alike"]
    if not all(isinstance(group, list) and len(group) > 1 and all(isinstance(w, str) and w == w.lower() for w in group) for group in groups):
        raise KnowledgeError("alike must be lists of spellings in lower case", where="spellings.toml")
    return tuple((re.compile(rf"\b({'|'.join(map(re.escape, group))})s?\b"), tuple(group)) for group in groups)


@cache
def _loose() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The same for running text, where a hyphen may stand for the space."""
    return tuple((re.compile(rf"\b(?:{'|'.join(w.replace(' ', '[ -]') for w in known[1:])})(?=s?\b)"), known[0]) for _, known in _alike())
