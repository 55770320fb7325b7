"""The figure page on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from trucekeeper.views.figure import Counted, FigurePage, RelationRow, SeriesPart, ValueRow
from trucekeeper.views.grid import Column
from trucekeeper.views.terminal import bullet, heading, ids, put, quiet, section, table
from trucekeeper.weighing.told_as import DONE
from trucekeeper.weighing.words import count_words


def counted_to_terminal(found: Sequence[Counted], out: Console) -> None:
    """Print what a record counts, and of what it has how many values."""
    heading(out, "Figures", "What is counted, the most often counted first; with the words of one after the command every value is shown.")
    put(out, table([("What", {"ratio": 5}), ("Values", {"ratio": 1})], [(c.what, str(c.values)) for c in found]))


def to_terminal(page: FigurePage, out: Console) -> None:
    """Print the page: values by series, then what they are to one another."""
    heading(out, f"Figure: {page.query}", "Every value as it was given. None is averaged, and none is called the true one.")
    quiet(out, page.independence)
    quiet(out, page.measures)
    if page.left_out:
        quiet(out, page.left_out)
    for part in page.series:
        _series(part, out)
    if page.single:
        section(out, "Given once")
        _counted(page.single, out)
    if page.unsaid:
        section(out, "Not said to have happened")
        _counted(page.unsaid, out)
    if page.between:
        section(out, "Against other counts, parts and sums")
        _relations(page.between, out)
    if page.related:
        section(out, "Other figures named above")
        _counted(page.related, out)
    if page.rejected:
        out.print()
        quiet(out, f"{count_words(page.rejected, 'value')} left out: rejected on review.")


def _series(part: SeriesPart, out: Console) -> None:
    section(out, part.title)
    quiet(out, part.independence)
    _values(part.rows, out)
    if part.relations:
        out.print()
        _relations(part.relations, out)
    if part.left_out:
        quiet(out, f"  and {count_words(part.left_out, 'more relation')} of these kinds")


def _values(rows: tuple[ValueRow, ...], out: Console) -> None:
    columns: list[Column] = [("Value", {"ratio": 3}), ("As of", {"ratio": 3}), ("Whose word", {"ratio": 5}), ("Words", {"ratio": 4})]
    put(out, table(columns, [(_value(r), r.as_of, r.word.text, f"“{r.cite.exact}” {ids([r.cite])}") for r in rows]))


def _counted(rows: tuple[ValueRow, ...], out: Console) -> None:
    """Values that each count something of their own, which is therefore said beside the words."""
    columns: list[Column] = [
        ("Value", {"ratio": 3}),
        ("Counts, and the words", {"ratio": 7}),
        ("As of", {"ratio": 3}),
        ("Whose word", {"ratio": 4}),
    ]
    put(out, table(columns, [(_value(r), f"{r.counted}\n“{r.cite.exact}” {ids([r.cite])}", r.as_of, r.word.text) for r in rows]))


def _value(row: ValueRow) -> str:
    read = f" (read as {row.as_read}; {row.reviewed})" if row.as_read else ""
    return (row.value if row.told_as == DONE else f"{row.value} ({row.told_as})") + read


def _relations(rows: tuple[RelationRow, ...], out: Console) -> None:
    for row in rows:
        bullet(out, f"{row.label}: {row.reason} {ids(row.cites)}")
