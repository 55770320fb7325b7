"""One way up from a word to the root of its sentence: what has been gathered, and whether to go on."""

from __future__ import annotations

from dataclasses import dataclass

from trucekeeper.model.claims import Status
from trucekeeper.reading.events.statuswords import fold


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of an act, and the word that says that the teller does not vouch for it."""

    status: Status
    hedge: str | None = None


@dataclass(slots=True)
class Climb:
    """One way up: what has been gathered, and whether to go on."""

    status: Status = "happened"
    hedge: str | None = None
    going: bool = True

    def take(self, word: str | None) -> None:
        if word in {"reported", "told"}:
            self.going = False
        elif word:
            self.status = fold(self.status, word)

    def stop(self, word: str | None = None) -> None:
        """Take a last word, and go no further."""
        self.take(word)
        self.going = False
