"""Lexicon files with their columns and keys checked, so that a slip of the pen is an error and not a rule that never fires."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from trucekeeper.knowledge import rows
from trucekeeper.model.errors import KnowledgeError

STATE_COLUMNS = ["iso", "name", "capitals", "demonyms", "aliases", "wikidata"]


def checked_rows(name: str, columns: list[str]) -> list[dict[str, str]]:
    """The rows of `NAME.csv`. Raises KnowledgeError where its columns, or one row's number of fields, are not those named."""
    found = list(rows(name))
    for number, row in enumerate(found, start=1):
        if list(row) != columns or None in row.values():
            raise KnowledgeError(f"row {number}: columns must be {', '.join(columns)}", where=f"{name}.csv")
    return found


def values(cell: str) -> list[str]:
    """The values of a field that holds several."""
    return [v for v in cell.split("|") if v]


def checked_keys(where: str, keys: Iterable[str], allowed: Collection[str]) -> None:
    """Raise KnowledgeError naming the keys that nobody reads."""
    unknown = sorted(set(keys) - set(allowed))
    if unknown:
        raise KnowledgeError(f"unknown keys: {', '.join(unknown)}", where=where, mend=f"Known are: {', '.join(sorted(allowed))}.")
