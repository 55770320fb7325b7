"""The reader of actors on whole reports: who every marked word stands for and who speaks, counted against floors."""

from __future__ import annotations

import pytest

from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader
from trucekeeper.reading.layers import Layers, layers

from .report_gold import Report, reports, right

REFERENCES, SPEAKERS = 76, 56  # of 78 and 58


@pytest.fixture(scope="module")
def read() -> list[tuple[Report, Layers]]:
    reader = Reader()
    docs = [reader.nlp(reader.prepare(Document(name=report.name, text=report.text))) for report in reports()]
    return [(report, layers(doc)) for report, doc in zip(reports(), docs, strict=True)]


@pytest.mark.parametrize(("speech", "floor"), [(False, REFERENCES), (True, SPEAKERS)], ids=["references", "speakers"])
def test_floor(read: list[tuple[Report, Layers]], speech: bool, floor: int) -> None:
    wrong = [f"{report.name}: {label}" for report, found in read for label in report.labels if label.speech == speech and not right(found, label)]
    total = sum(label.speech == speech for report, _ in read for label in report.labels)
    assert total - len(wrong) >= floor, wrong


def test_places_are_no_persons(read: list[tuple[Report, Layers]]) -> None:
    persons = {entity.name for _, found in read for entity in found.entities if entity.kind == "person" and entity.actor}
    assert not persons & {"COTABATO CITY", "PORT SUDAN", "Tegh", "Hsipaw", "Abu Grein", "Mellit", "Sirte", "Arauca"}
