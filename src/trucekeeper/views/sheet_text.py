"""The sheet on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from trucekeeper.views.grid import Column
from trucekeeper.views.sheet import Quotation, SheetPage
from trucekeeper.views.terminal import SHORT, bullet, heading, put, quiet, section, table


def to_terminal(page: SheetPage, out: Console) -> None:
    """Print the sheet: states, words, what is not known, reviews, independence."""
    heading(out, f"Sheet: {page.topic}")
    section(out, "States, by date")
    columns: list[Column] = [
        ("", {"width": 3}), ("When", {"ratio": 4}), ("As", {"ratio": 4}), ("What", {"ratio": 8}), ("Who says so", {"ratio": 5}),
    ]  # fmt: skip
    put(out, table(columns, [(f"[{s.number}]", s.when, s.kind, s.text + (f" (read as: {s.as_read})" if s.as_read else ""), s.word.text) for s in page.states]))
    if page.left_out:
        quiet(out, page.left_out)
    section(out, "The exact words")
    for quotation in page.quotations:
        _quotation(quotation, out)
    _list(out, "What is not known", page.unknown, "Nothing that this page would need is missing.")
    _list(out, "Reviews", page.reviews, "Nobody has reviewed these claims.")
    _list(out, "How independent the sources are", (page.independence, *page.origins, *page.copies), "")
    if page.rejected:
        quiet(out, f"{page.rejected} rejected on review left out.")


def _quotation(quotation: Quotation, out: Console) -> None:
    words = Text(f"[{quotation.number}] “{quotation.before}")
    words.append(quotation.exact, style="bold underline")
    words.append(f"{quotation.after}”")
    out.print(Padding(words, (0, 0, 0, 1)))
    where = (
        f"{quotation.outlet}, {quotation.published}; characters {quotation.start}-{quotation.end}; sha256 {quotation.sha256}; claim {quotation.claim[:SHORT]}"
    )
    out.print(Padding(Text(f"{where} [{quotation.claim[:SHORT]}]", style="dim"), (0, 0, 0, 5)))


def _list(out: Console, name: str, lines: tuple[str, ...], otherwise: str) -> None:
    section(out, name)
    for line in lines:
        bullet(out, line)
    if not lines:
        quiet(out, otherwise)
