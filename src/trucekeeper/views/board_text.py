"""The board on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from trucekeeper.views.board import BoardPage, PartyCell, PhaseRow, TermRow, title
from trucekeeper.views.board_next import NextRow
from trucekeeper.views.grid import Column
from trucekeeper.views.terminal import bullet, heading, ids, put, quiet, section, table
from trucekeeper.weighing.words import count_words


def to_terminal(page: BoardPage, out: Console) -> None:
    """Print the board, what is new and short before the long tables."""
    heading(out, title(page), f"{count_words(page.documents, 'document')}, {count_words(page.claims, 'claim')}")
    if page.left_out:
        quiet(out, page.left_out)
    _in_force(page, out)
    _events(page, out)
    _contested(page, out)
    _positions(page, out)
    if page.terms:
        _terms(page.terms, out)
    if page.past_plans:
        section(out, "Planned for a day that has passed, with no report that it took place")
        _next_table(page.past_plans, out)
    if page.rejected:
        quiet(out, f"{count_words(page.rejected, 'claim')} rejected on review left out.")
    if page.undecided:
        section(out, "Names that may be one somebody’s, kept apart until a person decides")
        for pair in page.undecided:
            bullet(out, pair)
        quiet(out, 'truce judge RECORD "NAME" --same-as "OTHER" --by YOU, or --different-from')


def _in_force(page: BoardPage, out: Console) -> None:
    section(out, _capital(page.agreement or "No agreement found"))
    out.print(page.note)
    for phase in page.phases:
        _phase(phase, out)


def _events(page: BoardPage, out: Console) -> None:
    """The newest, what comes next and what is threatened, in lines that say whose word each is."""
    section(out, "Newest, of the last 7 days")
    if not page.newest:
        quiet(out, "Nothing is told as having happened in these days.")
    for row in page.newest:
        bullet(out, f"{row.when}: {row.what}", f"{row.word} - {row.by} {ids(row.cites)}")
    section(out, "Said to come next (not as having happened)")
    if not page.next:
        quiet(out, "Nothing is said to come after this date.")
    for due in page.next:
        bullet(out, f"{due.when}: {due.what}", f"{due.status} - {due.by} {ids(due.cites)}".rstrip())
    if page.threatened or page.older_threats:
        section(out, "Threatened, or only on a condition")
    for row in page.threatened:
        bullet(out, f"{row.who + ': ' if row.who else ''}{row.what}", f"{row.word}, open {row.when} - {row.by} {ids(row.cites)}")
    if page.older_threats:
        quiet(out, page.older_words)


def _terms(terms: tuple[TermRow, ...], out: Console) -> None:
    section(out, "Agreed terms that are due, past their day or disputed")
    ratios = {"Term": 6, "Who": 3, "Due": 3, "By whose account": 6}
    rows = [(t.act, t.who, t.due, "\n".join(f"{a.text} - {a.by}" for a in t.accounts)) for t in terms]
    put(out, table([(name, {"ratio": ratio}) for name, ratio in ratios.items()], rows))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _phase(phase: PhaseRow, out: Console) -> None:
    line = f"{phase.label}: {phase.state.upper()} ({phase.dates})"
    bullet(out, line, f"{phase.reason} - {phase.by}", mark="*")
    for account in phase.accounts:
        bullet(out, f"{account.text} - {account.by}", indent=3)
    for wanted in phase.wanted:
        bullet(out, f"wanted by {wanted.by}: {wanted.text}", indent=3)
    for check in phase.checks:
        bullet(out, check, indent=3)


def _positions(page: BoardPage, out: Console) -> None:
    section(out, "Positions, by issue and party")
    if not page.issues:
        quiet(out, "No positions found.")
        return
    rows = []
    for issue in page.issues:
        for number, cell in enumerate(issue.parties):
            rows.append((issue.issue if number == 0 else "", cell.party, _entries(cell)))
    put(out, table([("Issue", {"ratio": 3}), ("Party", {"ratio": 3}), ("Position, in the words of the text", {"ratio": 8})], rows))


def _entries(cell: PartyCell) -> Text:
    made = Text()
    for number, entry in enumerate(cell.entries):
        again = f" ({len(entry.cites)} times)" if len(entry.cites) > 1 else ""
        made.append("\n" if number else "")
        made.append(entry.stance, style="bold")
        made.append(f" “{entry.content}”{again}")
        made.append(f" {entry.said}" if entry.said else "", style="dim")
    for move in cell.moved:
        made.append(f"\nmoved: {move}")
    return made


def _contested(page: BoardPage, out: Console) -> None:
    section(out, "Contested")
    if not page.figures and not page.disputes:
        quiet(out, "Nothing in this record stands against anything else in it.")
    for row in (*page.figures, *page.disputes):
        bullet(out, f"{row.label}: {row.subject + ': ' if row.subject else ''}{row.reason}", ids(row.cites))


def _next_table(rows: tuple[NextRow, ...], out: Console) -> None:
    columns: list[Column] = [("When", {"ratio": 3}), ("What", {"ratio": 7}), ("As", {"min_width": 8}), ("Whose word", {"ratio": 4})]
    put(out, table(columns, [(r.when, r.what, r.status, r.by) for r in rows]))
