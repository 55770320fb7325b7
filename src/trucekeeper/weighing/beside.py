"""Names that may be one somebody's, decided by what stands beside them: a family name in one report and the only full name that fits it in a report akin."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import fields
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from trucekeeper.knowledge import table
from trucekeeper.weighing.carriers import carriers
from trucekeeper.weighing.groups import groups
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import compare, name_words, plain, sound
from trucekeeper.weighing.sentences import capitals

if TYPE_CHECKING:
    from trucekeeper.weighing.entities import Naming

SHARED = 1  # rare names that reports must have in common
FEW = 5  # documents in which a name may stand and still be rare,
SHARE = 0.15  # or the share of them


def surroundings_of(named: Iterable[tuple[str, str]], texts: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """From (key, document id) of all mentions: the rare names of the documents in which each key is named."""
    names = {document: frozenset(w for w in capitals(text) if w not in worn()) for document, text in texts.items()}
    held_by = Counter(w for words in names.values() for w in words)
    most = max(FEW, int(SHARE * len(texts)))
    rare = {document: frozenset(w for w in words if held_by[w] <= most) for document, words in names.items()}
    made: dict[str, set[str]] = defaultdict(set)
    for key, document in set(named):
        made[key] |= rare.get(document, frozenset())
    return {key: frozenset(words) for key, words in made.items()}


@cache
def offices() -> frozenset[str]:
    """Words for offices and bodies that every state has, and forms of address."""
    return frozenset().union(lexicon().names.address, *(getattr(lexicon().origins, f.name) for f in fields(lexicon().origins)))


@cache
def worn() -> frozenset[str]:
    """Words of names that are everywhere: offices, bodies, forms of address, agencies."""
    passing = {w for name in carriers() for w in name_words(name)}
    return offices().union(lexicon().names.common, lexicon().names.particles, lexicon().words.small, passing)


Pair = tuple[str, str, str]  # two keys and why they may be one


def in_context(labels: Mapping[str, str], likely: Iterable[Pair], same: Iterable[tuple[str, str]], naming: Naming) -> list[Pair]:
    """Those of the likely pairs that their reports make sure: they share rare names or an office, and nobody else there may be meant."""
    told: list[Pair] = []
    same = list(same)
    beside = naming.beside
    letters: dict[str, set[str]] = defaultdict(set)
    for short, name in naming.short_forms:
        letters[name].add(short)
    for a, b, reason in likely:
        if {a, b} & naming.known or _bare_noun(labels[a], labels[b]) or _first_of_no_person(a, b, labels, naming):
            continue
        if b in naming.company.get(a, ()) and 1 in {len(name_words(labels[key])) for key in (a, b)}:
            continue  # a report that names both tells them apart
        own = {w for key in (a, b) for w in (*re.findall(r"\w+", plain(labels[key])), *letters[plain(labels[key]).removeprefix("the ")])}
        shared = sorted((beside.get(a, frozenset()) & beside.get(b, frozenset())) - own)
        shared_offices = sorted(naming.offices.get(a, frozenset()) & naming.offices.get(b, frozenset()))
        if len(shared) >= SHARED and not _may_be_kin(labels[a], labels[b]):
            told.append((a, b, f"{reason}, and their reports share {', '.join(shared[:3])}"))
        elif min(len(name_words(labels[a])), len(name_words(labels[b]))) > 1:
            ranks = sorted(naming.ranks.get(a, frozenset()) & naming.ranks.get(b, frozenset())) if _one_company(a, b, same, naming) else []
            if naming.bodies.get(a, frozenset()) & naming.bodies.get(b, frozenset()):
                ranks = ranks or sorted(naming.ranks.get(a, frozenset()) & naming.ranks.get(b, frozenset()))
            if shared_offices or ranks:
                told.append((a, b, f"{reason}, and both are called {(shared_offices or ranks)[0]}"))
    kept: list[Pair] = []
    by_reason = {(a, b) for a, b, _ in told}
    keys = {k for a, b, _ in told for k in (a, b)}
    for group in groups(keys, [(a, b) for a, b, _ in told] + [pair for pair in same if keys.issuperset(pair)]):
        full = [k for k in group if len(name_words(labels[k])) > 1]
        parts = groups(full, [pair for pair in same if set(full).issuperset(pair)])  # other names that a text gives to one are his
        if all(any(_may_stand_together(a, b, labels, by_reason) for a in one for b in other) for one, other in combinations(parts, 2)):
            kept.extend(pair for pair in told if pair[0] in group)
    return kept


def _one_company(a: str, b: str, same: Iterable[tuple[str, str]], naming: Naming) -> bool:
    """Is somebody else named beside both? Ranks, which many bear, tell something only then."""
    first, second = (naming.company.get(key, frozenset()) for key in (a, b))
    return bool(first & second) or any((x in first and y in second) or (y in first and x in second) for x, y in same)


def _may_stand_together(a: str, b: str, labels: Mapping[str, str], told: Container[tuple[str, str]]) -> bool:
    """Do two full names of a group of likely pairs not speak against it?"""
    if (a, b) in told or (b, a) in told:
        return True
    return compare(labels[a], labels[b]).verdict != "unlike" and not _may_be_kin(labels[a], labels[b])


def _may_be_kin(a: str, b: str) -> bool:
    """Has the one a first name more, before a given name and a last one that both have? So a son is often called ("Yusuf Ode", "Hasan Yusuf Ode")."""
    short, long = sorted((name_words(a), name_words(b)), key=len)
    return (
        1 < len(short) < len(long)
        and short[0] in _given_names()
        and [sound(w) for w in long[-len(short) :]] == [sound(w) for w in short]
        and not (lexicon().names.common | lexicon().names.bodies) & set(long)
    )


def _first_of_no_person(a: str, b: str, labels: Mapping[str, str], naming: Naming) -> bool:
    """Is the one only the first word of the other, and no given name, and is the other in no office? A person may go by his first name; "Sess" is not the
    "Sess Red Cross"."""
    short, long = sorted((a, b), key=lambda k: len(name_words(labels[k])))
    first, words = name_words(labels[short]), name_words(labels[long])
    begins = len(first) == 1 < len(words) and first[0] == words[0] != words[-1]
    return begins and first[0] not in _given_names() and long not in naming.offices and long not in naming.bodies


@cache
def _given_names() -> frozenset[str]:
    return frozenset(w for names in table("actors_given_names").values() for w in names.split())


def _bare_noun(a: str, b: str) -> bool:
    """Is the shorter name, or what the longer one has more, only a noun or direction ("the Front", "North Sess")?"""
    short, long = sorted((name_words(a), name_words(b)), key=len)
    common = lexicon().names.common
    return len(short) < len(long) and (set(short) <= common or (bool(set(long) - set(short)) and set(long) - set(short) <= common))
