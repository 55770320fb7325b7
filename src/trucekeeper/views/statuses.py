"""The statuses of events as a reader sees them: a symbol and a word for each, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from trucekeeper.model.claims import Status


@dataclass(frozen=True, slots=True)
class StatusMark:
    """`symbol` is one character; `shape` is what the chart draws."""

    status: Status
    symbol: str
    word: str
    meaning: str
    shape: str


STATUSES: tuple[StatusMark, ...] = (
    StatusMark("happened", "●", "happened", "told as having taken place", "disc"),
    StatusMark("ongoing", "◐", "ongoing", "told as going on", "half"),
    StatusMark("planned", "○", "planned", "said to be going to take place", "ring"),
    StatusMark("proposed", "◇", "proposed", "put forward, not agreed", "diamond"),
    StatusMark("demanded", "▷", "demanded", "asked for, not granted", "triangle"),
    StatusMark("threatened", "!", "threatened", "threatened, not done", "bang"),
    StatusMark("conditional", "?", "conditional", "only if something else comes first", "query"),
    StatusMark("denied", "✕", "denied", "somebody says that it did not take place", "cross"),
)
MARK_OF = {m.status: m for m in STATUSES}
