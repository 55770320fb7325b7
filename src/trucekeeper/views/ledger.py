"""The ledger of an agreement as a page: exchanges by side, account and round; terms of so many; aid by days and crossing; money by payer and currency."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trucekeeper.agreement.calculus import duration_words
from trucekeeper.agreement.wanted import owed_of
from trucekeeper.model.agreement import StateClaim, TermState
from trucekeeper.model.claims import Actor, Bound
from trucekeeper.model.document import Document
from trucekeeper.model.ledger import Account, AidLedger, Entry, ExchangeLedger, Ledger, MoneyLedger, MoneyRow, RoundLedger, SideLedger
from trucekeeper.model.undertakings import Aid
from trucekeeper.views.cite import Cite
from trucekeeper.views.shortened import shortened
from trucekeeper.views.state import BOUNDS, OUTLET, sides_words
from trucekeeper.weighing.words import number_words, said_words, time_words, with_days

UNTOLD = "not told"  # how many are owed in all, and so what remains
NOT_GIVEN = "–"


@dataclass(frozen=True, slots=True)
class Told:
    """One telling in words, whose word it is, and where it stands."""

    what: str
    by: str
    words: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class AccountLine:
    """What one voice says was given of a side: `remaining` is owed less performed, "not told" where the whole is not; `how` the sum."""

    by: str
    performed: str
    remaining: str
    how: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class SideTable:
    label: str
    owed: str
    by_now: str
    accounts: tuple[AccountLine, ...]


@dataclass(frozen=True, slots=True)
class RoundLine:
    number: int
    due: str
    owed: str
    state: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ExchangeTable:
    id: str
    label: str
    sides: tuple[SideTable, ...]
    rounds: tuple[RoundLine, ...]
    outside: tuple[Told, ...]
    disputes: tuple[Told, ...]
    steps: tuple[str, ...]
    proposed: tuple[Told, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class TermTable:
    """A term that owes so many of something, with each voice's newest word for how many were done; `proposed` are those that a person has to confirm."""

    id: str
    label: str
    owed: str
    accounts: tuple[AccountLine, ...]
    proposed: tuple[AccountLine, ...]


@dataclass(frozen=True, slots=True)
class AidLine:
    days: str
    crossing: str
    by: str
    value: str
    owed: str
    missing: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class AidTable:
    id: str
    label: str
    rows: tuple[AidLine, ...]
    proposed: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class MoneyLine:
    payer: str
    by: str
    currency: str
    owed: str
    pledged: str
    paid: str
    spent: str
    unpaid: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class MoneyTable:
    id: str
    label: str
    rows: tuple[MoneyLine, ...]
    proposed: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class LedgerPage:
    name: str
    on: str
    exchanges: tuple[ExchangeTable, ...]
    aid: tuple[AidTable, ...]
    money: tuple[MoneyTable, ...]
    cites: tuple[Cite, ...]
    known: str | None = None
    terms: tuple[TermTable, ...] = ()


def build(ledger: Ledger, documents: Mapping[str, Document], known: str | None = None, terms: Iterable[TermState] = ()) -> LedgerPage:
    """The page of a ledger; words of documents that are not at hand are shown without a link. `known` is the ISO day whose knowledge it is, where that was
    asked for; of `terms` those are shown that owe so many of something."""
    maker = _Maker(documents)
    exchanges = tuple(map(maker.exchange, ledger.exchanges))
    aid, money = tuple(map(maker.aid, ledger.aid)), tuple(map(maker.money, ledger.money))
    counted = tuple(maker.term(t, owed) for t in terms if t.term.standing == "agreed" and (owed := owed_of(t.term)) is not None)
    return LedgerPage(ledger.name, ledger.on, exchanges, aid, money, tuple(maker.cites), known, counted)


