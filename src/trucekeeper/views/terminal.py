"""Pages on a terminal: plain tables that fit 80 columns, colour only where there is any and never alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:  # search prints too, and needs nothing of what weighing takes
    from trucekeeper.views.cite import Cite

WIDTH = 80
WIDEST = 120
SHORT = 8  # letters of an id
IDS = 3  # ids told of one row


def console() -> Console:
    """Standard output, at most 120 columns wide; 80 where it is no terminal."""
    made = Console(highlight=False, soft_wrap=False)
    made.width = min(made.width, WIDEST) if made.is_terminal else WIDTH
    return made


def heading(out: Console, text: str, detail: str = "") -> None:
    out.print(Text(text, style="bold"))
    if detail:
        out.print(Text(detail, style="dim"))


def section(out: Console, text: str) -> None:
    out.print()
    out.print(Text(text, style="bold underline"))


def quiet(out: Console, text: str) -> None:
    out.print(Text(text, style="dim"))


def table(columns: Sequence[tuple[str, dict[str, object]]], rows: Iterable[Sequence[RenderableType]]) -> Table:
    """A table with one line under its head; `columns` are names with rich's column options."""
    made = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1), header_style="dim", expand=True)
    for name, options in columns:
        made.add_column(name, overflow="fold", **options)  # type: ignore[arg-type]
    for row in rows:
        made.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in row))  # a report's brackets are no markup
    return made


def ids(cites: Iterable[Cite]) -> str:
    """The first letters of the ids of claims, as `truce show` and `truce explain` take them: "[1a2b3c4d 5e6f7a8b …]"."""
    held = list(dict.fromkeys(c.claim[:SHORT] for c in cites))
    return f"[{' '.join(held[:IDS])}{' …' if len(held) > IDS else ''}]" if held else ""


def bullet(out: Console, text: str, detail: str = "", mark: str = "-", indent: int = 1) -> None:
    """A line with a hanging indent, its detail below it."""
    lead = " " * (indent + len(mark) + 1)
    room = max(1, out.width - len(lead))
    made = Text(f"{' ' * indent}{mark} ")
    lines = [(line, style) for part, style in ((text, ""), (detail, "dim")) for given in part.splitlines() for line in _wrapped(given, room, out)]
    for number, (line, style) in enumerate(lines):
        made.append(f"\n{lead}" if number else "")
        made.append(line, style=style)
    out.print(made, no_wrap=True, overflow="ignore", crop=False)


def _wrapped(text: str, room: int, out: Console) -> list[str]:
    """Lines of a text that fit; a text with wide letters is measured by rich, which knows how wide they are."""
    if not text.isascii():
        return [line.plain.rstrip() for line in Text(text).wrap(out, room)]
    return wrap(text, room, break_on_hyphens=False) or [""]
