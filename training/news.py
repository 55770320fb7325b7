"""Our own treebank, `news.conllu`: its sentences with other names in the places of names, the trees kept whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from augment import NamePool
from treebanks import LABELS, Row, Sentence, read_conllu, spans_of

# Names of several words as (word, head within the name or 0 for its head, relation); heads count from 1.
Part = tuple[str, int, str]
BODIES: tuple[tuple[Part, ...], ...] = (
    (("Red", 2, "amod"), ("Crescent", 0, "")),
    (("Interior", 2, "compound"), ("Ministry", 0, "")),
    (("Ministry", 0, ""), ("of", 3, "case"), ("Defence", 1, "nmod")),
    (("Ministry", 0, ""), ("of", 3, "case"), ("Health", 1, "nmod")),
    (("United", 2, "amod"), ("Nations", 0, "")),
    (("National", 3, "amod"), ("Liberation", 3, "compound"), ("Army", 0, "")),
    (("Unity", 2, "compound"), ("Party", 0, "")),
    (("Human", 2, "amod"), ("Rights", 3, "compound"), ("Council", 0, "")),
    (("Supreme", 2, "amod"), ("Court", 0, "")),
    (("World", 3, "compound"), ("Food", 3, "compound"), ("Programme", 0, "")),
    (("African", 2, "amod"), ("Union", 0, "")),
    (("Border", 2, "compound"), ("Guard", 0, "")),
)  # fmt: skip


def drawn(kind: str, pool: NamePool) -> tuple[Part, ...]:
    """A name of the kind as parts: persons are flat, places and half of the bodies are one word."""
    if kind == "ORG":
        return pool.chance.choice(BODIES) if pool.chance.random() < 0.6 else ((pool.acronym(), 0, ""),)
    if kind == "LOC":
        return ((pool.short_place(), 0, ""),)
    words = pool.person(1 if kind == "FAM" else 2)
    return tuple((word, 1 if at else 0, "flat") for at, word in enumerate(words))


def renamed(sentence: Sentence, pool: NamePool) -> Sentence:
    """The sentence with new names; a name used twice stays the same."""
    rows: list[Row] = []
    tags: list[str] = []
    moved: dict[int, int] = {0: 0}  # old word number -> new
    chosen: dict[tuple[str, ...], tuple[Part, ...]] = {}
    inner: dict[int, int] = {}  # new row -> its head inside the name
    for number, group in groups(sentence.rows):
        if not group[0].slot:
            moved[number] = len(rows) + 1
            rows.append(replace(group[0]))
            tags.append("O")
            continue
        kind = group[0].slot[2:]
        own = tuple(r.form for r in group)
        parts = chosen.setdefault(own, drawn(kind, pool))
        first = len(rows)
        for at, (word, head, relation) in enumerate(parts):
            last = at == len(parts) - 1
            if not head:
                moved[number] = first + at + 1
                rows.append(replace(group[0], form=word, lemma=word, space=not last or group[-1].space))
            else:
                inner[len(rows)] = first + head
                upos, xpos, feats = ("ADP", "IN", "_") if relation == "case" else ("PROPN", "NNP", "Number=Sing")
                rows.append(Row(word, word, upos, xpos, feats, 0, relation, not last or group[-1].space))
            tags.append(("I-" if at else "B-") + ("PER" if kind == "FAM" else kind))
    for at, row in enumerate(rows):
        row.head = inner[at] if at in inner else moved[row.head]
    return Sentence(sentence.id, rows, [span for span in spans_of(tags) if span[2] in LABELS])


def groups(rows: list[Row]) -> Iterator[tuple[int, list[Row]]]:
    """(number of the first word, words) of each word alone and of each slot; the head of a slot is its first word."""
    begun = 0
    keyed = []
    for at, row in enumerate(rows):
        begun = begun if row.slot.startswith("I-") else at
        keyed.append((begun, row))
    for start, found in groupby(keyed, key=lambda pair: pair[0]):
        yield start + 1, [row for _, row in found]


def news(path: Path, pool: NamePool, copies: int) -> list[list[Sentence]]:
    """Documents of five sentences each, in a new order and with new names in each of the copies."""
    sentences = [s for document in read_conllu(path) for s in document]
    documents = []
    for _ in range(copies):
        made = [renamed(s, pool) for s in pool.chance.sample(sentences, len(sentences))]
        documents += [made[at : at + 5] for at in range(0, len(made), 5)]
    return documents
