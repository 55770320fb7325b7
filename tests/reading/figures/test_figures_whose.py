"""Whose word a count is, whether it takes in all so far, and how sure it is: the whole program on the rows of the gold that say so."""

from __future__ import annotations

from collections import Counter

import pytest
from figure_gold import gold_rows, pairs, told

from trucekeeper.model.claims import Figure
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader

FLOORS = {"who": 0.9, "counting": 0.85, "status": 0.95}


@pytest.fixture(scope="module")
def score() -> dict[str, tuple[int, int, list[str]]]:
    """Right and asked of each, with what is missed."""
    rows = [row for row in gold_rows() if any(f.keys() & FLOORS.keys() for f in row["figures"])]
    asked: Counter[str] = Counter()
    missed: dict[str, list[str]] = {name: [] for name in FLOORS}
    readings = Reader().read_all(Document(name=row["id"], text=row["text"], published="2025-03-20") for row in rows)
    for row, reading in zip(rows, readings, strict=True):
        made = [told(claim) for claim in reading.claims if isinstance(claim, Figure)]
        for i, j in pairs(row["figures"], made):
            wanted, got = {"who": ["(outlet)", "(not stated)"], **row["figures"][i]}, made[j]
            for name in FLOORS.keys() & wanted.keys():
                asked[name] += 1
                right = any(w in got["who"] for w in wanted["who"]) if name == "who" else wanted[name] == got[name]
                missed[name] += [] if right else [f"{wanted.get('value')} {wanted[name]} not {got[name]} | {row['text']}"]
    return {name: (asked[name] - len(missed[name]), asked[name], missed[name]) for name in FLOORS}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_whose_word_and_which_count(score: dict[str, tuple[int, int, list[str]]], name: str) -> None:
    right, asked, missed = score[name]
    assert asked
    assert right / asked >= FLOORS[name], "\n".join(missed)


# (text, the number, what its date is read from, a word of whose it is)
OWN_COUNTS = [
    ("ARAWA (AAP) - The Monitoring Group met on Monday.\nThe group corrected its January count to 610 guns.", 610, "January", "Group"),
    ("SESS, Aug 10 (AFP) - Two Kenyan soldiers were killed when gunmen fired across the river at Mirel, near the northern mill, the army said.", 2, "", "army"),
    ("PORT MIREL, Aug 10 - Nine guards were killed on Saturday when gunmen crossed the river, the army said.", 9, "Saturday", "army"),
]


@pytest.mark.parametrize(("text", "value", "dated", "who"), OWN_COUNTS, ids=["a month counts nothing", "a dateline", "one without an agency"])
def test_own_counts(text: str, value: float, dated: str, who: str) -> None:
    claims = Reader().read(Document(name="x", text=text, published="2027-08-10")).claims
    found = next(c for c in claims if isinstance(c, Figure) and c.value == value)
    assert who in (found.attribution.asserter.label if found.attribution.asserter else "")
    assert ((found.about.text if found.about else "") or "") == dated
