"""When what was agreed or promised is to be: the day of the act, not the one on which it was spoken of."""

from __future__ import annotations

from functools import cache

import pytest

from trucekeeper.model.claims import Event
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader

# sentence of a report of Friday, 12 March 2032; the planned act, its days
CASES = [
    ("The two sides agreed at talks in Lomar on Wednesday that the missed round would be held on March 17, the mediator said.", "meet", "2032-03-17"),
    ("The government and the Tarn Council agreed on Tuesday that prisoners would be exchanged on March 20.", "exchange", "2032-03-20"),
    ("The army pledged on Sunday to pull out of the town by March 30.", "withdraw", "2032-03-30"),
    ("On Thursday the rebels promised to release the teachers on April 4.", "release", "2032-04-04"),
]


@cache
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(("text", "act", "day"), CASES)
def test_the_day_of_what_is_promised(text: str, act: str, day: str) -> None:
    claims = reader().read(Document(name="x", text=text, published="2032-03-12")).claims
    plans = [c for c in claims if isinstance(c, Event) and c.status == "planned"]
    assert [(p.act, p.about.latest[:10]) for p in plans if p.about and p.about.latest] == [(act, day)]
