"""The floors of provisions on three real agreements, held against offsets and labels made by hand (they were looked at while the rules were written)."""

from __future__ import annotations

from pathlib import Path

import pytest
from provision_gold import score
from spacy.language import Language

FLOORS = {"found": 0.97, "bounds": 0.97, "bearer": 0.92, "anchor": 0.95, "issue": 0.86}
LATER_FLOORS = {"clause": 0.95, "beneficiary": 0.85, "quantity": 0.95, "condition": 0.95}  # of the 31 terms judged for them


@pytest.mark.shared
def test_floors(nlp: Language, shared: Path) -> None:
    made = score(shared / "texts", nlp)
    told = {name: made.share(name) for name in FLOORS | LATER_FLOORS}
    assert made.terms >= 120
    assert all(told[name] >= floor for name, floor in (FLOORS | LATER_FLOORS).items()), (told, made.misses)
