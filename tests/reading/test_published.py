"""The range of days on which a text can have been published, and what its first lines say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import spacy

from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.reading.layers import layers
from trucekeeper.reading.published import dateline_of, published_range
from trucekeeper.reading.times import truce_times

blank = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DOHA, July 19 (Xinhua) -- The sides met.", ("DOHA, July 19 (Xinhua)", ("Xinhua",), None)),
        ("JUBA (Reuters) - The sides met.", ("JUBA (Reuters)", ("Reuters",), None)),
        ("KHARTOUM, Sudan (AP) — The sides met.", ("KHARTOUM, Sudan (AP)", ("AP",), None)),
        ("Geneva, 12 March 2024 (OCHA) – The sides met.", ("Geneva, 12 March 2024 (OCHA)", ("OCHA",), date(2024, 3, 12))),
        ("(Reuters) - The sides met.", ("(Reuters)", ("Reuters",), None)),
        ("A truce holds\nBy Ann Smith, Associated Press\nPublished: 12 March 2024\nThe sides met.", (None, ("Associated Press",), date(2024, 3, 12))),
        ("A truce holds\nMarch 01, 2008\nThe sides met.", (None, (), date(2008, 3, 1))),
        ("BOGOTA (AFP/EFE) — The sides met.", ("BOGOTA (AFP/EFE)", ("AFP", "EFE"), None)),
        ("The sides (both armed) met on 12 March 2024 in the capital and left.", (None, (), None)),
        ("", (None, (), None)),
    ],
)
def test_dateline(text: str, expected: tuple[str | None, tuple[str, ...], date | None]) -> None:
    assert dateline_of(text) == expected


def test_a_printed_date_is_the_day() -> None:
    time, reasons = published_range(blank.make_doc("A truce holds\nUpdated: 3 May 2021\nThe sides met on Sunday."))
    assert time == Time("2021-05-03", "2021-05-03")
    assert "3 May 2021" in reasons[0]


def test_weekday_dates_and_what_is_ahead() -> None:
    text = (
        "Envoys arrived on Tuesday, and the council will vote later Tuesday. "
        "The siege that began on May 2, 2022, was lifted after more than 10 months by the March 20 accord. "
        "A hospital reopened on April 3. The accord will lapse in mid-June."
    )
    time, reasons = published_range(blank.make_doc(text))
    assert time == Time("2023-04-04", "2023-06-13", True)
    said = " ".join(reasons)
    assert "published on a Tuesday" in said
    assert "April 3" in said and "mid-June" in said and "March 20" in said


def test_a_weekday_with_its_date_gives_the_year() -> None:
    text = "The war of 3 February 2019 is over, they said on Sunday, March 14. Polls will open on April 9."
    time, _ = published_range(blank.make_doc(text))
    assert time == Time("2021-03-14", "2021-04-08", True)


def test_old_dates_alone_give_no_end() -> None:
    time, reasons = published_range(blank.make_doc("The party was founded in 1987. It won on Sunday."))
    assert time == Time("1987-01-01", None, True)
    assert "1987" in reasons[0]


def test_a_dateline_without_a_year_says_so() -> None:
    time, reasons = published_range(blank.make_doc("DOHA, July 19 (Xinhua) -- The sides met."))
    assert time is None
    assert "without a year" in reasons[0]


def test_a_dateline_near_a_whole_date_has_its_year() -> None:
    text = "MOGADISHU, June 24 (Xinhua) -- The sides met on Friday. The accord of June 20, 2016, will take effect once it is ratified."
    time, reasons = published_range(blank.make_doc(text))
    assert time == Time.on(date(2016, 6, 24))
    assert "is near it" in reasons[-1]


def test_nothing_to_go_by() -> None:
    assert published_range(blank.make_doc("They met.")) == (None, ())


def test_the_reader_notes_the_range_in_the_document() -> None:
    text = "A truce holds\nUpdated: 3 May 2021\nThe sides met on Sunday."
    doc = blank.make_doc(text)
    layers(doc).document = Document(name="x", text=text)
    truce_times(doc)
    document = layers(doc).document
    assert document is not None and document.published_range == Time("2021-05-03", "2021-05-03")
    assert layers(doc).times[-1].time.earliest == "2021-05-02"


@pytest.mark.shared
def test_the_seed_report(shared: Path) -> None:
    doc = blank.make_doc((shared / "seed" / "report.txt").read_text(encoding="utf-8"))
    time, reasons = published_range(doc)
    assert time is not None and (time.earliest, time.latest) == ("2025-03-02", "2025-04-13")
    said = " ".join(reasons)
    assert all(words in said for words in ("prepared on Sunday", "March 1", "mid-April", "published on a Sunday"))
