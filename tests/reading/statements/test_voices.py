"""Who speaks where a pronoun does, and who is behind an outlet's report."""

from __future__ import annotations

import pytest
from spacy.language import Language

from .scoring import read

PRONOUNS = [  # text, words of the cue's content, speaker
    ('"The list is final," said Omar Diallo, who leads the panel. The president would sign it, he added.', "The president would sign it", "Diallo"),
    ("Colonel Ivo Marn said General Petr Oss would resign. He called the step overdue.", "the step overdue", "Marn"),
    ('One of the mediators, present in the hall, said Ann Bray had walked out.\n"She will be back," he said.', '"She will be back,"', "One of the mediators"),
    ("Lin Aye told reporters the road was open. Tomas Reyes arrived on Monday. He said he had seen no soldiers.", "he had seen no soldiers", "Reyes"),
    ("Omar Diallo said the road was open.\nPeace Adviser Tomas Reyes came as he agreed with Diallo that it was late.", "that it was late", "Reyes"),
    ('"It will open," said Front spokesman Eid Kabul.', '"It will open,"', "Eid Kabul"),
    ("The Tarn Liberation Front's statement came late, although it said the rebels were few.", "the rebels were few", "Tarn Liberation"),
]
CARRIED = [  # text, content, speaker, carrier
    ("Nobody was hurt, the governor's spokesman Ali Noor said, Radio Garowe reported.", "Nobody was hurt", "Ali Noor", "Garowe"),
    ("Al-Watan daily, citing two officers, reported that the bridge would open.", "that the bridge would open", "officers", "Watan"),
    ("The agency ANSA reported on Monday citing a bishop that the men were free.", "that the men were free", "bishop", "ANSA"),
    ("The clans had left, according to a statement issued on Tuesday by Ann Obi.", "The clans had left", "Obi", "statement issued on Tuesday"),
    ("The clans had left, according to a statement by UN envoy to Bria Ann Obi.", "The clans had left", "Ann Obi", "statement by UN envoy"),
    ("The clans had left, according to a report in the daily The Valley Times.", "The clans had left", "Valley Times", "a report in"),
    ("Chad's foreign ministry, quoted by Radio Lac, said both columns had left.", "both columns had left", "ministry", "Lac"),
]
SILENT = [
    "The envoy declined to comment on any threat.",
    "The ministry did not immediately comment on the announcement.",
    "A spokesman for the rebels declined to elaborate on the plan.",
    "Neither the army nor the governor has commented on the claim.",
    "The army and the governor are yet to comment on the claim.",
    "The command has been informed of the violation.",
]


@pytest.mark.parametrize(("text", "content", "speaker"), PRONOUNS)
def test_a_pronoun_is_who_spoke_last(nlp: Language, text: str, content: str, speaker: str) -> None:
    (found,) = [s for s in read(nlp, text) if any(text[a:b] == content for a, b in s.content)]
    assert found.speaker is not None
    assert speaker in found.speaker.label


@pytest.mark.parametrize(("text", "content", "speaker", "carrier"), CARRIED)
def test_an_outlet_s_report_of_a_saying_is_one_link_more(nlp: Language, text: str, content: str, speaker: str, carrier: str) -> None:
    (found,) = read(nlp, text)
    assert [text[a:b] for a, b in found.content] == [content]
    assert found.speaker is not None
    assert speaker in found.speaker.label
    assert [carrier in v.label for v in found.via] == [True]


@pytest.mark.parametrize("text", SILENT)
def test_who_says_nothing_states_nothing(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


def test_what_somebody_is_asked_is_not_his_word(nlp: Language) -> None:
    text = 'Asked whether the rebels would sign, the envoy said: "Ask them."'
    (found,) = read(nlp, text)
    assert [text[a:b] for a, b in found.content] == ['"Ask them."']


def test_a_charge_denied_is_that_charge(nlp: Language) -> None:
    text = "Fighting began after the president accused his deputy of a plot, a charge the deputy has denied."
    (denial,) = [s for s in read(nlp, text) if s.act == "denial"]
    assert [text[a:b] for a, b in denial.content] == ["the president accused his deputy of a plot"]


CONTENTS = [  # what is said, and what stands around it
    ("Rebels will keep a truce due to end on Sunday in a bid to save the talks", "{}, a spokesman for the group says."),
    ("an understanding between the two camps last month was key to the vote", "He said {}."),
    ("arms are held by the rebels and the army until the country holds elections", "The editor says {}."),
    ("the meeting, held in May, noted that both sides had kept the truce", "According to a release from the office, {}."),
]


@pytest.mark.parametrize(("content", "around"), CONTENTS)
def test_where_words_begin_and_end(nlp: Language, content: str, around: str) -> None:
    text = around.format(content)
    assert [text[a:b] for s in read(nlp, text) for a, b in s.content if s.mode == "indirect"][:1] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The chief declined to officially say that the clans had met their quota.",
        "The chief refused to confirm that the clans had met their quota.",
        "The chief stopped short of saying that the clans had met their quota.",
        "The chief did not say that the clans had met their quota.",
    ],
)
def test_what_somebody_will_not_say_is_a_refusal(nlp: Language, text: str) -> None:
    (found,) = read(nlp, text)
    assert found.act == "refusal"
