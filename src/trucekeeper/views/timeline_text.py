"""The timeline on a terminal."""

from __future__ import annotations

from rich.console import Console

from trucekeeper.views.grid import Column
from trucekeeper.views.terminal import bullet, heading, ids, put, quiet, section, table
from trucekeeper.views.timeline import TimelinePage, TimelineRow
from trucekeeper.weighing.words import count_words


def to_terminal(page: TimelinePage, out: Console) -> None:
    """Print the timeline, one row an event."""
    heading(out, "Timeline", "   ".join(f"{s.symbol}\N{NO-BREAK SPACE}{s.word}\N{NO-BREAK SPACE}{s.count}" for s in page.legend))
    if page.left_out:
        quiet(out, page.left_out)
    out.print()
    columns: list[Column] = [("When", {"ratio": 4}), ("Status", {"min_width": 13}), ("What", {"ratio": 9}), ("Whose word", {"ratio": 5})]
    if page.rows:
        put(out, table(columns, [(r.when, f"{r.symbol} {r.word}", _what(r), r.by) for r in page.rows if r.dated]))
    else:
        quiet(out, "No report tells of an event of these days.")
    undated = [r for r in page.rows if not r.dated]
    if undated:
        section(out, "Not dated by the words, by the day of the report")
        put(out, table(columns, [(r.when, f"{r.symbol} {r.word}", _what(r), r.by) for r in undated]))
    if page.moves:
        section(out, "Positions that moved")
    for move in page.moves:
        text = f"{move.when}: {move.party} on {move.issue}: {move.after}"
        bullet(out, text, f"{move.after_by} {ids(move.cites)}\nbefore: {move.before} - {move.before_by}")
    if page.rejected:
        quiet(out, f"{count_words(page.rejected, 'event')} left out: rejected on review.")


def _what(row: TimelineRow) -> str:
    told = f" ({len(row.cites)} tellings)" if len(row.cites) > 1 else ""
    return "\n".join([f"{row.what}{told} {ids(row.cites)}", *(f"- {d}" for d in row.differences)])
