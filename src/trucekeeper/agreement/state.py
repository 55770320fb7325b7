"""An agreement as it stands on a day, by whose account: every state is a claim with its words, named arithmetic, or silence. "Violated" is never computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from trucekeeper.agreement.accounts import is_party
from trucekeeper.agreement.bearing import Bearing, bearing_of
from trucekeeper.agreement.changes import Changed, changed
from trucekeeper.agreement.ledger import ledger_of
from trucekeeper.agreement.phases import all_facts
from trucekeeper.agreement.phasestate import phase_state
from trucekeeper.agreement.schedule import all_dates, next_dates
from trucekeeper.agreement.termstate import known_on, term_states, unsigned
from trucekeeper.agreement.windows import Reckoner
from trucekeeper.model.agreement import Agreement, AgreementState, NextDate, PhaseState, StateClaim, TermState
from trucekeeper.model.claims import Claim
from trucekeeper.model.document import Document
from trucekeeper.model.judgement import Judgement
from trucekeeper.model.ledger import Account, Ledger, SideLedger

if TYPE_CHECKING:  # files of assumptions are read by who asks for one; a board does without
    from trucekeeper.agreement.assume import Assumptions

YEAR = 366  # days ahead that a schedule without an end is looked at


def board_state(claims: Iterable[Claim], documents: Iterable[Document], on: date) -> AgreementState:
    """The agreement that the claims themselves tell of, drafted and put on the day `on`."""
    from trucekeeper.agreement.draft import agreement_of  # a state of a file needs no drafting

    held, papers = list(claims), list(documents)
    return state_on(agreement_of(held, papers), held, on, papers)


def state_on(
    agreement: Agreement, claims: Iterable[Claim], on: date, documents: Iterable[Document] = (), judgements: Iterable[Judgement] = ()
) -> AgreementState:
    """An agreement (drafted, or kept in a file) against a record's claims and its documents' words, with what people decided of matches.

    The order of the claims makes no difference.
    """
    return Stand.of(agreement, bearing_of(agreement, claims, documents), on, judgements).state


@dataclass(frozen=True, slots=True)
class Stand:
    """A state with what it was worked out from: the agreement as amended, its days, its ledger."""

    state: AgreementState
    now: Changed
    dates: Reckoner
    ledger: Ledger
    bearing: Bearing

    @classmethod
    def of(
        cls,
        agreement: Agreement,
        bearing: Bearing,
        on: date,
        judgements: Iterable[Judgement] = (),
        assumed: Assumptions | None = None,
        voice: str | None = None,
        *,
        cited: bool = True,
    ) -> Stand:
        """`bearing` is what a record tells that bears on this agreement. Unless the state is `cited`, it does without the words that only touch terms.

        With `assumed`, the agreement and the tellings that it holds stand in place of, or beside, the others. With `voice`, only what that party tells of
        terms counts, so that nothing is disputed by others.
        """
        decided, key = list(judgements), agreement.key
        if assumed is not None:
            agreement = assumed.by(on)
        facts = all_facts(bearing.provisions)
        now = changed(agreement, on)
        dates = Reckoner(now.agreement)
        phases = tuple(phase_state(p, now, dates, bearing.provisions, facts, on) for p in now.agreement.phases)
        told, touches = bearing.parted(decided, key)
        found = [*told, *(assumed.matches if assumed else ())]
        heard = [m for m in found if voice is None or m.assumed or m.state is None or (m.by is not None and is_party(m.by, voice))]
        terms = tuple(term_states(now, dates, phases, heard, touches, on, cited=cited))
        entries = [*bearing.entries(decided, key), *(assumed.entries if assumed else ())]
        ledger = ledger_of(now.agreement, [e for e in entries if known_on(e, on)], on)
        in_force = tuple(p for p in phases if p.state == "in force")
        state = AgreementState(
            name=agreement.name, on=on.isoformat(), phases=phases, in_force=in_force, terms=terms, exchanges=now.agreement.exchanges,
            given=tuple(given(ledger)), amendments=agreement.amendments, note=note_on(phases, in_force, now.agreement, on),
        )  # fmt: skip
        made = cls(state, now, dates, ledger, bearing)
        return replace(made, state=replace(state, next_dates=tuple(next_dates(made.coming(on, on + timedelta(days=YEAR)), on))))

    def coming(self, on: date, until: date) -> list[NextDate]:
        """Every date up to a day, in no order; plans are those that were told by the day `on`."""
        return all_dates(self.now.agreement, self.dates, self.state.phases, self.state.terms, self.ledger, self.bearing.ahead, on, until)


def given(ledger: Ledger) -> Iterator[tuple[str, StateClaim]]:
    """Each voice's account of each side of an exchange: all of it given, or k of n."""
    for exchange in ledger.exchanges:
        for side in exchange.sides:
            for told in side.accounts:
                yield exchange.exchange.id, told_of(side, told)


def told_of(side: SideLedger, told: Account) -> StateClaim:
    """One voice's count of one side."""
    whole = side.owed is not None and side.side.bound in {"exact", "about"} and told.performed >= side.owed
    about = "about " if side.side.bound == "about" else ""
    of = f" of {about}{side.owed:,g}" if side.owed is not None else ""
    return StateClaim(
        state="performed" if whole else "performed in part", ground="claim", by=told.by, reason=f"{told.performed:,g}{of} {side.side.of}: {told.how}",
        claims=tuple(dict.fromkeys(c for e in told.entries for c in e.claims)), basis=tuple(dict.fromkeys(b for e in told.entries for b in e.basis)),
        done=told.performed, owed=side.owed,
    )  # fmt: skip


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
