"""The schedule on a terminal."""

from __future__ import annotations

from rich.console import Console

from trucekeeper.views.schedule import SchedulePage, title
from trucekeeper.views.terminal import bullet, heading, ids, quiet, section
from trucekeeper.weighing.words import day_words


def to_terminal(page: SchedulePage, out: Console) -> None:
    """Print the schedule, what nobody reports first."""
    since = f"what ends on {day_words(page.since)} or later" if page.since else ""
    heading(out, title(page), "; ".join(filter(None, (page.agreement, since))))
    if page.left_out:
        quiet(out, page.left_out)
    if not page.rows:
        quiet(out, "Nothing in this record is planned for a day, and no agreed term falls due on one.")
    for name, rows in page.sections:
        section(out, f"{name} ({len(rows):,})")
        for row in rows:
            bullet(out, f"{row.when}: {row.what}", "\n".join((f"{row.kind} - {row.by} {ids(row.cites)}".rstrip(), *row.told)))
