"""The embedding of words: spaCy's hashed features, and beside them what open word lists know of a word (its cluster, what it can be) and, for the names,
its vector.

The table `words.npz` is made by `training/wordlists.py`. A word is looked up as it is written, then in lower case, one with a hyphen then by its norm, which is
the word without a prefix ("escalate" of "de-escalate").
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array

from trucekeeper.language import vectors

PREFIXES = (0xF, 0x3F, 0x3FF)  # the first branches of a cluster's path, which stand in its lowest bits
TABLE_COLUMNS = 2 + len(PREFIXES)  # the cluster, its beginnings, the bits
# What the bits say, the lowest first.
KINDS = ("noun", "verb", "adj", "adv", "given", "family", "state", "town", "place_part", "capitalised", "never_capitalised", "people", "person_role", "body")

Ids = NDArray[np.uint64]
# Odd numbers that mix a row of features into one number: powers of the multiplier of Fibonacci hashing (Knuth 1973).
MIX: Ids = np.array([pow(0x9E3779B97F4A7C15, at, 1 << 64) for at in range(1, 17)], dtype=np.uint64)


@cache
def table() -> tuple[Ids, Ids]:
    """Sorted word ids, and for each the columns of TABLE_COLUMNS; the last row stands for words that are not there."""
    with (files("trucekeeper.language") / "words.npz").open("rb") as packed:
        data = np.load(packed)
        keys, clusters, bits = data["keys"], data["clusters"].astype(np.uint64), data["bits"].astype(np.uint64)
    columns = np.stack([clusters, *(clusters & np.uint64(mask) for mask in PREFIXES), bits], axis=1)
    return keys, np.concatenate([columns, np.zeros((1, TABLE_COLUMNS), dtype=np.uint64)])


def rows(words: Ids) -> NDArray[np.intp]:
    """The row of each word id in the table, -1 where it has none."""
    keys, _ = table()
    at = np.minimum(np.searchsorted(keys, words), len(keys) - 1)
    return np.where(keys[at] == words, at, -1)


def known(doc: Doc) -> Ids:
    """What the table knows of each token: shape (tokens, TABLE_COLUMNS)."""
    forms: Ids = doc.to_array(["ORTH", "LOWER", "NORM"]).reshape(len(doc), 3)  # type: ignore[assignment]  # spaCy's stub says floats
    found = rows(forms[:, 0])
    missing = np.flatnonzero(found < 0)
    found[missing] = rows(forms[missing, 1])
    joined = [i for i in np.flatnonzero(found < 0).tolist() if "-" in doc[i].text]
    found[joined] = rows(forms[joined, 2])
    return table()[1][found]


def is_of_kind(word: int, kind: str) -> bool:
    """Does the table have this word, by its id as it is written, for one of the KINDS?"""
    row = int(rows(np.array([word], dtype=np.uint64))[0])
    return bool(row >= 0 and int(table()[1][row, -1]) >> KINDS.index(kind) & 1)


def is_given_name(word: int) -> bool:
    """Does the table have this word, by its id as it is written, for somebody's given name?"""
    return is_of_kind(word, "given")


def is_title(token: Token) -> bool:
    """Does the table have this word for what somebody is (premier, general)?"""
    return is_of_kind(token.lower, "person_role")


def is_never_capitalised(token: Token) -> bool:
    """Has this word a capital at the beginning of a sentence alone?"""
    return is_of_kind(token.lower, "never_capitalised")


def is_word(token: Token) -> bool:
    """Has the table a word of the dictionary that is written so, but for the capital?"""
    row = int(rows(np.array([token.lower], dtype=np.uint64))[0])
    return bool(row >= 0 and int(table()[1][row, -1]) & 0xF)


def features(attrs: list[int | str], *, with_vectors: bool) -> Model[list[Doc], list[Any]]:
    """Of each Doc its attributes' ids, beside them the table's columns, and last, where they are asked for, the rows of the vectors."""

    def forward(model: Model[list[Doc], list[Any]], docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:
        found: list[Any] = []
        for doc in docs:
            columns = [doc.to_array(attrs).reshape(len(doc), len(attrs)), known(doc)]
            if with_vectors:
                columns.append(vectors.vector_rows(doc)[:, None])
            found.append(np.concatenate(columns, axis=1))
        return [model.ops.asarray2i(c, dtype="uint64") for c in found], lambda _: []

    return Model("truce_word_features", forward)


@registry.architectures("truce.WordEmbed.v1")  # type: ignore[untyped-decorator]
def word_embed(
    width: int, attrs: list[int | str], rows: list[int], known_width: int, known_rows: list[int], with_vectors: bool = False
) -> Model[list[Doc], list[Any]]:
    """As spaCy's MultiHashEmbed, with a table of `known_width` for each of the TABLE_COLUMNS and, where it is asked for, the word's vector; the output
    has `width`."""
    widths = [width] * len(attrs) + [known_width] * TABLE_COLUMNS
    parts: Any = [HashEmbed(w, n, column=at, seed=8 + at, dropout=0.0) for at, (w, n) in enumerate(zip(widths, [*rows, *known_rows], strict=True))]
    if with_vectors:
        parts.append(vectors.looked_up(len(widths)))
    mixed: Any = with_array(Maxout(width, sum(widths) + vectors.WIDTH * with_vectors, nP=3, dropout=0.0, normalize=True))
    joined: Any = with_array(concatenate(*parts))
    return once_a_word(chain(features(attrs, with_vectors=with_vectors), list2ragged(), joined, mixed, ragged2list()))


def once_a_word(embed: Model[list[Doc], list[Any]]) -> Model[list[Doc], list[Any]]:
    """The same embedding, which when it predicts computes each different row of features once: most words of a text come again and again."""

    def forward(model: Model[list[Doc], list[Any]], docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:
        found, _, joined, mixed, _ = model.layers
        if is_train or not any(map(len, docs)):
            return embed(docs, is_train)
        features = found.predict(docs)
        together = np.concatenate(features)
        _, first, number = np.unique(together @ MIX[: together.shape[1]], return_index=True, return_inverse=True)
        vectors = mixed.predict(joined.predict(together[first]))[number]
        return np.split(vectors, np.cumsum([len(f) for f in features])[:-1]), lambda _: []

    return Model(embed.name, forward, init=embed.init, layers=embed.layers, dims={"nO": None, "nI": None})
