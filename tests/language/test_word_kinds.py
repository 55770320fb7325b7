"""The table of words: what the encoder is told of a word besides its letters."""

from __future__ import annotations

import numpy as np
import spacy

from trucekeeper.language import words


def test_words_are_looked_up_as_written_then_in_lower_case() -> None:
    doc = spacy.blank("en")("Egypt said SAID Qzzxw")
    known = words.known(doc)
    assert known.shape == (4, words.TABLE_COLUMNS)
    assert known[0, 0] != known[1, 0]  # a state and a verb are of different clusters
    assert known[1, 0] != 0
    assert not known[3].any()  # a word that no list has


def test_the_first_branches_of_a_cluster_stand_in_its_lowest_bits() -> None:
    known = words.known(spacy.blank("en")("Egypt Israel attacked"))
    assert known[0, 1] == known[0, 0] & np.uint64(0xF)
    assert (known[0, :4] == known[1, :4]).all()  # two states are of one cluster


def test_an_empty_text_has_no_rows() -> None:
    assert words.known(spacy.blank("en")("")).shape == (0, words.TABLE_COLUMNS)


def test_a_word_that_comes_again_is_computed_once_and_the_same() -> None:
    nlp = spacy.blank("en")
    docs = [nlp("The army left the town."), nlp(""), nlp("The town thanked the army; THE army left.")]
    embed = words.word_embed(8, ["NORM", "SHAPE"], [50, 50], 4, [20, 10, 10, 10, 10])
    embed.initialize(X=docs)
    at_once, _ = embed(docs, is_train=True)
    found = embed.predict(docs)
    assert [f.shape for f in found] == [(6, 8), (0, 8), (10, 8)]
    for ours, own in zip(found, at_once, strict=True):
        assert np.allclose(ours, own, atol=1e-6)
    assert embed.predict([nlp("")])[0].shape == (0, 8)
