"""Exchanges: so many of these for each of those, from the words of a provision and the figures inside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from trucekeeper.agreement.basis import basis_of
from trucekeeper.agreement.ledger_words import ledger_words
from trucekeeper.model.claims import Actor, Event, Figure, Provision
from trucekeeper.model.ids import digest
from trucekeeper.model.undertakings import Exchange, Side

UNCOUNTED = frozenset({"duration", "distance", "money"})
DONE = "exchange"
UNTOLD = {"gives": "reports tell what was given; no words say how many were agreed"}


def exchanges_of(provisions: Sequence[Provision], figures: Sequence[Figure]) -> Iterable[Exchange]:
    """An exchange for every provision whose words speak of one and hold counts on both sides."""
    seen: set[tuple[Side, ...]] = set()
    for provision in provisions:
        main = provision.evidence[0]
        if provision.standing != "agreed" or not ledger_words().rounds.swap.search(main.exact):
            continue
        inside = [f for f in figures if f.document == provision.document and main.covers(f.evidence[0]) and f.measure not in UNCOUNTED]
        turns = [main.start + m.start() for m in ledger_words().rounds.in_return.finditer(main.exact)]
        turn = next((t for t in turns if any(f.evidence[0].end <= t for f in inside) and any(f.evidence[0].start >= t for f in inside)), None)
        if turn is None:
            continue
        giver = provision.obligors[0] if len(provision.obligors) == 1 else None
        gives = tuple(side_of(f, giver) for f in inside if f.evidence[0].end <= turn)
        returns = tuple(side_of(f, None) for f in inside if f.evidence[0].start >= turn)
        if gives + returns in seen:
            continue
        seen.add(gives + returns)
        yield Exchange(
            id=f"exchange-{digest(*(f'{s.value} {s.of}' for s in gives + returns))[:8]}",
            phase=provision.phase,
            gives=gives,
            returns=returns,
            basis=(basis_of(provision),),
        )


def told_exchanges(events: Iterable[Event], figures: Sequence[Figure], agreed: Iterable[Exchange]) -> Iterable[Exchange]:
    """An exchange that reports tell of as done, where no words say what was agreed: its sides are known, and how many are owed is not."""
    held = list(agreed)
    for event in sorted(events, key=lambda e: (e.document, e.evidence[0].start, e.id)):
        main = event.evidence[0]
        if event.act != DONE or event.status != "happened" or any(b.document == event.document for x in held for b in x.basis):
            continue
        inside = [f for f in figures if f.document == event.document and main.covers(f.evidence[0]) and f.measure not in UNCOUNTED]
        turn = next((main.start + m.start() for m in ledger_words().rounds.in_return.finditer(main.exact)), None)
        gives = tuple(replace(side_of(f, None), value=None, bound="exact") for f in inside if turn is not None and f.evidence[0].end <= turn)
        returns = tuple(replace(side_of(f, None), value=None, bound="exact") for f in inside if turn is not None and f.evidence[0].start >= turn)
        if gives and returns:
            key = digest(*(s.of for s in gives + returns))[:8]
            held.append(Exchange(id=f"exchange-{key}", gives=gives, returns=returns, unknown=UNTOLD, basis=(basis_of(event),)))
            yield held[-1]


def side_of(figure: Figure, giver: Actor | None) -> Side:
    """Without a giver the words do not tell who gives it."""
    return Side(of=figure.of or figure.measure, value=figure.value, bound=figure.bound, giver=giver)
