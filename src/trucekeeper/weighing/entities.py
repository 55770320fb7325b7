"""Who is who across documents: names become entities; uncertain pairs are proposed with the reason and never joined silently."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from trucekeeper.model.claims import Actor, Claim, Event, Figure, Position, Provision, Role, Statement, Wording
from trucekeeper.model.judgement import Judgement
from trucekeeper.weighing.beside import in_context, surroundings_of
from trucekeeper.weighing.carriers import listed_short_forms
from trucekeeper.weighing.groups import groups
from trucekeeper.weighing.judged import identities
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import (
    SHORTEST_ACRONYM,
    Match,
    compare,
    core,
    initials,
    is_acronym,
    is_bare_noun,
    name_words,
    names_somebody,
    owner_of,
    plain,
    skeleton,
    without_owner,
)
from trucekeeper.weighing.nations import is_country, with_countries
from trucekeeper.weighing.offices import bodies_spoken_for, offices_of, ranks_of, spokes_of
from trucekeeper.weighing.short_forms import bare_name, short_forms_in

OWNED_BODY = re.compile(r"\b([A-Z][\w-]+)['’]s ((?:[A-Z][\w-]+ ){1,4}[A-Z][\w-]+)")
LONGEST_ACRONYM = 8  # letters of a short form that two full names may share; longer ones are other names
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
    """`key_to` leads from an actor's key to its entity's; `joins` are pairs taken as one by what stands beside them, with the reason; `bodies` are,
    by entity, the names of those whose officers somebody is, of whose body it is, and short forms that a text defines; `speaks_for` the entity (None where
    it is none) and name of the body whose spokesman somebody is."""

    somebodies: dict[str, Somebody]
    key_to: dict[str, str]
    proposals: tuple[Proposal, ...]
    joins: tuple[Proposal, ...] = ()
    bodies: dict[str, frozenset[str]] = field(default_factory=dict)
    speaks_for: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    _called: dict[tuple[str, str, str], tuple[frozenset[str], ...]] = field(default_factory=dict, compare=False, repr=False)

    def called(self, actor: Actor) -> tuple[frozenset[str], ...]:
        """The words of each name by which somebody goes, and of those whose officer he is, or whose body it is; worked out once."""
        known = (actor.key, actor.label, actor.name)
        if known not in self._called:
            short = actor.name.removeprefix("the ").removeprefix("The ")
            entity = self.somebodies.get(self.entity_of(actor))
            names = (
                actor.label,
                core(actor.label),
                *((short,) if is_acronym(short) else ()),
                *(entity.names if entity else ()),
                *sorted(self.bodies.get(self.entity_of(actor), ())),
            )
            names = (*names, *filter(None, map(owner_of, names)))
            self._called[known] = tuple(frozenset(words) for n in dict.fromkeys(names) if (words := with_countries(name_words(n))))
        return self._called[known]

    def entity_of(self, actor: Actor) -> str:
        return self.key_to.get(actor.key, actor.key)

    def label_of(self, actor: Actor) -> str:
        entity = self.somebodies.get(self.entity_of(actor))
        return entity.label if entity else actor.label

    def same(self, a: Actor, b: Actor) -> bool:
        return self.entity_of(a) == self.entity_of(b)


def actors_of(claim: Claim) -> Iterator[Actor]:
    """Everybody that a claim names."""
    yield from (a for link in claim.attribution.chain for a in link.each)
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
            found = (claim.person, claim.body)
        case Wording():
            found = (claim.by,)
        case _:
            found = ()
    yield from (one for a in found if a is not None for one in a.each)


@dataclass(frozen=True, slots=True)
class Naming:
    """How claims name people and bodies: spellings with how many claims use them, by actor's key; keys that curated knowledge lists; defined short forms.

    `own` are the keys that proposals are made for; the others are there because their names may be the same ones.
    """

    spellings: dict[str, dict[str, int]]
    known: frozenset[str]
    short_forms: frozenset[tuple[str, str]]
    own: frozenset[str]
    beside: dict[str, frozenset[str]] = field(default_factory=dict)  # rare words of the names in the documents where a key is named
    offices: dict[str, frozenset[str]] = field(default_factory=dict)  # what somebody is called where he is named: "president", "rebel spokesman"
    bodies: dict[str, frozenset[str]] = field(default_factory=dict)  # the states and bodies whose officers they are
    ranks: dict[str, frozenset[str]] = field(default_factory=dict)  # by what rank somebody is called: "colonel", "spokesman"
    company: dict[str, frozenset[str]] = field(default_factory=dict)  # who else is named, with an id, where somebody is named
    spokes: dict[str, str] = field(default_factory=dict)  # for whom somebody speaks: the body’s name


def is_known(actor: Actor) -> bool:
    """Does the actor stand in the curated list?"""
    return bool(actor.actor) and not str(actor.actor).startswith("~")


def naming_of(claims: Iterable[Claim], texts: Mapping[str, str]) -> Naming:
    """From claims and the texts of their documents, by id."""
    held = list(claims)
    spellings: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    known: set[str] = set()
    for claim in held:
        for actor in set(actors_of(claim)):
            spellings[actor.key][actor.label] += 1
            if is_known(actor):
                known.add(actor.key)
    short_forms = frozenset(f for text in texts.values() for f in short_forms_in(text))
    beside = surroundings_of(((actor.key, claim.document) for claim in held for actor in actors_of(claim)), texts)
    told = offices_of(held), bodies_of(held, texts.values()), ranks_of(held), company_of(held), spokes_of(held)
    return Naming(dict(spellings), frozenset(known), short_forms, frozenset(spellings), beside, *told)


def bodies_of(claims: Iterable[Claim], texts: Iterable[str] = ()) -> dict[str, frozenset[str]]:
    """Whose officers people are, and whose a body is, by actor's key: "Sess" of "the Sess president, Ida Roe", "Roe" of "Roe's Lake Army"."""
    held = list(claims)
    made: dict[str, set[str]] = defaultdict(set)
    for claim in held:
        if isinstance(claim, Role) and claim.of and names_somebody(claim.of):
            made[claim.person.key].add(claim.of)
    owners: dict[str, set[str]] = defaultdict(set)
    for match in (m for text in texts for m in OWNED_BODY.finditer(text) if not is_country(plain(m[1]))):
        owners[plain(match[2])].add(match[1])
    for actor in {a for claim in held for a in actors_of(claim)} if owners else ():
        made[actor.key] |= owners.get(bare_name(actor.label), set())
    return {key: frozenset(names) for key, names in made.items() if names}


