"""Where a term stands on a day: each account of it, then what amendments, arithmetic or silence give; "violated" is never computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from trucekeeper.agreement.calculus import days_between, duration_words
from trucekeeper.agreement.changes import Changed
from trucekeeper.agreement.recurring import due_now, occurrences
from trucekeeper.agreement.touches import Touch, whole
from trucekeeper.agreement.touches import known_on as touch_known_on
from trucekeeper.agreement.windows import Reckoner
from trucekeeper.model.agreement import Agreement, Life, PhaseState, StateClaim, Term, TermState
from trucekeeper.model.matches import Match
from trucekeeper.model.time import Time

SILENCE: Life = "deadline passed, no report of performance"
TOUCHED: Life = "reports touch it, none says plainly"
UNDATED = "no words give a date"
MANY = 3  # as many touching reports are quoted; the rest are counted
FOR: frozenset[Life] = frozenset({"performed"})
AGAINST: frozenset[Life] = frozenset({"alleged not performed", "alleged broken", "disputed"})


def term_states(
    now: Changed, dates: Reckoner, phases: Sequence[PhaseState], matches: Iterable[Match], touches: Iterable[Touch], on: date, *, cited: bool = True
) -> Iterator[TermState]:
    """The accounts of each term, and what dates alone give; `matches` and `touches` are all there are, decided."""
    by_id = {p.id: p for p in phases}
    by_line: dict[str, list[Match]] = {}
    for match in matches:
        by_line.setdefault(match.line, []).append(match)
    read: dict[str, list[Touch]] = {}
    for touch in touches:
        read.setdefault(touch[0], []).append(touch)
    for term in now.agreement.terms:
        held = [m for m in by_line.get(term.id, ()) if known_on(m, on)]
        yield term_state(term, now, dates, by_id, held, read.get(term.id, ()), on, cited=cited)


def term_state(
    term: Term, now: Changed, dates: Reckoner, phases: Mapping[str, PhaseState], held: Sequence[Match], read: Sequence[Touch], on: date, *, cited: bool
) -> TermState:
    due, how = dates.window(term)
    told = accounts([m for m in held if m.counts and m.state is not None])
    computed = stands(term, now, dates, phases.get(term.phase or ""), (due, how), told, on)
    proposed = accounts([m for m in held if m.certainty == "proposed" and m.state is not None])
    refused = sum(m.certainty == "refused" for m in held)
    return TermState(term=term, due=due, states=(*told, touched(computed, read, proposed, on, cited=cited)), proposed=tuple(proposed), refused=refused)


def known_on(match: Match, on: date) -> bool:
    """Said by the day, and not told only of a later one."""
    said = match.said.latest if match.said else None
    if said is not None and said[:10] > iso(on):
        return False
    first = match.when.first_day if match.when else None
    return first is None or first <= on


@cache
def iso(day: date) -> str:
    """Asked of every match for the same day."""
    return day.isoformat()


def accounts(found: Sequence[Match]) -> list[StateClaim]:
    """One account for each state, voice and words, or, of acts told in the same way, for each state, voice and reason; the oldest first."""
    grouped: dict[tuple[str, str, str], list[Match]] = {}
    for match in found:
        words = match.words if is_in_words(match) else match.reason
        grouped.setdefault((match.state or "", match.by.key if match.by else "", words if not match.assumed else "assumed"), []).append(match)
    return [account(grouped[key]) for key in sorted(grouped, key=lambda k: (latest(grouped[k]), k))]


def is_in_words(match: Match) -> bool:
    """Do its words say more than its reason? Those of an act alone do not ("release by the North, who owes it")."""
    return len(match.claims) > 1 or match.reason.startswith(("tells", "touches", "denies", "matched by"))


def latest(told: Sequence[Match]) -> str:
    return max((m.said.latest or "" if m.said else "") for m in told)


def account(told: Sequence[Match]) -> StateClaim:
    first = told[0]
    count = f"{first.done:g} of {first.owed:g}: " if first.done is not None and first.owed is not None else ""
    decided = next((f" (confirmed by {m.decided})" for m in told if m.certainty == "confirmed" and m.decided), "")
    quoted = "" if first.assumed else f"“{first.words}”" if is_in_words(first) else first.reason
    reason = f"{count}{quoted}{decided}".removesuffix(": ")
    return StateClaim(
        state=first.state or TOUCHED, ground="assumption" if first.assumed else "claim", by=first.by, since=since(told), reason=reason,
        claims=tuple(dict.fromkeys(c for m in told for c in m.claims)), basis=tuple(dict.fromkeys(b for m in told for b in m.basis)),
        done=first.done, owed=first.owed,
    )  # fmt: skip


def since(told: Sequence[Match]) -> Time | None:
    """When it is said to have been done; without that, it was so by the day it was said."""
    done = [m.when for m in told if m.when is not None]
    if done:
        return min(done, key=lambda t: (t.earliest or "", t.latest or ""))
    said = told[0].said
    return Time(None, said.latest) if said else None


def stands(
    term: Term, now: Changed, dates: Reckoner, phase: PhaseState | None, due: tuple[Time | None, str | None], told: Sequence[StateClaim], on: date
) -> StateClaim:
    """What amendments say of it, or what dates alone give."""
    if term.standing != "agreed":
        asked: Life = "demanded" if term.standing == "demanded" else "disputed" if term.standing == "disputed" else "proposed"
        ids = tuple(b.claim for b in term.basis if b.claim)
        return StateClaim(state=asked, ground="claim" if ids else "file", by=term.by, reason="not agreed by this record", claims=ids, basis=term.basis)
    life = now.life(term.id, term.phase)
    if life is not None and life.state in {"replaced", "suspended", "lapsed", "pending", "proposed"}:
        return life
    early = unsigned(now.agreement, on)
    if early is not None:
        return StateClaim(state="pending", ground="arithmetic", since=due[0], reason=early)
    repeated = occurrences(term, dates, on)
    if repeated is not None and not (phase is not None and phase.state == "not begun"):
        return due_now(repeated, told, on)
    state, silent, reason = by_date(term, phase, due[0], due[1], told, on)
    return StateClaim(state=state, ground="silence" if silent else "arithmetic", since=due[0], reason=reason)


def unsigned(agreement: Agreement, on: date) -> str | None:
    """The sum for a day before the agreement was signed, by which nothing of it is owed; None from then on, and where no words date the signature."""
    first = agreement.signed.first_day if agreement.signed else None
    return f"signed on {agreement.signed.as_range}, after {on}" if first is not None and agreement.signed is not None and on < first else None


def by_date(term: Term, phase: PhaseState | None, due: Time | None, how: str | None, told: Sequence[StateClaim], on: date) -> tuple[Life, bool, str]:
    """State, whether it rests on silence, and the sum in words."""
    if due is not None and due.first_day is not None and on < due.first_day:
        return "pending", False, f"{how}: not before {due.first_day}"
    lasting = term.anchor is not None and (term.anchor.relation == "until" or (term.anchor.relation == "during" and term.anchor.offset is not None))
    if lasting and due is not None and due.last_day is not None and not told:  # owed as long as that, and not by then
        return ("lapsed" if on > due.last_day else "in effect"), False, f"{how}: until {due.last_day}"
    if due is not None and due.last_day is not None and on > due.last_day:
        if told:
            after = late(told, due.last_day)
            if after is not None and together(told) != "disputed":
                return "late", False, f"{how}: the last day was {due.last_day}; {after}"
            return together(told), False, f"{how}: the last day was {due.last_day}; what is reported of it stands beside"
        return SILENCE, True, f"{how}: the last day was {due.last_day}"
    if due is not None and due.last_day is not None:
        state: Life = "due" if on == due.last_day else "in effect" if phase is not None and phase.state == "in force" else "pending"
        return state, False, f"{how}: until {due.last_day}"
    if phase is not None:
        return by_phase(term, phase)
    if due is not None and due.first_day is not None and term.anchor is not None and term.anchor.relation == "from":
        return "in effect", False, f"{how}: no last day"  # what is owed from a day on runs until something ends it
    return "not known", False, f"{how}: no last day" if how else UNDATED


def by_phase(term: Term, phase: PhaseState) -> tuple[Life, bool, str]:
    reason = f"{phase.label}: {phase.reason}"
    if phase.state == "in force":
        return "in effect", False, reason
    if phase.state == "not begun":
        return "pending", phase.begin is None, reason
    if phase.state != "ended":
        return "not known", False, reason
    if term.survives is None:
        return "not known", False, f"{reason}; whether the term outlives it is not told"
    return ("surviving its phase", False, f"{reason}; the term outlives it") if term.survives else ("lapsed", False, f"{reason}; the term ends with it")


def together(told: Sequence[StateClaim]) -> Life:
    """That the accounts differ, which is no verdict on who is right; where they agree they are accounts still, and dates alone know nothing. What was not
    done yet when it was said to be done later is no difference."""
    done = [day_of(t) for t in told if t.state in FOR]
    against = [day_of(t) for t in told if t.state in AGAINST]
    if done and against and max(against) >= min(done):
        return "disputed"
    return "not known"


def day_of(told: StateClaim) -> str:
    """When it is said to have been so, or by when."""
    return ((told.since.earliest or told.since.latest or "") if told.since else "")[:10]


def late(told: Sequence[StateClaim], due: date) -> str | None:
    """The sum, where all who say that it was performed date it to after the last day."""
    days = [(t.since.first_day if t.since else None, t.by.label if t.by else "the report") for t in told if t.state in FOR]
    if not days or any(day is None or day <= due for day, _ in days):
        return None
    return "; ".join(f"done on {day} by {by}, {days_after(due, day)} after the last day" for day, by in dict.fromkeys(days) if day)


def days_after(due: date, day: date) -> str:
    return duration_words(f"P{days_between(due, day) - 1}D")


def touched(state: StateClaim, read: Sequence[Touch], proposed: Sequence[StateClaim], on: date, *, cited: bool) -> StateClaim:
    """The computed state with the reports that touch the term; what would have been silence says so instead."""
    silent = state.state == SILENCE
    if state.ground == "claim" or not (read or proposed) or not (silent or cited):
        return state
    known = [t for t in read if touch_known_on(t, iso(on))]
    if not (known or proposed):
        return state
    told = list(dict.fromkeys((voice or "the report", words) for _, voice, words, *_ in known)) if silent else []
    more = f"; and {len(told) - MANY} more" if len(told) > MANY else ""
    reason = "; ".join(p for p in (state.reason or "", *(f"{by}: “{words}”" for by, words in told[:MANY])) if p) + more
    made = replace(state, state=TOUCHED if silent else state.state, ground="arithmetic" if silent else state.ground, reason=reason)
    return resting_on(made, known, proposed) if cited else made


def resting_on(state: StateClaim, read: Sequence[Touch], proposed: Sequence[StateClaim]) -> StateClaim:
    """With the claims and words of the reports that touch the term."""
    matches = [whole(t) for t in read]
    claims = tuple(dict.fromkeys((*(c for m in matches for c in m.claims), *(c for p in proposed for c in p.claims))))
    basis = tuple(dict.fromkeys((*(b for m in matches for b in m.basis), *(b for p in proposed for b in p.basis))))
    return replace(state, claims=claims, basis=basis)
