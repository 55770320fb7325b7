from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from trucekeeper.language.layout import breaks, is_wrapped, truce_layout, without_prefix

WRAPPED = (
    "The two governments said late on Friday that the border posts\nwould open again next week, after a closure that had lasted for\n"
    "more than two months and cut off several towns.\n\nNobody was hurt.\n"
)


def starts(text: str) -> list[str]:
    doc = truce_layout(spacy.blank("en")(text))
    return [t.text for t in doc if t.is_sent_start and not t.is_space]


def test_wrapped_lines_do_not_break_sentences() -> None:
    assert is_wrapped(WRAPPED)
    assert starts(WRAPPED) == ["The", "Nobody"]


def test_a_line_a_paragraph_breaks_at_every_line() -> None:
    text = "Talks resumed in the capital on Sunday\nNobody expects a result before spring\nThe army holds the bridge"
    assert starts(text) == ["Talks", "Nobody", "The"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", set()), ("one", {0}), ("  one\n\n  two\n", {2, 9}), ("a\r\nb", {0, 3})],
)
def test_breaks_are_offsets_of_first_characters(text: str, expected: set[int]) -> None:
    assert breaks(text) == expected


def test_list_items_begin_sentences_even_where_lines_are_wrapped() -> None:
    text = WRAPPED + "1. The army leaves the bridge by the end of the month, and\nnobody enters it before the monitors do.\n2. The road opens.\n"
    assert starts(text) == ["The", "Nobody", "1", "2"]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("DOHA, July 19 (Wire Service) -- Envoys of both sides met for a second day.", "Envoys"),
        ("GENEVA (Wire) - Talks on the border resumed late on Monday evening.", "Talks"),
        ("PORT SELIM, March 3 — The front freed ten soldiers on Sunday morning.", "The"),
        ("Juba (Wire) – The army said that it had left the town by noon.", "The"),
        ("UN experts said on Monday that the army - which denies it - had shelled the town.", None),
        ("The army (which denies it) - and nobody else - had shelled the town on Monday.", None),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(line: str, first: str | None) -> None:
    assert starts(line)[1:] == ([first] if first else [])


def forbidden(text: str) -> set[str]:
    """Words before which no sentence may begin."""
    doc = truce_layout(spacy.blank("en")(text))
    return {t.text for t in doc if t.is_sent_start is False and not t.is_space}


@pytest.mark.parametrize(
    ("text", "never", "always"),
    [
        ("She spoke in an interview Thursday with the radio.", {"Thursday", "with"}, set()),
        ('"We will not leave," Dr Marwa said. "Nobody asked us."', {"Dr", "We", "Nobody"}, {'"'}),
        ("They called it “a last warning” Friday. He left.", {"Friday"}, set()),
        ('"Will they come?" asked Rahel. "No."', {"Rahel", "No"}, {'"'}),
    ],
)
def test_no_sentence_begins_where_none_has_ended(text: str, never: set[str], always: set[str]) -> None:
    assert never <= forbidden(text)
    assert always <= set(starts(text))


def test_after_a_full_stop_the_parser_decides() -> None:
    assert not {"He", "asked"} & forbidden('It was "over". He left. "Why?" asked Ann.')


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("On Sept. 27 the U.N. envoy met Ms. Ode, Lt. Col. Deng and Brig.-Gen. Ali in St. Selim. Nobody else came.", 2),
        ("Talks in room No. 10 went on under Art. 4 of the deal; see Vol. 3, p. 12. They ended at noon.", 2),
        ("Flour, rice, oil, etc. and other goods arrived at 5 p.m. on Friday, i.e. late.", 1),
        ("“He told me, ‘We will stay,’ and left,” said Rahel. “Nobody asked us.”", 2),
        ("'We will not leave,' the rebels' chief said. 'Never.'", 2),
        ("The parties’ pledge stands, and the army’s chief won’t go.", 1),
        ("• Two dead in Goma.\n• Three hurt in Bukavu\n- The road is closed\n* Aid arrived", 4),
        ("BOGOTA (Wire) - The rebels freed two soldiers.", 2),
        ("JUBA, Jan. 5 (Wire) -- The government said on Monday that it had signed.", 2),
        ("Nairobi, 4 May 2019 – The monitors reported two violations.", 2),
        ("PORT SELIM, Sudan, 12 June (Wire) — It rained on the whole coast all day.\nNobody came", 3),
        ("Müller 😀 met Šešelj in Čapljina. قال المتحدث ذلك. The end", 3),
        ("The museum's Peter F. Oduor Centre opened in March. Visitors came.", 2),
        ("Nobody but Peter chose plan F. The others left.", 2),
    ],
)
def test_sentences_of_news(nlp: Language, text: str, count: int) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert len(list(doc.sents)) == count, [s.text for s in doc.sents]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lt. Col. Deng met Capt. Ali.", ["Lt.", "Col.", "Deng", "met", "Capt.", "Ali", "."]),
        ("It ended in 2019.The army left.", ["It", "ended", "in", "2019", ".", "The", "army", "left", "."]),
        ("He said:“No.”She left.", ["He", "said", ":", "“", "No", ".", "”", "She", "left", "."]),
        ("They don’t; the parties’ men can't.", ["They", "do", "n’t", ";", "the", "parties", "’", "men", "ca", "n't", "."]),
        ("At 3 p.m. 1,200 U.N. troops left.", ["At", "3", "p.m.", "1,200", "U.N.", "troops", "left", "."]),
    ],
)
def test_words_of_news(nlp: Language, text: str, words: list[str]) -> None:
    assert [t.text for t in nlp.make_doc(text)] == words


@pytest.mark.parametrize(("word", "rest"), [("De-escalate", "escalate"), ("re-opened", "opened"), ("cease-fire", None), ("re-3", None), ("re", None)])
def test_prefixes(word: str, rest: str | None) -> None:
    assert without_prefix(word) == rest


def test_a_word_with_a_prefix_is_one_and_read_as_what_it_is_made_of(nlp: Language) -> None:
    doc = nlp("Both armies agreed to de-escalate, re-took no town and met a pro-Zandul group.")
    assert [(t.text, t.tag_) for t in doc if t.text in {"de-escalate", "re-took", "pro"}] == [("de-escalate", "VB"), ("re-took", "VBD"), ("pro", "JJ")]
