"""Where a term stands on a day: each account of it, then arithmetic or silence; "violated" is never computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from trucekeeper.agreement.basis import basis_of
from trucekeeper.agreement.matching import Match, Matcher
from trucekeeper.agreement.windows import window_of
from trucekeeper.model.agreement import Agreement, Life, PhaseState, StateClaim, Term, TermState
from trucekeeper.model.claims import Claim
from trucekeeper.model.time import Time

SILENCE: Life = "deadline passed, no report of performance"


def term_states(agreement: Agreement, phases: Sequence[PhaseState], claims: Iterable[Claim], on: date) -> Iterator[TermState]:
    by_id = {p.id: p for p in phases}
    matcher = Matcher(claims)
    for term in agreement.terms:
        due, how = window_of(term, agreement, by_id)
        told = accounts([m for m in matcher.of(term) if known_by(m, on)])
        yield TermState(term=term, due=due, states=(*told, computed(term, by_id.get(term.phase or ""), due, how, told, on)))


def known_by(match: Match, on: date) -> bool:
    """Not what is told only of a later day."""
    when = match.event.about
    return when is None or when.first_day is None or when.first_day <= on


def accounts(found: Sequence[Match]) -> list[StateClaim]:
    """One account for each state, voice and reason, resting on all that was told of it."""
    grouped: dict[tuple[str, str, str], list[Match]] = {}
    for match in found:
        speaker = match.event.attribution.asserter
        grouped.setdefault((match.state, speaker.key if speaker else "", match.reason), []).append(match)
    return [account(grouped[key]) for key in sorted(grouped)]


def account(told: Sequence[Match]) -> StateClaim:
    events = [m.event for m in told]
    since = min((e.about for e in events if e.about), key=lambda t: (t.earliest or "", t.latest or ""), default=None)
    return StateClaim(
        state=told[0].state,
        ground="claim",
        by=events[0].attribution.asserter,
        since=since,
        reason=told[0].reason,
        claims=tuple(e.id for e in events),
        basis=tuple(basis_of(e) for e in events),
    )


def computed(term: Term, phase: PhaseState | None, due: Time | None, how: str | None, told: Sequence[StateClaim], on: date) -> StateClaim:
    """What dates alone give: pending, due, in effect, a deadline that passed in silence, or not known."""
    if term.standing != "agreed":
        asked: Life = "demanded" if term.standing == "demanded" else "disputed" if term.standing == "disputed" else "proposed"
        ids = tuple(b.claim for b in term.basis if b.claim)
        return StateClaim(state=asked, ground="claim", by=term.by, reason="not agreed by this record", claims=ids, basis=term.basis)
    state, ground, reason = by_date(phase, due, how, bool(told), on)
    return StateClaim(state=state, ground="silence" if ground else "arithmetic", since=due, reason=reason)


def by_date(phase: PhaseState | None, due: Time | None, how: str | None, told: bool, on: date) -> tuple[Life, bool, str]:
    """State, whether it rests on silence, and the sum in words."""
    if due is not None and due.first_day is not None and on < due.first_day:
        return "pending", False, f"{how}: not before {due.first_day}"
    if due is not None and due.last_day is not None and on > due.last_day:
        if told:
            return "not known", False, f"{how}: the last day was {due.last_day}; what is reported of it stands beside"
        return SILENCE, True, f"{how}: the last day was {due.last_day}"
    if due is not None and due.last_day is not None:
        return "due", False, f"{how}: until {due.last_day}"
    if phase is not None:
        return by_phase(phase)
    return "not known", False, f"{how}: no last day" if how else "no words give a date"


def by_phase(phase: PhaseState) -> tuple[Life, bool, str]:
    reason = f"{phase.label}: {phase.reason}"
    if phase.state == "in force":
        return "in effect", False, reason
    if phase.state == "not begun":
        return "pending", phase.begin is None, reason
    return "not known", False, f"{reason}; whether the term outlives it is not told" if phase.state == "ended" else reason