class _Maker:
    """Makes rows and keeps the cites that they use."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents
        self.cites: dict[Cite, None] = {}

    def cited(self, entries: Iterable[Entry]) -> tuple[Cite, ...]:
        """The first words of each entry."""
        firsts = [e.basis[0] for e in entries if e.basis]
        found = tuple(dict.fromkeys(Cite(b.claim, b.document, b.start, b.end, b.exact) for b in firsts if b.claim and b.document in self.documents))
        self.cites.update(dict.fromkeys(found))
        return found

    def told(self, entry: Entry, label: str = "") -> Told:
        when = f", {time_words(entry.when)}" if entry.when else f", said {said_words(entry.said)}" if entry.said else ""
        decided = f" (confirmed by {entry.decided})" if entry.certainty == "confirmed" else ""
        return Told(f"{what_of(entry, label)}{when}{decided}", name_of(entry.by), entry.words, self.cited([entry]))

    def exchange(self, ledger: ExchangeLedger) -> ExchangeTable:
        labels = {s.part: s.side.of for s in ledger.sides}
        exchange = ledger.exchange
        cites = tuple(Cite(b.claim, b.document, b.start, b.end, b.exact) for b in exchange.basis if b.claim and b.document in self.documents)
        self.cites.update(dict.fromkeys(cites))
        return ExchangeTable(
            id=exchange.id,
            label=f"{sides_words(exchange.gives)} for {sides_words(exchange.returns)}",
            sides=tuple(map(self.side, ledger.sides)),
            rounds=tuple(self.round(r, labels) for r in ledger.rounds),
            outside=tuple(self.told(e, labels.get(e.part or "", "")) for e in ledger.outside) if ledger.rounds else (),
            disputes=tuple(self.told(e) for e in ledger.disputes),
            steps=tuple(f"{s.before}: by {time_words(s.by)} ({with_days(s.reason)})" if s.by else f"{s.before}: {s.reason}" for s in ledger.steps),
            proposed=tuple(self.told(e, labels.get(e.part or "", "")) for e in ledger.proposed),
            cites=cites,
        )

    def side(self, ledger: SideLedger) -> SideTable:
        side = ledger.side
        who = f", by {side.giver.label}" if side.giver else ""
        lines = tuple(map(self.account, ledger.accounts))
        owed = f"{BOUNDS.get(side.bound, '')}{amount(ledger.owed, '')}" if ledger.owed is not None else UNTOLD
        return SideTable(f"{side.of}{who}", owed, amount(ledger.owed_by_now, NOT_GIVEN), lines)

    def account(self, told: Account) -> AccountLine:
        performed = f"{bound_of(told.entries)}{number_words(told.performed)}"
        return AccountLine(name_of(told.by), performed, amount(told.remaining, UNTOLD), with_days(told.how), self.cited((*told.entries, *told.earlier)))

    def round(self, ledger: RoundLedger, labels: Mapping[str, str]) -> RoundLine:
        this = ledger.round
        owed = ", ".join(f"{amount(value, '?')} {labels[part]}" for part, value in ledger.owed)
        told = tuple(self.told(e, labels.get(e.part or "", "")) for e in ledger.entries)
        return RoundLine(this.number, time_words(this.due, unknown="no day given"), owed, with_days(ledger.state), told)

    def term(self, state: TermState, owed: tuple[float, str]) -> TermTable:
        term = state.term
        newest = {s.by.key if s.by else "": s for s in state.states if s.ground == "claim"}  # they come oldest first
        return TermTable(
            id=term.id, label=f"{f'{term.clause} ' if term.clause else ''}{shortened(term.act.strip(' ,;.'), 120)}", owed=term.quantity or "",
            accounts=tuple(self.counted(s, owed[0]) for s in newest.values()), proposed=tuple(self.counted(s, owed[0]) for s in state.proposed),
        )  # fmt: skip

    def counted(self, told: StateClaim, owed: float) -> AccountLine:
        """One voice's count: all of it where it says that it was done, and unknown where it counts nothing."""
        done = told.done if told.done is not None else owed if told.state == "performed" else None
        cites = tuple(dict.fromkeys(Cite(b.claim, b.document, b.start, b.end, b.exact) for b in told.basis[:1] if b.claim and b.document in self.documents))
        self.cites.update(dict.fromkeys(cites))
        when = f" ({said_words(told.since)})" if told.since else ""
        remaining = None if done is None else max(0.0, owed - done)
        return AccountLine(name_of(told.by), amount(done, UNTOLD), amount(remaining, UNTOLD), f"{told.state}{when}", cites)

    def aid(self, ledger: AidLedger) -> AidTable:
        rows = tuple(
            AidLine(
                time_words(r.days, unknown="days not told"), r.crossing or "not told", name_of(r.by),
                f"{BOUNDS.get(r.bound, '')}{number_words(r.value)}{' a day' if r.entry.daily else ''}",
                amount(r.owed, NOT_GIVEN), amount(r.missing, NOT_GIVEN), self.cited([r.entry, *r.earlier]),
            )
            for r in ledger.rows
        )  # fmt: skip
        return AidTable(ledger.aid.id, aid_words(ledger.aid), rows, tuple(self.told(e, ledger.aid.of) for e in ledger.proposed))

    def money(self, ledger: MoneyLedger) -> MoneyTable:
        purposes = f" ({', '.join(ledger.fund.purposes)})" if ledger.fund.purposes else ""
        rows = tuple(map(self.payment, ledger.rows))
        return MoneyTable(ledger.fund.id, f"{ledger.fund.name}{purposes}", rows, tuple(self.told(e) for e in ledger.proposed))

    def payment(self, row: MoneyRow) -> MoneyLine:
        by = name_of(row.by) if row.entries else "the agreement"
        return MoneyLine(
            payer=row.payer.label if row.payer else "not told", by=by, currency=row.currency or "not told", owed=amount(row.owed, NOT_GIVEN),
            pledged=amount(row.pledged, NOT_GIVEN), paid=amount(row.paid, NOT_GIVEN), spent=amount(row.spent, NOT_GIVEN),
            unpaid=amount(row.unpaid, NOT_GIVEN), cites=self.cited(row.entries),
        )  # fmt: skip


