"""Quotation marks: which open, which close, and what stands between them, in any style, across paragraphs, and where a mark is missing.

A mark that fits nothing is left alone; no text is ever lost to one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Region = tuple[int, int]
Role = Literal["open", "close", "either"]

DOUBLE = re.compile(r"[\"“”„«»＂]|``|''")
SINGLE = re.compile(r"['‘’‚‹›]")
OPENING = frozenset("“„«‘‚‹")
CLOSING = frozenset("”»’›")
# words that begin with an apostrophe, and decades
ELISION = re.compile(r"(?:em|til|tis|twas|twere|cause|round|bout|n|\d0s|\d\d)\b", re.IGNORECASE)
BEFORE_OPEN = frozenset("([{—–-/“‘\"'…")
AFTER_CLOSE = frozenset(",.;:!?)]}—–-…”’\"'/")
SENTENCE_END = re.compile(r"[.!?…][)\]]?\s+(?=[A-Z“\"‘])|[.!?…]$")
LONGEST_SINGLE = 1500  # characters that a quote in single marks may have
FARTHEST = 4000  # characters over which the closing mark is looked for when a line ends inside a quote


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation, its marks included in `start` and `end`; `parts` is what it has in each paragraph; `depth` 1 is a quote within a quote."""

    start: int
    end: int
    parts: tuple[Region, ...]
    depth: int = 0
    closed: bool = True

    def words(self, text: str) -> str:
        """What is quoted, without the marks."""
        return " ".join(text[a:b].strip().strip("\"“”„«»'‘’`").strip() for a, b in self.parts)


@dataclass(slots=True)
class Open:
    parts: list[Region]
    since: int


def quotes(text: str) -> list[Quote]:
    """All quotations of a text in text order, those within others included."""
    outer = list(_doubles(text))
    singles = list(_singles(text, outer))
    found = []
    for quote in outer:
        depth = int(any(s.start < quote.start and quote.end < s.end for s in singles))
        found.append(Quote(quote.start, quote.end, quote.parts, depth, quote.closed))
    for quote in singles:
        depth = int(any(o.start < quote.start and quote.end < o.end for o in outer))
        found.append(Quote(quote.start, quote.end, quote.parts, depth, quote.closed))
    return sorted(found, key=lambda q: (q.start, -q.end))


def is_speech(words: str) -> bool:
    """Are these words a whole utterance, rather than a term that the writer sets apart?"""
    count = len(words.split())
    return count >= 8 or (count >= 2 and words[:1].isupper() and words[-1:] in ".!?,…") or (count >= 4 and words[-1:] in ".!?,…")


def _role(text: str, start: int, end: int) -> Role | None:
    """What a mark can do where it stands; None for an inch or a second."""
    mark = text[start]
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    if mark in OPENING or text[start:end] == "``":
        return "close" if mark == "“" and after in AFTER_CLOSE - set("'\"‘“-—–…") and not before.isspace() else "open"
    if mark in CLOSING:
        return "open" if mark == "”" and before.isspace() and after.isalnum() else "close"
    opens = before.isspace() or before in BEFORE_OPEN
    closes = after.isspace() or after in AFTER_CLOSE
    if opens != closes:
        return "open" if opens else "close"
    if not opens:
        return "open" if before in ",:;." else ("either" if not before.isdigit() else None)
    return "either"


def _paragraphs(text: str) -> Iterator[Region]:
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = at + len(line) - len(line.lstrip())
            yield start, start + len(stripped)
        at += len(line)


