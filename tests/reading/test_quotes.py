"""Quotation marks of every style, with and without their partners."""

from __future__ import annotations

import pytest

from trucekeeper.reading.quotes import is_speech, quotes

CASES = [
    ("plain", 'He said "the bridge is open" and left.', ['"the bridge is open"']),
    ("curly", "“We signed,” she said. “We will keep to it.”", ["“We signed,”", "“We will keep to it.”"]),
    ("guillemets", "Le chef a dit «nous partons» hier.", ["«nous partons»"]),
    ("low marks", "Er sagte: „Wir gehen“ und ging.", ["„Wir gehen“"]),
    ("single curly", "The envoy called it ‘a first step’ on Friday.", ["‘a first step’"]),
    ("single straight", "The envoy called it 'a first step' on Friday.", ["'a first step'"]),
    ("apostrophes only", "It's the farmers' union's view that they can't plant before the '90s wells are cleared.", []),
    ("curly apostrophes only", "It’s the farmers’ union’s view that they can’t plant.", []),
    ("elisions", "Get 'em out, 'twas the elders' word.", []),
    ("possessive within single", "She wrote of 'the rebels' last road' in her diary.", ["'the rebels' last road'"]),
    ("inches", 'A 5" shell hit the 6" wall.', []),
    ("nested", "“He told me ‘go home’ and I went,” the driver said.", ["“He told me ‘go home’ and I went,”", "‘go home’"]),
    ("closing mark without space", '"Stop!"cried the guard.', ['"Stop!"']),
    ("stray closing mark", "The road is closed” since May.", []),
    ("LaTeX marks", "He said ``no deal'' twice.", ["``no deal''"]),
    ("two in a row", '"One," he said. "Two."', ['"One,"', '"Two."']),
    ("dash before", 'The talks—"a farce"—ended.', ['"a farce"']),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_what_is_quoted(name: str, text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotes(text)] == expected


def test_a_mark_opened_again_at_each_paragraph_is_one_quotation() -> None:
    text = "“We waited for weeks.\n\n“Then the trucks came.\n\n“We wept,” the widow said.\n"
    (found,) = quotes(text)
    assert [text[a:b] for a, b in found.parts] == ["“We waited for weeks.", "“Then the trucks came.", "“We wept,”"]
    assert found.closed
    assert found.words(text) == "We waited for weeks. Then the trucks came. We wept,"


def test_a_quotation_over_lines_that_does_not_open_again() -> None:
    text = "“The river was high .\nThe bridge had gone . ” he wrote .\n"
    (found,) = quotes(text)
    assert found.closed and len(found.parts) == 2


def test_an_unclosed_mark_ends_with_its_sentence() -> None:
    text = 'The general said: "We hold the pass. His men were already leaving.\n\nAid came on Monday. The town was "quiet" again.\n'
    first, second = quotes(text)
    assert text[first.start : first.end] == '"We hold the pass.' and not first.closed
    assert text[second.start : second.end] == '"quiet"'


def test_an_unclosed_paragraph_does_not_swallow_the_text() -> None:
    text = '"We hold the pass.\n\nAid came on Monday.\n\n"Nobody fired," a nurse said.\n'
    assert [text[q.start : q.end] for q in quotes(text)] == ['"We hold the pass.', '"Nobody fired,"']


@pytest.mark.parametrize("text", ["", '"', "'", "“", "”“”“", "\n\n\"\n'\n", "'" * 50, '"' * 51, "« ‹ ” '"])
def test_nothing_is_lost_to_odd_marks(text: str) -> None:
    for quote in quotes(text):
        assert 0 <= quote.start < quote.end <= len(text)


@pytest.mark.parametrize(
    ("words", "speech"),
    [("We will go.", True), ("last warning", False), ("positive.", False), ("the talks will go on until all of them sign", True), ("terrorist", False)],
)
def test_speech_is_told_from_a_term_set_apart(words: str, speech: bool) -> None:
    assert is_speech(words) is speech