def name_of(actor: Actor | None) -> str:
    return "the report" if actor is None or actor.name == OUTLET else actor.label


def amount(value: float | None, unknown: str) -> str:
    return unknown if value is None else number_words(value)


def what_of(entry: Entry, label: str) -> str:
    """An entry in a few words: "10 soldiers", "not held", "the list is disputed", "40 soldiers in all"."""
    if entry.kind == "missed":
        return "not held"
    if entry.kind == "disputed":
        return f"list disputed{f' (round {entry.round})' if entry.round else ''}"
    value = f"{bound_words(entry.bound)}{amount(entry.value, 'some')}"
    if entry.kind in ("pledged", "paid", "spent"):
        return f"{value} {entry.currency or ''} {entry.kind}"
    more = " in all" if entry.total else " a day" if entry.daily else ""
    for_which = f", for round {entry.makes_up}" if entry.makes_up else ""
    return f"{value} {label}{more}{for_which}"


def bound_words(bound: Bound) -> str:
    return BOUNDS.get(bound, "")


def bound_of(entries: Iterable[Entry]) -> str:
    """A sum with a rough count in it is rough; of counts with bounds to different sides no bound can be told."""
    bounds = {e.bound for e in entries} - {"exact"}
    return bound_words(next(iter(bounds))) if len(bounds) == 1 else BOUNDS["about"] if bounds else ""


def aid_words(aid: Aid) -> str:
    per = "a day" if aid.per == "P1D" else f"every {duration_words(aid.per)}"
    through = f" through {', '.join(aid.crossings)}" if aid.crossings else ""
    return f"{bound_words(aid.bound)}{amount(aid.value, 'some')} {aid.of} {per}{through}"
