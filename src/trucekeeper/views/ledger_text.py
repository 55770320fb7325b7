"""The ledger on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from trucekeeper.views.grid import Column
from trucekeeper.views.ledger import UNTOLD, AidTable, ExchangeTable, LedgerPage, MoneyTable, SideTable, TermTable, Told
from trucekeeper.views.terminal import bullet, heading, put, quiet, section, table
from trucekeeper.weighing.words import day_words


def to_terminal(page: LedgerPage, out: Console) -> None:
    """Print exchanges, aid and money."""
    known = f", as known on {day_words(page.known)}" if page.known else ""
    heading(out, f"{page.name}: ledger on {day_words(page.on)}{known}", "What is owed is the agreement's; what was given is each voice's own count.")
    for exchange in page.exchanges:
        _exchange(exchange, out)
    if page.terms:
        section(out, "Terms that owe so many")
    for term in page.terms:
        _term(term, out)
    for aid in page.aid:
        _aid(aid, out)
    for fund in page.money:
        _money(fund, out)
    if not (page.exchanges or page.terms or page.aid or page.money):
        quiet(
            out,
            "The agreement holds no exchanges, no counted terms, no aid and no money. An agreement file (--agreement) has them under "
            "`exchanges`, `terms`, `aid` and `money`.",
        )


def _exchange(exchange: ExchangeTable, out: Console) -> None:
    section(out, f"Exchange: {exchange.label}")
    for side in exchange.sides:
        _side(side, out)
    if exchange.rounds:
        rows = [(str(r.number), Text(f"{r.owed}\n{r.state}"), Text("\n".join(f"{t.what} - {t.by}" for t in r.told))) for r in exchange.rounds]
        put(out, table([("Round", {"width": 5}), ("Owed", {"ratio": 4}), ("Said given, by whom", {"ratio": 4})], rows))
    _listed(out, "Told of no listed round:", exchange.outside)
    _listed(out, "Disputes:", exchange.disputes)
    for step in exchange.steps:
        bullet(out, step, indent=3)
    _listed(out, "To be confirmed (truce matches lists them):", exchange.proposed)


def _side(side: SideTable, out: Console) -> None:
    now = f", {side.by_now} by now" if side.by_now != "–" else ""
    owed = "how many are owed is not told" if side.owed == UNTOLD else f"{side.owed} owed in all"
    bullet(out, f"{side.label}: {owed}{now}", mark="*")
    for account in side.accounts:
        remain = "" if account.remaining == UNTOLD else f", {account.remaining} remain"
        bullet(out, f"{account.by}: {account.performed} given{remain}", account.how, indent=3)
    if not side.accounts:
        bullet(out, "nobody is reported to have counted any", indent=3)


def _term(term: TermTable, out: Console) -> None:
    bullet(out, f"{term.label}: {term.owed} owed", mark="*")
    for account in term.accounts:
        remain = "" if account.remaining == UNTOLD else f", {account.remaining} remain"
        bullet(out, f"{account.by}: {account.performed} done{remain}", account.how, indent=3)
    if not term.accounts:
        bullet(out, "nobody is reported to have counted any", indent=3)
    for account in term.proposed:
        bullet(out, f"to be confirmed - {account.by}: {account.performed} done", account.how, indent=3)


def _aid(aid: AidTable, out: Console) -> None:
    section(out, f"Aid: {aid.label}")
    rows = [(r.days, r.crossing, r.value, r.owed, r.missing, r.by) for r in aid.rows]
    columns: list[Column] = [
        ("Days", {"ratio": 3}), ("Crossing", {"ratio": 2}), ("Got in", {"ratio": 2}), ("Owed", {"ratio": 1}), ("Short", {"ratio": 1}),
        ("Whose word", {"ratio": 3}),
    ]  # fmt: skip
    if rows:
        put(out, table(columns, rows))
    else:
        quiet(out, "No report counts any.")
    _listed(out, "To be confirmed:", aid.proposed)


def _money(fund: MoneyTable, out: Console) -> None:
    section(out, f"Money: {fund.label}")
    for r in fund.rows:
        sums = ", ".join(f"{name} {value}" for name, value in (("owed", r.owed), ("pledged", r.pledged), ("paid", r.paid), ("spent", r.spent)) if value != "–")
        unpaid = f"; unpaid {r.unpaid}" if r.unpaid != "–" else ""
        bullet(out, f"{r.payer}: {r.currency} {sums}{unpaid} - {r.by}")
    if not fund.rows:
        quiet(out, "No report tells of any.")
    _listed(out, "To be confirmed:", fund.proposed)


def _listed(out: Console, head: str, told: Iterable[Told]) -> None:
    held = list(told)
    if held:
        out.print(Text(head, style="dim"))
    for t in held:
        bullet(out, f"{t.what} - {t.by}: “{t.words}”")
