"""The floors of provisions on three real agreements, held against offsets and labels made by hand (they were looked at while the rules were written)."""

from __future__ import annotations

from pathlib import Path

import pytest
from provision_gold import OWN, OWN_TEXTS, read, score
from spacy.language import Language

from trucekeeper.reading.layers import layers

FLOORS = {"found": 0.985, "bounds": 0.985, "bearer": 0.945, "anchor": 0.975, "issue": 0.88}
LATER_FLOORS = {"clause": 0.95, "beneficiary": 0.85, "quantity": 0.95, "condition": 0.95}  # of the 31 terms judged for them


@pytest.mark.shared
def test_floors(nlp: Language, shared: Path) -> None:
    made = score(shared / "texts", nlp)
    told = {name: made.share(name) for name in FLOORS | LATER_FLOORS}
    assert made.terms >= 120
    assert all(told[name] >= floor for name, floor in (FLOORS | LATER_FLOORS).items()), (told, made.misses)


OWN_FLOORS = {"found": 0.975, "bounds": 0.965, "bearer": 0.955, "anchor": 0.945, "issue": 0.945, "clause": 0.98, "beneficiary": 0.92, "quantity": 0.98}
OWN_LATER = {"condition": 0.95, "exception": 0.98, "in_return": 0.98}


def test_our_own_agreements(nlp: Language) -> None:
    """Ten texts in as many manners: noun phrases, "shall" with definitions, annexes with a timetable, rounds, an aid arrangement, plain words, a memorandum."""
    made = score(OWN_TEXTS, nlp, OWN)
    told = {name: made.share(name) for name in OWN_FLOORS | OWN_LATER}
    assert made.terms >= 90
    assert all(told[name] >= floor for name, floor in (OWN_FLOORS | OWN_LATER).items()), (told, made.misses)


def test_a_report_that_looks_ahead_is_no_agreement(nlp: Language) -> None:
    text = (
        "The minister will visit the port on Monday. He will meet the mayor and the bishop there. The two will open a school. "
        "Police will close the road. The visit will last a day."
    )
    assert layers(read(nlp, text)).provisions == []


def test_a_report_of_what_must_be_done_is_no_agreement(nlp: Language) -> None:
    """Duties in nearly every sentence, each in somebody's words."""
    from trucekeeper.model.document import Document
    from trucekeeper.reading.assemble import Reader

    text = (
        "The truce must also cover the delta, President Ode said on Monday. The rebels must stay in their camps, he said. "
        "Any truce should include the canal, the president said. He said that both sides must keep their men away from the towns."
    )
    claims = Reader().read(Document(name="must", text=text, published="2041-06-02")).claims
    assert [c for c in claims if getattr(c, "standing", None) == "agreed"] == []
