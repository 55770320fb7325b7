"""An agreement as it stands on a day, by whose account: every state is a claim with its words, named arithmetic, or silence. "Violated" is never computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from trucekeeper.agreement.changes import Changed, changed
from trucekeeper.agreement.decisions import Decisions
from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.ledger import ledger_on
from trucekeeper.agreement.matching import Matcher, matches
from trucekeeper.agreement.phases import all_facts
from trucekeeper.agreement.phasestate import phase_state
from trucekeeper.agreement.schedule import all_dates, next_dates
from trucekeeper.agreement.sentences import sentences_of
from trucekeeper.agreement.termstate import term_states, unsigned
from trucekeeper.agreement.windows import Reckoner
from trucekeeper.model.agreement import Agreement, AgreementState, NextDate, PhaseState, StateClaim, TermState
from trucekeeper.model.claims import Claim, Provision
from trucekeeper.model.document import Document
from trucekeeper.model.judgement import Judgement
from trucekeeper.model.ledger import Account, Ledger, SideLedger
from trucekeeper.model.matches import Match

if TYPE_CHECKING:  # files of assumptions are read by who asks for one; a board does without
    from trucekeeper.agreement.assume import Assumptions

YEAR = 366  # days ahead that a schedule without an end is looked at


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
    return Stand.of(agreement, claims, on, documents, judgements).state


@dataclass(frozen=True, slots=True)
class Stand:
    """A state with what it was worked out from: the agreement as amended, its days, its ledger."""

    state: AgreementState
    now: Changed
    dates: Reckoner
    ledger: Ledger
    claims: tuple[Claim, ...]

    @classmethod
    def of(
        cls,
        agreement: Agreement,
        claims: Iterable[Claim],
        on: date,
        documents: Iterable[Document],
        judgements: Iterable[Judgement],
        assumed: Assumptions | None = None,
    ) -> Stand:
        """With `assumed`, the agreement and the tellings that it holds stand in place of, or beside, the others."""
        if assumed is not None:
            agreement = assumed.agreement
        held = sorted({c.id: c for c in claims}.values(), key=lambda c: (c.document, c.evidence[0].start, c.evidence[0].end, c.id))
        papers, decided = list(documents), list(judgements)
        provisions = [c for c in held if isinstance(c, Provision)]
        facts = all_facts(provisions)
        now = changed(agreement, on)
        dates = Reckoner(now.agreement)
        phases = tuple(phase_state(p, now, dates, provisions, facts, on) for p in now.agreement.phases)
        found = [*decided_matches(agreement, held, papers, decided), *(assumed.matches if assumed else ())]
        terms = tuple(term_states(now, dates, phases, found, on))
        ledger = ledger_on(now.agreement, held, on, papers, decided, assumed.entries if assumed else ())
        in_force = tuple(p for p in phases if p.state == "in force")
        coming = all_dates(now.agreement, dates, phases, terms, ledger, held, on, on + timedelta(days=YEAR))
        state = AgreementState(
            name=agreement.name, on=on.isoformat(), phases=phases, in_force=in_force, terms=terms, exchanges=now.agreement.exchanges,
            given=tuple(given(ledger)), amendments=agreement.amendments, next_dates=tuple(next_dates(coming, on)),
            note=note_on(phases, in_force, now.agreement, on),
        )  # fmt: skip
        return cls(state, now, dates, ledger, tuple(held))


def given(ledger: Ledger) -> Iterator[tuple[str, StateClaim]]:
    """Each voice's account of each side of an exchange: all of it given, or k of n."""
    for exchange in ledger.exchanges:
        for side in exchange.sides:
            for told in side.accounts:
                yield exchange.exchange.id, told_of(side, told)


def told_of(side: SideLedger, told: Account) -> StateClaim:
    """One voice's count of one side."""
    whole = side.owed is not None and side.side.bound == "exact" and told.performed >= side.owed
    of = f" of {side.owed:g}" if side.owed is not None else ""
    return StateClaim(
        state="performed" if whole else "performed in part", ground="claim", by=told.by, reason=f"{told.performed:g}{of} {side.side.of}: {told.how}",
        claims=tuple(dict.fromkeys(c for e in told.entries for c in e.claims)), basis=tuple(dict.fromkeys(b for e in told.entries for b in e.basis)),
        done=told.performed, owed=side.owed,
    )  # fmt: skip


def decided_matches(agreement: Agreement, claims: Iterable[Claim], documents: Iterable[Document], judgements: Iterable[Judgement]) -> list[Match]:
    """Everything in a record that bears on the agreement's lines, as people decided it."""
    held, matcher = list(claims), Matcher(agreement)
    found = matches(matcher, list(sentences_of(documents, held)), held) if matcher.wanted else []
    return Decisions.of(judgements, agreement.key).on(found, {c.id: c for c in held})


def note_on(phases: Sequence[PhaseState], in_force: Sequence[PhaseState], agreement: Agreement, on: date) -> str:
    early = unsigned(agreement, on)
    if early is not None:
        return f"The agreement is not signed on {on} yet: {early}."
    if in_force:
        return f"In force on {on} by this record: {', '.join(p.label for p in in_force)}."
    if phases:
        return f"No phase is in force on {on} by this record."
    return "No words of this record tell of phases."


__all__ = ["AgreementState", "NextDate", "PhaseState", "StateClaim", "TermState", "board_state", "state_on"]
