"""What is new, on a terminal."""

from __future__ import annotations

from rich.console import Console

from trucekeeper.views.new import NewPage, title
from trucekeeper.views.news_rows import NewsSection
from trucekeeper.views.terminal import bullet, heading, ids, quiet, section

MOST = 10  # rows of a section on a terminal


def to_terminal(page: NewPage, out: Console) -> None:
    """Print the page, each section no longer than a screen."""
    heading(out, title(page), page.summary)
    if page.left_out:
        quiet(out, page.left_out)
    for part in page.sections:
        _section(part, out)


def _section(part: NewsSection, out: Console) -> None:
    section(out, f"{part.title} ({len(part.rows):,})")
    for row in part.rows[:MOST]:
        bullet(out, f"{row.label}: {row.text}", "\n".join((f"{row.by} {ids(row.cites)}".rstrip(), *row.detail)))
    if len(part.rows) > MOST:
        quiet(out, f"   and {len(part.rows) - MOST:,} more: --html and --json have all of them")
