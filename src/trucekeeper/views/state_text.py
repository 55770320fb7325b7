"""The state of an agreement on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote

from rich.console import Console
from rich.text import Text

from trucekeeper.views.phase_line import PhaseLine
from trucekeeper.views.state import AccountRow, StatePage, TermGroup, TermRow
from trucekeeper.views.terminal import bullet, heading, put, quiet, section, table
from trucekeeper.weighing.words import count_words, day_words

FEW = 3  # accounts of a term that wait for a person and are shown
FILL = {"in force": "█", "ended": "▓", "not begun": "░", "wanted": "╌", "suspended": "▒"}


def to_terminal(page: StatePage, out: Console) -> None:
    """Print phases, terms by phase, exchanges and what comes next."""
    known = f"as known on {day_words(page.known)}" if page.known else ""
    heading(out, f"{page.name}, on {day_words(page.on)}", ", ".join(p for p in (f"according to {page.according_to}" if page.according_to else "", known) if p))
    out.print(page.note)
    if page.counts:
        quiet(out, f"Agreed terms: {'; '.join(f'{word}: {count}' for word, count in page.counts)}.")
    if page.assuming is not None:
        section(out, f"What {page.assuming} would change (assumed, in no record)")
        for change in page.assumed:
            bullet(out, change.what, f"{change.before or 'nothing'} -> {change.after or 'nothing'}", mark="*")
        if not page.assumed:
            quiet(out, "Nothing.")
        for what in page.later:
            quiet(out, f"Not so yet on this day: {what}.")
    if page.phases:
        section(out, "Phases")
    if page.line is not None:
        drawn(page.line, out)
    for phase in page.phases:
        bullet(out, f"{phase.label}: {phase.state.upper()} ({phase.dates})", phase.reason, mark="*")
        for row in (*phase.accounts, *phase.wanted):
            bullet(out, f"  {_account(row)}")
        for check in phase.checks:
            bullet(out, f"  {check}")
    for group in page.groups:
        _terms(group, out)
    if page.exchanges:
        section(out, "Exchanges")
        for exchange in page.exchanges:
            bullet(out, exchange.label, mark="*")
            for row in exchange.accounts:
                bullet(out, f"  {_account(row)}")
    if page.amendments:
        section(out, "Amendments and proposals")
    for paper in page.amendments:
        bullet(out, f"{paper.label}: {paper.standing} ({paper.when})", "; ".join(paper.changes))
    section(out, "What comes next")
    if page.next:
        put(out, table([("When", {"ratio": 2}), ("What", {"ratio": 6}), ("Whose word", {"ratio": 2})], [(n.when, Text(n.what), n.by) for n in page.next]))
    else:
        quiet(out, "Nothing falls due and nothing is said to come.")


def drawn(line: PhaseLine, out: Console) -> None:
    """The phases as bars over the terminal's columns, today as a stroke through them."""
    columns = out.width - 2
    today = column(line.today, line, columns)
    for bar in line.bars:
        first, last = column(bar.x, line, columns), column(bar.x + bar.width, line, columns)
        cells = [FILL.get(bar.kind, "▒") if first <= n < max(last, first + 1) else " " for n in range(columns)]
        cells[today] = "┃"
        name = bar.label.partition(":")[0]
        at = last + 2 if last + 2 + len(name) <= columns else first - 1 - len(name)
        if at >= 0:
            cells[at : at + len(name)] = name
        out.print(Text(f" {''.join(cells)}".rstrip()))
    due = {column(d.x, line, columns) for d in line.dues}
    scale = ["┃" if n == today else "◆" if n in due else "─" for n in range(columns)]
    out.print(Text(f" {''.join(scale)}"))
    label = line.today_label
    out.print(Text(" " * max(1, min(today + 1 - len(label) // 2, out.width - len(label))) + label))
    ends = f" {line.first}{' ' * max(1, columns - len(line.first) - len(line.last))}{line.last}"
    quiet(out, f"{ends}\n █ in force  ▓ ended  ░ not begun  ╌ wanted{'  ◆ last day of a term' if due else ''}")


def column(x: float, line: PhaseLine, columns: int) -> int:
    return max(0, min(columns - 1, int(x / line.width * columns)))


def _account(row: AccountRow) -> str:
    return f"{row.state}{' - ' if row.state else ''}{row.by}" + (f": {row.reason}" if row.reason else "")


def _terms(group: TermGroup, out: Console) -> None:
    """A table of the terms of which dates or reports tell anything; the others below it, each in a line or two."""
    section(out, f"Terms: {group.label}")
    rows = []
    for term in (t for t in group.terms if not t.is_open):
        what = Text(f"{named(term)}\n{owed(term)}{'; ' + term.due if term.due else ''}")
        what.stylize("dim", len(named(term)))
        rows.append((what, Text("\n".join([*(_account(a) for a in term.accounts), *_proposed(term)]))))
    if rows:
        put(out, table([("Term", {"ratio": 5}), ("Where it stands, by whose account", {"ratio": 4})], rows))
    others = [t for t in group.terms if t.is_open]
    if others:
        one = len(others) == 1
        quiet(out, f"No words give a date of {'this one' if one else 'these'}, and no report says where {'it stands' if one else 'they stand'}:")
    for term in others:
        bullet(out, named(term), owed(term))


def named(term: TermRow) -> str:
    return f"{term.clause + ' ' if term.clause else ''}{term.act}"


def owed(term: TermRow) -> str:
    return f"{term.owes}{'; ' + term.issue if term.issue else ''}"


def _proposed(term: TermRow) -> Iterator[str]:
    """The newest accounts that wait for a person, and how many others do."""
    earlier = len(term.proposed) - FEW
    yield from (f"to be confirmed: {_account(a)}" for a in term.proposed[-FEW:])
    if earlier > 0:
        yield f"to be confirmed: {count_words(earlier, 'earlier account')} (truce matches --line {quote(term.id)})"
