"""What the parts of a statement are, case by case."""

from __future__ import annotations

import pytest
from spacy.language import Language

from trucekeeper.model.document import Document
from trucekeeper.reading.actors import truce_actors
from trucekeeper.reading.layers import StatementFound, layers
from trucekeeper.reading.statements import find_statements, truce_statements


def only(nlp: Language, text: str) -> StatementFound:
    (found,) = find_statements(nlp(text))
    return found


def cut(text: str, parts: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[a:b] for a, b in parts]


SPANS = [
    ("The ministry said that the road was open.", ["The ministry"], ["said"], ["that the road was open"]),
    ("The ministry has not said whether the road is open.", ["The ministry"], ["has not said"], ["whether the road is open"]),
    ("Ann Lee, the mayor of the town, said the road was open.", ["Ann Lee, the mayor of the town"], ["said"], ["the road was open"]),
    ('"The road is open," said the mayor.', ["the mayor"], ["said"], ['"The road is open,"']),
    ("The road is open, according to the mayor.", ["the mayor"], ["according to"], ["The road is open"]),
    ("The rebels vowed to return.", ["The rebels"], ["vowed"], ["to return"]),
    ("The government accused the rebels of theft.", ["The government"], ["accused"], ["the rebels of theft"]),
    ("The council on Monday urged them to leave.", ["The council"], ["urged"], ["to leave"]),
    ("Ann Lee, who runs the clinic, said it was open.", ["Ann Lee, who runs the clinic"], ["said"], ["it was open"]),
    ("Elected officials say the bridge is open.", ["Elected officials"], ["say"], ["the bridge is open"]),
    ("Two posts were burned, which the army denies.", ["the army"], ["denies"], ["Two posts were burned"]),
    ("The bureau has not said when the schools will open.", ["The bureau"], ["has not said"], ["when the schools will open"]),
    ('The farmers, their envoy said, "will plant rice".', ["their envoy"], ["said"], ["The farmers", '"will plant rice"']),
]

SPEAKERS = [  # as written, and by which name
    ("It said the convoy had been hit.", "It", None),
    ("They said nobody had been hurt.", "They", None),
    ("An army spokesman, Brigadier Omar Haddad, denied the report.", "Omar Haddad", "Omar Haddad"),
    ("Egypt and Qatar on Monday urged both sides to stop.", "Egypt and Qatar", "Egypt and Qatar"),
]


@pytest.mark.parametrize(("text", "name", "resolved"), SPEAKERS, ids=[s[0][:30] for s in SPEAKERS])
def test_speakers(nlp: Language, text: str, name: str, resolved: str | None) -> None:
    doc = truce_actors(nlp(text))
    (found,) = find_statements(doc)
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.resolved) == (name, resolved)


@pytest.mark.parametrize(("text", "source", "cue", "content"), SPANS, ids=[s[0][:30] for s in SPANS])
def test_spans(nlp: Language, text: str, source: list[str], cue: list[str], content: list[str]) -> None:
    found = only(nlp, text)
    assert (cut(text, found.source), cut(text, found.cue), cut(text, found.content)) == (source, cue, content)


def test_region_and_phrases(nlp: Language) -> None:
    text = "Two men died, according to the police."
    found = only(nlp, text)
    assert text[slice(*found.region)] == text.rstrip(".")
    assert "according to the police" in cut(text, found.phrases)


def test_nobody_is_invented(nlp: Language) -> None:
    found = only(nlp, "The pilot is believed to be alive.")
    assert found.speaker is None and found.source == () and found.hedge == "believed"


@pytest.mark.parametrize(
    "text", ["", "\n\n", "“", '"', "said", "He said", "Said he.", '"" he said.', "According to", ", said , .", "The army welcomed a truce, a"]
)
def test_scraps_are_read_without_harm(nlp: Language, text: str) -> None:
    for found in find_statements(nlp(text)):
        assert found.content


def test_component_fills_its_layer_alone(nlp: Language) -> None:
    doc = nlp("The army said it would leave.")
    layers(doc).document = Document(name="d", text=doc.text)
    truce_statements(doc)
    assert [s.act for s in layers(doc).statements] == ["statement"]


def test_the_same_text_gives_the_same_statements(nlp: Language) -> None:
    text = 'The army said it would leave. The rebels, monitors say, will stay. "No," said the mayor.'
    assert find_statements(nlp(text)) == find_statements(nlp(text))


def test_several_speakers_are_one_source_and_each_of_them(nlp: Language) -> None:
    doc = truce_statements(
        truce_actors(nlp("Foreign Minister Ann Okello and the rebels' envoy, Bo Lind, said on Friday that the truce would begin at sunset."))
    )
    (found,) = layers(doc).statements
    assert found.speaker is not None
    assert found.speaker.actor is None
    assert [m.label for m in found.speaker.members or ()] == ["Ann Okello", "Bo Lind"]


def test_an_outlet_that_cites_somebody_is_a_link(nlp: Language) -> None:
    doc = truce_statements(truce_actors(nlp("The envoy is expected next week, the Harbour Now portal reported, quoting an aide to the governor.")))
    (found,) = layers(doc).statements
    assert [v.name for v in found.via] == ["the Harbour Now portal"]
    assert found.speaker is not None
    assert found.speaker.name.startswith("an aide")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Two posts were burned on Friday, which the military denies.", "military"),
        ("The road is open again, the governor's aide maintains.", "aide"),
        ("Talks will resume in May, its chief announced on Saturday, a step that others welcomed.", "chief"),
        ("The government in Bor called it theatre.", "government"),
        ("The death toll from the raid has climbed to 27, the mayor of the town, Amadou Barri Togo, told the radio by telephone.", "Amadou Barri Togo"),
    ],
)
def test_verbs_of_saying_that_the_tagger_may_lose(nlp: Language, text: str, speaker: str) -> None:
    found = layers(truce_statements(truce_actors(nlp(text)))).statements
    assert any(s.speaker is not None and speaker in s.speaker.name for s in found)


def test_an_and_within_a_name_makes_no_two_speakers(nlp: Language) -> None:
    text = "The Front for Change and Concord in Chad (FACT) said the measure was a drop of water."
    (found,) = layers(truce_statements(truce_actors(nlp(text)))).statements
    assert found.speaker is not None
    assert found.speaker.members is None


@pytest.mark.parametrize(
    "text",
    [
        "An aide, who asked not to be named, left.",
        "The ministry declined to comment.",
        "The front has not claimed responsibility for the raid.",
        "The front refused to be identified.",
    ],
)
def test_keeping_a_name_back_is_no_statement(nlp: Language, text: str) -> None:
    assert not layers(truce_statements(truce_actors(nlp(text)))).statements


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Ukraine and Russia exchanged prisoners on Saturday, both countries said.", ["Ukraine", "Russia"]),
        ("Ann Okello and Bo Lind met in Bor. The two ministers said a truce would begin.", ["Ann Okello", "Bo Lind"]),
        ("The army shelled the town. Both sides said talks would go on.", []),
    ],
)
def test_both_are_those_named_together_before(nlp: Language, text: str, members: list[str]) -> None:
    said = [s for s in layers(truce_statements(truce_actors(nlp(text)))).statements if s.cue_lemma == "say"]
    assert [m.label for m in (said[0].speaker and said[0].speaker.members) or ()] == members
