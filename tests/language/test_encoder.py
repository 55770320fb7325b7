"""The encoder goes through a long text in pieces, and what it says of a word is what it would say in one go."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from thinc.api import use_ops

from trucekeeper.language.encoder import PIECE, window_encoder
from trucekeeper.language.exact import ExactOps

WIDTH, WINDOW, PIECES, DEPTH = 16, 1, 3, 4


def texts(*lengths: int) -> list[NDArray[np.float32]]:
    chance = np.random.default_rng(11)
    return [chance.normal(0, 1, (length, WIDTH)).astype(np.float32) for length in lengths]


@pytest.mark.parametrize(
    "lengths", [(3 * PIECE + 7,), (PIECE,), (PIECE - 4, 1, 4), (5, 0, 2 * PIECE, 3), tuple(range(1, 90)), (0,)], ids=lambda lengths: f"{len(lengths)} texts"
)
def test_in_pieces_as_in_one_go(lengths: tuple[int, ...]) -> None:
    with use_ops(ExactOps.name):
        whole, pieced = MaxoutWindowEncoder(WIDTH, WINDOW, PIECES, DEPTH), window_encoder(WIDTH, WINDOW, PIECES, DEPTH)
        whole.initialize(X=texts(20), Y=texts(20))
        pieced.from_bytes(whole.to_bytes())
        expected = whole.predict(texts(*lengths))
        found = pieced.predict(texts(*lengths))
    assert [len(rows) for rows in found] == list(lengths)
    assert all(np.array_equal(a, b) for a, b in zip(found, expected, strict=True))


def test_it_learns_as_the_whole_one() -> None:
    whole, pieced = MaxoutWindowEncoder(WIDTH, WINDOW, PIECES, DEPTH), window_encoder(WIDTH, WINDOW, PIECES, DEPTH)
    whole.initialize(X=texts(20), Y=texts(20))
    pieced.from_bytes(whole.to_bytes())
    (expected, back), (found, pieced_back) = whole.begin_update(texts(30)), pieced.begin_update(texts(30))
    assert np.array_equal(found[0], expected[0])
    assert np.array_equal(pieced_back(found)[0], back(expected)[0])
