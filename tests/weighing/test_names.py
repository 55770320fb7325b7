"""Names that are one somebody's, that may be, and that are not."""

from __future__ import annotations

import pytest

from trucekeeper.weighing.names import compare, initials, name_words

CASES = [
    ("Ida Roe", "ida roe", "same"),
    ("Dr. Ida Roe", "Ida Roe", "same"),
    ("Yusuf al-Karim", "Yousuf Karim", "same"),
    ("Olena Zelynska", "Olena Zelinskaya", "likely"),
    ("Abdul Rahim Qasemi", "Abdul Rahim Kasimi", "likely"),
    ("Roe", "Ida Roe", "likely"),
    ("Sess", "Bank of Sess", "unlike"),
    ("Prime Minister of Sess", "Sess", "unlike"),
    ("al-Qanoun", "Qanou", "unlike"),
    ("al-Karoua", "Karou", "likely"),
    ("Karimi", "Kerimi", "likely"),
    ("Union of Lake Towns", "ULT", "likely"),
    ("Union of Lake Towns", "UNL", "unlike"),
    ("Harbour Ministry", "Ministry of Harbour", "same"),
    ("Orrin’s harbour office", "harbour office of Orrin", "same"),
    ("Roe Ida", "Ida Roe", "likely"),
    ("Ida Roe", "Ada Roe", "unlike"),
    ("Ana Beck", "Ana Berg", "unlike"),
    ("North Sess", "South Sess", "unlike"),
    ("Ali", "Eli", "unlike"),
]


@pytest.mark.parametrize(("a", "b", "verdict"), CASES)
def test_pairs(a: str, b: str, verdict: str) -> None:
    forth, back = compare(a, b), compare(b, a)
    assert (forth.verdict, back.verdict) == (verdict, verdict)
    assert forth.reason


def test_words_without_titles_and_articles() -> None:
    assert name_words("Prime Minister Yusuf al-Karim's") == ("yusuf", "karim")


def test_initials_skip_small_words() -> None:
    assert initials("Union of the Lake Towns") == "ult"
