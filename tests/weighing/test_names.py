"""Names that are one somebody's, that may be, and that are not."""

from __future__ import annotations

import pytest

from made_claims import Desk
from trucekeeper.model.claims import Actor
from trucekeeper.weighing.doers import is_name, share
from trucekeeper.weighing.names import compare, core, initials, name_words, unowned

CASES = [
    ("Ida Roe", "ida roe", "same"),
    ("Dr. Ida Roe", "Ida Roe", "same"),
    ("the Viv Roe alliance", "Viv Roe", "same"),
    ("Lake alliance", "Lake", "likely"),
    ("Lake Front alliance", "Lake Front", "likely"),
    ("Ida Roe's government", "Ida Roe", "likely"),
    ("South Sudanese general", "South Sudan", "unlike"),
    ("Malaysian Prime Minister", "Malaysia", "unlike"),
    ("Ida Bishop", "Ida Bishop", "same"),
    ("Ida Bishop", "Ida Roe", "unlike"),
    ("Yusuf al-Karim", "Yousuf Karim", "same"),
    ("Olena Zelynska", "Olena Zelinskaya", "likely"),
    ("Abdul Rahim Qasemi", "Abdul Rahim Kasimi", "likely"),
    ("Roe", "Ida Roe", "likely"),
    ("Sess", "Bank of Sess", "unlike"),
    ("Harbour Office", "Harbour Office for the Care of Pilots", "likely"),
    ("Harbour Office", "Harbour Office of Sess", "unlike"),
    ("Prime Minister of Sess", "Sess", "unlike"),
    ("al-Qanoun", "Qanou", "unlike"),
    ("al-Karoua", "Karou", "likely"),
    ("Karimi", "Kerimi", "likely"),
    ("Union of Lake Towns", "ULT", "likely"),
    ("Union of Lake Towns", "UNL", "unlike"),
    ("Harbour Ministry", "Ministry of Harbour", "same"),
    ("Orrin’s harbour office", "harbour office of Orrin", "same"),
    ("Roe Ida", "Ida Roe", "likely"),
    ("Orrin’s Defense Ministry", "Orrin’s defence ministry", "same"),
    ("Ida Roe", "Ada Roe", "unlike"),
    ("Ana Beck", "Ana Berg", "unlike"),
    ("North Sess", "South Sess", "unlike"),
    ("Ali", "Eli", "unlike"),
    ("Muhammad Ayas", "Muhammad Ijas Khan", "unlike"),
    ("Ayesha Roe", "Aisha Roe", "likely"),
    ("Kenya's defence ministry", "the Kenyan defence ministry", "same"),
    ("Kenya's Defense Ministry", "Kenyan Ministry of Defence", "same"),
    ("The Harbour Office", "The Harbour Office for the Care of Pilots", "likely"),
    ("Teresita Lim Roe", "Tess Lim Roe", "maybe"),
    ("Teresita Lim Roe", "Ida Lim Roe", "unlike"),
    ("SP Md Jahan Roe", "Shahadat Roe", "unlike"),
    ("Asia", "Central Asia Department", "unlike"),
    ("Kenya", "Kenya Marshall", "unlike"),
    ("Kenya's defence ministry", "Kenya's foreign ministry", "unlike"),
    ("Kenyan foreign ministry", "Kenya's defence ministry", "unlike"),
    ("Abdel Rahim Qasemi", "Abdelrahim Qasemi", "same"),
    ("Abdel Rahim Qasemi", "Abdulrahim Qasemi", "likely"),
    ("I.K. Roe", "Ida Roe", "likely"),
    ("Ron Sorel", "Ronald Yana Sorel", "likely"),
    ("Ro Sorel", "Ronald Sorel", "unlike"),
    ("A. Roe", "Ida Roe", "unlike"),
    ("Benjamin Sorov", "Binyamin Sorov", "maybe"),
    ("Yusuf", "Yusuf Karim", "likely"),
    ("Juan Manuel Sorel", "Juan Manuel Sorel Calderon", "likely"),
    ("Anton Bozizet", "Anton Bozize", "maybe"),
    ("Tavel’s Lake Liberation Army", "the Lake Liberation Army", "same"),
    ("Tavel", "Tavel Herald", "unlike"),
    ("Lake Council", "Lake", "unlike"),
    ("AP", "Alfons Prado", "unlike"),
    ("Tavel’s Supreme Court", "the Supreme Court", "likely"),
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


CORES = [
    ("Ida Roe's government", "Ida Roe's government"),
    ("leaders of the LF-IM", "LF-IM"),
    ("Ida Roe, the harbour master", "Ida Roe"),
    ("Sess’s chief administrator, Ida Roe", "Ida Roe"),
    ("Rebels of the Lake Liberation Front", "Lake Liberation Front"),
    ("delegates of the LLF", "LLF"),
    ("fighters of Sess", "fighters of Sess"),
    ("Forces of Ida Roe", "Forces of Ida Roe"),
    ("Roe, Ida", "Roe, Ida"),
    ("the opposition National Lake Council (NLC)", "National Lake Council"),
    ("the foreign Ministry", "the foreign Ministry"),
]


@pytest.mark.parametrize(("label", "name"), CORES)
def test_the_name_in_a_label(label: str, name: str) -> None:
    assert core(label) == name


def test_a_short_form_as_written_is_who_it_resolves_to() -> None:
    desk = Desk()
    paper = desk.paper("One", "The LF-IM met Ida Roe.")
    desk.event(paper, "The LF-IM met Ida Roe", "meet", actors=(Actor("The LF-IM", "lake-front", "Lake Front of Sess and Belm"),))
    who = desk.weighed().who
    assert share([Actor("The LF-IM", "lake-front", "Lake Front of Sess and Belm")], [Actor("leaders of the LF-IM")], who)


def test_whose_office_it_is_only_its_sentence_tells() -> None:
    assert unowned("Its health office") == "the health office"
    assert unowned("Itso Clinic") == "Itso Clinic"


@pytest.mark.parametrize(
    ("label", "named"), [("a prison in the Kesh region", False), ("gunmen near Belm", False), ("rebels of the Lake Front", True), ("Ida Roe", True)]
)
def test_where_somebody_is_does_not_name_him(label: str, named: bool) -> None:
    assert is_name(Actor(label)) == named
