"""What company a word keeps, as numbers: the vectors that the encoder's embedding reads beside what it learns itself.

The table `vectors.npz` is made by `training/vectors.py`. A word is looked up in lower case, then by its norm ("going" of "goin'"); one that is not there has
zeros.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model

WIDTH = 100
STEPS = 128  # in one: the numbers lie on the grid of trucekeeper.language.exact

Ids = NDArray[np.uint64]


@cache
def table() -> tuple[Ids, NDArray[np.float32]]:
    """Sorted word ids, and the vector of each; the last row, of zeros, stands for words that are not there."""
    with (files("trucekeeper.language") / "vectors.npz").open("rb") as packed:
        data = np.load(packed)
        keys, steps = data["keys"], data["vectors"]
    return keys, np.concatenate([steps, np.zeros((1, WIDTH), dtype=np.int8)]).astype(np.float32) / np.float32(STEPS)


def vector_rows(doc: Doc) -> Ids:
    """The row of each token's word in the table: shape (tokens,)."""
    keys, vectors = table()
    forms: Ids = doc.to_array(["LOWER", "NORM"]).reshape(len(doc), 2)  # type: ignore[assignment]  # spaCy's stub says floats
    at = np.minimum(np.searchsorted(keys, forms), len(keys) - 1)
    found: Ids = np.where(keys[at] == forms, at, len(vectors) - 1).astype(np.uint64)
    return np.where(found[:, 0] < len(vectors) - 1, found[:, 0], found[:, 1])


def looked_up(column: int) -> Model[Any, Any]:
    """The vectors of the rows that stand in a column of the features; nothing in it is learnt."""

    def forward(model: Model[Any, Any], ids: Any, is_train: bool) -> tuple[Any, Any]:
        return table()[1][ids[:, column].astype(np.intp)], lambda _: np.zeros_like(ids)

    return Model("truce_vectors", forward, dims={"nO": WIDTH, "nI": None})
