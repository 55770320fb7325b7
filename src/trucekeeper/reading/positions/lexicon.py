"""Issues and stances, from `knowledge/issues.toml` and `knowledge/issues_stances.toml`; a mistake in either file is an error."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, cast, get_args

from trucekeeper.knowledge import table
from trucekeeper.model.claims import Stance
from trucekeeper.model.errors import KnowledgeError

STANCES_FILE = "knowledge/issues_stances.toml"
WORD_LISTS = frozenset(
    {
        "giving_up",
        "commentators",
        "states",
        "openers",
        "negative",
        "answering",
        "asking",
        "holding",
        "of_somebody",
        "things",
        "telling",
        "wanting",
        "stressing",
        "futile",
        "fighting",
        "starting",
        "deeming",
        "excluded",
        "gatherings",
        "judged",
        "keeping",
        "writings",
        "owing",
        "signing",
        "quoting",
        "how_many",
        "joining",
        "dated",
        "directing",
        "discussing",
        "ordering",
        "men",
        "mere",
        "stopping",
        "causing",
        "failing",
        "held",
        "hoping",
        "sets",
        "hinging",
        "needing",
        "members",
        "tabling",
        "opinions",
        "attending",
        "including",
        "going_back",
        "war",
        "intending",
        "needful",
        "manner",
        "held_views",
        "setting",
        "deadlines",
        "accusing",
        "getting",
        "charges",
        "ruling_out",
        "proving",
        "dropping",
        "ways",
        "addressing",
        "staying",
        "preconditions",
        "refused",
    }
)


@dataclass(frozen=True, slots=True)
class Issue:
    """`singles` and `pairs` are the lemmas that show it, `light` those that give way to others; `order` is its place in the file."""

    name: str
    pax: str
    singles: frozenset[str]
    pairs: tuple[frozenset[str], ...]
    order: int
    last: bool = False
    light: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """What a verb, noun or adjective makes of its content; `second` is the particle or preposition that it needs, `issues` the only ones that it is about."""

    stance: Stance
    second: str | None = None
    issues: frozenset[str] = frozenset()


@dataclass(slots=True)
class Stances:
    """`negated` is what a negation makes of a word; `words` are the lists of `[words]`."""

    verbs: dict[str, tuple[Cue, ...]] = field(default_factory=dict)
    adjectives: dict[str, tuple[Cue, ...]] = field(default_factory=dict)
    nouns: dict[str, Stance] = field(default_factory=dict)
    verdicts: dict[str, Stance] = field(default_factory=dict)
    negated: dict[str, Stance] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)


def build_issues(data: dict[str, Any]) -> tuple[Issue, ...]:
    """Raises KnowledgeError for an issue with other keys than `pax`, `words`, `last` and `light`."""
    made = []
    for order, (name, entry) in enumerate(data.items()):
        if set(entry) - {"last", "light"} != {"pax", "words"}:
            raise KnowledgeError(f"issue {name!r} needs pax and words, may have last and light, and nothing else", where="knowledge/issues.toml")
        pairs = tuple(frozenset(w.split("+")) for w in entry["words"] if "+" in w)
        singles, light = frozenset(w for w in entry["words"] if "+" not in w), frozenset(entry.get("light", ()))
        made.append(Issue(name, entry["pax"], singles | light, pairs, order, entry.get("last", False), light))
    return tuple(made)


def cue_of(phrase: str, stance: Stance, issues: Iterable[str]) -> tuple[str, Cue]:
    words, _, issue = (part.strip() for part in phrase.partition(" > "))
    if issue and issue not in issues:
        raise KnowledgeError(f"{phrase!r}: no such issue: {issue!r}", where=STANCES_FILE)
    first, _, second = words.partition(" ")
    return first, Cue(stance, second or None, frozenset({issue} if issue else ()))


def cues(phrases: Iterable[str], stance: Stance, issues: Iterable[str], into: dict[str, list[Cue]]) -> None:
    for phrase in phrases:
        first, cue = cue_of(phrase, stance, issues)
        found = into.setdefault(first, [])
        alike = next((c for c in found if (c.stance, c.second) == (cue.stance, cue.second) and c.issues and cue.issues), None)
        if alike is not None:
            found.remove(alike)
            cue = replace(cue, issues=alike.issues | cue.issues)
        found.append(cue)


def by_second(found: dict[str, list[Cue]]) -> dict[str, tuple[Cue, ...]]:
    """Those that need a second word first, the longest of them first."""
    return {word: tuple(sorted(listed, key=lambda c: -len(c.second or ""))) for word, listed in found.items()}


def stances_of_words(name: str, entry: dict[str, Any]) -> dict[str, Stance]:
    if not set(entry) <= {"accepts", "rejects"}:
        raise KnowledgeError(f"{name!r} has unknown keys: {', '.join(sorted(set(entry) - {'accepts', 'rejects'}))}", where=STANCES_FILE)
    return {word: cast("Stance", stance) for stance, words in entry.items() for word in words}


def build_stances(data: dict[str, Any], issues: Iterable[str]) -> Stances:
    """Raises KnowledgeError for a stance, key or issue that is not known."""
    made = Stances()
    verbs: dict[str, list[Cue]] = {}
    adjectives: dict[str, list[Cue]] = {}
    for name, entry in data.items():
        if name == "words":
            if set(entry) != WORD_LISTS:
                raise KnowledgeError(f"'words' needs exactly {', '.join(sorted(WORD_LISTS))}", where=STANCES_FILE)
            made.words = {key: frozenset(words) for key, words in entry.items()}
        elif name == "verdict":
            made.verdicts = stances_of_words(name, entry)
        elif name == "negated":
            made.negated = stances_of_words(name, entry)
        elif name not in get_args(Stance) or not set(entry) <= {"verbs", "nouns", "adjectives"}:
            raise KnowledgeError(f"{name!r} is no stance, or has unknown keys", where=STANCES_FILE)
        else:
            stance = cast("Stance", name)
            cues(entry.get("verbs", ()), stance, issues, verbs)
            cues(entry.get("adjectives", ()), stance, issues, adjectives)
            made.nouns.update(dict.fromkeys(entry.get("nouns", ()), stance))
    made.verbs, made.adjectives = by_second(verbs), by_second(adjectives)
    return made


@cache
def issues() -> tuple[Issue, ...]:
    return build_issues(table("issues"))


@cache
def stances() -> Stances:
    return build_stances(table("issues_stances"), tuple(i.name for i in issues()))


def listed(name: str) -> frozenset[str]:
    """One of the lists of `[words]`."""
    return stances().words[name]


@cache
def by_word() -> dict[str, tuple[Issue, ...]]:
    """Issues by each lemma that shows them alone."""
    made: dict[str, list[Issue]] = {}
    for issue in issues():
        for word in sorted(issue.singles):
            made.setdefault(word, []).append(issue)
    return {word: tuple(found) for word, found in made.items()}


@cache
def by_pair() -> dict[str, tuple[tuple[frozenset[str], Issue], ...]]:
    """Issues by a word of each of their pairs (its first in the alphabet), so that a passage asks only for pairs that it can hold."""
    made: dict[str, list[tuple[frozenset[str], Issue]]] = {}
    for issue in issues():
        for pair in issue.pairs:
            made.setdefault(min(pair), []).append((pair, issue))
    return {word: tuple(found) for word, found in made.items()}
