"""Two versions of an agreement as a page, clause by clause and word by word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from trucekeeper.agreement.calculus import duration_words
from trucekeeper.agreement.diff import Comparison, FieldChange, LineChange, word_changes
from trucekeeper.model.time import Time
from trucekeeper.views.cite import Cite
from trucekeeper.weighing.words import said_words, with_days

RANGE = re.compile(r"(?:\d{4}-\d\d-\d\d)?/(?:\d{4}-\d\d-\d\d)?(?<!^/)")
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
    before, after = map(in_words, (change.before, change.after))
    return FieldRow(name, before, after, tuple(word_changes(before, after)))


def in_words(value: str) -> str:
    """Durations and days written out; of an open range of days the end that it has ("by 1 March 2031")."""
    days = Time.from_range(value) if RANGE.fullmatch(value) else None
    return said_words(days) if days is not None else with_days(duration_words(value) if value else "")
