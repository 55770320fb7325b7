"""Aid by days and crossing, money by payer and currency: what each voice says, beside what the agreement asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trucekeeper.agreement.calculus import Duration, days_between
from trucekeeper.agreement.counting import counting_once
from trucekeeper.model.ledger import AidLedger, AidRow, Entry, MoneyLedger, MoneyRow
from trucekeeper.model.undertakings import Aid, Fund


def aid_ledger(aid: Aid, entries: Sequence[Entry]) -> AidLedger:
    """In order of days; the same words of one voice for the same days and crossing count once, by the newest telling."""
    told: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in sorted((e for e in entries if e.counts), key=lambda e: ((e.said.latest or "") if e.said else "", e.claims)):
        days = entry.when.as_range if entry.when else ""
        told.setdefault((days, entry.crossing or "", entry.by.key if entry.by else ""), []).append(entry)
    ordered = sorted(told, key=lambda k: (k[0].partition("/")[2] or k[0], k))
    rows = tuple(replace(aid_row(aid, told[k][-1]), earlier=tuple(told[k][:-1])) for k in ordered)
    return AidLedger(aid=aid, rows=rows, proposed=tuple(e for e in entries if e.certainty == "proposed"))


def aid_row(aid: Aid, entry: Entry) -> AidRow:
    """A rate is set beside the agreed rate; a count beside what the agreed rate comes to over its days. One of several crossings has no share of its own."""
    value = float(entry.value or 0)
    owed = None
    per = Duration.parse(aid.per)
    if aid.value is not None and (entry.crossing is None or len(aid.crossings) < 2):
        if entry.daily:
            owed = aid.value if per == Duration(days=1) else None
        elif entry.when is not None and entry.when.first_day and entry.when.last_day and not entry.when.approximate and per is not None and per.days:
            owed = aid.value * days_between(entry.when.first_day, entry.when.last_day) / per.days
    missing = owed - value if owed is not None else None
    return AidRow(days=entry.when, crossing=entry.crossing, by=entry.by, value=value, bound=entry.bound, owed=owed, missing=missing, entry=entry)


def money_ledger(fund: Fund, entries: Sequence[Entry]) -> MoneyLedger:
    """One row for each payer, voice and currency, the agreement's own contributions among them; currencies are never turned into one another."""
    counting = [e for e in entries if e.counts]
    groups: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in counting:
        key = (entry.payer.key if entry.payer else "", entry.by.key if entry.by else "", entry.currency or "")
        groups.setdefault(key, []).append(entry)
    rows = [money_row(fund, groups[key]) for key in sorted(groups)]
    told = {(r.payer.key if r.payer else "", r.currency) for r in rows}
    for owed in fund.contributions:
        if (owed.by.key if owed.by else "", owed.currency) not in told:
            rows.append(
                MoneyRow(
                    payer=owed.by, by=None, currency=owed.currency, owed=owed.value, pledged=None, paid=None, spent=None, unpaid=owed.value, entries=()
                )
            )  # fmt: skip
    return MoneyLedger(fund=fund, rows=tuple(rows), proposed=tuple(e for e in entries if e.certainty == "proposed"))


def money_row(fund: Fund, entries: Sequence[Entry]) -> MoneyRow:
    first = entries[0]
    owed_of = [
        c.value for c in fund.contributions if c.value is not None and c.currency == first.currency and c.by and first.payer and c.by.key == first.payer.key
    ]
    sums = {kind: sum_of([e for e in entries if e.kind == kind]) for kind in ("pledged", "paid", "spent")}
    owed = sum(owed_of) if owed_of else None
    base = owed if owed is not None else sums["pledged"]
    unpaid = base - (sums["paid"] or 0) if base is not None else None
    return MoneyRow(
        payer=first.payer, by=first.by, currency=first.currency, owed=owed, pledged=sums["pledged"], paid=sums["paid"], spent=sums["spent"],
        unpaid=unpaid, entries=tuple(entries),
    )  # fmt: skip


def sum_of(entries: Sequence[Entry]) -> float | None:
    """The newest sum of all so far and what is told of later days; the same sum told again is the same money. None where nothing is told."""
    counted, _ = counting_once(entries)
    return float(sum(e.value or 0 for e in {(e.value, e.when.as_range if e.when else ""): e for e in counted}.values())) if counted else None
