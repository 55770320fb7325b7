"""The table of word vectors, and how the embedding reads it."""

from __future__ import annotations

import numpy as np
import spacy

from trucekeeper.language import vectors


def test_a_word_is_looked_up_in_lower_case_and_then_by_its_norm() -> None:
    nlp = spacy.blank("en")
    rows = vectors.vector_rows(nlp("Ceasefire ceasefire goin' going Qzzxw"))
    assert rows[0] == rows[1]
    assert rows[2] == rows[3]
    assert not vectors.table()[1][rows[4]].any()
    assert vectors.vector_rows(nlp("")).shape == (0,)


def test_words_of_one_company_lie_near_one_another() -> None:
    truce, ceasefire, banana = vectors.table()[1][vectors.vector_rows(spacy.blank("en")("truce ceasefire banana"))]
    assert truce @ ceasefire > 2 * abs(truce @ banana)


def test_the_numbers_lie_on_the_grid_of_exact_products_and_are_looked_up_as_they_are() -> None:
    keys, table = vectors.table()
    assert table.shape == (len(keys) + 1, vectors.WIDTH)
    assert (table * vectors.STEPS == np.rint(table * vectors.STEPS)).all()
    ids = np.array([[7, 3], [8, len(keys)]], dtype=np.uint64)
    found, backward = vectors.looked_up(1)(ids, is_train=True)
    assert (found == table[[3, len(keys)]]).all()
    assert not backward(found).any()
