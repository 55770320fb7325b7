"""What comes next: ends of phases and last days by arithmetic, and what is planned by somebody's word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from trucekeeper.agreement.basis import voices_of
from trucekeeper.model.agreement import NextDate, PhaseState, TermState
from trucekeeper.model.claims import Claim, Event
from trucekeeper.model.time import Time


def next_dates(phases: Sequence[PhaseState], terms: Sequence[TermState], claims: Iterable[Claim], on: date) -> list[NextDate]:
    """In order of their last day; what is over on the day `on` is left out."""
    found = [*phase_dates(phases), *due_dates(terms), *planned(claims)]
    coming = [n for n in found if comes(n.when, on)]
    return sorted(coming, key=lambda n: (n.when.latest or n.when.earliest or "", n.what, n.claims))


def comes(when: Time, on: date) -> bool:
    return (when.last_day is not None and when.last_day >= on) or (when.last_day is None and when.first_day is not None and when.first_day >= on)


def phase_dates(phases: Sequence[PhaseState]) -> Iterator[NextDate]:
    for phase in phases:
        for edge, when in (("begins", phase.begin), ("ends", phase.end)):
            if when is not None:
                yield NextDate(when=when, what=f"{phase.label} {edge}", ground="claim", by=phase.by, claims=phase.claims)


def due_dates(terms: Sequence[TermState]) -> Iterator[NextDate]:
    for term in terms:
        if term.due is not None and term.term.standing == "agreed":
            ids = tuple(b.claim for b in term.term.basis if b.claim)
            reason = next((s.reason for s in reversed(term.states) if s.ground != "claim"), None)
            yield NextDate(when=term.due, what=term.term.act, ground="arithmetic", by=term.term.bearers, claims=ids, reason=reason)


def planned(claims: Iterable[Claim]) -> Iterator[NextDate]:
    for event in claims:
        if isinstance(event, Event) and event.status == "planned" and event.about is not None and event.evidence:
            yield NextDate(when=event.about, what=event.evidence[0].exact, ground="claim", by=voices_of([event]), claims=(event.id,))
