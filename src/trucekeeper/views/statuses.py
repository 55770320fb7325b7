"""The statuses of events as a reader sees them: a symbol and a word for each, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from trucekeeper.model.claims import Event, Status
from trucekeeper.weighing.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class StatusMark:
    """`symbol` is one character."""

    status: Status
    symbol: str
    word: str
    meaning: str


STATUSES: tuple[StatusMark, ...] = (
    StatusMark("happened", "●", "happened", "told as having taken place"),
    StatusMark("ongoing", "◐", "ongoing", "told as going on"),
    StatusMark("planned", "○", "planned", "said to be going to take place"),
    StatusMark("proposed", "◇", "proposed", "put forward, not agreed"),
    StatusMark("demanded", "▷", "demanded", "asked for, not granted"),
    StatusMark("threatened", "!", "threatened", "threatened, not done"),
    StatusMark("conditional", "?", "conditional", "only if something else comes first"),
    StatusMark("denied", "✕", "denied", "somebody says that it did not take place"),
)
# what an accuser says was done: its status is the accuser's word, and a reader is not to take it for the report's
ACCUSED = StatusMark("happened", "◌", "accused", "somebody is accused of it, no more")
MARKS = (*STATUSES, ACCUSED)
_MARK_OF = {m.status: m for m in STATUSES}


def mark_of(event: Event) -> StatusMark:
    """How an event is told: by its status, or as what somebody is accused of."""
    words, told = lexicon().statements, event.attribution
    accused = event.status in ("happened", "ongoing") and (told.cue in words.accuse or told.hedge in words.charged)
    return ACCUSED if accused else _MARK_OF[event.status]
