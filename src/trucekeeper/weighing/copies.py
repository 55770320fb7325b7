"""Exact and near copies of documents: candidates by MinHash and by shared paragraphs, confirmed by the word sequences that they really share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Literal

from trucekeeper.model.document import Document
from trucekeeper.model.ids import text_hash
from trucekeeper.weighing.groups import groups
from trucekeeper.weighing.names import plain

Relation = Literal["exact", "near", "cut", "quotes"]
SHINGLE = 5  # words
PERMUTATIONS = 128
BANDS = 32  # of four rows each: half of the pairs with a Jaccard of .42 become candidates, nearly all above .6
SEED = 1
LONG_PARAGRAPH = 12  # words; shorter paragraphs are datelines, bylines and boilerplate
CROWD = 200  # a paragraph in more documents than this is a standing notice and tells nothing
NEAR = 0.6  # Jaccard from which two texts are one story edited
CUT = 0.6  # share of the shorter text from which it is the longer one cut short or run with another lead
QUOTES = 0.25  # share from which one text carries long passages of the other


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents with words in common; `shared` is the number of common five-word sequences, `jaccard` and `held` from 0 to 1."""

    first: str
    second: str
    relation: Relation
    shared: int
    jaccard: float
    held: float
    reason: str


@dataclass(frozen=True, slots=True)
class Print:
    """What of a document is needed to find its copies; its word sequences are made again when a candidate is confirmed, to keep little in memory."""

    id: str
    hash: str
    text: str
    paragraphs: frozenset[str]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", plain(text))


@lru_cache(maxsize=1024)
def shingles(text: str) -> frozenset[str]:
    """Five-word sequences in lower case without accents and punctuation; a shorter text is one sequence."""
    words = _words(text)
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))) if words else frozenset()


def print_of(document: Document) -> Print:
    """The print of a document."""
    lines = [_words(line) for line in document.text.split("\n")]
    kept = frozenset(text_hash(" ".join(words)) for words in lines if len(words) >= LONG_PARAGRAPH)
    return Print(document.id, text_hash(" ".join(w for line in lines for w in line)), document.text, kept)


def _by_sketch(prints: list[Print]) -> Iterator[tuple[int, int]]:
    """Pairs that share a band of their MinHash sketches."""
    from rensa import RMinHash

    rows = PERMUTATIONS // BANDS
    buckets: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for index, item in enumerate(prints):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update(sorted(shingles(item.text)))
        digest = sketch.digest()
        for band in range(BANDS):
            buckets[(band, *digest[band * rows : (band + 1) * rows])].append(index)
    for bucket in buckets.values():
        yield from combinations(bucket, 2)


def _by_paragraph(prints: list[Print]) -> Iterator[tuple[int, int]]:
    """Pairs that share a long paragraph word for word: they stay together when a lead is added or the end is cut."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(prints):
        for paragraph in item.paragraphs:
            holders[paragraph].append(index)
    for held in holders.values():
        if len(held) <= CROWD:
            yield from combinations(held, 2)


def compare(a: Print, b: Print) -> Copy | None:
    """What two documents share, or None where it is too little to speak of."""
    first, second = sorted((a, b), key=lambda p: p.id)
    in_a, in_b = shingles(a.text), shingles(b.text)
    shared = len(in_a & in_b)
    if not shared:
        return None
    jaccard = shared / len(in_a | in_b)
    held = shared / min(len(in_a), len(in_b))
    parts = f"{shared:,} five-word sequences in common, {held:.0%} of the shorter text"
    relation: Relation
    if a.hash == b.hash:
        relation, parts = "exact", "the same words throughout"
    elif jaccard >= NEAR:
        relation = "near"
    elif held >= CUT:
        relation = "cut"
    elif held >= QUOTES:
        relation = "quotes"
    else:
        return None
    return Copy(first.id, second.id, relation, shared, round(jaccard, 4), round(held, 4), parts)


def copies(documents: Iterable[Document]) -> tuple[Copy, ...]:
    """All pairs of documents that share long passages, sorted; the same for any order of the documents."""
    prints = [p for p in sorted({d.id: print_of(d) for d in documents}.values(), key=lambda p: p.id) if p.text.strip()]
    pairs = {*_by_sketch(prints), *_by_paragraph(prints)}
    found = (compare(prints[i], prints[j]) for i, j in sorted(pairs))
    return tuple(sorted((c for c in found if c is not None), key=lambda c: (c.first, c.second)))


def stories(documents: Iterable[Document], found: Iterable[Copy]) -> dict[str, tuple[str, ...]]:
    """Document id -> the ids of all documents that run the same story, itself among them. Quoting alone does not make one story."""
    same = [(c.first, c.second) for c in found if c.relation != "quotes"]
    return {member: group for group in groups({d.id for d in documents}, same) for member in group}