def _doubles(text: str) -> Iterator[Quote]:
    marks = [(m.start(), m.end(), r) for m in DOUBLE.finditer(text) if (r := _role(text, m.start(), m.end()))]
    starts = [m[0] for m in marks]
    current: Open | None = None
    for begin, end in _paragraphs(text):
        here = marks[bisect_right(starts, begin - 1) : bisect_right(starts, end - 1)]
        if current is not None:
            reopened = bool(here) and here[0][0] == begin and here[0][2] != "close"
            if reopened:
                here = here[1:]
            elif not _goes_on(marks, starts, current.parts[-1][1], begin):
                yield _unclosed(text, current)
                current = None
            if current is not None:
                current.since = begin
        for start, stop, role in here:
            if current is None:
                current = Open([], start) if role != "close" else None
            elif role != "open" or _closes_low(text, current, start):
                current.parts.append((current.since, stop))
                yield Quote(current.parts[0][0], stop, tuple(current.parts))
                current = None
            else:
                current.parts.append((current.since, start))
                yield _unclosed(text, current)
                current = Open([], start)
        if current is not None:
            current.parts.append((current.since, end))
    if current is not None:
        yield _unclosed(text, current)


def _closes_low(text: str, current: Open, start: int) -> bool:
    """A quotation that a low mark opened is closed by the mark that opens others („so“)."""
    first = current.parts[0][0] if current.parts else current.since
    return text[first] == "„" and text[start] == "“"


def _goes_on(marks: list[tuple[int, int, Role]], starts: list[int], after: int, begin: int) -> bool:
    """Does a quote that is open at a line's end run on into lines that do not open it again? Its closing mark is then the next mark."""
    at = bisect_right(starts, after - 1)
    if at == len(marks):
        return False
    start, _, role = marks[at]
    return (role == "close" and start - after < FARTHEST) or (role == "either" and start != begin and start - after < FARTHEST)


def _unclosed(text: str, current: Open) -> Quote:
    """A quote whose closing mark is missing: whole paragraphs where it began one, otherwise to the end of its sentence."""
    parts = list(current.parts)
    first = parts[0]
    opens_line = not text[: first[0]].rpartition("\n")[2].strip()
    if not opens_line and len(parts) == 1:
        ending = SENTENCE_END.search(text, first[0], first[1])
        if ending:
            parts = [(first[0], ending.start() + 1)]
    return Quote(parts[0][0], parts[-1][1], tuple(parts), closed=False)


def _singles(text: str, outer: list[Quote]) -> Iterator[Quote]:
    """Quotes in single marks: only where a fitting closing mark follows, since most such marks are apostrophes."""
    bounds = sorted({q.start for q in outer} | {q.end for q in outer})
    at = 0
    for match in SINGLE.finditer(text):
        start = match.start()
        if start < at or not _opens_single(text, start):
            continue
        inside = [q.end for q in outer if q.start < start < q.end]
        limit = min([start + LONGEST_SINGLE, len(text), *(e - 1 for e in inside)])
        end = _closing_single(text, start, limit)
        if end is not None and not (inside and any(start < b < end for b in bounds)):
            at = end
            yield Quote(start, end, ((start, end),))


def _opens_single(text: str, start: int) -> bool:
    before = text[start - 1] if start else "\n"
    after = text[start + 1] if start + 1 < len(text) else "\n"
    if text[start] in CLOSING or not (before.isspace() or before in BEFORE_OPEN or before in ":,"):
        return False
    if text[start] in OPENING:
        return True
    if after.isspace():
        return before.isspace()
    return (after.isalnum() or after in '"“…[(') and not ELISION.match(text, start + 1)


def _closing_single(text: str, start: int, limit: int) -> int | None:
    """The end of the quote: a mark after punctuation first, else one after a word that is not a plural's possessive."""
    curly = text[start] in OPENING
    spaced = text[start + 1 : start + 2].isspace()
    fallback = None
    for match in SINGLE.finditer(text, start + 1, limit):
        at = match.start()
        if text[at] in OPENING or (curly and text[at] == "'"):
            continue
        before, after = text[at - 1], text[at + 1] if at + 1 < len(text) else "\n"
        if "\n\n" in text[start:at] or (fallback and before.isspace() and after.isalnum()):
            break
        if after.isalnum():
            continue
        if spaced and not before.isspace():
            continue
        if before in ".,!?…;" or (spaced and text[at - 2 : at - 1] in ".,!?…;"):
            return at + 1
        if before.isspace() and not spaced:
            continue
        if before not in "sS" or not after.isspace() or after == "\n":
            return at + 1
        fallback = fallback or at + 1
    return fallback
