"""A numeral with its unit and the words around it: what the filters look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trucekeeper.reading.quantities.lexemes import Lexeme
from trucekeeper.reading.quantities.lexicon import Unit, words
from trucekeeper.reading.quantities.numerals import Numeral


class Context:
    """A numeral with its unit and the words around it. `lead` is where its bound begins; `line_start` tells of an offset whether a line begins there."""

    def __init__(self, lexemes: Sequence[Lexeme], numeral: Numeral, unit: Unit | None, *, bounded: bool, lead: int, line_start: Callable[[int], bool]) -> None:
        self.lead = lead
        self.lexemes, self.numeral, self.unit, self.bounded = lexemes, numeral, unit, bounded
        self.begins_line = line_start(lexemes[numeral.first].start)

    def at(self, index: int) -> Lexeme | None:
        return self.lexemes[index] if 0 <= index < len(self.lexemes) else None

    def lower(self, index: int) -> str:
        lexeme = self.at(index)
        return lexeme.lower if lexeme else ""

    @property
    def before(self) -> str:
        return self.lower(self.numeral.first - 1)

    @property
    def behind(self) -> str:
        return self.lower(self.numeral.last)

    @property
    def plain(self) -> bool:
        """One run of digits without separators."""
        return self.numeral.digits and self.numeral.last == self.numeral.first + 1 and self.lexemes[self.numeral.first].text.isdigit()

    def noun_follows(self) -> bool:
        """Does a word stand behind it that it may count? (Grammar words do not.)"""
        lexeme = self.at(self.numeral.last)
        return lexeme is not None and lexeme.kind == "word" and lexeme.lower not in words("after_fraction") and lexeme.lower not in words("clock")
