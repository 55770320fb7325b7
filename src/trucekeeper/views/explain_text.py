"""An explanation on a terminal."""

from __future__ import annotations

from rich.console import Console

from trucekeeper.views.explain import ClaimRow, ExplainPage, TieRow, title
from trucekeeper.views.terminal import SHORT, bullet, heading, quiet, section

MARKS = {"for": "+", "against": "-", "neither": "·"}


def to_terminal(page: ExplainPage, out: Console) -> None:
    """Print what decided before what was looked at, and what would change it last."""
    heading(out, title(page))
    if page.left_out:
        quiet(out, page.left_out)
    out.print()
    for claim in (page.first, page.second):
        if claim is not None:
            _claim(claim, out)
    if page.second is None:
        _ties(page, out)
    else:
        _verdict(page, out)
    section(out, "What people judged")
    for line in page.people:
        bullet(out, line)
    if not page.people:
        quiet(out, "Nobody has judged these claims, or the names in them.")


def _claim(claim: ClaimRow, out: Console) -> None:
    bullet(out, f"{claim.id[:SHORT]}  {claim.kind}: “{claim.words}”", claim.by, mark="*")


def _verdict(page: ExplainPage, out: Console) -> None:
    words = {True: "Set together", False: "Set apart", None: "Not set against each other"}
    section(out, f"{words[page.together]}: {page.relation}")
    out.print(page.decided, markup=False)
    section(out, "What was looked at")
    for reason in page.reasons:
        bullet(out, f"{reason.matter}: {reason.words}", mark=MARKS[reason.speaks])
    quiet(out, "+ speaks for one thing, - against it, · tells neither")
    section(out, "What would change it")
    for change in page.changes:
        bullet(out, change.words, change.command or "")
    if not page.changes:
        quiet(out, "No single correction of these claims was found that would.")


def _ties(page: ExplainPage, out: Console) -> None:
    for together, name in ((True, "Tied to"), (False, "Kept apart from")):
        section(out, name)
        rows = [t for t in page.ties if t.together == together]
        for row in rows:
            _tie(row, out)
        if not rows:
            quiet(out, "Nothing in this record.")


def _tie(row: TieRow, out: Console) -> None:
    ids = f"{row.cites[0].claim[:SHORT]}  " if row.cites else ""
    what = f"“{row.what}”" if row.cites else row.what
    bullet(out, f"{ids}{row.relation}{f': {what}' if row.what else ''}", "\n".join(p for p in (row.by, row.reason) if p))
