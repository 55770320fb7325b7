"""Quantities, case by case: number, bound, unit and counted noun; and what is no quantity."""

from __future__ import annotations

import pytest
from spacy.language import Language

from trucekeeper.reading.layers import PlaceFound, layers
from trucekeeper.reading.quantities import truce_quantities

# text, then each quantity as value (or low, high), bound, unit
NUMBERS = [
    ("The camp holds 48,453 people.", [(48453, "exact", None)]),
    ("The plan needs $53 billion.", [(53e9, "exact", "USD")]),
    ("It cost US$1.6bn.", [(1.6e9, "exact", "USD")]),
    ("Donors gave 5.2bn euros and £2.5m.", [(5.2e9, "exact", "EUR"), (2.5e6, "exact", "GBP")]),
    ("They need 1.2m tents.", [(1.2e6, "exact", None)]),
    ("The post lies 700m from the line.", [(700, "exact", "metre")]),
    ("Two dozen boats left.", [(24, "exact", None)]),
    ("Fifty-eight men remain.", [(58, "exact", None)]),
    ("Three hundred and forty-one trucks came.", [(341, "exact", None)]),
    ("Half a million people fled.", [(5e5, "exact", None)]),
    ("It took two and a half years.", [(2.5, "exact", "year")]),
    ("It took nine months and a half.", [(9.5, "exact", "month")]),
    ("Nearly two-thirds of the town is gone.", [(2 / 3, "about", None)]),
    ("One in four families left.", [(0.25, "exact", None)]),
    ("A third of the posts were given up.", [(1 / 3, "exact", None)]),
    ("No fewer than 17 people came.", [(17, "at_least", None)]),
    ("Up to 600 lorries a day may enter.", [(600, "at_most", "per day")]),
    ("As many as 20,000 stayed.", [(20000, "at_most", None)]),
    ("The number of the dead did not exceed 46.", [(46, "at_most", None)]),
    ("The toll had not reached 100.", [(100, "less_than", None)]),
    ("Just under 6,000 square kilometres fell.", [(6000, "less_than", "square kilometre")]),
    ("It lasted more than a decade.", [(1, "more_than", "decade")]),
    ("Some 30 men, or 20 or so, came.", [(30, "about", None), (20, "about", None)]),
    ("They have 12 guns or more.", [(12, "at_least", None)]),
    ("Around 3,000-4,000 guards came.", [((3000, 4000), "between", None)]),
    ("Between 20 and 30 trucks crossed.", [((20, 30), "between", None)]),
    ("It will take 3 to 4 million dollars.", [((3e6, 4e6), "between", "USD")]),
    ("They sent 12–14,000 men.", [((12000, 14000), "between", None)]),
    ("Prices rose from 94 to 105 hryvnias.", [(94, "exact", "UAH"), (105, "exact", "UAH")]),
    ("More than 20 but fewer than 30 men came.", [((20, 30), "between", None)]),
    ("Dozens of tents burned.", [(None, "vague", None)]),
    ("Tens of thousands marched.", [(None, "vague", None)]),
    ("Several hundred men stayed for a few days.", [(None, "vague", None), (None, "vague", "day")]),
    ("They stole billions of dollars.", [(None, "vague", "USD")]),
    ("The truce lasts six consecutive days.", [(6, "exact", "day")]),
    ("Each side handed over 40 men.", [(40, "exact", None)]),
    ("They met over two days.", [(2, "exact", "day")]),
    ("It went on for over two days.", [(2, "more_than", "day")]),
    ("The toll went up to 26.", [(26, "exact", None)]),
    ("Oil rose to $80 a barrel.", [(80, "exact", "USD per barrel")]),
    ("A one-day strike began.", [(1, "exact", "day")]),
]
NOTHING = [
    "In 2014 the truce broke, and on 17 February 2015 a new one was signed.",
    "On Oct. 7, 2023, and from 1991 to 1995.",
    "The round ended on 22 and 23 March.",
    "Talks begin at 4 a.m., or 0900 GMT, or 12:30.",
    "The truce began at 00.01 hours and lasts until 1830 hours.",
    "The minister, 62, met a 34-year-old aide aged about 40.",
    "Resolution 1701, article 5, phase two and Annex 3.",
    "M23 flew F-16 jets to the G7.",
    "Call +249 912 345 678.",
    "One of the envoys spoke to another one, and one can hope.",
    "A school for children under five stands there.",
    "She moved to flat 12 at 8 Rue Cler, Paris 75007, in spring.",
    "This is the third time, and the second half begins.",
    "A two-state solution is a one-sided affair.",
    "They met two weeks ago.",
    "1. The Parties shall withdraw.",
    "The 5+5 commission met.",
    "She was 19 when they met.",
]
NOUNS = [
    ("The group freed 25 living hostages.", "hostages"),
    ("Dozens of wounded fighters came.", "fighters"),
    ("Three of them were officers from the north, 40 of their men said.", "men"),
    ("A 42-day first phase began.", "phase"),
    ("The plan sets aside $100 million in aid.", "aid"),
    ("It has a population of 2.3 million.", "population"),
    ("The war lasted 15 months.", "war"),
    ("Ninety percent of the hospitals are shut.", "hospitals"),
    ("The toll rose to 150.", "toll"),
    ("They sent four rotating brigade-sized units.", "units"),
]


