"""The word lists of weighing are checked when they are read."""

from __future__ import annotations

from importlib.resources import files

import pytest

from trucekeeper.model.errors import KnowledgeError
from trucekeeper.weighing.lexicon import FILE, lexicon, parse

TEXT = files("trucekeeper.knowledge").joinpath(FILE).read_text("utf-8")


def test_the_shipped_file_is_read() -> None:
    assert "the" in lexicon().names.particles
    assert ("ph", "f") in lexicon().transliteration.rewrite


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[names]", "[name]", "name, names"),
        ("particles =", "partikles =", "particles, partikles"),
        ('vowels = "a e i o u"', "vowels = 5", "transliteration.vowels must be words"),
        ('["ph", "f"]', '["ph"]', "pairs of words"),
    ],
)
def test_typos_are_errors(old: str, new: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        parse(TEXT.replace(old, new))
