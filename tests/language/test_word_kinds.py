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
