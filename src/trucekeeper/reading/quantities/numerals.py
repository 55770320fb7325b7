"""Numbers in text, in digits, words or both, exact or vague: what their own words say, before anything is known of what they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trucekeeper.reading.quantities.lexemes import Lexeme
from trucekeeper.reading.quantities.lexicon import Numbers, numbers

HYPHENS = frozenset({"-", "‐", "‑"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """Lexemes [first, last). A range has `low` and `high` and no value; a vague one has `least` (the open interval of its plural) and no value."""

    first: int
    last: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    least: float | None = None
    scale: float = 1.0
    digits: bool = False
    fraction: bool = False

    @property
    def vague(self) -> bool:
        return self.least is not None

    @property
    def top(self) -> float:
        """Its highest value, 0 where none is given."""
        return self.high if self.high is not None else self.value or 0.0


class Line:
    """A text's lexemes as those who look for numerals ask for them; past its ends there is nothing."""

    def __init__(self, lexemes: Sequence[Lexeme]) -> None:
        self.lexemes = lexemes
        self.known: Numbers = numbers()

    def lower(self, at: int) -> str:
        return self.lexemes[at].lower if 0 <= at < len(self.lexemes) else ""

    def is_number(self, at: int) -> bool:
        return 0 <= at < len(self.lexemes) and self.lexemes[at].kind == "number"

    def scale_at(self, at: int) -> bool:
        return self.lower(at) in self.known.scales
