"""The rows of a schedule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from trucekeeper.views.cite import Cite

Outcome = Literal["silent", "touched", "otherwise", "part", "done", "ahead"]
TITLES: dict[Outcome, str] = {
    "silent": "Past its day, and nobody reports it",
    "touched": "Past its day: reports touch it, none says plainly",
    "otherwise": "Told otherwise: moved, denied, late or disputed",
    "part": "Reported done in part",
    "done": "Reported done",
    "ahead": "Still to come",
}


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """`when` is the day or days for which it is planned or due; `by` whose word that is; `told` what became of it, by whose word, a line each."""

    when: str
    what: str
    kind: Literal["planned", "due"]
    outcome: Outcome
    by: str
    told: tuple[str, ...]
    cites: tuple[Cite, ...]


Dated = tuple[date, ScheduleRow]
