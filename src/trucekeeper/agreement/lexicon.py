"""`knowledge/provisions_acts.toml`: which reported acts bear on which terms, checked when it is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from trucekeeper.knowledge import table
from trucekeeper.model.agreement import Life
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.model.shaped import Pattern, shaped

FILE = "provisions_acts"


@dataclass(frozen=True, slots=True)
class _Bearing:
    performs: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Listed:
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Offices:
    persons: frozenset[str]
    institutions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """How reports tell of one kind of act that terms ask for; `term`, `verbs`, `done`, `undone` and `nouns` are patterns, of which the last two may be
    empty, and `verbs` where no infinitive tells of it. Where it is `placed`, what the term is about stands as the verb's object; where it is `located`, in the
    verb's clause, and not as where to somebody goes. It `goes` where it tells of somebody's own return to a place; of
    those with `whose` the topic alone does not tell whose they are."""

    name: str
    acts: frozenset[str]
    term: Pattern
    verbs: Pattern
    done: Pattern
    undone: Pattern
    topic: frozenset[str]
    against: Life
    nouns: Pattern = ""
    needs_topic: bool = False
    placed: bool = False
    located: bool = False
    goes: bool = False
    whose: bool = False


@dataclass(frozen=True, slots=True)
class Frames:
    """Words about an act, whatever its kind, that say what became of it; all are patterns."""

    failed: Pattern
    stalled: Pattern
    late: Pattern
    ahead: Pattern
    owed: Pattern
    lays_down: Pattern
    nearly: Pattern
    begun: Pattern
    underway: Pattern
    got_underway: Pattern
    partly: Pattern
    part: Pattern
    rest: Pattern
    whole: Pattern
    in_all: Pattern
    bringing: Pattern
    kept: Pattern
    finished: Pattern
    labours: Pattern
    presupposed: Pattern
    transitive: Pattern
    happened: Pattern
    breached: Pattern
    hindered: Pattern
    made_known: Pattern
    belittled: Pattern
    halted: Pattern
    deferred: Pattern
    quit: Pattern
    over: Pattern
    ongoing: Pattern
    denial: Pattern
    ceased: Pattern
    little: Pattern
    stated: Pattern
    denies: Pattern
    offices: Pattern
    heads_for: Pattern
    dates_matter: Pattern


@dataclass(frozen=True, slots=True)
class Drafting:
    """Words by which texts of agreements put what is owed, and none of which is what it is about; all are patterns."""

    whereabouts: Pattern
    ensures: Pattern
    steps: Pattern
    enables: Pattern
    provided: Pattern
    beside: Pattern
    itself: Pattern
    signatories: Pattern
    undertakes: Pattern
    setting_up: Pattern
    makes_up: Pattern
    sizes: Pattern
    rules: Pattern


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs that say too little of an act (`weak`), or only that the act of the noun before them is done (`light`), or of the one behind them (`carrying`), the
    `particles` that make a verb of two words, those that tell of the `same` act, and those by which somebody `comes` back to a place."""

    weak: frozenset[str]
    light: frozenset[str]
    particles: frozenset[str]
    same: tuple[tuple[str, ...], ...]
    comes: tuple[str, ...]
    carrying: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Alike:
    words: tuple[tuple[str, ...], ...]
    same: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _File:
    tellings: tuple[Telling, ...]
    frames: Frames
    drafting: Drafting
    own_verbs: Verbs
    issues: dict[str, tuple[str, ...]]
    bearing: _Bearing
    collective: _Words
    alike: _Alike
    common: _Words
    itself: _Words
    accords: _Listed
    monitors: _Words
    offices: _Offices
    sides: _Words


@dataclass(frozen=True, slots=True)
class ActWords:
    """Issues by act, the acts that perform or go against a term, and the last words of names that stand for all parties;
    how reports tell of performance, by the kind of act and whatever the act; how agreements put what is owed; words for the same kind of thing, and words
    that are one; words too common to show what a term is about; those behind which an agreement is named that an act accords with; and words that name
    offices and institutions."""

    issues: dict[str, frozenset[str]]
    performs: frozenset[str]
    against: frozenset[str]
    collective: frozenset[str]
    tellings: tuple[Telling, ...]
    frames: Frames
    drafting: Drafting
    verbs: Verbs
    alike: tuple[tuple[str, ...], ...]
    same: tuple[tuple[str, ...], ...]
    common: frozenset[str]
    agreements: frozenset[str]
    accords: tuple[str, ...]
    monitors: frozenset[str]
    officers: frozenset[str]
    institutions: frozenset[str]
    sides: frozenset[str]


def checked(content: object) -> ActWords:
    """Raises KnowledgeError for an unknown key, or an act that has no issues."""
    read = shaped(_File, content, f"{FILE}.toml")
    acts = {*read.bearing.performs, *read.bearing.against}
    if stray := sorted(acts - set(read.issues)):
        raise KnowledgeError(f"acts without issues: {', '.join(stray)}", where=f"{FILE}.toml", mend="Give them issues under [issues].")
    issues = {act: frozenset(i) for act, i in read.issues.items()}
    return ActWords(
        issues, frozenset(read.bearing.performs), frozenset(read.bearing.against), read.collective.words, read.tellings, read.frames,
        read.drafting, read.own_verbs, read.alike.words, read.alike.same,
        read.common.words, read.itself.words, read.accords.words, read.monitors.words, read.offices.persons, read.offices.institutions, read.sides.words,
    )  # fmt: skip


@cache
def act_words() -> ActWords:
    return checked(table(FILE))
