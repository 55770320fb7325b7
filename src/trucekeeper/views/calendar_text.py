"""The calendar on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from trucekeeper.views.calendar import CalendarPage
from trucekeeper.views.terminal import heading, put, quiet, table
from trucekeeper.weighing.words import day_words


def to_terminal(page: CalendarPage, out: Console) -> None:
    """Print the dates in their order."""
    known = f", as known on {day_words(page.known)}" if page.known else ""
    heading(out, page.name, f"from {day_words(page.on)} to {day_words(page.until)}; plans as told by {day_words(page.on)}{known}")
    if not page.rows:
        quiet(out, "Nothing falls due and nothing is said to come.")
        return
    rows = []
    for row in page.folded:
        what = Text(row.what)
        if row.reason:
            what.append(f"\n{row.reason}", style="dim")
        rows.append((row.when, what, Text(f"{row.by}\n{row.ground}")))
    put(out, table([("When", {"ratio": 3}), ("What", {"ratio": 6}), ("Who", {"ratio": 3})], rows))
