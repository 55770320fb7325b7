"""Exact and near copies of documents: candidates by MinHash and by shared paragraphs, confirmed by the word sequences that they really share.

A text stands under its print, which is the same for exact copies. Two texts are set together where a document of each was published within a month of the
other (or has no date); exact copies always are. What is asked of a pair hangs on the two alone, so that it can be asked when the second of them arrives.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Literal

from trucekeeper.model.document import Document
from trucekeeper.model.ids import digest, text_hash
from trucekeeper.weighing.groups import groups
from trucekeeper.weighing.names import plain

Relation = Literal["exact", "near", "cut", "quotes"]
SHINGLE = 5  # words
ROWS = 3  # of a band
BANDS = 24  # 92 of 100 pairs with a Jaccard of .46 become candidates, 999 of 1,000 at .63; of unrelated texts (below .02) one in 5,000
SEED = 1
LONG_PARAGRAPH = 12  # words; shorter paragraphs are datelines, bylines and boilerplate
CROWD = 200  # a paragraph in more texts than this is a standing notice and tells nothing
NEAR = 0.6  # Jaccard from which two texts are one story edited
CUT = 0.6  # share of the shorter text from which it is the longer one cut short or run with another lead
QUOTES = 0.25  # share from which one text carries long passages of the other
MONTH = 31  # days between two reports of one story


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents with words in common; `shared` is the number of common five-word sequences, `jaccard` and `held` from 0 to 1."""

    first: str
    second: str
    relation: Relation
    shared: int
    jaccard: float
    held: float

    @property
    def reason(self) -> str:
        if self.relation == "exact":
            return "the same words throughout"
        return f"{self.shared:,} five-word sequences in common, {self.held:.0%} of the shorter text"


@dataclass(frozen=True, slots=True)
class Shared:
    """What two different texts have in common."""

    relation: Relation
    shared: int
    jaccard: float
    held: float


@dataclass(frozen=True, slots=True)
class Print:
    """What of a text is needed to find its copies: `id` stands for its words (63 bits), `bands` and `paragraphs` are keys that its copies share."""

    id: int
    bands: tuple[int, ...]
    paragraphs: tuple[int, ...]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", plain(text))


@lru_cache(maxsize=1024)
def shingles(text: str) -> frozenset[str]:
    """Five-word sequences in lower case without accents and punctuation; a shorter text is one sequence."""
    words = _words(text)
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))) if words else frozenset()


def _number(hexadecimal: str) -> int:
    """63 bits, which is what a column holds."""
    return int(hexadecimal[:16], 16) >> 1


def print_id(text: str) -> int | None:
    """What stands for the words of a text; None for a text without any."""
    words = _words(text)
    return _number(text_hash(" ".join(words))) if words else None


def paragraph_keys(text: str) -> frozenset[int]:
    """Keys of the long paragraphs, which stay together when a lead is added or the end is cut."""
    lines = [_words(line) for line in text.split("\n")]
    return frozenset(_number(digest("paragraph", " ".join(words))) for words in lines if len(words) >= LONG_PARAGRAPH)


def print_of(text: str) -> Print | None:
    """The print of a text; None for a text without words."""
    from rensa import RMinHash

    made = print_id(text)
    if made is None:
        return None
    sketch = RMinHash(num_perm=ROWS * BANDS, seed=SEED)
    sketch.update(sorted(shingles(text)))
    values = sketch.digest()
    bands = (digest("band", band, *values[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS))
    return Print(made, tuple(map(_number, bands)), tuple(sorted(paragraph_keys(text))))


def compare(a: str, b: str) -> Shared | None:
    """What two different texts share, or None where it is too little to speak of."""
    return in_common(shingles(a), shingles(b))


def in_common(in_a: frozenset[str], in_b: frozenset[str]) -> Shared | None:
    """The same, from the sequences of two texts."""
    shared = len(in_a & in_b)
    if not shared:
        return None
    jaccard = shared / len(in_a | in_b)
    held = shared / min(len(in_a), len(in_b))
    relation: Relation
    if jaccard >= NEAR:
        relation = "near"
    elif held >= CUT:
        relation = "cut"
    elif held >= QUOTES:
        relation = "quotes"
    else:
        return None
    return Shared(relation, shared, round(jaccard, 4), round(held, 4))


def day_of(document: Document) -> int:
    """The first day on which it may have been out, as a number; 0 where that is not known."""
    first = document.said.first_day if document.said else None
    return first.toordinal() if first else 0


def days_meet(a: int, b: int) -> bool:
    return not a or not b or abs(a - b) <= MONTH


def _candidates(prints: Mapping[int, Print], days: Mapping[int, set[int]]) -> set[tuple[int, int]]:
    """Pairs of prints that share a key and have documents near in time."""
    holders: dict[int, list[int]] = defaultdict(list)
    alone: set[int] = set()
    for item in prints.values():
        for key in {*item.bands, *item.paragraphs}:
            holders[key].append(item.id)
        alone.update(item.paragraphs)
    pairs: set[tuple[int, int]] = set()
    for key, held in holders.items():
        if key in alone and sum(len(days[p]) for p in held) > CROWD:
            continue
        pairs.update(pair for pair in combinations(sorted(held), 2) if any(days_meet(x, y) for x in days[pair[0]] for y in days[pair[1]]))
    return pairs


def copies(documents: Iterable[Document]) -> tuple[Copy, ...]:
    """All pairs of documents that share long passages, sorted; the same for any order of the documents."""
    held = {d.id: d for d in documents}
    prints: dict[int, Print] = {}
    texts: dict[int, str] = {}
    days: dict[int, set[int]] = defaultdict(set)
    told: list[tuple[int, int, str]] = []
    for document in held.values():
        made = print_of(document.text)
        if made is not None:
            prints[made.id], texts[made.id] = made, document.text
            days[made.id].add(day_of(document))
            told.append((made.id, day_of(document), document.id))
    found = {pair: shared for pair in sorted(_candidates(prints, days)) if (shared := compare(texts[pair[0]], texts[pair[1]]))}
    return of_documents(told, found)


def of_documents(told: Iterable[tuple[int, int, str]], found: Mapping[tuple[int, int], Shared]) -> tuple[Copy, ...]:
    """Pairs of documents, from (print, day, document id) of each and what the prints share."""
    by_print: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for made, day, document in told:
        by_print[made].append((day, document))
    return tuple(sorted(_pairs(by_print, found), key=lambda c: (c.first, c.second)))


def _pairs(by_print: Mapping[int, list[tuple[int, str]]], found: Mapping[tuple[int, int], Shared]) -> Iterator[Copy]:
    for same in by_print.values():
        for (_, a), (_, b) in combinations(same, 2):
            yield Copy(min(a, b), max(a, b), "exact", 0, 1.0, 1.0)
    for (one, other), shared in found.items():
        for day, a in by_print.get(one, ()):
            for other_day, b in by_print.get(other, ()):
                if days_meet(day, other_day):
                    yield Copy(min(a, b), max(a, b), shared.relation, shared.shared, shared.jaccard, shared.held)


def stories(documents: Iterable[str], found: Iterable[Copy]) -> dict[str, tuple[str, ...]]:
    """Document id -> the ids of all documents that run the same story, itself among them. Quoting alone does not make one story."""
    same = [(c.first, c.second) for c in found if c.relation != "quotes"]
    return {member: group for group in groups({*documents, *(d for pair in same for d in pair)}, same) for member in group}
