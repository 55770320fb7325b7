"""What people are called where they are named: their offices, and their ranks, which many bear at one time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from trucekeeper.model.claims import Claim, Role
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import plain
from trucekeeper.weighing.nations import countries

SPEAKS = r"(?:spokes(?:man|woman|person)|chief|head|director(?:-general)?)"  # for their body
SPOKES = re.compile(rf"(.*)\b{SPEAKS}\b", re.IGNORECASE)
OFFICER = re.compile(rf"(?:the |an? )?{SPEAKS} (?:of|for) (?:the )?(.+)", re.IGNORECASE)


def offices_of(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """The offices that claims give to people, by actor's key: the words of the title without countries and forms of address that many bear."""
    made: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim, Role) and claim.title:
            words = [w for w in re.findall(r"\w+", plain(claim.title)) if w not in lexicon().names.particles and w not in countries()]
            if not lexicon().names.ranks.issuperset(words):
                made[claim.person.key].add(" ".join(words))
    return {key: frozenset(titles) for key, titles in made.items()}


def ranks_of(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """The ranks by which claims call people, by actor's key ("colonel", "spokesman")."""
    made: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim, Role) and claim.title:
            made[claim.person.key].update(lexicon().names.ranks & set(re.findall(r"\w+", plain(claim.evidence[0].exact))))
    return {key: frozenset(ranks) for key, ranks in made.items() if ranks}


def spokes_of(claims: Iterable[Claim]) -> dict[str, str]:
    """For whom spokespeople and heads of bodies speak, by actor's key: the body's name, or what stands before their title ("army" of "army spokesman")."""
    made: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim, Role) and claim.title and (before := SPOKES.match(claim.title)) is not None and (body := claim.of or before[1].strip()):
            made[claim.person.key].add(body)
    return {key: min(names) for key, names in made.items() if len(names) == 1}


def bodies_spoken_for(spellings: Mapping[str, Iterable[str]], spokes: Mapping[str, str]) -> dict[str, str]:
    """The same with those who are only called by such an office ("the head of the Lake Union")."""
    return {key: body[1] for key, names in spellings.items() for name in names if (body := OFFICER.fullmatch(name)) is not None} | dict(spokes)
