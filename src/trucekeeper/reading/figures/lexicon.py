"""knowledge/measures, checked and laid out for look-up: which words, in which role, make a count a count of the killed, the held, the displaced …"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError

Role = Literal["object", "subject", "of", "to", "state", "noun", "default", "strong", "money"]
ROLES = frozenset({"object", "subject", "of", "to", "state", "noun", "default", "strong", "money"})
VERBAL = frozenset({"object", "subject", "to", "money"})
LISTS = frozenset({"raising", "counters", "tallies", "tellings", "caring", "hospitals", "so_too", "not_yet", "phases", "terms", "sides", "putting", "made_up"})
KEYS = LISTS | {"classes", "rule", "hedge", "irregular", "person_ends", "paces"}
RULE_KEYS = frozenset({"measure", "role", "words", "counted", "never"})
PERSONS = frozenset({"people", "fighters", "captives", "children"})  # the classes of those who are somebody
HEDGE_KEYS = frozenset({"word", "forms"})


@dataclass(frozen=True, slots=True)
class Rule:
    """`rest` are the words that must follow the first ("hand" + "over"); `counted` the classes of counted nouns that it holds for, empty
    for all; `never` those that it does not hold for.
    """

    measure: str
    rest: tuple[str, ...]
    counted: frozenset[str]
    never: frozenset[str]

    def holds_for(self, counted: frozenset[str]) -> bool:
        return (not self.counted or bool(self.counted & counted)) and not self.never & counted


def check(where: str, found: set[str], known: frozenset[str]) -> None:
    strange = sorted(found - known)
    if strange:
        raise KnowledgeError(f"unknown {where}: {', '.join(strange)}", where="measures.toml", mend=f"Known are: {', '.join(sorted(known))}.")


@cache
def rules() -> dict[tuple[str, str], tuple[Rule, ...]]:
    """Rules by role and first word, in the order of the file; longer phrases first."""
    content = table("measures")
    check("key", set(content), KEYS)
    found: dict[tuple[str, str], list[Rule]] = {}
    for row in content["rule"]:
        check("key of a rule", set(row), RULE_KEYS)
        check("role", {row["role"]}, ROLES)
        counted, never = frozenset(row.get("counted", ())), frozenset(row.get("never", ()))
        check("class", set(counted | never), frozenset(content["classes"]))
        for phrase in row["words"]:
            first, *rest = phrase.split()
            found.setdefault((row["role"], first), []).append(Rule(row["measure"], tuple(rest), counted, never))
    return {key: tuple(sorted(entries, key=lambda r: -len(r.rest))) for key, entries in found.items()}


@cache
def classes() -> dict[str, frozenset[str]]:
    """The classes of a counted noun, by its plain form."""
    found: dict[str, set[str]] = {}
    for name, nouns in table("measures")["classes"].items():
        for noun in nouns:
            found.setdefault(noun, set()).add(name)
    return {noun: frozenset(names) for noun, names in found.items()}


@cache
def defaults() -> frozenset[str]:
    """Measures that only name the sort of thing counted."""
    return frozenset(rule.measure for (role, _), entries in rules().items() if role == "default" for rule in entries)


@cache
def listed(name: str) -> frozenset[str]:
    """One list of words of knowledge/measures."""
    check("list", {name}, LISTS)
    return frozenset(table("measures")[name])


@cache
def paces() -> dict[str, str]:
    """Adverbs of a rate and the unit that they give a count."""
    return dict(table("measures")["paces"])


@cache
def person_ends() -> tuple[str, ...]:
    return tuple(table("measures")["person_ends"])


@cache
def hedges() -> dict[str, str]:
    found = {}
    for row in table("measures")["hedge"]:
        check("key of a hedge", set(row), HEDGE_KEYS)
        found.update(dict.fromkeys(row["forms"], row["word"]))
    return found


@cache
def plain_forms(*, verbs: bool) -> dict[str, str]:
    """Inflected forms of the words that rules name, to their plain form: the lemmatizer of a small model slips on rare words.

    Apart for verbs and for nouns and adjectives, since "wounded" is a form of the one and a word of the other.
    """
    made: dict[str, str] = {}
    inflect = verb_forms if verbs else noun_forms
    for (role, first), _ in rules().items():
        if (role in VERBAL) == verbs:
            made.update({form: first for form in (first, *inflect(first)) if form not in made})
    for (role, _), entries in rules().items():  # a word that begins no rule comes after those that do: "arms" is a form of "arm"
        if (role in VERBAL) == verbs:
            for word in (part for entry in entries for part in entry.rest):
                made.update({form: word for form in (word, *inflect(word)) if form not in made})
    if verbs:
        made.update({form: word for word in listed("counters") for form in (word, *verb_forms(word)) if form not in made})
        made.update(cast(dict[str, str], table("measures")["irregular"]))
    else:
        made.update({form: noun for noun in classes() for form in (noun, *noun_forms(noun)) if form not in made})
    return made


def noun_forms(word: str) -> tuple[str, ...]:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return (word[:-1] + "ies",)
    return (word + "es",) if word.endswith(("s", "sh", "ch", "x")) else (word + "s",)


def verb_forms(word: str) -> tuple[str, ...]:
    stem = word[:-1] if word.endswith("e") else word
    doubled = stem + stem[-1] if stem[-1:] not in "aeiouwxy" and stem[-2:-1] in "aeiou" and stem[-3:-2] not in "aeiou" else stem
    past = word[:-1] + "ied" if word.endswith("y") and word[-2:-1] not in "aeiou" else stem + "ed"
    return (*noun_forms(word), past, stem + "ing", doubled + "ed", doubled + "ing")


def plain(form: str, lemma: str, *, verb: bool = False) -> str:
    """The plain form of a word: by the lexicon's own forms, otherwise the lemma."""
    return plain_forms(verbs=verb).get(form) or lemma or form