@pytest.mark.parametrize(("text", "wanted"), NUMBERS)
def test_numbers_bounds_and_units(nlp: Language, text: str, wanted: list[tuple[object, str, str | None]]) -> None:
    found = layers(truce_quantities(nlp(text))).quantities
    read = [((q.low, q.high) if q.bound == "between" else q.value, q.bound, q.unit) for q in found]
    assert len(read) == len(wanted)
    for (size, bound, unit), (value, *rest) in zip(read, wanted, strict=True):
        assert size == (pytest.approx(value) if value is not None else None)
        assert [bound, unit] == rest


@pytest.mark.parametrize("text", NOTHING)
def test_no_quantities(nlp: Language, text: str) -> None:
    assert [text[q.start : q.end] for q in layers(truce_quantities(nlp(text))).quantities] == []


@pytest.mark.parametrize(("text", "noun"), NOUNS)
def test_counted_nouns(nlp: Language, text: str, noun: str) -> None:
    doc = truce_quantities(nlp(text))
    assert noun in [doc[q.noun].text for q in layers(doc).quantities if q.noun is not None]


def test_words_are_covered_with_their_bound(nlp: Language) -> None:
    text = "They hold at least 20 men, between 3 and 5 tanks and about $4 million."
    doc = truce_quantities(nlp(text))
    assert [text[q.start : q.end] for q in layers(doc).quantities] == ["at least 20", "between 3 and 5", "about $4 million"]


def test_a_vague_count_has_no_value_and_no_ends(nlp: Language) -> None:
    (found,) = layers(truce_quantities(nlp("Dozens of tents burned."))).quantities
    assert (found.value, found.low, found.high) == (None, None, None)


def test_a_bound_leaves_the_other_end_open(nlp: Language) -> None:
    found = layers(truce_quantities(nlp("At least 20 men and up to 9 boys came."))).quantities
    assert [(q.value, q.low, q.high) for q in found] == [(20, 20, None), (9, None, 9)]


def test_without_tags_numbers_are_read_and_nouns_are_not(nlp: Language) -> None:
    (found,) = layers(truce_quantities(nlp.make_doc("At least 20 men came."))).quantities
    assert (found.value, found.bound, found.noun) == (20, "at_least", None)


def test_dates_that_the_reader_of_times_found_are_left_out(nlp: Language) -> None:
    from trucekeeper.model.time import Time, Timex
    from trucekeeper.reading.layers import TimeFound

    doc = nlp("On the 12 instant they came.")
    layers(doc).times = [TimeFound(0, 18, Time("2025-03-12", "2025-03-12"), Timex("DATE", "2025-03-12"))]
    assert layers(truce_quantities(doc)).quantities == []


def test_nothing_is_read_across_paragraphs(nlp: Language) -> None:
    found = layers(truce_quantities(nlp("August 9, 2010\nMark Bell left 20\npeople behind."))).quantities
    assert [q.value for q in found] == [20]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Shares of the carmaker fell 4 percent to $31.60.", ["Shares", "Shares"]),
        ("It made a profit of $2 billion, up 12% from last year.", ["profit", "profit"]),
        ("Oil prices slowed to $80 from $90.", ["prices", "prices"]),
        ("They will buy 60 jets worth about $7.5bn.", ["jets", "jets"]),
        ("The bill passed by 218 votes to 210.", ["votes", "votes"]),
        ("The plan is only 19 percent funded.", ["plan"]),
        ("The line will cut the journey from nine hours to six.", ["journey", "journey"]),
        ("Her rating dropped six points to 31 percent.", ["rating", "rating"]),
        ("The unions want a 77 percent pay rise.", ["rise"]),
        ("Wages grew 3 percent but rents were up 9 percent.", ["Wages", "rents"]),
    ],
)
def test_what_rose_costs_or_is_graded(nlp: Language, text: str, nouns: list[str]) -> None:
    doc = truce_quantities(nlp(text))
    assert [doc[q.noun].text if q.noun is not None else None for q in layers(doc).quantities] == nouns


def test_a_third_behind_two_is_no_share(nlp: Language) -> None:
    assert [q.value for q in layers(truce_quantities(nlp("Two medics died and a third is in a coma."))).quantities] == [2]


@pytest.mark.parametrize(("country", "code"), [("SS", "SSP"), ("LB", "LBP"), ("FR", "GBP"), (None, "GBP")])
def test_a_shared_word_of_money_is_that_of_the_country_told_of(nlp: Language, country: str | None, code: str) -> None:
    doc = nlp("In Alba bread costs 300 pounds, which is 2 US dollars.")
    layers(doc).places = [PlaceFound(3, 7, "Alba", country=country)]
    assert [q.unit for q in layers(truce_quantities(doc)).quantities] == [code, "USD"]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [("Houses destroyed: 40. Field hospitals: 7.", ["Houses", "hospitals"]), ("Some 300 fled. Of these, 20 came back.", [None, None])],
)
def test_numbers_behind_labels(nlp: Language, text: str, nouns: list[str | None]) -> None:
    doc = truce_quantities(nlp(text))
    assert [doc[q.noun].text if q.noun is not None else None for q in layers(doc).quantities] == nouns
