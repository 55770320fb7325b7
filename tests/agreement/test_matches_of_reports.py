"""What reports tell of an accord's terms: those matched without a person are right, and few of what is plainly told are missed."""

from __future__ import annotations

from functools import cache

import pytest
from made_processes import HERE, label, reader, reports

from trucekeeper.agreement.bearing import bearing_of
from trucekeeper.agreement.checks import faults
from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.lines import to_file
from trucekeeper.agreement.sentences import sentences_of
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.document import Document
from trucekeeper.model.matches import Match
from trucekeeper.model.undertakings import Aid

NAMES = ("basrin", "korada", "mazuma")


@cache
def drafted(name: str) -> Agreement:
    text = (HERE / label(name)["agreement"]).read_text("utf-8")
    reading = reader().read(Document(name=name, text=text, published=label(name)["signed"]))
    return agreement_of(reading.claims, [reading.document])


@cache
def made(name: str) -> tuple[tuple[Match, str], ...]:
    """Every match with the words of its sentence."""
    agreement, (claims, documents) = drafted(name), reports(name)
    whole = {(s.document, c.id): " ".join(s.text.split()) for s in sentences_of(documents, claims) for c in s.claims}
    return tuple((m, whole.get((m.document, m.claims[0]), m.words)) for m in bearing_of(agreement, claims, documents).matches([], agreement.key))


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_is_a_sound_file(name: str) -> None:
    assert list(faults(to_file(drafted(name)))) == []


def right(row: list[str], match: Match, words: str, *, state: bool = True) -> bool:
    line = f"clause-{row[1]}"  # a clause that holds two terms has the second as "clause-3.2-2"
    return row[0] in words and (match.line == line or match.line.startswith(f"{line}-")) and (not state or (match.state or "") == row[2])


@pytest.mark.parametrize("name", NAMES)
def test_what_is_matched_without_a_person_is_right(name: str) -> None:
    automatic = [(m, words) for m, words in made(name) if m.certainty == "matched"]
    wrong = [(m.line, m.state, words) for m, words in automatic if not any(right(row, m, words) for row in label(name)["told"])]
    assert len(automatic) >= 0.7 * len(label(name)["told"])
    assert len(wrong) <= 0.1 * len(automatic), wrong


@pytest.mark.parametrize("name", NAMES)
def test_what_is_plainly_told_is_found(name: str) -> None:
    told = [row for row in label(name)["told"] if row[2]]
    missed = [row for row in told if not any(right(row, m, words) for m, words in made(name))]
    assert len(missed) <= 0.2 * len(told), missed


def matches_in(*papers: Document) -> list[Match]:
    """Of the draft that some documents give together, against themselves."""
    readings = [reader().read(p) for p in papers]
    claims, documents = [c for r in readings for c in r.claims], [r.document for r in readings]
    drafted = agreement_of(claims, documents)
    return bearing_of(drafted, claims, documents).matches([], drafted.key)


def test_what_was_done_before_any_word_of_a_promise_is_only_proposed() -> None:
    early = Document(name="a", text="The government freed 12 prisoners on Thursday, officials said.", published="2031-05-02")
    deal = Document(name="b", text="The two sides agreed to a truce. Under the deal the government will release 40 prisoners.", published="2031-05-10")
    later = Document(name="c", text="The government freed 20 prisoners on Friday, officials said.", published="2031-05-17")
    told = {m.document: m for m in matches_in(early, deal, later) if m.state}
    assert told[early.id].certainty == "proposed"
    assert told[early.id].reason.endswith("before any word of the promise")
    assert told[later.id].certainty == "matched"


def test_a_text_disputes_nothing_of_itself() -> None:
    text = (
        "Truce of Orsk\n4 May 2031\n\nThe Government of Velan and the Hill Front agree as follows:\n\n1. Both sides shall cease all attacks from 6 May 2031.\n"
        "2. The Hill Front shall not shell Orsk.\n"
    )
    assert matches_in(Document(name="a", text=text)) == []


def test_a_day_of_signing_under_the_title_ends_no_text() -> None:
    text = (
        "THE ORSK ACCORD\non a truce of ninety days\nbetween the Republic of Velan and the Hill Council\n\nSigned at Cape Bria on 1 May 2031\n\n"
        "The Republic of Velan and the Hill Council have agreed as follows:\n\n1.1 The Parties shall cease all hostilities from 3 May 2031.\n"
        "1.2 The Council shall release 40 prisoners within ten days.\n1.3 The Republic shall let in 80 trucks of aid a day.\n"
    )
    reading = reader().read(Document(name="a", text=text))
    assert [t.clause for t in agreement_of(reading.claims, [reading.document]).terms] == ["1.1", "1.2", "1.3"]


def test_loads_that_are_to_get_in_have_not() -> None:
    accord = Agreement(name="x", aid=(Aid(id="trucks", of="trucks", value=80, crossings=("Sorna",)),))
    reading = reader().read(Document(name="a", text="The Republic shall let in 80 trucks of aid a day through the Sorna crossing.", published="2031-05-02"))
    assert [e for f in bearing_of(accord, reading.claims, [reading.document]).found for e in f.entries] == []
