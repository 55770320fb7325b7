"""The loaded terms of `knowledge/wording.toml`, by their first word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError

TABLES = frozenset({"term", "irregular", "people"})
KEYS = frozenset({"category", "kind", "span", "definite", "people", "with", "without", "neutral", "words"})
CATEGORIES = frozenset({"group-label", "person-label", "act-label", "place-label", "evaluation", "comparison", "distance"})
KINDS = frozenset({"noun", "verb", "exact"})
SPANS = frozenset({"word", "phrase"})


@dataclass(frozen=True, slots=True)
class Term:
    """One loaded term. `beside` are the nouns it must stand before (none: any), `barring` the words that make it harmless."""

    word: str
    category: str
    kind: str
    phrase: bool
    definite: bool
    neutral: str | None
    beside: frozenset[str]
    barring: frozenset[str]
    people: bool = False  # a verb that is loaded only of what is done to people


Forms = dict[str, tuple[tuple[tuple[str, ...], Term], ...]]


@cache
def terms() -> Forms:
    """Every form of every term as words, longest first, under its first word."""
    return build(table("wording"))


@cache
def people() -> frozenset[str]:
    """Nouns for those of whom some verbs are loaded, and harmless of things."""
    return frozenset(table("wording")["people"])


def build(data: dict[str, Any]) -> Forms:
    """Raises KnowledgeError on an unknown key, category, kind or span."""
    if strange := set(data) - TABLES:
        raise KnowledgeError(f"unknown tables: {', '.join(sorted(strange))}", where="wording.toml")
    irregular = {verb: frozenset(made) for verb, made in data.get("irregular", {}).items()}
    found: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    for group in data.get("term", []):
        for term in _group(group):
            for form in sorted(forms(term.word, term.kind, irregular)):
                words = tuple(form.split())
                found.setdefault(words[0], []).append((words, term))
    return {first: tuple(sorted(entries, key=lambda e: (-len(e[0]), not e[1].definite, not e[1].beside))) for first, entries in found.items()}


def _group(group: dict[str, Any]) -> list[Term]:
    where = f"wording.toml {group.get('words', ['?'])[:3]!s}"
    if set(group) - KEYS:
        raise KnowledgeError(f"unknown keys: {', '.join(sorted(set(group) - KEYS))}", where=where)
    if group.get("category") not in CATEGORIES or group.get("kind") not in KINDS or group.get("span") not in SPANS:
        raise KnowledgeError("unknown category, kind or span", where=where)
    beside, barring = (frozenset(str(w).lower() for w in group.get(key, ())) for key in ("with", "without"))
    neutral = str(group.get("neutral", "")) or None
    shared = (
        group["category"],
        group["kind"],
        group["span"] == "phrase",
        bool(group.get("definite", False)),
        neutral,
        beside,
        barring,
        bool(group.get("people", False)),
    )
    return [Term(str(word).lower(), *shared) for word in group["words"]]


def forms(word: str, kind: str, irregular: dict[str, frozenset[str]] | None = None) -> set[str]:
    """The forms of a term; hyphens are words of their own, as the tokenizer has them."""
    head, _, rest = word.partition(" ") if kind == "verb" else ("", "", "")
    if kind == "verb":
        made = {f"{form} {rest}".strip() for form in _verb_forms(head) | (irregular or {}).get(head, frozenset())}
    elif kind == "noun":
        made = {word, _plural(word)}
    else:
        made = {word}
    return {form.replace("-", " - ").replace("'s", " 's") for form in made}


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"


def _verb_forms(verb: str) -> set[str]:
    if verb.endswith("e"):
        return {verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"}
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
    third = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh")) else f"{verb}s"
    doubled = {f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"} if verb.endswith(("el", "ip", "an", "ut", "un")) else set()
    return {verb, third, f"{verb}ed", f"{verb}ing"} | doubled
