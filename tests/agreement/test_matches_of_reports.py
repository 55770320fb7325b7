"""What reports tell of an accord's terms: those matched without a person are right, and few of what is plainly told are missed."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from trucekeeper.agreement.bearing import bearing_of
from trucekeeper.agreement.checks import faults
from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.lines import to_file
from trucekeeper.agreement.sentences import sentences_of
from trucekeeper.model.document import Document
from trucekeeper.model.matches import Match
from trucekeeper.reading.assemble import Reader
from trucekeeper.sources.items import Item, found, load
from trucekeeper.sources.origin import Origin

HERE = Path(__file__).parent / "processes"
NAMES = ("basrin", "korada", "mazuma")


@cache
def labels(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


@cache
def made(name: str) -> tuple[tuple[Match, str], ...]:
    """Every match with the words of its sentence."""
    reader, label = Reader(), labels(name)
    text = reader.read(Document(name=name, text=(HERE / label["agreement"]).read_text("utf-8"), published=label["signed"]))
    agreement = agreement_of(text.claims, [text.document])
    papers = [d for i in found([str(HERE / label["reports"])]) if isinstance(i, Item) and isinstance(d := load(i, Origin()), Document)]
    readings = [reader.read(p) for p in papers]
    claims = [c for r in readings for c in r.claims]
    documents = [r.document for r in readings]
    sentences = list(sentences_of(documents, claims))
    whole = {(s.document, c.id): " ".join(s.text.split()) for s in sentences for c in s.claims}
    return tuple((m, whole.get((m.document, m.claims[0]), m.words)) for m in bearing_of(agreement, claims, documents).matches([], agreement.key))


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_is_a_sound_file(name: str) -> None:
    label = labels(name)
    reading = Reader().read(Document(name=name, text=(HERE / label["agreement"]).read_text("utf-8"), published=label["signed"]))
    assert list(faults(to_file(agreement_of(reading.claims, [reading.document])))) == []


def right(row: list[str], match: Match, words: str, *, state: bool = True) -> bool:
    line = f"clause-{row[1]}"  # a clause that holds two terms has the second as "clause-3.2-2"
    return row[0] in words and (match.line == line or match.line.startswith(f"{line}-")) and (not state or (match.state or "") == row[2])


@pytest.mark.parametrize("name", NAMES)
def test_what_is_matched_without_a_person_is_right(name: str) -> None:
    automatic = [(m, words) for m, words in made(name) if m.certainty == "matched"]
    wrong = [(m.line, m.state, words) for m, words in automatic if not any(right(row, m, words) for row in labels(name)["told"])]
    assert len(automatic) >= 0.7 * len(labels(name)["told"])
    assert len(wrong) <= 0.1 * len(automatic), wrong


@pytest.mark.parametrize("name", NAMES)
def test_what_is_plainly_told_is_found(name: str) -> None:
    told = [row for row in labels(name)["told"] if row[2]]
    missed = [row for row in told if not any(right(row, m, words) for m, words in made(name))]
    assert len(missed) <= 0.2 * len(told), missed
