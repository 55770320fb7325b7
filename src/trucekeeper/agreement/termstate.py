"""Where a term stands on a day: each account of it, then arithmetic or silence; "violated" is never computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from trucekeeper.agreement.basis import basis_of
from trucekeeper.agreement.matching import Match, Matcher
from trucekeeper.agreement.sentences import sentences_of
from trucekeeper.agreement.told import Reports, Told
from trucekeeper.agreement.windows import window_of
from trucekeeper.model.agreement import Agreement, Life, PhaseState, StateClaim, Term, TermState
from trucekeeper.model.claims import Claim
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time

SILENCE: Life = "deadline passed, no report of performance"
TOUCHED: Life = "reports touch it, none says plainly"
MANY = 3  # as many touching reports are quoted; the rest are counted
FOR: frozenset[Life] = frozenset({"performed"})
AGAINST: frozenset[Life] = frozenset({"alleged not performed", "alleged broken", "disputed"})


def term_states(
    agreement: Agreement, phases: Sequence[PhaseState], claims: Sequence[Claim], on: date, documents: Iterable[Document] = ()
) -> Iterator[TermState]:
    """The accounts of each term from acts and from the sentences of reports, and what dates alone give."""
    by_id = {p.id: p for p in phases}
    matcher = Matcher(claims)
    reports = Reports(sentences_of(documents, claims))
    for term in agreement.terms:
        due, how = window_of(term, agreement, by_id)
        read = reports.of(term, on)
        sure = [t for t in read if t.state is not None]
        cited = {c.id for t in sure for c in t.claims}
        acts = [m for m in matcher.of(term) if known_by(m, on) and m.event.id not in cited]
        told = [*accounts(acts), *told_accounts(sure)]
        own = (*told, computed(term, by_id.get(term.phase or ""), due, how, told, on))
        yield TermState(term=term, due=due, states=(*own[:-1], touching(own[-1], [t for t in read if t.state is None])))


def told_accounts(read: Sequence[Told]) -> list[StateClaim]:
    """One account for each state, voice, count and words."""
    grouped: dict[tuple[str, str, str], list[Told]] = {}
    for told in read:
        grouped.setdefault((told.state or "", told.by.key if told.by else "", told.words), []).append(told)
    return [told_account(grouped[key]) for key in sorted(grouped, key=lambda k: (latest(grouped[k]), k))]


def latest(read: Sequence[Told]) -> str:
    return max((t.said.latest or "" if t.said else "") for t in read)


def told_account(read: Sequence[Told]) -> StateClaim:
    first = read[0]
    claims = tuple(dict.fromkeys(c for t in read for c in t.claims))
    count = f"{first.done:g} of {first.owed:g}: " if first.done is not None and first.owed is not None else ""
    return StateClaim(
        state=first.state or TOUCHED, ground="claim", by=first.by, since=by_then(first), reason=f"{count}“{first.words}”",
        claims=tuple(c.id for c in claims), basis=tuple(basis_of(c) for c in claims), done=first.done, owed=first.owed,
    )  # fmt: skip


def by_then(told: Told) -> Time | None:
    """What a report tells was so by the day it was said; since when, its words do not say."""
    return Time(None, told.said.latest) if told.said else None


def touching(state: StateClaim, read: Sequence[Told]) -> StateClaim:
    """The computed state with the reports that touch the term; what would have been silence says so instead."""
    if not read or state.ground == "claim":
        return state
    claims = tuple(dict.fromkeys(c for t in read for c in t.claims))
    quoted = list(dict.fromkeys(f"{t.by.label if t.by else 'the report'}: “{t.words}”" for t in read))
    more = f"; and {len(quoted) - MANY} more" if len(quoted) > MANY else ""
    silent = state.state == SILENCE
    reason = f"{state.reason}; {'; '.join(quoted[:MANY])}{more}" if silent else state.reason
    return replace(
        state,
        state=TOUCHED if silent else state.state,
        ground="arithmetic" if silent else state.ground,
        reason=reason,
        claims=tuple(c.id for c in claims),
        basis=tuple(basis_of(c) for c in claims),
    )


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
    state, ground, reason = by_date(phase, due, how, told, on)
    return StateClaim(state=state, ground="silence" if ground else "arithmetic", since=due, reason=reason)


def by_date(phase: PhaseState | None, due: Time | None, how: str | None, told: Sequence[StateClaim], on: date) -> tuple[Life, bool, str]:
    """State, whether it rests on silence, and the sum in words."""
    if due is not None and due.first_day is not None and on < due.first_day:
        return "pending", False, f"{how}: not before {due.first_day}"
    if due is not None and due.last_day is not None and on > due.last_day:
        if told:
            return together(told), False, f"{how}: the last day was {due.last_day}; what is reported of it stands beside"
        return SILENCE, True, f"{how}: the last day was {due.last_day}"
    if due is not None and due.last_day is not None:
        state: Life = "due" if on == due.last_day else "in effect" if phase is not None and phase.state == "in force" else "pending"
        return state, False, f"{how}: until {due.last_day}"
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


def together(told: Sequence[StateClaim]) -> Life:
    """What the accounts come to where they agree; that they differ is no verdict on who is right."""
    states = {t.state for t in told}
    if states & FOR and states & AGAINST:
        return "disputed"
    return "performed in part" if states == {"performed in part"} else "not known"
