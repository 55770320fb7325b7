"""The ledger of an agreement: what was owed, what is reported given and what remains, by account; aid by day and crossing; money by currency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trucekeeper.model.claims import Actor, Bound
from trucekeeper.model.matches import Match
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Aid, Exchange, Fund, Procedure, Round, Side

EntryKind = Literal["given", "missed", "disputed", "entered", "pledged", "paid", "spent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Match):
    """One thing that a report counts. `part` is the side of an exchange ("gives.0"), `total` whether the value is of all so far.

    `round` is the round that it was told of, `makes_up` the missed one that it is said to make up for; `daily` whether the value is a rate.
    """

    kind: EntryKind
    part: str | None = None
    round: int | None = None
    makes_up: int | None = None
    value: float | None = None
    bound: Bound = "exact"
    total: bool = False
    crossing: str | None = None
    daily: bool = False
    currency: str | None = None
    payer: Actor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one voice says was given of one side. `remaining` is what is owed less `performed`, None where the whole is not known.

    `entries` are those that the sum is of, `earlier` what the voice told before that and a newer telling stands for; `how` is the sum in words.
    """

    by: Actor | None
    performed: float
    remaining: float | None
    entries: tuple[Entry, ...]
    how: str
    earlier: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SideLedger:
    """One side of an exchange. `owed` is the whole, `owed_by_now` what the rounds up to the day come to; both None where they cannot be reckoned."""

    part: str
    side: Side
    owed: float | None
    owed_by_now: float | None
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLedger:
    """A round on the day: `state` is arithmetic ("fell due on …") or silence; `entries` are all accounts of it."""

    round: Round
    owed: tuple[tuple[str, float | None], ...]
    state: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeStep:
    """A step of a procedure that a dispute of some day goes through: who is asked, and by when."""

    before: str
    by: Time | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeLedger:
    """`outside` are entries that belong to no listed round, `disputes` those that tell of a dispute, with the `steps` of the procedure for it."""

    exchange: Exchange
    sides: tuple[SideLedger, ...]
    rounds: tuple[RoundLedger, ...]
    outside: tuple[Entry, ...] = ()
    disputes: tuple[Entry, ...] = ()
    procedure: Procedure | None = None
    steps: tuple[DisputeStep, ...] = ()
    proposed: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AidRow:
    """What one voice says got in on some days, through a crossing or all of them; `owed` is the agreed rate times those days, `missing` the difference.

    `entry` is the newest telling, `earlier` are those that it stands for.
    """

    days: Time | None
    crossing: str | None
    by: Actor | None
    value: float
    bound: Bound
    owed: float | None
    missing: float | None
    entry: Entry
    earlier: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AidLedger:
    aid: Aid
    rows: tuple[AidRow, ...]
    proposed: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyRow:
    """What one voice says of one payer's money in one currency.

    `owed` is the agreement's own sum, `unpaid` what is owed, or else what is pledged, less what is paid.
    """

    payer: Actor | None
    by: Actor | None
    currency: str | None
    owed: float | None
    pledged: float | None
    paid: float | None
    spent: float | None
    unpaid: float | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyLedger:
    fund: Fund
    rows: tuple[MoneyRow, ...]
    proposed: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    name: str
    on: str
    exchanges: tuple[ExchangeLedger, ...] = ()
    aid: tuple[AidLedger, ...] = ()
    money: tuple[MoneyLedger, ...] = ()
