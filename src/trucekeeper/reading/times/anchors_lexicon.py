"""knowledge/times_anchors, checked and made into patterns: the events and phases that times are reckoned from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError

WHERE = "knowledge/times_anchors.toml"
ROLES = ("begin", "end", "signed", "agreed", "announced", "held")
EVENT_KEYS = frozenset({"name", "nouns", "bare", "edges", "ranked"})


@dataclass(frozen=True, slots=True)
class Event:
    """One sort of event: the roles that its bare noun means, and whether its ends are times of their own and it goes by number. `noun` is the one that its
    other names stand for.
    """

    name: str
    noun: str
    bare: tuple[str, ...]
    edges: bool
    ranked: bool


@dataclass(frozen=True, slots=True)
class Anchors:
    """`events` by noun, `verbs` and `heads` to their role; the patterns find any of them as written."""

    events: dict[str, Event]
    verbs: dict[str, str]
    heads: dict[str, str]
    noun_pattern: re.Pattern[str]
    verb_words: str
    head_words: str


def known(found: set[str], allowed: set[str] | frozenset[str]) -> None:
    strange = sorted(found - allowed)
    if strange:
        raise KnowledgeError(f"unknown key {strange[0]!r}", where=WHERE, mend=f"Keys are: {', '.join(sorted(allowed))}.")


def any_of(words: dict[str, Any]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def build(content: dict[str, Any]) -> Anchors:
    """The anchors of an opened file. Raises KnowledgeError for a key or role that nothing knows."""
    known(set(content), {"event", "verbs", "heads"})
    events: dict[str, Event] = {}
    for row in content["event"]:
        known(set(row), EVENT_KEYS)
        known(set(row["bare"]), {*ROLES, "dated"})
        for nouns in row["nouns"]:
            events |= dict.fromkeys(nouns, Event(row["name"], nouns[0], tuple(row["bare"]), row.get("edges", False), row.get("ranked", False)))
    for name in ("verbs", "heads"):
        known(set(content[name]), set(ROLES))
    verbs = {word: role for role, words in content["verbs"].items() for word in words}
    heads = {word: role for role, words in content["heads"].items() for word in words}
    nouns = re.compile(rf"(?<![\w-])(?:{any_of(events)})(?![\w-])", re.IGNORECASE)
    return Anchors(events, verbs, heads, nouns, any_of(verbs), any_of(heads))


@cache
def anchors_lexicon() -> Anchors:
    return build(table("times_anchors"))
