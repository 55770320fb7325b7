"""Where a phase stands on a day: what is said of its beginning and end, simple sums, and silence; never a judgement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from trucekeeper.agreement.basis import basis_of, voices_of
from trucekeeper.agreement.changes import Changed
from trucekeeper.agreement.definitions import is_definition
from trucekeeper.agreement.phases import DURATION_ISSUE, NEXT_PHASE, PhaseFact, edge_facts, once_told
from trucekeeper.agreement.windows import Reckoner, Span
from trucekeeper.model.agreement import Life, Phase, PhaseState, StateClaim
from trucekeeper.model.claims import Actor, Claim, Provision
from trucekeeper.model.time import Time

EDGE_STATES: dict[str, Life] = {"begin": "in force", "end": "ended"}
AHEAD: dict[str, Life] = {"begin": "not begun", "end": "in force"}


def phase_state(phase: Phase, now: Changed, dates: Reckoner, provisions: Sequence[Provision], facts: Sequence[PhaseFact], on: date) -> PhaseState:
    """A phase of an amended agreement; `phase` is as amended, `facts` are all that is told of phases' edges."""
    span = dates.span(phase.id)
    own = [f for f in facts if f.phase == phase.id]
    if phase.begin is None and span.begin is not None:
        own += edge_facts(facts, None, "begin")
    wanted = wants(phase, provisions, on)
    life = now.lives.get(phase.id)
    state, reason = (life.state, life.reason or "") if life is not None and life.state == "suspended" else stands(span, on, wanted)
    given = [f for f in own if said_by(f.provision, on)]
    told = unique([f.provision for f in given])
    return PhaseState(
        id=phase.id,
        label=phase.label,
        number=phase.number,
        begin=span.begin,
        end=span.end,
        state=state,
        reason=reason,
        by=voices_of(told),
        claims=tuple(p.id for p in told),
        states=tuple(accounts(given, on)),
        wanted=tuple(wanted),
        checks=tuple(dict.fromkeys((*now.sums.get(phase.id, ()), *span.checks, *needed(phase, now), *defined(phase, provisions)))),
    )


def needed(phase: Phase, now: Changed) -> list[str]:
    """What must be so for it to begin, and what goes on until then, as the file has it."""
    needs = [f"begins only when: {'; '.join(in_words(key, now) for key in phase.needs)}"] if phase.needs else []
    return needs + ([f"while it is negotiated: {'; '.join(phase.meanwhile)}"] if phase.meanwhile else [])


def in_words(key: str, now: Changed) -> str:
    """A term's act or an exchange's sides, by id; words stay as they are."""
    exchange = next((x for x in now.agreement.exchanges if x.id == key), None)
    if exchange is not None:
        return f"the exchange of {' and '.join(s.of for s in exchange.gives)} for {' and '.join(s.of for s in exchange.returns)} is done"
    term = next((t for t in now.agreement.terms if t.id == key), None)
    return f"“{term.act}” is done" if term is not None else key


def defined(phase: Phase, provisions: Sequence[Provision]) -> list[str]:
    """The clauses that say when the phase begins or ends, in their own words."""
    found = {p.clause: " ".join(p.evidence[0].exact.split()).rstrip(".") for p in provisions if p.phase == phase.id and is_definition(p)}
    return [f"clause {clause}: “{words}”" for clause, words in found.items()]


def unique(claims: Sequence[Provision]) -> list[Provision]:
    return list({c.id: c for c in claims}.values())


def stands(span: Span, on: date, wanted: Sequence[StateClaim]) -> tuple[Life, str]:
    """The state with the words or the sum that it is from."""
    begin, end = span.begin, span.end
    if end is not None and end.last_day is not None and end.last_day < on:
        return "ended", f"it ends on {end.as_range} by this record, before {on}"
    if begin is not None and begin.first_day is not None and begin.first_day > on:
        return "not begun", f"it begins on {begin.as_range} by this record, after {on}"
    if begin is not None and (begin.last_day is None or begin.last_day <= on):
        if end is None or end.first_day is None or end.first_day >= on:
            until = f" and ends on {end.as_range}" if end else "; no words give its end"
            return "in force", f"by this record it begins on {begin.as_range}{until}"
        return "not known", f"it ends on {end.as_range} by this record, and {on} lies within that"
    if begin is None and end is None:
        asked = ", ".join(sorted({w.by.label for w in wanted if w.by})) or None
        return "not begun", "no report that it has begun" + (f"; asked for by {asked}" if asked else "")
    return "not known", "its beginning and end are not given closely enough"


def accounts(facts: Sequence[PhaseFact], on: date) -> list[StateClaim]:
    """One account for each edge, value and voice; a day that is yet to come has neither begun nor ended anything."""
    grouped: dict[tuple[str, str, str], list[PhaseFact]] = {}
    for fact in facts:
        speaker = fact.provision.attribution.asserter
        grouped.setdefault((fact.edge, fact.value, speaker.key if speaker else ""), []).append(fact)
    found = []
    for (edge, value, _), told in sorted(grouped.items(), key=lambda kv: kv[0]):
        if edge in EDGE_STATES:
            provisions = unique([f.provision for f in told])
            when = Time.from_range(value)
            ahead = when is not None and when.first_day is not None and (when.first_day > on or (edge == "end" and when.first_day == on))
            state: Life = AHEAD[edge] if ahead else EDGE_STATES[edge]
            found.append(claimed(state, provisions, None if ahead else when, f"{edge} given as {value}", provisions[0].attribution.asserter))
    return found


def claimed(state: Life, claims: Sequence[Claim], since: Time | None, reason: str, by: Actor | None) -> StateClaim:
    return StateClaim(
        state=state, ground="claim", by=by, since=since, reason=reason, claims=tuple(c.id for c in claims), basis=tuple(basis_of(c) for c in claims)
    )


def wants(phase: Phase, provisions: Sequence[Provision], on: date) -> list[StateClaim]:
    """What is demanded or proposed of a phase as such by a day: that it begin, be talked about, or go on; one entry for each voice and wish."""
    grouped: dict[tuple[str, str, str, str], list[Provision]] = {}
    for p in once_told(provisions):
        if p.phase == phase.id and p.standing in {"demanded", "proposed"} and p.issue in {DURATION_ISSUE, NEXT_PHASE} and said_by(p, on):
            by = p.proposer or p.attribution.asserter
            grouped.setdefault((by.key if by else "", p.standing, p.issue or "", (p.anchor.reference or "") if p.anchor else ""), []).append(p)
    found = []
    for (_, standing, _, _), told in sorted(grouped.items(), key=lambda kv: kv[0]):
        first = told[0]
        since = first.said
        by = first.proposer or first.attribution.asserter
        found.append(claimed("demanded" if standing == "demanded" else "proposed", told, since, first.action, by))
    return found


def said_by(claim: Claim, on: date) -> bool:
    last = claim.said.last_day if claim.said else None
    return last is None or last <= on
