"""An agreement as it stands on a day, by whose account: every state is a claim with its words, named arithmetic, or silence. "Violated" is never computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.phases import all_facts
from trucekeeper.agreement.phasestate import phase_state
from trucekeeper.agreement.schedule import next_dates
from trucekeeper.agreement.termstate import term_states
from trucekeeper.model.agreement import Agreement, AgreementState, NextDate, PhaseState, StateClaim, TermState
from trucekeeper.model.claims import Claim, Provision
from trucekeeper.model.document import Document


def board_state(claims: Iterable[Claim], documents: Iterable[Document], on: date) -> AgreementState:
    """The agreement that the claims themselves tell of, drafted and put on the day `on`."""
    held, papers = list(claims), list(documents)
    return state_on(agreement_of(held, papers), held, on, papers)


def state_on(agreement: Agreement, claims: Iterable[Claim], on: date, documents: Iterable[Document] = ()) -> AgreementState:
    """An agreement (drafted, or kept in a file) against a record's claims, and its documents' words. The order of the claims makes no difference."""
    held = sorted({c.id: c for c in claims}.values(), key=lambda c: (c.document, c.evidence[0].start, c.evidence[0].end, c.id))
    provisions = [c for c in held if isinstance(c, Provision)]
    facts = all_facts(provisions)
    phases = tuple(phase_state(p, agreement, provisions, facts, on) for p in agreement.phases)
    terms = tuple(term_states(agreement, phases, held, on, documents))
    in_force = tuple(p for p in phases if p.state == "in force")
    return AgreementState(
        name=agreement.name,
        on=on.isoformat(),
        phases=phases,
        in_force=in_force,
        terms=terms,
        exchanges=agreement.exchanges,
        next_dates=tuple(next_dates(phases, terms, held, on)),
        note=note_on(phases, in_force, on),
    )


def note_on(phases: Sequence[PhaseState], in_force: Sequence[PhaseState], on: date) -> str:
    if in_force:
        return f"In force on {on} by this record: {', '.join(p.label for p in in_force)}."
    if phases:
        return f"No phase is in force on {on} by this record."
    return "No words of this record tell of phases."


__all__ = ["AgreementState", "NextDate", "PhaseState", "StateClaim", "TermState", "board_state", "state_on"]
