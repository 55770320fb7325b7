"""The table by which the actors' reader tells a name's type: multinomial logistic regression on the features of `reading/actors/evidence.py`.

Trained on the documents that the names' component is trained on, as this pipeline reads them. What it takes for a name and the gold does not is of no type.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.reading.actors.choosing import candidates
from trucekeeper.reading.actors.evidence import Evidence
from trucekeeper.reading.actors.types import BIAS, TYPES

LEAST_SEEN = 8  # names with a feature
PULL = 4.0  # towards no weight at all
STEPS, RATE = 200, 0.05
SLIGHT = 0.02  # weights under this are left out
HEAD = f"# What each feature speaks for: weights of {', '.join(map(str, TYPES))}. Made by training/name_types.py; licence: see model/LICENSE.txt.\n"

Floats = NDArray[np.float64]


def unsure(doc: Doc) -> set[int]:
    """The characters of which the gold does not say whether they are a name's."""
    return {i for t in doc if t.ent_iob == 0 for i in range(t.idx, t.idx + len(t))}


def examples(nlp: Language, docs: Iterable[Doc]) -> Iterator[tuple[list[str], str | None]]:
    """Features and type of each candidate that is a name of the gold or does not touch one; known ones are left out, as their type is given."""
    texts = ((doc.text, ({(e.start_char, e.end_char): e.label_ for e in doc.ents}, unsure(doc))) for doc in docs)
    for doc, (gold, left_open) in nlp.pipe(texts, as_tuples=True, batch_size=32):
        covered = left_open.union(i for start, end in gold for i in range(start, end))
        evidence = Evidence(doc)
        for name in candidates(doc):
            span = doc[name.start : name.end]
            key = (span.start_char, span.end_char)
            if name.known is None and (key in gold or covered.isdisjoint(range(*key))):
                yield evidence.of(name), gold.get(key)


def fitted(seen: list[tuple[list[str], str | None]]) -> dict[str, Floats]:
    """The weights of each feature, by full gradients and Adam's steps (Kingma and Ba 2015)."""
    counts = Counter(f for features, _ in seen for f in features)
    order = [BIAS, *sorted(f for f, n in counts.items() if n >= LEAST_SEEN)]
    number = {f: at for at, f in enumerate(order)}
    rows = [[0, *(number[f] for f in features if f in number)] for features, _ in seen]
    row = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
    column = np.array([f for r in rows for f in r])
    gold = np.zeros((len(rows), len(TYPES)))
    gold[np.arange(len(rows)), [TYPES.index(label) for _, label in seen]] = 1

    def summed(by: NDArray[np.intp], of: Floats, size: int) -> Floats:
        return np.stack([np.bincount(by, weights=of[:, k], minlength=size) for k in range(len(TYPES))], axis=1)

    weights, mean, square = (np.zeros((len(order), len(TYPES))) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = summed(row, weights[column], len(rows))
        made = np.exp(scores - scores.max(axis=1, keepdims=True))
        made /= made.sum(axis=1, keepdims=True)
        slope = summed(column, (made - gold)[row], len(order)) + PULL * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return dict(zip(order, weights, strict=True))


def write(nlp: Language, docs: Iterable[Doc], target: Path) -> None:
    table = fitted(list(examples(nlp, docs)))
    lines = ["\t".join([feature, *(f"{w:.2f}" for w in row)]) for feature, row in table.items() if feature == BIAS or np.abs(row).max() >= SLIGHT]
    target.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
