"""What the sentences of reports tell of aid and money: loads got in by day and crossing; sums pledged, paid and spent by payer and currency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucekeeper.agreement.basis import basis_of
from trucekeeper.agreement.frames import before_of, is_ahead, is_undone
from trucekeeper.agreement.ledger_words import ledger_words
from trucekeeper.agreement.rounds import head
from trucekeeper.agreement.sentences import Sentence, stems
from trucekeeper.agreement.told_acts import same_actor
from trucekeeper.agreement.told_rounds import is_total, is_whole
from trucekeeper.agreement.told_words import shown_at
from trucekeeper.model.claims import Actor, Claim, Event, Figure
from trucekeeper.model.ledger import Entry, EntryKind
from trucekeeper.model.undertakings import Aid, Fund

MONEY = frozenset({"money", "money given", "money pledged"})
ACTS = frozenset({"give money", "pledge money"})
CLASSES: tuple[EntryKind, ...] = ("spent", "pledged", "paid")
PLAIN = frozenset({"trust", "fund", "the", "for", "of", "and", "a", "agreement"})


def aid_entries(sentence: Sentence, aids: Sequence[Aid]) -> Iterator[Entry]:
    """Loads that are said to have got in; what the agreement asks for is no count."""
    words, text = ledger_words().aid, sentence.text
    done = [m.start() for m in words.done.finditer(text) if happened(text, m.start())]
    if not done:
        return
    for figure in sentence.figures():
        own = stems(f"{figure.of or ''} {figure.evidence[0].exact}")
        at = figure.evidence[0].start - sentence.start
        if figure.measure in MONEY or figure.unit or figure.told_as or is_whole(figure, sentence) or (figure.value or 0) < 1 or agreed(text, at):
            continue
        named = any(head(a.of) in own for a in aids)  # where one line's own word stands, no other line's loads are meant
        for aid in aids:
            loads = {head(aid.of)} if named else words.loads | {head(aid.of)}
            if not own & loads:
                continue
            event = next((e for e in sentence.events() if e.status == "happened" and e.about), None)
            when = figure.about or (event.about if event else sentence.time())
            through = crossing_of(text, at, aid)
            rivals = [a for a in aids if head(a.of) == head(aid.of)]
            yield entry(
                sentence, aid.id, at, figure, kind="entered", when=when, value=figure.value, bound=figure.bound,
                crossing=through, reason=f"counts {aid.of} that got in",
                daily=any(words.daily.search(t) is not None for t in (figure.evidence[0].exact, text[at : at + 60])),
                sure=head(aid.of) in own and (len(rivals) == 1 or through is not None),
            )  # fmt: skip


def crossing_of(text: str, at: int, aid: Aid) -> str | None:
    """The first crossing that is named behind a number, or the only one that is named at all."""
    places = [(m.start(), c) for c in aid.crossings for m in re.finditer(rf"\b{re.escape(c.split()[0])}\b", text, re.IGNORECASE)]
    behind = sorted(p for p in places if p[0] > at)
    if behind:
        return behind[0][1]
    named = {c for _, c in places}
    return named.pop() if len(named) == 1 else None


def happened(text: str, at: int) -> bool:
    before = before_of(text, at)
    return not is_ahead(before) and not is_undone(before)


def agreed(text: str, at: int) -> bool:
    """Is the number that of the agreement ("half of the 120 that were agreed")?"""
    return any(word in text[at : at + 60].casefold() for word in (" agreed", " promised", " required", " foreseen", " called for", " envisaged"))


@dataclass(frozen=True, slots=True)
class Purse:
    """A fund with the words by which reports know it."""

    fund: Fund
    words: frozenset[str]

    @classmethod
    def of(cls, fund: Fund) -> Purse:
        return cls(fund, stems(" ".join((fund.name, *fund.purposes))) - PLAIN)


def money_entries(sentence: Sentence, purses: Sequence[Purse]) -> Iterator[Entry]:
    """Sums by what was done with them: the word for it that stands nearest before or behind the sum."""
    text, words = sentence.text, stems(sentence.text)
    for figure in sentence.figures():
        if figure.measure not in MONEY or figure.unit is None or is_whole(figure, sentence):
            continue
        at = figure.evidence[0].start - sentence.start
        kind = class_of(text, at)
        if kind is None:
            continue
        for purse in purses:
            shared = words & purse.words
            fund = "fund" in words and "fund" in stems(purse.fund.name)
            if not shared and not fund and len(purses) > 1:
                continue
            known_by = f"shares the words {', '.join(sorted(shared))}" if shared else "names a fund" if fund else "names no fund"
            yield entry(
                sentence, purse.fund.id, at, figure, kind=kind, sure=bool(shared) or (fund and len(purses) == 1), reason=f"tells of money {kind}; {known_by}",
                when=figure.about, value=figure.value, bound=figure.bound, currency=figure.unit, payer=payer_of(sentence, figure, purse.fund),
                total=is_total(figure, sentence),
            )  # fmt: skip


def class_of(text: str, at: int) -> EntryKind | None:
    """Pledged, paid or spent; a sum that is only to be paid is none of them."""
    words = ledger_words().money
    found = [(abs(m.start() - at), kind) for kind in CLASSES for m in getattr(words, kind).finditer(text) if happened(text, m.start())]
    return min(found, key=lambda f: (f[0], CLASSES.index(f[1])))[1] if found else None


def payer_of(sentence: Sentence, figure: Figure, fund: Fund) -> Actor | None:
    """Who gives the money: a contributor that is named, or who acts in the nearest giving or pledging."""
    place = figure.evidence[0].start
    acts = sorted((e for e in sentence.events() if e.act in ACTS and e.actors), key=lambda e: abs((e.trigger or e.evidence[0]).start - place))
    doer = acts[0].actors[0] if acts else None
    for owed in (c.by for c in fund.contributions if c.by):
        if (doer and same_actor(doer, owed.key, owed.label)) or (doer is None and stems(owed.label) <= stems(sentence.text)):
            return owed
    return doer


def entry(sentence: Sentence, line: str, at: int, figure: Figure, *, kind: EntryKind, sure: bool, reason: str, when: object, **more: object) -> Entry:
    by, speaking = sentence.asserter(at)
    inside: list[Claim] = list(dict.fromkeys((figure, *(e for e in sentence.events() if isinstance(e, Event)), *([speaking] if speaking else []))))
    words = " ".join(sentence.text.split()).strip(' "“”')
    return Entry(
        line=line, document=sentence.document, reason=reason, claims=tuple(c.id for c in inside), basis=tuple(basis_of(c) for c in inside),
        certainty="matched" if sure else "proposed", by=by, said=figure.said, when=when, words=shown_at(words, at), kind=kind, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def all_supplies(sentences: Iterable[Sentence], aids: Sequence[Aid], purses: Sequence[Purse]) -> list[Entry]:
    """Of all sentences, in their order."""
    return [e for s in sentences for e in (*aid_entries(s, aids), *money_entries(s, purses))] if aids or purses else []
