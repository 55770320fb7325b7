"""Matches on a terminal."""

from __future__ import annotations

from rich.console import Console

from trucekeeper.views.matches import MatchPage
from trucekeeper.views.shortened import shortened
from trucekeeper.views.terminal import bullet, heading, quiet, section


def to_terminal(page: MatchPage, out: Console) -> None:
    """Print what is proposed, matched, confirmed and refused, each with its reason."""
    heading(out, page.name, ", ".join(f"{count} {word}" for word, count in page.counts if count))
    certainty = line = ""
    for row in page.rows:
        if row.certainty != certainty:
            section(out, row.certainty.capitalize())
            certainty, line = row.certainty, ""
        if row.line != line:
            bullet(out, f"{row.line}: {shortened(row.act, 120)}", mark="*")
            line = row.line
        bullet(out, f"{row.claim}  {row.tells} - {row.by}, {row.when}: “{shortened(row.words, 160)}”", row.reason, indent=3)
    if not page.rows:
        quiet(out, "No report bears on any line.")
