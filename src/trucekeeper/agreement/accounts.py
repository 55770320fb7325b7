"""One party's accounts out of a state: what it says, and what dates alone give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from trucekeeper.model.agreement import AgreementState, PhaseState, StateClaim
from trucekeeper.model.claims import Actor
from trucekeeper.model.errors import NotFound
from trucekeeper.model.ids import slug

OUTLET = "(outlet)"  # how a claim in the report's own voice names its asserter


def check_voice(state: AgreementState, party: str) -> None:
    """Raises NotFound where nobody of that name speaks of the agreement or owes anything by it."""
    known = {a.key: a for a in voices(state)}
    if not any(is_party(a, party) for a in known.values()):
        names = sorted({a.label for a in known.values()} - {OUTLET})
        raise NotFound(f"nobody called {party} speaks of this agreement, or owes anything by it", mend=f"Known: {', '.join(names) or 'nobody'}.")


def according_to(state: AgreementState, party: str) -> AgreementState:
    """The same day with the accounts of one party only. Arithmetic and silence are nobody's account, and stay; what others tell of a term has to be left out
    where the state is worked out (`Stand.of` with that `voice`).

    Raises NotFound where nobody of that name speaks or owes anything.
    """
    check_voice(state, party)
    phases = tuple(phase_of(p, party) for p in state.phases)
    return replace(
        state,
        phases=phases,
        in_force=tuple(p for p in phases if p.state == "in force"),
        terms=tuple(replace(t, states=kept(t.states, party), proposed=kept(t.proposed, party)) for t in state.terms),
        given=tuple((key, told) for key, told in state.given if told.by is not None and is_party(told.by, party)),
    )


def voices(state: AgreementState) -> Iterable[Actor]:
    """All who give an account, ask for something or owe it."""
    for told in (*(s for p in state.phases for s in (*p.states, *p.wanted)), *(s for t in state.terms for s in t.states)):
        if told.by is not None:
            yield told.by
    yield from (told.by for _, told in state.given if told.by is not None)
    for term in state.terms:
        yield from term.term.bearers


def phase_of(phase: PhaseState, party: str) -> PhaseState:
    return replace(phase, states=kept(phase.states, party), wanted=kept(phase.wanted, party))


def kept(states: Iterable[StateClaim], party: str) -> tuple[StateClaim, ...]:
    return tuple(s for s in states if s.ground != "claim" or (s.by is not None and is_party(s.by, party)))


def is_party(actor: Actor, party: str) -> bool:
    """By id, by name, or by the name in full."""
    wanted = slug(party)
    return any(wanted in {slug(n) for n in (one.actor, one.name, one.resolved) if n} for one in actor.each)