def company_of(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """By actor's key: who else is named, with an id, in the documents that name him."""
    named: dict[str, set[Actor]] = defaultdict(set)
    for claim in claims:
        named[claim.document].update(actors_of(claim))
    made: dict[str, set[str]] = defaultdict(set)
    for actors in named.values():
        known = {a.key for a in actors if a.actor}
        for key in {a.key for a in actors}:
            made[key] |= known - {key}
    return {key: frozenset(keys) for key, keys in made.items()}


def blocks_of(label: str) -> tuple[str, ...]:
    """Keys that names of one somebody share: the words of the name by their sound, in any order or run together, and the whole name with and without
    whose it is."""
    label = core(label)
    words = name_words(label)
    if not words or not names_somebody(label):
        return ()
    blocks = [f"all {' '.join(sorted(map(skeleton, with_countries(words))))}", whole_name(label)]
    if len(words) > 1:
        blocks.append(f"run {''.join(map(skeleton, words))}")
    owned = without_owner(label)
    if owned is not None:
        blocks.append(whole_name(owned))
    return tuple(blocks)


def whole_name(label: str) -> str:
    """The block of all who are called exactly so."""
    return f"whole {bare_name(label)}"


def _loose_blocks(label: str) -> tuple[str, ...]:
    """Keys of names that may be proposed as one: a word after the first by sound, the first, or initials."""
    label = core(label)
    words = name_words(label)
    if not words:
        return ()
    ends = (f"end {skeleton(w)}" for w in words[1:] or words)
    return (*dict.fromkeys(ends), f"first {skeleton(words[0])}", f"ini {initials(label) if len(words) > 1 else plain(label)}")


def _pairs(labels: dict[str, str], defined: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of keys worth comparing; a short form that a text defines with its full name, whatever its letters."""
    held: dict[str, set[str]] = defaultdict(set)
    loose: dict[str, set[str]] = defaultdict(set)
    for key, label in labels.items():
        for block in blocks_of(label):
            held[block].add(key)
        for block in _loose_blocks(label):
            loose[block].add(key)
    full_of: dict[str, set[str]] = defaultdict(set)
    for short, full in defined:
        full_of[short] |= held.get(whole_name(full), set())
    by_definition = (held[whole_name(short)] | held[whole_name(full)] for short, full in defined if {whole_name(short), whole_name(full)} <= held.keys())
    of_one_short_form = (keys for keys in full_of.values() if 1 < len(keys) <= CROWD)
    kept = [*held.values(), *(keys for keys in loose.values() if len(keys) <= CROWD), *by_definition, *of_one_short_form]
    yield from sorted({pair for keys in kept for pair in combinations(sorted(keys), 2)})


def _is_proper(name: str) -> bool:
    """Is every word of a name a name ("Ida Roe", "al-Karim"), so that it is no description ("its troops", "a team of the mission")?"""
    return all(w != w.lower() or "-" in w for w in name.split() if plain(w) not in lexicon().names.particles) and name != name.lower()


def _judged_match(a: str, b: str, defined: frozenset[tuple[str, str]], letters: Mapping[str, set[str]]) -> Match:
    """What two labels tell; an end of a name counts only where both are names, not descriptions. `letters` are the short forms of full names."""
    a, b = core(a), core(b)
    if {(bare_name(a), bare_name(b)), (bare_name(b), bare_name(a))} & defined:
        return Match("same", "a text gives the one as the short form of the other")
    match = compare(a, b)
    if match.verdict == "unlike" and (shared := sorted(letters.get(bare_name(a), set()) & letters.get(bare_name(b), set()))):
        return Match("likely", f"texts call both {shared[0].upper()} for short")
    if match.verdict in ("likely", "maybe") and not (_is_proper(a) and _is_proper(b)) and len(name_words(a)) != len(name_words(b)):
        return Match("unlike", "one of them is a description")
    return match


def who_is_who(claims: Iterable[Claim], judgements: Iterable[Judgement] = (), texts: Mapping[str, str] | None = None) -> WhoIsWho:
    """Entities of the claims."""
    return joined(naming_of(claims, texts or {}), judgements)


def joined(naming: Naming, judgements: Iterable[Judgement] = ()) -> WhoIsWho:
    """Entities of the names. People's judgements stand above what the names say: same joins, different keeps apart."""
    labels = {key: _fullest(names) for key, names in naming.spellings.items()}
    decided = identities(judgements)
    by_people = [_pair(pair) for pair, j in decided.items() if j.verdict == "same" and len(pair) == 2 and pair <= labels.keys()]
    apart = {pair for pair, j in decided.items() if j.verdict == "different"}
    by_name: list[tuple[str, str]] = []
    likely: list[tuple[str, str, str]] = []
    perhaps: list[tuple[str, str, str]] = []
    short_forms = naming.short_forms | listed_short_forms()
    letters: dict[str, set[str]] = defaultdict(set)
    for short, full in naming.short_forms:
        letters[full] |= {short} if SHORTEST_ACRONYM <= len(short) <= LONGEST_ACRONYM else set()
    for a, b in _pairs({k: v for k, v in labels.items() if names_somebody(v)}, short_forms):
        if frozenset((a, b)) in decided or {a, b} <= naming.known:
            continue
        match = _judged_match(labels[a], labels[b], short_forms, letters)
        if match.verdict in ("likely", "maybe") and any(is_bare_noun(labels[k]) for k in (a, b)):
            continue  # "The National" is nobody of "Orrin’s National Army"
        if match.verdict == "same":
            by_name.append((a, b))
        elif match.verdict == "likely" and {a, b} & naming.own:
            likely.append((a, b, match.reason))
        elif match.verdict == "maybe" and {a, b} & naming.own:
            perhaps.append((a, b, match.reason))
    told = in_context({k: core(v) for k, v in labels.items()}, likely, by_name, naming)
    parted = _grouped(labels, [*by_name, *((a, b) for a, b, _ in told)], by_people, apart)
    return _made(parted, naming, labels=labels, likely=[*likely, *perhaps], told=told)


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
    naming: Naming,
    *,
    labels: dict[str, str],
    likely: list[tuple[str, str, str]],
    told: list[tuple[str, str, str]],
) -> WhoIsWho:
    somebodies: dict[str, Somebody] = {}
    key_to: dict[str, str] = {}
    bodies: dict[str, frozenset[str]] = {}
    short: dict[str, set[str]] = defaultdict(set)
    for letters, full in naming.short_forms:
        short[full].add(letters)
    spellings = naming.spellings
    for group in parted:
        names = tuple(sorted({n for key in group for n in spellings[key]}))
        entity = Somebody(
            group[0], max((core(labels[k]) for k in group), key=lambda n: (len(n), n)), names, group, sum(sum(spellings[k].values()) for k in group)
        )
        somebodies[entity.key] = entity
        key_to.update(dict.fromkeys(group, entity.key))
        above = (name for key in group for name in naming.bodies.get(key, ()))
        bodies[entity.key] = frozenset([*above, *(letters for n in names for letters in short[bare_name(n)])])
    proposals: dict[tuple[str, str], Proposal] = {}
    for a, b, reason in likely:
        first, second = sorted((key_to[a], key_to[b]))
        if first != second:
            proposals.setdefault((first, second), Proposal(first, second, somebodies[first].label, somebodies[second].label, reason))
    joins = tuple(Proposal(a, b, labels[a], labels[b], reason) for a, b, reason in sorted(told) if key_to[a] == key_to[b])
    known = tuple(p for _, p in sorted(proposals.items()))
    named = {bare_name(name): entity.key for entity in somebodies.values() for name in entity.names}
    speaks_for = {key_to[k]: (named.get(bare_name(body)), body) for k, body in sorted(bodies_spoken_for(spellings, naming.spokes).items()) if k in key_to}
    return WhoIsWho(somebodies, key_to, known, joins, {k: v for k, v in bodies.items() if v}, speaks_for)
