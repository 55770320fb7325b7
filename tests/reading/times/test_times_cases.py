"""The case table: own sentences on many conflicts, read from tokens alone and with the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.model.document import Document
from trucekeeper.reading.layers import TimeFound, layers
from trucekeeper.reading.times import truce_times

TABLE = Path(__file__).with_name("cases.txt")


@dataclass(frozen=True, slots=True)
class Case:
    published: str | None
    text: str
    parsed: bool
    times: tuple[str, ...]


def cases() -> Iterator[Case]:
    published: str | None = None
    text, times = "", []
    for line in [*TABLE.read_text(encoding="utf-8").splitlines(), "@"]:
        if line.startswith("    "):
            times.append(line.strip())
        elif line and not line.startswith("#"):
            if text:
                yield Case(published, text.lstrip("+"), text.startswith("+"), tuple(times))
            text, times = ("", []) if line.startswith("@") else (line, [])
            published = (line[1:] or None) if line.startswith("@") else published


def shown(found: TimeFound, text: str) -> str:
    time, timex = found.time, found.timex
    ends = f"{time.earliest or '.'} | {time.latest or '.'}{' ~' if time.approximate else ''}"
    return f"{text[found.start : found.end]} | {ends} | {timex.type} | {timex.value} | {timex.mod or '-'}"


def read(doc: Doc, published: str | None) -> tuple[str, ...]:
    layers(doc).document = Document(name="case", text=doc.text, published=published)
    return tuple(shown(t, doc.text) for t in layers(truce_times(doc)).times)


CASES = list(cases())
blank = spacy.blank("en")


def test_there_are_enough() -> None:
    assert len(CASES) >= 150


@pytest.mark.parametrize("case", [c for c in CASES if not c.parsed], ids=lambda c: c.text[:50])
def test_tokens_alone(case: Case) -> None:
    assert read(blank.make_doc(case.text), case.published) == case.times


def test_with_the_parse(nlp: Language) -> None:
    """A parser may err on a sentence or two; more would show a rule that leans on it too much."""
    docs = nlp.pipe([c.text for c in CASES])
    missed = [c.text for c, doc in zip(CASES, docs, strict=True) if read(doc, c.published) != c.times]
    assert len(missed) <= 4, missed


def test_what_needs_the_parse(nlp: Language) -> None:
    for case in CASES:
        if case.parsed:
            assert read(nlp(case.text), case.published) == case.times
