"""Where an act was: the place of its own words, not that of another act, of a teller, of somebody's home or of a body's name."""

from __future__ import annotations

import pytest

from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader
from trucekeeper.reading.layers import layers

# text, the act, its place (None: nobody says)
CASES = [
    ("The raiders attacked a school in Goma on Monday.", "attack", "Goma"),
    ("The herders opened talks with the ministry after a battle near Goma.", "negotiate", None),
    ("The raiders in Mali have accepted a truce.", "agree", None),
    ("The raiders who hold Goma killed nine farmers.", "kill", None),
    ("The herders demanded the release of their chief, according to monitors in Goma.", "demand", None),
    ("The herders met envoys of the Economic Community of West African States on Monday.", "meet", None),
    ("The mayor of Goma met the herders.", "meet", None),
    ("The mayor met the herders in Goma.", "meet", "Goma"),
    ("The herders would not negotiate with the ministry until they pulled out of Goma.", "negotiate", None),
    ("It occurred in the town of Goma, where thousands of people staged a rally.", "protest", "Goma"),
    ("The premier visited the town of Goma, which the raiders seized last week.", "occupy", "Goma"),
    ("Talks are due to resume in Goma on Monday.", "negotiate", "Goma"),
    ("The pact was signed by elders in Goma.", "sign", "Goma"),
    ("Premier Obi will meet the former United States senator Ann Bol.", "meet", None),
    ("The herders rejected the agenda of talks with the ministry in Goma.", "reject", None),
    ("The raiders shelled villages in Kenya's Turkana county.", "shell", "Turkana"),
    ("The raiders shelled a market in Goma, killing nine.", "kill", "Goma"),
    ("A guard was killed and four were wounded in Goma.", "kill", "Goma"),
    ("The nurses were flown to Goma, the town where they were abducted in May.", "abduct", "Goma"),
    ("The army tried to control clashes between gangs in the town of Goma.", "attack", "Goma"),
    ("The Goma-based union said raiders attacked a market.", "attack", None),
    ("The envoy held talks in Goma over Yemen.", "meet", "Goma"),
    ("The army fought Goma rebels near Bukavu.", "attack", "Bukavu"),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(("text", "act", "place"), CASES, ids=[f"{act}: {text[:40]}" for text, act, _ in CASES])
def test_the_place_is_that_of_the_act(reader: Reader, text: str, act: str, place: str | None) -> None:
    doc = next(reader.nlp.pipe([reader.prepare(Document(name="x", text=text, published="2031-05-15"))]))
    event = next(e for e in layers(doc).events if e.act == act)
    assert (None if event.place is None else layers(doc).places[event.place].name) == place
