"""The verb in which a term's act is named, and its finite forms as patterns: "hand over" and "handed the maps over", "ratify" and "ratified"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from trucekeeper.agreement.lexicon import act_words
from trucekeeper.knowledge import table

WORD = re.compile(r"\W*(?:be\s+)?(?:[a-z]+ly\s+)?(?P<verb>[a-z]+)(?:\s+(?P<particle>[a-z]+))?")
APART = r"(?:\W+[\w'’-]+){0,6}?\W+"  # words between a verb and its particle ("pulled all of its guns back")
PASSIVE = re.compile(r"\W*be\s")
VOWELS = "aeiou"
SHORTEST = 4  # letters of a verb's stem by which its noun is known


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in its base form, with its particle if it has one; `written` is a pattern of the words that name it in the term."""

    base: str
    particle: str = ""
    written: str = ""

    @property
    def infinitive(self) -> str:
        """A pattern of the base form."""
        return rf"{self.base}{APART}{self.particle}" if self.particle else self.base


def verb_at(words: str) -> Verb | None:
    """The verb that an act's words begin with ("hand over the maps", "be rebuilt within a year"), or None where they begin with none, or with one that says
    too little of an act ("ensure", "take")."""
    match = WORD.match(words)
    if match is None or act_words().verbs.weak & {match["verb"]}:
        return None
    word, after = match["verb"], match["particle"] or ""
    base = base_of(word) if PASSIVE.match(words) else word
    if base is None or base.endswith("ing") or act_words().verbs.weak & {base}:
        return None
    particle = after if after in act_words().verbs.particles else ""
    return Verb(base, particle, rf"{word}\s+{particle}" if particle else word)


def same_acts(verb: Verb) -> tuple[Verb, ...]:
    """The verb, and those that tell of the same act."""
    name = f"{verb.base} {verb.particle}".strip()
    others = (other for verbs in act_words().verbs.same if any(re.fullmatch(name, v) for v in verbs) for other in verbs if not re.fullmatch(name, other))
    return (verb, *(Verb(*other.split(" ", 1)) for other in dict.fromkeys(others)))


def comings() -> tuple[Verb, ...]:
    """Verbs by which somebody comes back to a place."""
    return tuple(Verb(*name.split(" ", 1)) for name in act_words().verbs.comes)


def base_of(participle: str) -> str | None:
    """Of a past participle: "rebuilt" is of "rebuild", "restored" of "restor" or "restore"; None for what is none."""
    if participle in irregular():
        return irregular()[participle]
    if not participle.endswith("ed") or len(participle) < len("xxed"):
        return None
    stem = participle.removesuffix("ed")
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "slfz":
        return stem[:-1]
    return f"{stem}e?" if stem[-1] not in VOWELS else f"{stem}e"


def pasts(verb: Verb) -> str:
    """A pattern of the verb's past forms, with the particle behind them or behind their object."""
    base = verb.base.removesuffix("?")
    written = [form for form, of in irregular().items() if of == base] or [regular(base)]
    forms = "|".join(sorted(written))
    return rf"(?:{forms}){APART}{verb.particle}|(?:{forms})\s+{verb.particle}" if verb.particle else forms


def regular(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return f"{base[:-1]}ied"
    return rf"{base}(?:{base[-1]})?ed"


def nouns(verb: Verb) -> str:
    """A pattern of nouns that name the verb's act: "registration" of "register", "storage" of "store"; none of a verb too short to tell."""
    stem = re.sub(r"(?:er|e\??|y)$", "", verb.base)
    return rf"{stem}\w{{0,2}}(?:ations?|tions?|sions?|ments?|age|al|ure|ance|ing)" if len(stem) >= SHORTEST else ""


@cache
def irregular() -> Mapping[str, str]:
    forms: Mapping[str, str] = table("acts_irregular")["forms"]
    return forms
