"""Two versions of an agreement as a page, clause by clause and word by word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from trucekeeper.agreement.calculus import duration_words
from trucekeeper.agreement.diff import Comparison, FieldChange, LineChange, word_changes
from trucekeeper.views.cite import Cite
from trucekeeper.weighing.words import with_days

FIELD_WORDS = {
    "act": "what is owed", "bearers": "who owes it", "due": "when", "anchor": "reckoned from", "in_return_for": "in return for", "of": "what",
    "begin_from": "begins, reckoned from", "end_from": "ends, reckoned from",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field in both versions, and word by word: runs that are kept, gone or new."""

    name: str
    before: str
    after: str
    runs: tuple[tuple[Literal["kept", "gone", "new"], str], ...]


@dataclass(frozen=True, slots=True)
class LineRow:
    kind: str
    section: str
    key: str
    label: str
    found_by: str
    fields: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class DiffPage:
    """`rows` are the lines that differ, `same` how many do not, `counts` how many of each kind."""

    first: str
    second: str
    head: tuple[FieldRow, ...]
    rows: tuple[LineRow, ...]
    same: int
    counts: tuple[tuple[str, int], ...]
    cites: tuple[Cite, ...] = ()


def build(made: Comparison) -> DiffPage:
    counts = Counter(line.kind for line in made.lines)
    rows = tuple(row_of(line) for line in made.lines if line.kind != "same")
    kinds = ("same", "changed", "renumbered", "only in the first", "only in the second")
    return DiffPage(made.first, made.second, tuple(map(field_of, made.head)), rows, counts["same"], tuple((k, counts[k]) for k in kinds))  # type: ignore[index]


def row_of(line: LineChange) -> LineRow:
    return LineRow(line.kind, line.section, line.key, line.label, line.found_by, tuple(map(field_of, line.fields)))


def field_of(change: FieldChange) -> FieldRow:
    name = FIELD_WORDS.get(change.name, change.name.replace("_", " "))
    before, after = (with_days(duration_words(words) if words else "") for words in (change.before, change.after))
    return FieldRow(name, before, after, tuple(word_changes(before, after)))
