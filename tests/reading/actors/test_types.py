"""The type of a name: on paragraphs with names from many regions, and what the explanation says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.reading.actors import truce_actors
from trucekeeper.reading.actors.choosing import candidates
from trucekeeper.reading.actors.evidence import Evidence, shape
from trucekeeper.reading.actors.types import BIAS, TYPES, weights

MARK = re.compile(r"\[(PER|ORG|LOC) ([^\]]+)\]")


def paragraphs(file: str) -> list[tuple[str, set[tuple[int, int, str]]]]:
    found = []
    for marked in (Path(__file__).parent / file).read_text(encoding="utf-8").split("\n\n")[1:]:
        text, names, at = "", set(), 0
        for mark in MARK.finditer(marked):
            text += marked[at : mark.start()]
            names.add((len(text), len(text) + len(mark[2]), mark[1]))
            text += mark[2]
            at = mark.end()
        found.append((text + marked[at:], names))
    return found


@pytest.mark.parametrize(("file", "least"), [("names.txt", 260), ("names_world.txt", 455)])  # of 278 and 522 names
def test_names_of_many_regions(nlp: Language, file: str, least: int) -> None:
    right, wrong = 0, []
    for text, gold in paragraphs(file):
        doc = truce_actors(nlp(text))
        made = {(e.start_char, e.end_char, e.label_) for e in doc.ents}
        right += len(gold & made)
        wrong += [f"{label} {text[start:end]}" for start, end, label in sorted(gold - made)]
    assert right >= least, wrong


def read(nlp: Language, text: str) -> tuple[Doc, dict[str, str]]:
    doc = truce_actors(nlp(text))
    return doc, {e.text: e.label_ for e in doc.ents}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Dozens were hurt in Zandrul, the mayor said. Zandrul has no clinic.", "Zandrul", "LOC"),
        ("Residents of Abu Tharwa said shells fell at night.", "Abu Tharwa", "LOC"),
        ("He told the Hirond news agency that they had left.", "Hirond", "ORG"),
        ("The agency Korvath reported four deaths. Korvath has an office in the north.", "Korvath", "ORG"),
        ("The Brelvi militia moved north, villagers said.", "Brelvi", "ORG"),
        ("Zulmira Tchokwe, a teacher from the north, spoke first.", "Zulmira Tchokwe", "PER"),
        ("Brumel, a hospital in the capital, took in thirty of the wounded.", "Brumel", "ORG"),
        ("Snipers shot at them from Orlan Tower.", "Orlan Tower", "LOC"),
        ("Camp Dureb was closed in May.", "Camp Dureb", "LOC"),
        ("Running, 31, is on trial.", "Running", "PER"),
        ("Cabo Delgado: the number of displaced fell.", "Cabo Delgado", "LOC"),
        ("Vordel, the ousted mayor, left first.", "Vordel", "PER"),
        ("The chairman of the Brelvi Liberation Front, Gebrehiwot Desta, agreed.", "Gebrehiwot Desta", "PER"),
        ("The head of the Orlan Dockers' Union, Tesfaye Bogale, agreed.", "Orlan Dockers' Union", "ORG"),
        ("Zandrix, Norway's salt company, paid for it.", "Zandrix", "ORG"),
        ("The main group, known as Orlan Zentra, refused.", "Orlan Zentra", "ORG"),
        ("He joined Siemens Kenya in March.", "Siemens Kenya", "ORG"),
        ("The Republic of Kenya paid for it.", "Republic of Kenya", "LOC"),
        ("PORT-SAINT-ORLAN, Kenya (AFP) - The gate is open.", "PORT-SAINT-ORLAN", "LOC"),
        ("Twenty Zandor al-Kesh militants fled at dawn.", "Zandor al-Kesh", "ORG"),
        ("A spokesman of the Zandor Zentra agreed.", "Zandor Zentra", "ORG"),
        ("Zandor Zentra is a Kenyan Islamist group believed to be small.", "Zandor Zentra", "ORG"),
        ("They shot at members of Fatah al-Zandor in the camp.", "Fatah al-Zandor", "ORG"),
        ("They shot Zandor Jyoti Chakor alias Borma on Friday.", "Zandor Jyoti Chakor", "PER"),
        ("Mr Togo said on Monday that he would go.", "Togo", "PER"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_tells_its_type(nlp: Language, text: str, name: str, label: str) -> None:
    assert read(nlp, text)[1].get(name) == label


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fighters of the QNLA-PC shelled the school.", {"QNLA-PC"}),
        ("The UK-EU talks went on in Zandrul.", {"UK", "EU"}),
        ("The US-EU-UN paper was leaked.", {"US", "EU", "UN"}),
        ("Envoys met Teodros Wako Belachew in the capital.", {"Teodros Wako Belachew"}),
        ("They buried Andris Kalve III on Monday.", {"Andris Kalve III"}),
        ("Christian Vornel, a farmer, spoke first.", {"Christian Vornel"}),
        ("The strike was told of by Radio Zandrul and Rádio Belmira.", {"Radio Zandrul", "Rádio Belmira"}),
        ("PORT TARVIA—The envoys met on Monday.", {"PORT TARVIA"}),
        ("The head of the Free Dockers Council Abdel-Karim Al-Wadi agreed.", {"Free Dockers Council", "Abdel-Karim Al-Wadi"}),
        ("He owes money to the Banco de Tarvia.", {"Banco de Tarvia"}),
        ("Fighters of Liwa al-Burhan and Lashkar-e-Zandrul fled.", {"Liwa al-Burhan", "Lashkar-e-Zandrul"}),
        (
            "The Ceasefire and Grievances Commission met the Trade and Industry Ministry.",
            {"Ceasefire and Grievances Commission", "Trade and Industry Ministry"},
        ),
        ("A note of the Ministry of Water and Sanitation and a map were lost.", {"Ministry of Water and Sanitation"}),
        ("The QNLF (RO) refused. Three QNLF-RO men left.", {"QNLF (RO)", "QNLF-RO"}),
        ("The group's leader R Bending agreed, and A K Tarven paid.", {"R Bending"}),
        ("They met at the Sailors Club on Orlan Street.", {"Sailors Club"}),
        ("ORLAN Zentra Melodi Tarva (OZMT) left the talks.", {"ORLAN Zentra Melodi Tarva"}),
        ("U.S. Secretary of State Ann Ode went home.", {"U.S.", "Ann Ode"}),
        ("The QNLF/R(IO) said on Friday that it had lost a town.", {"QNLF/R(IO)"}),
        ("The QPP-QNA-QDF said that it would go on.", {"QPP-QNA-QDF"}),
        ("The rebel group Zandec-PM said so. Zandec-PM left.", {"Zandec-PM"}),
        ("Zandor-Plus said so. It asked the Chad-Kenya board.", {"Zandor-Plus", "Chad", "Kenya"}),
        ("The New Zealand Government called on them.", {"New Zealand"}),
        ("A Ministry of Water and Sanitation of Chad was asked.", {"Ministry of Water and Sanitation of Chad"}),
    ],
)
def test_a_name_is_whole(nlp: Language, text: str, names: set[str]) -> None:
    assert names <= set(read(nlp, text)[1])


def test_a_name_that_is_mostly_whole_is_whole_everywhere(nlp: Language) -> None:
    text = "Fatah al-Zandor shelled them. Men of Fatah al-Zandor fled. Police met a group, Fatah al-Zandor, in the hills, and the Fatah al-Zandor gunmen lost."
    doc, _ = read(nlp, text)
    assert [e.text for e in doc.ents] == ["Fatah al-Zandor"] * 4


def test_names_of_one_enumeration_are_of_one_type(nlp: Language) -> None:
    made = read(nlp, "The fuel was supplied by Vodafone, Glencore, Tarvix and Boeing.")[1]
    assert made == dict.fromkeys(("Vodafone", "Glencore", "Tarvix", "Boeing"), "ORG")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They signed the Tarvian Accord in May.", "Tarvian Accord"),
        ("The Minister of Defense has allowed them to remain.", "Defense"),
        ("They marched on Armed Forces Day.", "Armed Forces"),
        ("The disarmament, demobilisation and reintegration (DDR) plan failed. DDR is slow.", "DDR"),
        ("The Carnival of Orlan was called off.", "Carnival of Orlan"),
    ],
)
def test_what_is_signed_or_governed_is_nobody(nlp: Language, text: str, name: str) -> None:
    assert name not in read(nlp, text)[1]


def test_two_pairs_are_no_enumeration(nlp: Language) -> None:
    made = read(nlp, "He told apart Nixon and Carter, Cairo and Lagos.")[1]
    assert made == {"Nixon": "PER", "Carter": "PER", "Cairo": "LOC", "Lagos": "LOC"}


def test_a_name_has_one_type_in_a_document(nlp: Language) -> None:
    doc, _ = read(nlp, "Colonel Ismat Dureb led them. Dureb fled. Fighters loyal to Dureb burnt the market; the army wants Dureb alive.")
    assert {e.label_ for e in doc.ents if e.text == "Dureb"} == {"PER"}


def test_the_spelling_of_a_name_is_no_evidence(nlp: Language) -> None:
    doc = nlp("Colonel Ismat Dureb led them.")
    name = next(n for n in candidates(doc) if doc[n.start : n.end].text == "Ismat Dureb")
    told = Evidence(doc).of(name)
    assert "titled" in told
    assert not any("dureb" in feature for feature in told if "=" in feature and not feature.startswith("lastword"))


def test_the_table_has_a_weight_for_each_type() -> None:
    assert BIAS in weights()
    assert {len(row) for row in weights().values()} == {len(TYPES)}


@pytest.mark.parametrize(("word", "seen"), [("Ann", "Xx"), ("UN", "XX"), ("McKay", "XxX"), ("U.N.", "XX."), ("al", "x"), ("M23", "X9"), ("7", "09")])
def test_shapes(word: str, seen: str) -> None:
    assert shape(word) == seen
