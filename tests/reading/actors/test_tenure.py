"""When and how somebody held an office, and what takes nobody into one."""

from __future__ import annotations

import pytest
from spacy.language import Language

from trucekeeper.model.document import Document
from trucekeeper.reading.actors import roles, truce_actors
from trucekeeper.reading.layers import Layers, RoleFound, layers
from trucekeeper.reading.published import truce_published
from trucekeeper.reading.times import truce_times

HELD = [  # text, person, title, tenure, from, until
    ("Former foreign minister Sara Bel told reporters that the list was final.", "Sara Bel", "Former foreign minister", "former", None, None),
    ("Then-governor Omar Diallo closed the port.", "Omar Diallo", "governor", "then", None, None),
    ("Acting President Cecil Marn urged calm.", "Cecil Marn", "Acting President", "acting", None, None),
    ("Outgoing Prime Minister Ana Ruiz met the envoys.", "Ana Ruiz", "Outgoing Prime Minister", "outgoing", None, None),
    ("The late rebel leader John Kaya founded the movement.", "John Kaya", "late rebel leader", "late", None, None),
    ("Sara Bel, a former envoy to Chad, warned of new fighting.", "Sara Bel", "former envoy to Chad", "former", None, None),
    ("Sara Bel, who was appointed foreign minister in May 2023, said the talks would go on.", "Sara Bel", "foreign minister", None, "2023-05-01", None),
    ("Omar Diallo, the governor until 2021, said he would run again.", "Omar Diallo", "governor", "former", None, "2021-12-31"),
    ("General Daniel Oss, army chief since 2019, was dismissed on Friday.", "Daniel Oss", "army chief", "former", "2019-01-01", "2025-03-14"),
    ("Peter Lam, who served as defence minister from 2015 to 2019, was arrested.", "Peter Lam", "defence minister", None, "2015-01-01", "2019-12-31"),
    ("Mary Kay was named head of the UN mission in Liberia on 3 March 2025.", "Mary Kay", "head of the UN mission in Liberia", None, "2025-03-03", None),
    ("Karl Bauer resigned as interior minister in 2020.", "Karl Bauer", "interior minister", "former", None, "2020-12-31"),
    ("Parliament elected Lina Moro president of Chad in October 2022.", "Lina Moro", "president of Chad", None, "2022-10-01", None),
]
NOT_HELD = [
    "Sara Bel said she would become president in 2026.",
    "Omar Diallo was not appointed envoy in May 2023.",
    "Governor Omar Diallo was fired upon on Friday.",
    "Governor Omar Diallo threatened to resign on Friday.",
    "Governor Omar Diallo was named on Friday in a report on the arms trade.",
    "President Ana Ruiz met the former governor on Friday.",
    "The former president's spokesman, Omar Diallo, met the envoys.",
]


def roles_in(nlp: Language, text: str) -> dict[str, RoleFound]:
    doc = nlp(text)
    doc._.truce = Layers(document=Document(name="r", text=text, published="2025-03-20"))
    for reader in (truce_actors, truce_published, truce_times):
        reader(doc)
    return {layers(doc).entities[r.person].name: r for r in roles(doc)}


@pytest.mark.parametrize(("text", "person", "title", "tenure", "first", "last"), HELD)
def test_when_and_how_an_office_was_held(nlp: Language, text: str, person: str, title: str, tenure: str | None, first: str | None, last: str | None) -> None:
    role = roles_in(nlp, text)[person]
    assert (role.title, role.tenure) == (title, tenure)
    assert ((role.held.earliest, role.held.latest) if role.held else (None, None)) == (first, last)
    start, end = role.spans[0]
    assert person in text[start:end]
    assert title in text[start:end]


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_takes_nobody_into_an_office_or_out_of_it(nlp: Language, text: str) -> None:
    assert [(r.tenure, r.held) for r in roles_in(nlp, text).values() if r.tenure or r.held] == []
