"""`knowledge/provisions_acts.toml`: which reported acts bear on which terms, checked when it is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict, ValidationError

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError

FILE = "provisions_acts"


class _Bearing(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    performs: tuple[str, ...]
    against: tuple[str, ...]


class _Collective(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    words: frozenset[str]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    issues: dict[str, tuple[str, ...]]
    bearing: _Bearing
    collective: _Collective


@dataclass(frozen=True, slots=True)
class ActWords:
    """Issues by act, the acts that perform or go against a term, and the last words of names that stand for all parties."""

    issues: dict[str, frozenset[str]]
    performs: frozenset[str]
    against: frozenset[str]
    collective: frozenset[str]


def checked(content: object) -> ActWords:
    """Raises KnowledgeError for an unknown key, or an act that has no issues."""
    try:
        read = _File.model_validate(content)
    except ValidationError as error:
        raise KnowledgeError(str(error.errors()[0]["msg"]), where=f"{FILE}.toml", mend=f"Look at {error.errors()[0]['loc']}.") from error
    acts = {*read.bearing.performs, *read.bearing.against}
    if stray := sorted(acts - set(read.issues)):
        raise KnowledgeError(f"acts without issues: {', '.join(stray)}", where=f"{FILE}.toml", mend="Give them issues under [issues].")
    return ActWords(
        {act: frozenset(i) for act, i in read.issues.items()}, frozenset(read.bearing.performs), frozenset(read.bearing.against), read.collective.words
    )


@cache
def act_words() -> ActWords:
    return checked(table(FILE))
