"""The HTML shell: documents carried whole, cited words marked, nothing asked of another machine."""

from __future__ import annotations

import re

from trucekeeper.model.document import Document
from trucekeeper.views.cite import Cite
from trucekeeper.views.page import link, source_of

TEXT = "The ferry was stopped at noon.\n\nNine people were held, the harbour office said."
DOCUMENT = Document(name="one", text=TEXT, outlet="Harbour Post", published="2031-04-02")


def cite(claim: str, words: str) -> Cite:
    start = TEXT.index(words)
    return Cite(claim, DOCUMENT.id, start, start + len(words), words)


def test_segments_keep_every_character() -> None:
    source = source_of(DOCUMENT, [cite("a", "Nine people were held"), cite("b", "people were held, the harbour office")])
    assert ["".join(s.text for s in p) for p in source.paragraphs] == [line for line in TEXT.split("\n") if line]


def test_overlapping_cites_are_cut_apart() -> None:
    source = source_of(DOCUMENT, [cite("a", "Nine people were held"), cite("b", "people were held, the harbour office")])
    assert [(s.text, s.claims, s.opens) for s in source.paragraphs[1][:3]] == [
        ("Nine ", ("a",), ("a",)),
        ("people were held", ("a", "b"), ("b",)),
        (", the harbour office", ("b",), ()),
    ]


def test_a_cite_over_two_paragraphs_opens_once() -> None:
    source = source_of(DOCUMENT, [cite("a", "at noon.\n\nNine people")])
    assert [s.opens for p in source.paragraphs for s in p if "a" in s.claims] == [("a",), ()]


def test_other_documents_cites_are_left_aside() -> None:
    source = source_of(DOCUMENT, [Cite("a", "elsewhere", 0, 3, "The")])
    assert not any(s.claims for p in source.paragraphs for s in p)


def test_link_escapes_and_numbers() -> None:
    made = str(link("<b>9</b>", [cite("a", "Nine people"), cite("b", "noon")]))
    assert "&lt;b&gt;9" in made
    assert re.findall(r'href="#w-(\w)"', made) == ["a", "b"]


def test_no_cite_is_plain_text() -> None:
    assert str(link("9 & 10", None)) == "9 &amp; 10"


def test_another_place_that_tells_the_same_is_marked_too() -> None:
    held = Cite("a", DOCUMENT.id, 0, 9, TEXT[:9], also=((TEXT.index("Nine"), TEXT.index("Nine") + 4),))
    marked = [s.text for p in source_of(DOCUMENT, [held]).paragraphs for s in p if s.claims]
    assert marked == ["The ferry", "Nine"]
