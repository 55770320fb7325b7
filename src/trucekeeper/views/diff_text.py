"""A comparison on a terminal: what is gone stands in [-…-], what is new in {+…+}, so that nothing hangs on colour."""

from __future__ import annotations

from rich.console import Console

from trucekeeper.views.diff import DiffPage, FieldRow
from trucekeeper.views.terminal import bullet, heading, quiet, section

MARKS = {"kept": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}


def to_terminal(page: DiffPage, out: Console) -> None:
    """Print what differs, line by line."""
    heading(out, f"{page.first} | {page.second}", ", ".join(f"{count} {kind}" for kind, count in page.counts))
    for field in page.head:
        bullet(out, marked(field))
    last = ""
    for row in page.rows:
        if row.section != last:
            section(out, row.section.capitalize())
            last = row.section
        how = f" (found by {row.found_by})" if row.kind in ("changed", "renumbered") and row.found_by != "the same id" else ""
        bullet(out, f"{row.kind}: {row.key}: {row.label}{how}", mark="*")
        if row.kind in ("changed", "renumbered"):
            for field in row.fields:
                bullet(out, marked(field), indent=3)
    if not page.rows and not page.head:
        quiet(out, "The two say the same.")


def marked(field: FieldRow) -> str:
    return f"{field.name}: " + " ".join(MARKS[kind].format(words) for kind, words in field.runs)
