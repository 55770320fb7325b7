"""A reader without a language pipeline: a claim for each sentence. Importable by worker processes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucekeeper.model.claims import Attribution, Event
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.ids import digest

SENTENCE = re.compile(r"[^.\s][^.]*\.")


@dataclass(frozen=True)
class Reading:
    document: Document
    claims: tuple[Event, ...]


class FakeReader:
    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            if "trap" in document.text:
                raise ZeroDivisionError("a fault")
            yield Reading(document, tuple(claims_of(document)))


def claims_of(document: Document) -> Iterable[Event]:
    for found in SENTENCE.finditer(document.text):
        span = Evidence.of(document.text, *found.span())
        yield Event(
            id=digest("event", document.id, span.start),
            document=document.id,
            evidence=(span,),
            attribution=Attribution(),
            said=document.said,
            act="meet",
        )


def make() -> FakeReader:
    return FakeReader()


def story(number: int) -> str:
    return f"The envoys of side {number} met at the lake. They said that the talks would go on in {number} days. There was no word on the list of names."
