"""An agreement as it stands on a day, by whose account: every state is a claim with its words, named arithmetic, or silence. "Violated" is never computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from trucekeeper.agreement.changes import changed
from trucekeeper.agreement.decisions import Decisions
from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.matching import Matcher, matches
from trucekeeper.agreement.phases import all_facts
from trucekeeper.agreement.phasestate import phase_state
from trucekeeper.agreement.schedule import next_dates
from trucekeeper.agreement.sentences import sentences_of
from trucekeeper.agreement.termstate import term_states
from trucekeeper.agreement.windows import Reckoner
from trucekeeper.model.agreement import Agreement, AgreementState, NextDate, PhaseState, StateClaim, TermState
from trucekeeper.model.claims import Claim, Provision
from trucekeeper.model.document import Document
from trucekeeper.model.judgement import Judgement
from trucekeeper.model.matches import Match


def board_state(claims: Iterable[Claim], documents: Iterable[Document], on: date) -> AgreementState:
    """The agreement that the claims themselves tell of, drafted and put on the day `on`."""
    held, papers = list(claims), list(documents)
    return state_on(agreement_of(held, papers), held, on, papers)


def state_on(
    agreement: Agreement, claims: Iterable[Claim], on: date, documents: Iterable[Document] = (), judgements: Iterable[Judgement] = ()
) -> AgreementState:
    """An agreement (drafted, or kept in a file) against a record's claims and its documents' words, with what people decided of matches.

    The order of the claims makes no difference.
    """
    held = sorted({c.id: c for c in claims}.values(), key=lambda c: (c.document, c.evidence[0].start, c.evidence[0].end, c.id))
    provisions = [c for c in held if isinstance(c, Provision)]
    facts = all_facts(provisions)
    now = changed(agreement, on)
    dates = Reckoner(now.agreement)
    phases = tuple(phase_state(p, now, dates, provisions, facts, on) for p in now.agreement.phases)
    terms = tuple(term_states(now, dates, phases, decided_matches(agreement, held, documents, judgements), on))
    in_force = tuple(p for p in phases if p.state == "in force")
    return AgreementState(
        name=agreement.name,
        on=on.isoformat(),
        phases=phases,
        in_force=in_force,
        terms=terms,
        exchanges=now.agreement.exchanges,
        next_dates=tuple(next_dates(phases, terms, held, on)),
        note=note_on(phases, in_force, on),
    )


def decided_matches(agreement: Agreement, claims: Iterable[Claim], documents: Iterable[Document], judgements: Iterable[Judgement]) -> list[Match]:
    """Everything in a record that bears on the agreement's lines, as people decided it."""
    held = list(claims)
    found = matches(Matcher(agreement.terms), list(sentences_of(documents, held)), held)
    return Decisions.of(judgements, agreement.key).on(found, {c.id: c for c in held})


def note_on(phases: Sequence[PhaseState], in_force: Sequence[PhaseState], on: date) -> str:
    if in_force:
        return f"In force on {on} by this record: {', '.join(p.label for p in in_force)}."
    if phases:
        return f"No phase is in force on {on} by this record."
    return "No words of this record tell of phases."


__all__ = ["AgreementState", "NextDate", "PhaseState", "StateClaim", "TermState", "board_state", "state_on"]
