"""Issues and stances, from `knowledge/issues.toml` and `knowledge/issues_stances.toml`; a mistake in either file is an error."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args

from trucekeeper.knowledge import table
from trucekeeper.model.claims import Stance
from trucekeeper.model.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Issue:
    """`singles` and `pairs` are the lemmas that show it; `order` is its place in the file."""

    name: str
    pax: str
    singles: frozenset[str]
    pairs: tuple[tuple[str, str], ...]
    order: int
    last: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """What a verb or noun makes of its content; `second` is the particle or preposition that it needs, `issue` the only one that it is about."""

    stance: Stance
    second: str | None = None
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class Stances:
    verbs: dict[str, tuple[Cue, ...]]
    nouns: dict[str, Stance]
    verdicts: dict[str, Stance]


def build_issues(data: dict[str, Any]) -> tuple[Issue, ...]:
    """Raises KnowledgeError for an issue with other keys than `pax` and `words`."""
    made = []
    for order, (name, entry) in enumerate(data.items()):
        if set(entry) - {"last"} != {"pax", "words"}:
            raise KnowledgeError(f"issue {name!r} needs pax and words, may have last, and nothing else", where="knowledge/issues.toml")
        pairs = tuple((w.split("+")[0], w.split("+")[1]) for w in entry["words"] if "+" in w)
        made.append(Issue(name, entry["pax"], frozenset(w for w in entry["words"] if "+" not in w), pairs, order, entry.get("last", False)))
    return tuple(made)


def cue_of(phrase: str, stance: Stance, issues: Iterable[str]) -> tuple[str, Cue]:
    words, _, issue = (part.strip() for part in phrase.partition(" > "))
    if issue and issue not in issues:
        raise KnowledgeError(f"{phrase!r}: no such issue: {issue!r}", where="knowledge/issues_stances.toml")
    first, _, second = words.partition(" ")
    return first, Cue(stance, second or None, issue or None)


def build_stances(data: dict[str, Any], issues: Iterable[str]) -> Stances:
    """Raises KnowledgeError for a stance, key or issue that is not known."""
    verbs: dict[str, list[Cue]] = {}
    nouns: dict[str, Stance] = {}
    verdicts: dict[str, Stance] = {}
    for name, entry in data.items():
        allowed = {"accepts", "rejects"} if name == "verdict" else {"verbs", "nouns"}
        if name not in (*get_args(Stance), "verdict") or not set(entry) <= allowed:
            raise KnowledgeError(f"{name!r} is no stance, or has unknown keys", where="knowledge/issues_stances.toml")
        if name == "verdict":
            verdicts = {word: cast("Stance", stance) for stance, words in entry.items() for word in words}
            continue
        stance = cast("Stance", name)
        for phrase in entry.get("verbs", ()):
            first, cue = cue_of(phrase, stance, issues)
            verbs.setdefault(first, []).append(cue)
        nouns.update(dict.fromkeys(entry.get("nouns", ()), stance))
    return Stances({v: tuple(sorted(cues, key=lambda c: c.second is None)) for v, cues in verbs.items()}, nouns, verdicts)


@cache
def issues() -> tuple[Issue, ...]:
    return build_issues(table("issues"))


@cache
def stances() -> Stances:
    return build_stances(table("issues_stances"), tuple(i.name for i in issues()))


@cache
def by_word() -> dict[str, tuple[Issue, ...]]:
    """Issues by each lemma that shows them alone."""
    made: dict[str, list[Issue]] = {}
    for issue in issues():
        for word in sorted(issue.singles):
            made.setdefault(word, []).append(issue)
    return {word: tuple(found) for word, found in made.items()}
