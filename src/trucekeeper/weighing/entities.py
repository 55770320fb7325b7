"""Who is who across documents: names become entities; uncertain pairs are proposed with the reason and never joined silently."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from trucekeeper.model.claims import Actor, Claim, Event, Figure, Position, Provision, Role, Statement, Wording
from trucekeeper.model.judgement import Judgement
from trucekeeper.weighing.groups import groups
from trucekeeper.weighing.judged import identities
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import Match, compare, initials, name_words, names_somebody, plain, skeleton

DEFINITION = re.compile(r"((?:[\w’'-]+ ){1,8})\(([A-Z][A-Z.]{1,8})\)")
CROWD = 60  # keys that share a block; a block larger than this is a common word and proposes nothing


@dataclass(frozen=True, slots=True)
class Somebody:
    """One entity: its key (the least of `keys`), the fullest name, every spelling met, and in how many claims it stands."""

    key: str
    label: str
    names: tuple[str, ...]
    keys: tuple[str, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities that may be one; a person decides."""

    first: str
    second: str
    first_label: str
    second_label: str
    reason: str


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """`key_to` leads from an actor's key to its entity's."""

    somebodies: dict[str, Somebody]
    key_to: dict[str, str]
    proposals: tuple[Proposal, ...]

    def entity_of(self, actor: Actor) -> str:
        return self.key_to.get(actor.key, actor.key)

    def label_of(self, actor: Actor) -> str:
        entity = self.somebodies.get(self.entity_of(actor))
        return entity.label if entity else actor.label

    def same(self, a: Actor, b: Actor) -> bool:
        return self.entity_of(a) == self.entity_of(b)


def actors_of(claim: Claim) -> Iterator[Actor]:
    """Everybody that a claim names."""
    yield from claim.attribution.chain
    found: tuple[Actor | None, ...]
    match claim:
        case Statement():
            found = (claim.speaker, claim.addressee)
        case Event():
            found = (*claim.actors, *claim.recipients)
        case Provision():
            found = (*claim.obligors, *claim.beneficiaries)
        case Position() | Figure():
            found = (claim.party,)
        case Role():
            found = (claim.person,)
        case Wording():
            found = (claim.by,)
        case _:
            found = ()
    yield from (a for a in found if a is not None)


def _blocks(labels: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of keys worth comparing: the same last word by sound, the same words, or initials."""
    held: dict[str, set[str]] = defaultdict(set)
    for key, label in labels.items():
        words = name_words(label)
        if words:
            held[f"end {skeleton(words[-1])}"].add(key)
            held[f"all {' '.join(sorted(map(skeleton, words)))}"].add(key)
            held[f"ini {initials(label) if len(words) > 1 else plain(label)}"].add(key)
    pairs = {pair for keys in held.values() if len(keys) <= CROWD for pair in combinations(sorted(keys), 2)}
    yield from sorted(pairs)


def _defined(texts: Iterable[str]) -> set[tuple[str, str]]:
    """(short form, full name) as texts define them: "Union of Lake Towns (ULT)". The letters must be the initials of the words before."""
    found: set[tuple[str, str]] = set()
    for text in texts:
        for match in DEFINITION.finditer(text):
            words = match[1].split()
            short = match[2].replace(".", "")
            fits = (" ".join(words[i:]) for i in range(len(words)) if initials(" ".join(words[i:])) == plain(short))
            found.update((plain(short), plain(name).removeprefix("the ")) for name in fits)
    return found


def _is_proper(name: str) -> bool:
    """Is every word of a name a name ("Ida Roe", "al-Karim"), so that it is no description ("its troops", "a team of the mission")?"""
    return all(w != w.lower() or "-" in w for w in name.split() if plain(w) not in lexicon().names.particles) and name != name.lower()


def _judged_match(a: str, b: str, defined: set[tuple[str, str]]) -> Match:
    """What two labels tell; an end of a name counts only where both are names, not descriptions."""
    if {(plain(a), plain(b).removeprefix("the ")), (plain(b), plain(a).removeprefix("the "))} & defined:
        return Match("same", "a text gives the one as the short form of the other")
    match = compare(a, b)
    if match.verdict == "likely" and not (_is_proper(a) and _is_proper(b)) and len(name_words(a)) != len(name_words(b)):
        return Match("unlike", "one of them is a description")
    return match


def who_is_who(claims: Iterable[Claim], judgements: Iterable[Judgement] = (), texts: Iterable[str] = ()) -> WhoIsWho:
    """Entities of the claims. People's judgements stand above what the names say: same joins, different keeps apart."""
    defined = _defined(texts)
    spellings: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    told: dict[str, int] = defaultdict(int)
    known: set[str] = set()
    for claim in claims:
        for actor in set(actors_of(claim)):
            spellings[actor.key][actor.label] += 1
            told[actor.key] += 1
            if actor.actor and not actor.actor.startswith("~"):
                known.add(actor.key)
    labels = {key: _fullest(names) for key, names in spellings.items()}
    decided = identities(judgements)
    by_people = [_pair(pair) for pair, j in decided.items() if j.verdict == "same" and len(pair) == 2 and pair <= labels.keys()]
    apart = {pair for pair, j in decided.items() if j.verdict == "different"}
    by_name: list[tuple[str, str]] = []
    likely: list[tuple[str, str, str]] = []
    for a, b in _blocks({k: v for k, v in labels.items() if names_somebody(v)}):
        if frozenset((a, b)) in decided or {a, b} <= known:
            continue
        match = _judged_match(labels[a], labels[b], defined)
        if match.verdict == "same":
            by_name.append((a, b))
        elif match.verdict == "likely":
            likely.append((a, b, match.reason))
    parted = _grouped(labels, by_name, by_people, apart)
    return _made(parted, labels=labels, spellings=spellings, told=told, likely=likely)


def _pair(pair: frozenset[str]) -> tuple[str, str]:
    first, second = sorted(pair)
    return first, second


def _fullest(names: dict[str, int]) -> str:
    """The spelling used most, the longer one on a tie."""
    return max(names, key=lambda n: (names[n], len(n), n))


def _grouped(keys: Iterable[str], by_name: list[tuple[str, str]], by_people: list[tuple[str, str]], apart: set[frozenset[str]]) -> list[tuple[str, ...]]:
    """Groups by both kinds of pairs; where that would join two whom a person told apart, only what people joined holds."""
    made: list[tuple[str, ...]] = []
    for group in groups(keys, [*by_name, *by_people]):
        torn = any(frozenset(p) in apart for p in combinations(group, 2))
        made.extend(groups(group, [(a, b) for a, b in by_people if a in group]) if torn else [group])
    return made


def _made(
    parted: list[tuple[str, ...]],
    *,
    labels: dict[str, str],
    spellings: dict[str, dict[str, int]],
    told: dict[str, int],
    likely: list[tuple[str, str, str]],
) -> WhoIsWho:
    somebodies, key_to = {}, {}
    for group in parted:
        names = tuple(sorted({n for key in group for n in spellings[key]}))
        entity = Somebody(group[0], max((labels[k] for k in group), key=lambda n: (len(n), n)), names, group, sum(told[k] for k in group))
        somebodies[entity.key] = entity
        key_to.update(dict.fromkeys(group, entity.key))
    proposals: dict[tuple[str, str], Proposal] = {}
    for a, b, reason in likely:
        first, second = sorted((key_to[a], key_to[b]))
        if first != second:
            proposals.setdefault((first, second), Proposal(first, second, somebodies[first].label, somebodies[second].label, reason))
    return WhoIsWho(somebodies, key_to, tuple(p for _, p in sorted(proposals.items())))
