"""The parts of the times reader: lexicon and its checks, codes, numbers, intervals, tense, confidence and anchors."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from trucekeeper.knowledge import table
from trucekeeper.model.document import Document
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.model.time import Time
from trucekeeper.reading.layers import Entity, Mention, layers
from trucekeeper.reading.times import intervals, reach, truce_times
from trucekeeper.reading.times.lexer import KIND_OF, encode
from trucekeeper.reading.times.lexicon import build, lexicon
from trucekeeper.reading.times.numbers import number_at
from trucekeeper.reading.times.tense import AHEAD, PAST, PRESENT, UNKNOWN, direction

blank = spacy.blank("en")


def opened() -> tuple[dict[str, Any], dict[str, Any]]:
    return copy.deepcopy(table("times")), copy.deepcopy(table("times_feasts"))


def test_unknown_table_is_an_error() -> None:
    times, feasts = opened()
    times["mnoth"] = {"june": 6}
    with pytest.raises(KnowledgeError, match="mnoth"):
        build(times, feasts)


def test_unknown_key_of_a_feast_is_an_error() -> None:
    times, feasts = opened()
    feasts["fixed"][0]["mouth"] = 3
    with pytest.raises(KnowledgeError, match="mouth"):
        build(times, feasts)


def test_a_word_in_two_tables_is_an_error() -> None:
    times, feasts = opened()
    times["units"]["june"] = "M"
    with pytest.raises(KnowledgeError, match="june"):
        build(times, feasts)


def test_moving_feasts_are_in_order_and_cover_the_years() -> None:
    for feast in lexicon().feasts:
        assert list(feast.dates) == sorted(feast.dates)
        if len(feast.dates) > 1:
            assert (feast.dates[0].year, feast.dates[-1].year) == (1990, 2035)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Oct. 7, 2023", "month dot digit comma year"),
        ("at 0700 GMT", "at hhmm zone"),
        ("6 p.m.", "digit meridiem"),
        ("may March", "other month"),
        ("1,500 2.5 21st", "digits decimal ordinal_digits"),
        ("2024-05-01 3/1/2025", "iso numeric_date"),
        ("so far", "ref_present"),
        ("Eid al-Fitr", "feast"),
        ("the eid", "the other"),
    ],
)
def test_codes(text: str, kinds: str) -> None:
    assert [KIND_OF[c] for c in encode(text).line] == kinds.split()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-one", 21),
        ("two and a half", 2.5),
        ("a hundred", 100),
        ("three hundred", 300),
        ("six (6)", 6),
        ("12.5", 12.5),
        ("thirty-six (36)", 36),
        ("the", None),
    ],
)
def test_numbers(text: str, value: float | None) -> None:
    codes = encode(text)
    assert number_at(codes, 0, len(codes.line)) == value


@pytest.mark.parametrize(
    ("made", "first", "last", "value"),
    [
        (intervals.of_week(date(2025, 3, 12)), "2025-03-10", "2025-03-16", "2025-W11"),
        (intervals.of_week(date(2025, 3, 9), sunday_first=True), "2025-03-09", "2025-03-15", "2025-W11"),
        (intervals.of_weekend(date(2025, 3, 10)), "2025-03-15", "2025-03-16", "2025-W11-WE"),
        (intervals.of_season(2024, "WI"), "2024-12-01", "2025-02-28", "2024-WI"),
        (intervals.of_years(1990, 10), "1990-01-01", "1999-12-31", "199"),
        (intervals.narrowed(intervals.of_month(2025, 4), "MID"), "2025-04-11", "2025-04-20", "2025-04"),
        (intervals.narrowed(intervals.of_month(2025, 1), "END"), "2025-01-21", "2025-01-31", "2025-01"),
        (intervals.narrowed(intervals.of_years(2024, 1), "LAST"), "2024-12-01", "2024-12-31", "2024"),
    ],
)
def test_intervals(made: intervals.Interval, first: str, last: str, value: str) -> None:
    assert (made.first.isoformat(), made.last.isoformat(), made.value) == (first, last, value)


@pytest.mark.parametrize(
    ("text", "words", "way"),
    [
        ("They met on Monday.", "Monday", PAST),
        ("They will meet on Monday.", "Monday", AHEAD),
        ("A group that would be sent on Monday stayed.", "Monday", AHEAD),
        ("They agreed to meet Monday.", "Monday", AHEAD),
        ("They failed to meet on Monday.", "Monday", PAST),
        ("The roads stay closed until Monday.", "Monday", AHEAD),
        ("Shelling lasted until Monday.", "Monday", PAST),
        ("The government wants an extension until Monday, an official said.", "Monday", AHEAD),
        ("On Monday, the court will rule.", "Monday", AHEAD),
        ("The Monday market.", "Monday", UNKNOWN),
        ("Rebels strike town Monday", "Monday", PRESENT),
    ],
)
def test_tense_from_words_alone(text: str, words: str, way: int) -> None:
    codes = encode(text)
    first = next(i for i in range(len(codes.starts)) if codes.word(i) == words)
    assert direction(codes, first, first + 1, blank.make_doc(text)) == way


def times_of(text: str, document: Document | None) -> list[Time]:
    doc = blank.make_doc(text)
    layers(doc).document = document
    return [t.time for t in layers(truce_times(doc)).times]


def test_without_any_date_values_stay_partial() -> None:
    doc = truce_times(blank.make_doc("They met on Sunday and again on 3 March."))
    assert [(t.time.earliest, t.timex.value) for t in layers(doc).times] == [(None, "XXXX-WXX-7"), (None, "XXXX-03-03")]


def test_a_range_of_publication_gives_ranges() -> None:
    text = "They met on Sunday. The truce of March 1 failed."
    document = Document(name="x", text=text, published_range=Time("2025-03-09", "2025-03-16"))
    assert times_of(text, document) == [
        Time("2025-03-09", "2025-03-16", True, "Sunday"),
        Time("2025-03-01", "2025-03-01", False, "March 1"),
    ]


def test_a_weekday_of_a_headline_is_the_nearest() -> None:
    for text, day in (("Rebels strike town Friday", "2025-03-21"), ("Envoys in capital Sunday", "2025-03-23")):
        assert times_of(text, Document(name="x", text=text, published="2025-03-22"))[0].earliest == day


def test_a_given_year_holds_for_the_same_day_later() -> None:
    text = "The raid of Oct. 3, 2021, shocked them. Since Oct. 3, they have fled."
    found = times_of(text, Document(name="x", text=text, published="2023-08-01"))
    assert [t.earliest for t in found] == ["2021-10-03", "2021-10-03"]


def test_a_known_day_takes_its_year_where_its_cues_stand() -> None:
    for text, year in (("Hamas fighters attacked on Oct. 7.", "2023"), ("Rebels attacked on Oct. 7.", "2024")):
        assert times_of(text, Document(name="x", text=text, published="2025-04-01"))[0].earliest == f"{year}-10-07"


def test_a_hard_wrapped_text_joins_lines_and_others_do_not() -> None:
    long = "and the mission said that all of the parties had kept to the terms since the middle of\n"
    wrapped = "It said so. " + long * 4 + "last year, and that from early October\n2024 the guns fell silent."
    assert any(t.text == "early October\n2024" for t in times_of(wrapped, None))
    assert [t.text for t in times_of("A day in October\n2024 was worse.", None)][-1] != "October\n2024"


PIECES = [
    "May ",
    "12 ",
    "week ",
    "the ",
    "last ",
    "2024 ",
    "ago",
    "Monday ",
    "of ",
    "first ",
    "p.m. ",
    "10",
    ":",
    ", ",
    "-",
    "(",
    ")",
    "\n",
    "Jan. ",
    "x",
    "31 ",
    "Feb ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_gives_spans_that_hold(text: str) -> None:
    doc = blank.make_doc(text)
    layers(doc).document = Document(name="x", text=text, published="2024-02-29")
    at = 0
    for found in layers(truce_times(doc)).times:
        assert at <= found.start < found.end <= len(text)
        assert found.time.text == text[found.start : found.end]
        assert not (found.time.earliest and found.time.latest) or found.time.earliest <= found.time.latest
        at = found.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They have starved since March 2.", ("2025-03-02", None)),
        ("It holds until May 4.", (None, "2025-05-04")),
        ("It must be done no later than May 4.", (None, "2025-05-04")),
        ("It held from Jan. 19 until March 1.", ("2025-01-19", "2025-03-01")),
        ("It held between January and March 2024.", ("2024-01-01", "2024-03-31")),
        ("They met on March 2.", ("2025-03-02", "2025-03-02")),
        ("They left after six weeks.", (None, None)),
    ],
)
def test_reach(text: str, expected: tuple[str | None, str | None]) -> None:
    doc = blank.make_doc(text)
    layers(doc).document = Document(name="x", text=text, published="2025-03-20")
    time = reach(text, layers(truce_times(doc)).times, 0)
    assert (time.earliest, time.latest) == expected


def test_the_day_in_the_name_of_a_group_is_no_date() -> None:
    text = "Rebels of the March 23 Movement left on June 3. They kept the June 1 accord."
    doc = blank.make_doc(text)
    found = layers(doc)
    found.document = Document(name="x", text=text, published="2025-06-04")
    found.entities.append(Entity(0, "March 23 Movement", "group"))
    found.mentions.append(Mention(14, 31, 4, "March 23 Movement", 0))
    assert [t.time.text for t in layers(truce_times(doc)).times] == ["June 3", "June 1"]
