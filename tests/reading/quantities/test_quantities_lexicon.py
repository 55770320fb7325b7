"""The lexicons of numbers, units and counted things: unknown keys are errors, and every entry can be read."""

from __future__ import annotations

import pytest

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.reading.quantities import lexicon
from trucekeeper.reading.quantities.component import measures
from trucekeeper.reading.quantities.lexemes import lexemes


@pytest.mark.parametrize("name", ["numbers", "units", "counted"])
def test_every_key_is_known(name: str) -> None:
    known = {"numbers": lexicon.NUMBERS, "units": lexicon.UNITS, "counted": lexicon.COUNTED}[name]
    assert set(table(name)) == known


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KnowledgeError, match="wordz"):
        lexicon.checked("units", lexicon.UNIT_KEYS, {"name": "mile", "wordz": []})


@pytest.mark.parametrize("phrase", sorted(table("numbers")["bounds_before"]))
def test_every_bound_before_a_number_is_read(phrase: str) -> None:
    before = {"over": "for ", "within": "for ", "inside": "for ", "passed": "the toll ", "passes": "the toll "}.get(phrase, "")
    text = f"{before}{phrase} 300 km"
    (found,) = measures(text, lexemes(text))
    assert found.bound == table("numbers")["bounds_before"][phrase]


@pytest.mark.parametrize("row", table("units")["currency"], ids=lambda r: r["code"])
def test_every_currency_is_read(row: dict[str, object]) -> None:
    for sign in row.get("signs", ()):  # type: ignore[attr-defined]
        text = f"{sign} 25 in all" if sign[-1] in "$€£¥₪₽₴₺₹₱₿₡₸₼₾₭₩₫฿₦" else f"25 {sign} in all"
        (found,) = measures(text, lexemes(text))
        assert found.unit is not None
        assert found.unit.name == row["code"]
