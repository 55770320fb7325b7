"""The lexicon of times: `knowledge/times.toml` and `times_feasts.toml`, checked and made into one look-up from words to their kind and worth."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError

# The tables of times.toml that hold words; the reader's grammar names them in upper case.
TABLES = (
    "month", "weekday", "weekday_short", "weekdays", "unit", "units", "second", "number", "magnitude", "ordinal", "last_ordinal", "vague", "half", "part",
    "noon", "deictic_part", "deictic_day", "season", "last", "previous", "next", "coming", "following", "this", "past", "that", "stretch", "same",
    "recent", "ago", "earlier", "later", "before", "after", "hence", "early", "late", "mid", "position", "bound", "bound_after", "kind", "frequency",
    "every", "per", "times", "ref_past", "ref_present", "ref_future", "ref_other", "quarter_label", "half_label", "fiscal", "meridiem", "oclock",
    "hours_mark", "zone", "zone_unsaid", "era", "the", "a", "another", "of", "in", "on", "at", "and", "or", "to", "from", "old", "comma", "hyphen", "dot",
    "apostrophe", "left", "right", "mid_unit",
)  # fmt: skip
LISTS = {
    "tense": frozenset({"written_large", "ahead", "past", "lasting", "implicative", "saying", "scheduling", "announcing", "causing", "not_past"}),
    "context": frozenset(
        {"before_year", "never_before_year", "counted", "takes_over", "tells_apart", "before_no_stretch", "months_doubtful", "seasons_doubtful"}
    ),
}


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day or feast: fixed (month, day), moving (first days in order), or one date of its own."""

    names: tuple[str, ...]
    days: int = 1
    approximate: bool = False
    month: int | None = None
    day: int | None = None
    dates: tuple[date, ...] = ()

    def occurrences(self, first: date, last: date) -> list[tuple[date, date]]:
        """First and last day of each time that it begins between two dates."""
        if self.month is not None and self.day is not None:
            begins = [date(y, self.month, self.day) for y in range(first.year, last.year + 1)]
        else:
            begins = list(self.dates)
        return [(d, d + timedelta(self.days - 1)) for d in begins if first <= d <= last]


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A day that news calls by month and day alone, with the words beside which its year is meant."""

    month: int
    day: int
    year: int
    cues: tuple[str, ...]


Entry = tuple[str, Any]  # the table's name and the worth


@dataclass(frozen=True, slots=True)
class Lexicon:
    words: dict[str, Entry]
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]]  # by first word: the words after it, longest first
    lists: dict[str, frozenset[str]]  # words by what they decide, from the tables in LISTS
    known_days: dict[tuple[int, int], KnownDay]
    feasts: tuple[Feast, ...] = field(default=())


def checked(name: str, content: dict[str, Any], known: set[str]) -> dict[str, Any]:
    unknown = sorted(set(content) - known)
    if unknown:
        raise KnowledgeError(f"unknown key {unknown[0]!r}", where=f"knowledge/{name}.toml", mend=f"Keys are: {', '.join(sorted(known))}.")
    return content


def feast_of(row: dict[str, Any], where: str) -> Feast:
    checked(where, row, {"names", "days", "approximate", "month", "day", "dates", "date"})
    dates = row.get("dates", [row["date"]] if "date" in row else [])
    return Feast(
        tuple(row["names"]), row.get("days", 1), row.get("approximate", False), row.get("month"), row.get("day"), tuple(date.fromisoformat(d) for d in dates)
    )


def build(times: dict[str, Any], feasts: dict[str, Any]) -> Lexicon:
    """The lexicon that two opened files make.

    Raises KnowledgeError for a key that nothing knows and for a word that stands in two tables.
    """
    checked("times", times, {*TABLES, *LISTS, "known_day"})
    checked("times_feasts", feasts, {"moving", "fixed", "once"})
    named = tuple(feast_of(row, "times_feasts") for kind in ("moving", "fixed", "once") for row in feasts.get(kind, []))
    entries: dict[str, Entry] = {}
    pairs = [(word, (kind, worth)) for kind in TABLES for word, worth in times.get(kind, {}).items()]
    pairs += [(name, ("feast", i)) for i, feast in enumerate(named) for name in feast.names]
    for word, entry in pairs:
        if word in entries:
            raise KnowledgeError(f"{word!r} stands in two tables: {entries[word][0]} and {entry[0]}", where="knowledge/times.toml")
        entries[word] = entry
    lists = [checked("times", times[name], set(keys)) for name, keys in LISTS.items()]
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for phrase in sorted((w for w in entries if " " in w), key=lambda w: (-w.count(" "), w)):
        first, *rest = phrase.split(" ")
        phrases.setdefault(first, []).append((tuple(rest), entries[phrase]))
    days = [KnownDay(**{**checked("times", row, {"month", "day", "year", "cues"}), "cues": tuple(row["cues"])}) for row in times.get("known_day", [])]
    return Lexicon(
        words={w: e for w, e in entries.items() if " " not in w},
        phrases=phrases,
        lists={name: frozenset(words) for content in lists for name, words in content.items()},
        known_days={(d.month, d.day): d for d in days},
        feasts=named,
    )


@cache
def lexicon() -> Lexicon:
    return build(table("times"), table("times_feasts"))
