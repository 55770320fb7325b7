"""What an agreement's lines hold beside terms: schedules, exchanges in rounds, aid, money, monitoring, ways to settle disputes, and changes to all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from trucekeeper.model.claims import Actor, Anchor, Bound, Standing
from trucekeeper.model.time import Time

ChangeKind = Literal["extend", "replace", "suspend", "resume", "end", "add"]
AmendmentKind = Literal["amendment", "extension", "annex", "side letter", "proposal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The exact words that a line of an agreement rests on: document id, code point offsets, and the claim that was read there."""

    document: str
    start: int
    end: int
    exact: str
    claim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Something that falls due again and again: `every` is an ISO duration, None where the text does not tell it; `first` the days on which it is first due;
    both ends of it may be open."""

    every: str | None
    first: Time | None = None
    last: Time | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something that dates are reckoned from and that the text does not date ("local elections"); `when` is None until a person or a report dates it."""

    name: str
    when: Time | None = None
    by: Actor | None = None
    unknown: dict[str, str] = field(default_factory=dict)
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one side of an exchange gives: a count of something; `value` is None for a vague count.

    With `each` the value is for each one of that ("30 for each of the soldiers", "90 for each round") and not the whole.
    """

    of: str
    value: float | None = None
    bound: Bound = "exact"
    giver: Actor | None = None
    each: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of an exchange; `makes_up` is the number of the round that it makes up for, `added_by` the amendment that brought it. Empty sides are an even
    share of the whole."""

    number: int
    due: Time | None = None
    gives: tuple[Side, ...] = ()
    returns: tuple[Side, ...] = ()
    makes_up: int | None = None
    added_by: str | None = None
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """So many of these for each of those. `schedule` gives the rounds that `rounds` does not list; `dispute` is the procedure for disputes about it."""

    id: str
    phase: str | None = None
    gives: tuple[Side, ...] = ()
    returns: tuple[Side, ...] = ()
    schedule: Schedule | None = None
    rounds: tuple[Round, ...] = ()
    dispute: str | None = None
    unknown: dict[str, str] = field(default_factory=dict)
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aid:
    """So much of something let in each `per` (an ISO duration, mostly P1D), through the named crossings; with neither end it goes with its phase."""

    id: str
    of: str
    value: float | None = None
    bound: Bound = "exact"
    per: str | None = "P1D"
    phase: str | None = None
    crossings: tuple[str, ...] = ()
    bearers: tuple[Actor, ...] = ()
    first: Time | None = None
    last: Time | None = None
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What somebody owes a fund; `currency` is an ISO 4217 code."""

    by: Actor | None
    value: float | None
    currency: str | None = None
    due: Time | None = None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fund:
    """Money under the agreement: a trust fund, or any purpose that money is promised for."""

    id: str
    name: str
    purposes: tuple[str, ...] = ()
    holder: Actor | None = None
    contributions: tuple[Contribution, ...] = ()
    phase: str | None = None
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Monitoring:
    id: str
    what: str
    body: Actor | None = None
    reports_to: Actor | None = None
    schedule: Schedule | None = None
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a procedure: who is asked, and within how long (an ISO duration) of the step before, or of the dispute."""

    before: str
    within: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    id: str
    matter: str
    steps: tuple[Step, ...] = ()
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an amendment does to a line: `what` is to be done to `line`, `replacement` takes its place; `until` or `length` say how long.

    `on` is the day from which it is so, the amendment's own where it is None.
    """

    what: ChangeKind
    line: str
    replacement: str | None = None
    on: Time | None = None
    until: Time | None = None
    length: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A paper that changes the agreement, or would change it. One whose `standing` is not agreed changes nothing."""

    id: str
    kind: AmendmentKind = "amendment"
    name: str | None = None
    standing: Standing = "agreed"
    by: Actor | None = None
    signed: Time | None = None
    effective: Time | None = None
    changes: tuple[Change, ...] = ()
    basis: tuple[Basis, ...] = ()

    @property
    def from_day(self) -> Time | None:
        return self.effective or self.signed
