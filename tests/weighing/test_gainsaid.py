"""Counts that a text sets against another number by its own words."""

from __future__ import annotations

import pytest

from made_claims import CLINIC, MINISTRY, Desk, sess
from trucekeeper.model.claims import Actor

ROE = Actor("Ida Roe", None, "Ida Roe")


def told(second: str, *, of: str = "people", published: str = "2031-04-09", place: str = "Fort Belm") -> list[str]:
    """What a count of 64 people is to one of 60 passengers of the week before."""
    desk = Desk()
    one = desk.paper("One", "At Fort Belm 60 passengers of the Marra bus were taken.")
    two = desk.paper("Two", second, published=published)
    desk.figure(one, "60 passengers", 60, "taken", of="passengers", by=(MINISTRY,), place=sess("Fort Belm"))
    desk.figure(two, f"64 {of}", 64, "taken", of=of, by=(CLINIC,), place=sess(place))
    return sorted(r.kind for r in desk.weighed().figure_relations if r.kind != "other_base")


@pytest.mark.parametrize("words", ["64 people had been taken in all, not 60", "64 people, and not sixty, were taken", "64 people rather than 60 were taken"])
def test_the_number_that_a_count_says_it_was_not(words: str) -> None:
    assert told(f"The clinic said that of the Marra bus {words}.") == ["differs"]


def test_a_number_that_is_not_denied_or_is_of_others_is_none() -> None:
    assert told("The clinic said that of the Marra bus 64 people had been taken; 60 are free.") == []
    assert told("The clinic said 64 guards of the Marra bus, not 60, had been taken.", of="guards") == []
    assert told("The clinic said 64 people of the Marra bus, not 60, had been taken.", published="2031-07-09") == []
    assert told("The clinic said 64 people of the Marra bus, not 60, had been taken.", place="Port Lume") == []


def compared(words: str) -> list[str]:
    desk = Desk()
    paper = desk.paper("One", f"More than 1,000 men of Fort Belm were killed, Ida Roe said.\n{words}")
    desk.figure(paper, "More than 1,000 men", 1000, of="men", bound="more_than", by=(ROE,), place=sess("Fort Belm"))
    desk.figure(paper, "132", 132, of="toll", by=(MINISTRY,))
    return [r.kind for r in desk.weighed().figure_relations if r.kind != "other_base"]


def test_a_count_that_is_said_to_be_higher_than_another() -> None:
    assert compared("The figures given by Roe are far higher than the official toll, which is 132.") == ["differs"]
    assert compared("It is a tally twice as high as the official toll of 132.") == ["differs"]
    assert compared("The official toll of that time, which many doubt, is 132.") == []
