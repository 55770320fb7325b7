"""A plain table for a terminal: rich's own takes half a second for the positions of a large board, this one a twentieth of that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import wrap

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.text import Text

GAP = 2  # spaces between columns
JOINT = re.compile(r"(?<=[-_/.])")  # where a name that is longer than a line may be broken
Column = tuple[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Grid:
    """Names of columns with their widths, and rows of cells; a cell may have line ends, and styles where it is a Text."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | Text, ...], ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        widths = self._widths(options.max_width)
        made = Text(no_wrap=True, overflow="ignore")
        _row(made, [[Text(name)] for name, _ in self.columns], widths, style="dim")
        made.append("─" * options.max_width)
        for row in self.rows:
            made.append("\n")
            _row(made, [wrapped(cell, width, console) for cell, width in zip(row, widths, strict=True)], widths)
        made.rstrip()
        yield made

    def plain(self, console: Console) -> str:
        """The same without styles, for where there is no terminal."""
        widths = self._widths(console.width)
        lines = [*_plain_row([[name] for name, _ in self.columns], widths), "─" * console.width]
        for row in self.rows:
            lines += _plain_row([lines_of(str(cell), width, console) for cell, width in zip(row, widths, strict=True)], widths)
        return "\n".join(lines).rstrip()

    def _widths(self, room: int) -> list[int]:
        """What is left by columns of a fixed width is parted by the ratios of the others; the last column takes the rest."""
        fixed = {n: self._fixed(n, options) for n, (_, options) in enumerate(self.columns) if "ratio" not in options}
        left = room - sum(fixed.values()) - GAP * (len(self.columns) - 1)
        shares = sum(options.get("ratio", 0) for _, options in self.columns)
        widths = [fixed[n] if n in fixed else max(1, left * options["ratio"] // shares) for n, (_, options) in enumerate(self.columns)]
        widths[-1] += max(0, room - sum(widths) - GAP * (len(self.columns) - 1))
        return widths

    def _fixed(self, number: int, options: Mapping[str, int]) -> int:
        """As given, or as wide as its longest cell and no less than it must be."""
        if "width" in options:
            return options["width"]
        longest = max((cell_len(line) for row in self.rows for line in str(row[number]).splitlines()), default=0)
        return max(longest, options.get("min_width", 0), len(self.columns[number][0]))


def _row(made: Text, cells: list[list[Text]], widths: list[int], style: str = "") -> None:
    for line in range(max(map(len, cells))):
        made.append("\n" if line else "")
        last = max((n for n, cell in enumerate(cells) if line < len(cell)), default=0)
        for number, (cell, width) in enumerate(zip(cells[: last + 1], widths, strict=False)):
            part = cell[line] if line < len(cell) else Text()
            made.append(part.plain, style=style) if not part.spans else made.append_text(part)
            if number < last:
                made.append(" " * (width - part.cell_len + GAP))
    made.append("\n" if style else "")


def _plain_row(cells: list[list[str]], widths: list[int]) -> Iterator[str]:
    for line in range(max(map(len, cells))):
        last = max((n for n, cell in enumerate(cells) if line < len(cell)), default=0)
        parts = [cell[line] if line < len(cell) else "" for cell in cells[: last + 1]]
        yield "".join(part + " " * (width - cell_len(part) + GAP) for part, width in zip(parts[:-1], widths, strict=False)) + parts[-1]


def _jointed(text: str, room: int) -> str:
    """Words that are longer than a line, as file names are, begun on a line of their own and broken at their joints."""
    if all(len(word) <= room for word in text.split()):
        return text
    return "\n".join(_pieced(line, room) for line in text.split("\n"))


def _pieced(line: str, room: int) -> str:
    made = ""
    for word in line.split(" "):
        made += " " if made else ""
        if len(word) <= room:
            made += word
            continue
        made = f"{made.rstrip()}\n" if made.strip() else ""
        filled = 0
        for part in JOINT.split(word):
            if filled and filled + len(part) > room:
                made, filled = f"{made}\n", 0
            made, filled = made + part, filled + len(part)
    return made


def wrapped(text: str | Text, room: int, console: Console) -> list[Text]:
    """Lines that fit; words with wide letters or styles are left to rich, which measures them."""
    if isinstance(text, Text) and text.spans:
        lines = text.wrap(console, room)
        for line in lines:
            line.rstrip()
        return list(lines)
    return [Text(line) for line in lines_of(str(text), room, console)]


def fitted(text: str, room: int) -> list[str]:
    """What `textwrap.wrap` gives, in a third of its time for plain words: a page of many terms is mostly this."""
    plain = text.rstrip(" ")
    words = plain.split(" ")
    if words != plain.split() or max(map(len, words)) > room:
        return wrap(text, room, break_on_hyphens=False)
    if len(plain) <= room:
        return [plain]
    lines: list[str] = []
    line, length = [words[0]], len(words[0])
    for word in words[1:]:
        if length + 1 + len(word) > room:
            lines.append(" ".join(line))
            line, length = [word], len(word)
        else:
            line.append(word)
            length += 1 + len(word)
    lines.append(" ".join(line))
    return lines


def lines_of(text: str, room: int, console: Console) -> list[str]:
    """The same of words without styles."""
    found: list[str] = []
    for given in _jointed(text, room).split("\n"):
        if cell_len(given) == len(given):
            found.extend(fitted(given, room) or [""])
        else:
            found.extend(part.plain.rstrip() for part in Text(given).wrap(console, room))
    return found
