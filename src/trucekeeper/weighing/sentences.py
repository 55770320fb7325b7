"""The sentence around a claim's words, and the proper names in it. No parse is at hand here: stops and capitals must do."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from trucekeeper.model.document import Document
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import plain
from trucekeeper.weighing.words import DAYS, MONTHS

# a stop after one to three letters with a capital, or after a rank, may be of an abbreviation ("Ms. Roe", "Jan. 3", "U.S. envoy") and ends nothing
SHORTENED = "".join(rf"(?<!\b{word}\.)" for word in ("Brig", "Capt", "Cmdr", "Prof", "Sept", "Supt"))
ENDS = re.compile(rf"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b(?!May)[A-Z][a-z]{{2}}\.){SHORTENED}[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n+")
CALENDAR = frozenset(name.casefold()[:n] for name in (*MONTHS, *DAYS) for n in (3, 4, len(name)))
ACRONYM = re.compile(r"\b[A-Z]{3,8}\b")
VERB = re.compile(r" [a-z]")  # behind an acronym that begins a text: "UNLT said"
DATELINE = 30  # characters at the head of a text in which words in capitals name a town
WORD = re.compile(r"[A-Z][\w’'-]+")
ADDRESS = ("Adm", "Amb", "Brig", "Capt", "Cmdr", "Col", "Dr", "Gen", "Gov", "Lt", "Maj", "Mr", "Mrs", "Ms", "Prof", "Rep", "Rev", "Sen", "Sgt", "Supt")
ADDRESSED = re.compile(rf"\b(?:{'|'.join(ADDRESS)})\. $")  # "Rev. Roe", "Ms. Roe"
OPENING = '.!?:“"'  # behind these and a space a capital tells nothing
CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
LONGEST_ADDRESS = 7  # characters


def capitalised(text: str, first: int = 0, last: int | None = None) -> Iterator[re.Match[str]]:
    """The words with a capital that open no sentence, in the order of the text. A look behind in the pattern would cost ten times as much."""
    for match in CAPITAL.finditer(text, first, len(text) if last is None else last):
        at = match.start()
        opens = at == 0 or (at > 1 and text[at - 1] == " " and text[at - 2] in OPENING)
        if not opens or ADDRESSED.search(text, max(0, at - LONGEST_ADDRESS), at):
            yield match


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where the sentences of a text begin and end."""
    marks = list(ENDS.finditer(text))
    return (0, *(m.end() for m in marks)), (*(m.start() for m in marks), len(text))


def sentence(document: Document, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence (or sentences) that holds `text[start:end]`."""
    begins, ends = _sentences(document.text)
    return begins[max(0, bisect_right(begins, start) - 1)], ends[min(len(ends) - 1, bisect_left(ends, end))]


def proper_names(document: Document, start: int, end: int) -> frozenset[str]:
    """Words with a capital in the sentence of `text[start:end]`, lower case, without days and months; its first word where it is one by other signs."""
    first, last = sentence(document, start, end)
    found = {plain(m[0]) for m in capitalised(document.text[first:last])}
    opening = WORD.match(document.text, first, last)
    if opening and plain(opening[0]) not in lexicon().words.small and (opening[0].isupper() or plain(opening[0]) in capitals(document.text)):
        found.add(plain(opening[0]))
    return frozenset(w for w in found if w not in CALENDAR)


@lru_cache(maxsize=2048)
def capitals(text: str) -> frozenset[str]:
    """All words with a capital inside the sentences of a text, lower case, without days and months; acronyms wherever they stand, but in a dateline."""
    short = (m[0] for m in ACRONYM.finditer(text) if m.start() >= DATELINE or VERB.match(text, m.end()))
    return frozenset(w for name in (*(m[0] for m in capitalised(text)), *short) if (w := plain(name)) not in CALENDAR)
