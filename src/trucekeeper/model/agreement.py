"""Agreements: parties, phases, terms and exchanges as data, each tied to words; and their states, each somebody's claim or named arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from trucekeeper.model.claims import Actor, Anchor, Standing
from trucekeeper.model.ids import slug
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Aid, Amendment, Basis, Exchange, Fund, Moment, Monitoring, Procedure, Schedule

PartyRole = Literal["party", "guarantor", "mediator", "monitor", "witness", "body"]  # a body is bound, and is no side
Ground = Literal["claim", "arithmetic", "silence", "amendment", "assumption", "file"]
Life = Literal[
    "pending", "in effect", "due", "performed", "performed in part", "late", "deadline passed, no report of performance",
    "suspended", "replaced", "lapsed", "surviving its phase",
    "alleged broken", "alleged not performed", "reports touch it, none says plainly", "disputed",
    "not begun", "in force", "ended", "demanded", "proposed", "not known",
]  # fmt: skip
UNKNOWN = "?"  # stands in a file where drafting could not tell; `unknown` says why


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    name: str
    role: PartyRole = "party"
    actor: str | None = None
    basis: tuple[Basis, ...] = ()

    @property
    def key(self) -> str:
        return self.actor or self.name.casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A part of the agreement's life. `begin` and `end` are the days given for it, both included; `length` an ISO 8601 duration ("P6W").

    Without days, `begin_from` and `end_from` are what they are reckoned from. `needs` is what must be so for the phase to begin (ids of terms and
    exchanges, or words), `meanwhile` what goes on while it is negotiated.
    """

    id: str
    label: str
    number: int | None = None
    begin: Time | None = None
    end: Time | None = None
    length: str | None = None
    begin_from: Anchor | None = None
    end_from: Anchor | None = None
    needs: tuple[str, ...] = ()
    meanwhile: tuple[str, ...] = ()
    unknown: dict[str, str] = field(default_factory=dict)
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A provision as data. Without `bearers` the text does not say who owes it; `by` is who proposes or demands what is not agreed. `ends` is what its last
    day is reckoned from, where that is another thing than `anchor`.

    `survives` says whether the term outlives its phase, None where the text does not tell; `added_by` is the amendment that brought the term.
    """

    id: str
    act: str
    clause: str | None = None
    phase: str | None = None
    bearers: tuple[Actor, ...] = ()
    beneficiaries: tuple[Actor, ...] = ()
    issue: str | None = None
    quantity: str | None = None
    anchor: Anchor | None = None
    ends: Anchor | None = None
    due: Time | None = None
    schedule: Schedule | None = None
    conditions: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    in_return_for: tuple[str, ...] = ()
    survives: bool | None = None
    added_by: str | None = None
    standing: Standing = "agreed"
    by: Actor | None = None
    unknown: dict[str, str] = field(default_factory=dict)
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """`signed` is the day from which "signature" is reckoned, `effective` the one from which the agreement is said to run.

    `id` stays when the name is mended.
    """

    name: str
    id: str | None = None
    signed: Time | None = None
    effective: Time | None = None
    parties: tuple[Party, ...] = ()
    moments: tuple[Moment, ...] = ()
    phases: tuple[Phase, ...] = ()
    terms: tuple[Term, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    aid: tuple[Aid, ...] = ()
    money: tuple[Fund, ...] = ()
    monitoring: tuple[Monitoring, ...] = ()
    disputes: tuple[Procedure, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    unknown: dict[str, str] = field(default_factory=dict)
    basis: tuple[Basis, ...] = ()

    @property
    def key(self) -> str:
        return self.id or slug(self.name)

    def phase(self, key: str | None) -> Phase | None:
        return next((p for p in self.phases if p.id == key), None)

    def term(self, key: str | None) -> Term | None:
        """By id, or by the number of its clause."""
        return next((t for t in self.terms if t.id == key), None) or next((t for t in self.terms if key is not None and t.clause == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class StateClaim:
    """One account of where something stands. `ground` tells whose it is: a claim (`by`, `claims`), arithmetic or silence (`reason` names it), or the file of
    the agreement alone, where a person wrote a line without words."""

    state: Life
    ground: Ground
    by: Actor | None = None
    since: Time | None = None
    reason: str | None = None
    claims: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    done: float | None = None
    owed: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseState:
    """Where a phase stands on the day.

    `state` with `reason` is what the record's words and named arithmetic give, on the word of `by` (empty: the report's own voice) in `claims`;
    `states` are all accounts, `wanted` what parties ask of the phase, `checks` the sums that were done.
    """

    id: str
    label: str
    number: int | None
    begin: Time | None
    end: Time | None
    state: Life
    reason: str
    by: tuple[Actor, ...] = ()
    claims: tuple[str, ...] = ()
    states: tuple[StateClaim, ...] = ()
    wanted: tuple[StateClaim, ...] = ()
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermState:
    """A term with every account of it, the computed one last. `due` is the window that its anchor gives, where that can be reckoned.

    `proposed` are accounts by words that may be of the term and that nobody has confirmed, `refused` how many a person has refused.
    """

    term: Term
    due: Time | None
    states: tuple[StateClaim, ...]
    proposed: tuple[StateClaim, ...] = ()
    refused: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDate:
    """Something that is said to come, or that falls due by arithmetic.

    `line` is the line of the agreement (for a plan, the claim), `edge` what of it comes, `number` which time of those that come again and again.
    """

    when: Time
    what: str
    ground: Ground
    by: tuple[Actor, ...] = ()
    claims: tuple[str, ...] = ()
    reason: str | None = None
    line: str = ""
    edge: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementState:
    """An agreement on a day (ISO date `on`). `in_force` holds the phases that are in force by this record; where it is empty, `note` says so.

    `given` are accounts of exchanges, by the exchange's id; `amendments` are those of the agreement, and proposals that would change it.
    """

    name: str
    on: str
    phases: tuple[PhaseState, ...] = ()
    in_force: tuple[PhaseState, ...] = ()
    terms: tuple[TermState, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    given: tuple[tuple[str, StateClaim], ...] = ()
    amendments: tuple[Amendment, ...] = ()
    next_dates: tuple[NextDate, ...] = ()
    note: str = ""
