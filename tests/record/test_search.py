"""Full text: what is found, by which words, and with which filters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from trucekeeper.model.claims import Actor, Attribution, Event, Figure, PlaceMention
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.errors import UsageError
from trucekeeper.model.time import Time
from trucekeeper.record import Record
from trucekeeper.record.search import match_expression

PAPER = Document(name="a", text="The ministry said 12 hostages were held in Sess. Aid was cut off on 2 May.", published="2031-05-04")
LATER = Document(name="b", text="The José bridge was reopened for aid convoys.", published="2031-06-01")
MINISTRY = Actor("the ministry", "~tavel-ministry", "Tavel Health Ministry")


def evidence(document: Document, words: str) -> tuple[Evidence, ...]:
    start = document.text.index(words)
    return (Evidence(start, start + len(words), words),)


FIGURE = Figure(
    id="a" * 16, document=PAPER.id, evidence=evidence(PAPER, "12 hostages were held"), attribution=Attribution((MINISTRY,), "indirect"),
    said=PAPER.said, measure="held", value=12.0,
)  # fmt: skip
CUT = Event(
    id="b" * 16, document=PAPER.id, evidence=evidence(PAPER, "Aid was cut off"), attribution=Attribution(), said=PAPER.said,
    about=Time("2031-05-02", "2031-05-02"), act="block_aid",
)  # fmt: skip
PLACE = PlaceMention(id="c" * 16, document=PAPER.id, evidence=evidence(PAPER, "Sess"), attribution=Attribution(), said=PAPER.said, name="Sess")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    path: Path = tmp_path_factory.mktemp("search") / "r.truce"
    with Record.create(path) as made:
        made.add(PAPER, [FIGURE, CUT, PLACE], learnt="2031-05-05")
        made.add(LATER, [], learnt="2031-06-02")
        yield made


FOUND = [
    ("hostage", {}, [FIGURE.id, PAPER.id]),
    ("aid cut", {}, [CUT.id, PAPER.id]),
    ("block aid", {}, [CUT.id]),  # by the name of the act
    ('"cut off"', {}, [CUT.id, PAPER.id]),
    ('"off cut"', {}, []),
    ("conv*", {}, [LATER.id]),
    ("jose", {}, [LATER.id]),
    ("aid", {"kinds": ["document"], "until": "2031-05-31"}, [PAPER.id]),
    ("aid", {"since": "2031-05-03"}, [PAPER.id, LATER.id]),  # the cut was on the 2nd
    ("aid", {"until": "2031-05-02"}, [CUT.id]),
    ("hostages", {"speaker": "health ministry"}, [FIGURE.id]),
    ("hostages", {"speaker": "~tavel"}, [FIGURE.id]),
    ("aid", {"speaker": "ministry"}, []),
    ("sess", {}, [PAPER.id]),
    ("sess", {"kinds": ["place"]}, [PLACE.id]),
    ("sess OR", {}, []),
    ("12", {"limit": 1}, [FIGURE.id]),
]


@pytest.mark.parametrize(("query", "filters", "ids"), FOUND, ids=[f"{q} {f}" for q, f, _ in FOUND])
def test_search(record: Record, query: str, filters: dict[str, object], ids: list[str]) -> None:
    hits = record.search(query, **filters)  # type: ignore[arg-type]
    assert sorted(h.id for h in hits) == sorted(ids)
    for hit in hits:
        for start, end in hit.marks:
            assert hit.snippet[start:end].strip()


@pytest.mark.parametrize("query", ['"', "NEAR(", "a:b", "-x", "U.N. (OCHA)", "x^2 + y", "'; DROP TABLE claims; --", 'say "no', "*a", "\x00b"])
def test_no_query_breaks_it(record: Record, query: str) -> None:
    try:
        assert record.search(query) is not None
    except UsageError as error:
        assert "nothing to search for" in str(error)


PREFIXES = [("plott*", True), ("plot*", True), ("negotiati*", True), ("displaceme*", True), ("plotz*", False), ("plott* negot*", True), ("plott* boat", False)]


@pytest.mark.parametrize(("query", "is_found"), PREFIXES)
def test_a_beginning_finds_words_whose_stem_is_shorter(query: str, is_found: bool, tmp_path: Path) -> None:
    with Record.create(tmp_path / "r.truce") as made:
        made.add(Document(name="x", text="They were plotting during negotiations on displacement."), [], learnt="2031-05-01")
        assert bool(made.search(query)) is is_found


@pytest.mark.parametrize("query", ["", "  ", '""', "* - !"])
def test_a_query_needs_a_word(query: str) -> None:
    with pytest.raises(UsageError):
        match_expression(query)


def test_a_kind_that_there_is_not(record: Record) -> None:
    with pytest.raises(UsageError, match="no such kind"):
        record.search("aid", kinds=["rumour"])


def test_of_very_many_the_newest_come_first(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trucekeeper.record.search.MANY", 1)
    assert record.many_found("said") is False
    assert [h.id for h in record.search("aid", kinds=["document"])] == [LATER.id, PAPER.id]
    assert [h.id for h in record.search("aid", kinds=["document"], until="2031-05-31")] == [PAPER.id]


SPELT = [
    ("ceasefire", ["one", "two"]),
    ("cease-fire", ["one", "two"]),
    ('"cease fires"', ["one", "two"]),
    ("cease-fire* defence", ["two"]),
    ('"ceasefire talks"', ["one"]),
    ("fire", ["one"]),
]


@pytest.mark.parametrize(("query", "expected"), SPELT, ids=[q for q, _ in SPELT])
def test_any_spelling_finds_the_others(query: str, expected: list[str], tmp_path: Path) -> None:
    texts = {"one": "Cease-fire talks went on in Sess.", "two": "The defense chief spoke of the ceasefires of May."}
    with Record.create(tmp_path / "r.truce") as made:
        for name, text in texts.items():
            made.add(Document(name=name, text=text, published="2031-05-04"), [], learnt="2031-05-05")
        assert sorted(hit.document_name for hit in made.search(query)) == expected
