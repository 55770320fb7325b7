"""Turns of interviews and transcripts, and what stands beside a saying that is carried, hedged or dated."""

from __future__ import annotations

import pytest
from spacy.language import Language

from .scoring import read

INTERVIEW = """Interview with Maren Osei, envoy to the talks

Q: Is the truce in the valley at an end?

A: It is not. It was broken twice in May.

Both camps know it.

Q: Who broke it?

Maren Osei: Both sides.

MS. OSEI: I will return in June.
"""
DOTTED = "Interview with Maren Osei\n\nQ. Who broke it?\n\nA. Both camps did.\n\nQ. Will you go back?\n"
TWO = "Maren Osei and Ali Noor met in Bria.\n\nQ: Is it over?\n\nA: It is not over yet."


def turns(nlp: Language, text: str) -> list[tuple[str | None, str, str, str]]:
    """Speaker, act, mode and content of each."""
    return [(s.speaker.label if s.speaker else None, s.act, s.mode, " | ".join(text[a:b] for a, b in s.content)) for s in read(nlp, text)]


def test_an_interview(nlp: Language) -> None:
    """The marks of question and answer are nobody's names; who answers is the one person named before; a turn goes on up to the next."""
    assert turns(nlp, INTERVIEW) == [
        (None, "question", "direct", "Is the truce in the valley at an end"),
        ("Maren Osei", "statement", "direct", "It is not. It was broken twice in May | Both camps know it"),
        (None, "question", "direct", "Who broke it"),
        ("Maren Osei", "statement", "direct", "Both sides"),
        ("Maren Osei", "statement", "direct", "I will return in June"),
    ]


def test_marks_with_a_full_stop(nlp: Language) -> None:
    assert turns(nlp, DOTTED) == [
        (None, "question", "direct", "Who broke it"),
        ("Maren Osei", "statement", "direct", "Both camps did"),
        (None, "question", "direct", "Will you go back"),
    ]


def test_of_two_named_before_nobody_is_taken_for_who_answers(nlp: Language) -> None:
    assert turns(nlp, TWO) == [(None, "question", "direct", "Is it over"), (None, "statement", "direct", "It is not over yet")]


@pytest.mark.parametrize("text", ["A: is a letter.", "Q: Are there any?"])
def test_a_mark_alone_is_no_speaker(nlp: Language, text: str) -> None:
    assert all(s.speaker is None for s in read(nlp, text))


def test_an_agency_behind_a_clause_that_ends_in_a_quotation(nlp: Language) -> None:
    text = 'Lina Haddad said that the truce "was never more than paper", the AFP news agency reported.'
    (found,) = read(nlp, text)
    assert (found.speaker.label if found.speaker else None, [v.label for v in found.via]) == ("Lina Haddad", ["AFP news agency"])
    assert [text[a:b] for a, b in found.content] == ['that the truce "was never more than paper"']


def test_an_adverb_of_a_cue_hedges_who_is_told_to_have_said_it(nlp: Language) -> None:
    (found,) = read(nlp, "Talks may have failed, Omar Sall reportedly told his aides.")
    assert (found.speaker.label if found.speaker else None, found.hedge) == ("Omar Sall", "reportedly")
