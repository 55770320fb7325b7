"""`knowledge/provisions_acts.toml`: which reported acts bear on which terms, checked when it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from trucekeeper.knowledge import table
from trucekeeper.model.agreement import Life
from trucekeeper.model.errors import KnowledgeError

FILE = "provisions_acts"


class _Bearing(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    performs: tuple[str, ...]
    against: tuple[str, ...]


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    words: frozenset[str]


class _Offices(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    persons: frozenset[str]
    institutions: frozenset[str]


class Telling(BaseModel):
    """How reports tell of one kind of act that terms ask for; `term`, `verbs`, `done` and `undone` are patterns, of which the last may be empty, and `verbs`
    where no infinitive tells of it. Where it is `placed`, what the term is about stands as the verb's object."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    acts: frozenset[str]
    term: str
    verbs: str
    done: str
    undone: str
    topic: frozenset[str]
    against: Life
    needs_topic: bool = False
    placed: bool = False

    @field_validator("term", "verbs", "done", "undone")
    @classmethod
    def pattern(cls, written: str) -> str:
        return checked_pattern(written)


class Frames(BaseModel):
    """Words about an act, whatever its kind, that say what became of it; all are patterns."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    failed: str
    stalled: str
    late: str
    over: str
    ongoing: str
    denial: str
    ceased: str

    @field_validator("*")
    @classmethod
    def pattern(cls, written: str) -> str:
        return checked_pattern(written)


class Verbs(BaseModel):
    """Verbs that say too little of an act (`weak`), the `particles` that make a verb of two words, and those that tell of the `same` act."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    weak: frozenset[str]
    particles: frozenset[str]
    same: tuple[tuple[str, ...], ...]


def checked_pattern(written: str) -> str:
    try:
        re.compile(written)
    except re.error as error:
        raise ValueError(f"no pattern: {written}") from error
    return written


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    tellings: tuple[Telling, ...]
    frames: Frames
    own_verbs: Verbs
    issues: dict[str, tuple[str, ...]]
    bearing: _Bearing
    collective: _Words
    common: _Words
    itself: _Words
    monitors: _Words
    offices: _Offices


@dataclass(frozen=True, slots=True)
class ActWords:
    """Issues by act, the acts that perform or go against a term, and the last words of names that stand for all parties;
    how reports tell of performance, by the kind of act and whatever the act; words too common to show what a term is about; and words that name
    offices and institutions."""

    issues: dict[str, frozenset[str]]
    performs: frozenset[str]
    against: frozenset[str]
    collective: frozenset[str]
    tellings: tuple[Telling, ...]
    frames: Frames
    verbs: Verbs
    common: frozenset[str]
    agreements: frozenset[str]
    monitors: frozenset[str]
    officers: frozenset[str]
    institutions: frozenset[str]


def checked(content: object) -> ActWords:
    """Raises KnowledgeError for an unknown key, or an act that has no issues."""
    try:
        read = _File.model_validate(content)
    except ValidationError as error:
        raise KnowledgeError(str(error.errors()[0]["msg"]), where=f"{FILE}.toml", mend=f"Look at {error.errors()[0]['loc']}.") from error
    acts = {*read.bearing.performs, *read.bearing.against}
    if stray := sorted(acts - set(read.issues)):
        raise KnowledgeError(f"acts without issues: {', '.join(stray)}", where=f"{FILE}.toml", mend="Give them issues under [issues].")
    issues = {act: frozenset(i) for act, i in read.issues.items()}
    return ActWords(
        issues, frozenset(read.bearing.performs), frozenset(read.bearing.against), read.collective.words, read.tellings, read.frames,
        read.own_verbs, read.common.words, read.itself.words, read.monitors.words, read.offices.persons, read.offices.institutions,
    )  # fmt: skip


@cache
def act_words() -> ActWords:
    return checked(table(FILE))
