"""Pages on a terminal: plain tables that fit 80 columns, colour only where there is any and never alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from trucekeeper.views.grid import Column, Grid, wrapped

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
    put(out, _lines(text, out, "bold"))
    if detail:
        put(out, _lines(detail, out, "dim"))


def section(out: Console, text: str) -> None:
    put(out, Text())
    put(out, _lines(text, out, "bold underline"))


def quiet(out: Console, text: str) -> None:
    put(out, _lines(text, out, "dim"))


def _lines(text: str, out: Console, style: str) -> Text:
    """Words in lines that are broken at spaces alone."""
    return Text("\n".join(line.plain for line in wrapped(text, out.width, out)), style=style)


def put(out: Console, lines: Text | Grid) -> None:
    """Lines that fit, or a table. Where there is no terminal there are no styles, and rich is left out: over a large page it takes longer than all else."""
    if out.is_terminal:
        out.print(lines, no_wrap=True, overflow="ignore", crop=False)
    else:
        out.file.write(f"{lines.plain if isinstance(lines, Text) else lines.plain(out)}\n")


def table(columns: Sequence[Column], rows: Iterable[Sequence[str | Text]]) -> Grid:
    """A table with one line under its head; a column has a `ratio` of what room is left, or a `width` or `min_width` in characters."""
    return Grid(tuple(columns), tuple(map(tuple, rows)))


def ids(cites: Iterable[Cite]) -> str:
    """The first letters of the ids of claims, as `truce show` and `truce explain` take them: "[1a2b3c4d 5e6f7a8b …]"."""
    held = list(dict.fromkeys(c.claim[:SHORT] for c in cites))
    return f"[{' '.join(held[:IDS])}{' …' if len(held) > IDS else ''}]" if held else ""


def bullet(out: Console, text: str, detail: str = "", mark: str = "-", indent: int = 1) -> None:
    """A line with a hanging indent, its detail below it."""
    lead = " " * (indent + len(mark) + 1)
    room = max(1, out.width - len(lead))
    made = Text(f"{' ' * indent}{mark} ")
    lines = [(line.plain, style) for part, style in ((text, ""), (detail, "dim")) if part for line in wrapped(part, room, out)]
    for number, (line, style) in enumerate(lines):
        made.append(f"\n{lead}" if number else "")
        made.append(line, style=style)
    put(out, made)
