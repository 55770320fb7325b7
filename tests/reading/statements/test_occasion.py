"""When, where and through what something was said, and what tells nothing of it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from trucekeeper.reading.actors import truce_actors
from trucekeeper.reading.layers import layers
from trucekeeper.reading.places import truce_places
from trucekeeper.reading.statements import truce_statements
from trucekeeper.reading.times import truce_times

TOLD = [  # text, place of saying, venue
    ("Speaking in Nairobi, the foreign minister said the ferry would run again.", "Nairobi", None),
    ("The mediator told reporters in Geneva that both lists were complete.", "Geneva", None),
    ("At a press conference in Juba on Tuesday, the defence minister said the barges would pass.", "Juba", "a press conference"),
    ('"The lists are complete," the envoy told journalists in Kampala after the meeting.', "Kampala", None),
    ("The envoy said in Addis Ababa on Monday that the first barge had left.", "Addis Ababa", None),
    ("In an interview with Reuters in Tunis, the governor said the pipeline was safe.", "Tunis", "an interview"),
    ('"The bridge stays shut," the governor said by phone from Goma.', "Goma", "phone"),
    ("During a visit to Khartoum, the chief mediator urged both sides to let the barges pass.", "Khartoum", "a visit"),
    ("The mayor told a rally in Mogadishu that the port would be rebuilt.", "Mogadishu", None),
    ("The president, speaking at a joint news conference with his guest in Ankara, said the crossing would open.", "Ankara", "a joint news conference"),
    ("In a post on Telegram, the governor said two wells had been poisoned.", None, "a post on Telegram"),
    ("In a leaked memo, the governor warned that the wells would run dry.", None, "a leaked memo"),
]
NOT_TOLD = [
    "NAIROBI, July 19 (Xinhua) -- The foreign ministry said both barges had left.",
    "The embassy in Nairobi said both barges had left.",
    "The minister said two barges were burnt in Juba on Monday.",
    "The minister said in Juba two barges were burnt on Monday.",
    "Following a meeting in Ankara, the two ministers said the crossing would open.",
    "In Darfur, the governor said two wells had been poisoned.",
    "The minister told a meeting on the fighting in Darfur that the wells were safe.",
    "The governor hoped in Goma that the pipeline was safe.",
]


def occasion(nlp: Language, text: str) -> list[tuple[str | None, str | None]]:
    doc = nlp(text)
    for reader in (truce_actors, truce_times, truce_places, truce_statements):
        reader(doc)
    found = layers(doc)
    return [(found.places[s.place].name if s.place is not None else None, text[slice(*s.venue)] if s.venue else None) for s in found.statements]


@pytest.mark.parametrize(("text", "place", "venue"), TOLD)
def test_where_and_through_what_it_was_said(nlp: Language, text: str, place: str | None, venue: str | None) -> None:
    assert (place, venue) in occasion(nlp, text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_other_place_is_the_place_of_saying(nlp: Language, text: str) -> None:
    assert [place for place, _ in occasion(nlp, text) if place] == []
