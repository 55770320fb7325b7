"""A statement while it is being read: token ranges, before it is settled whose it is and which of two readings stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from trucekeeper.model.claims import Actor
from trucekeeper.reading.statements.page import Words

Shape = Literal["quote", "clause", "open", "object", "noun", "phrase", "hedge", "run-on"]


@dataclass(slots=True)
class Draft:
    """`head` is the cue's main token, `source_head` the noun of its source; `rank` orders readings of the same words, higher first."""

    head: int
    cue: list[Words]
    content: list[Words]
    act: str
    lemma: str
    shape: Shape
    source: list[Words] = field(default_factory=list)
    source_head: int | None = None
    addressee: int | None = None
    told: int | None = None  # whom the statement before it in the sentence was told
    hedge: str | None = None
    rank: float = 0.5
    run_on: bool = False
    denied: bool = False
    voice: Draft | None = None  # the statement whose speaker this one's pronoun stands for
    carried: Actor | None = None  # the outlet whose report it is
    nested: bool = False  # a quotation within another's quotation
    verbatim: bool = False  # somebody's very words though no marks tell ("SMITH: …")
    answers: bool = False  # a relative clause that answers what was told ("…, which the army denies")

    def covers(self, i: int) -> bool:
        return any(a <= i < b for a, b in self.content)

    def size(self) -> int:
        return sum(b - a for a, b in self.content)


def shared(one: Draft, other: Draft) -> int:
    """Tokens of content in both."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one.content for c, d in other.content)
