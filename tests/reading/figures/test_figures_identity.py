"""Which count it is: all so far or new cases only, and how sure; None where the words do not say."""

from __future__ import annotations

import pytest
from spacy.language import Language

from trucekeeper.knowledge import table
from trucekeeper.model.document import Document
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.reading.figures import truce_figures
from trucekeeper.reading.figures.identity import build
from trucekeeper.reading.layers import FigureFound, layers
from trucekeeper.reading.quantities import truce_quantities
from trucekeeper.reading.times import truce_times

COUNTING = [  # a sentence, and its counts in order
    ("The strikes brought the total to 412 dead since the start of the offensive.", ["cumulative"]),
    ("In the past 24 hours, 31 people were killed and 60 wounded, the ministry said.", ["new", "new"]),
    ("Medics counted 40 dead and 95 wounded over the past week.", ["new", "new"]),
    ("Another ten bodies were recovered on Monday.", ["new"]),
    ("A further 200 fighters were sent to the front.", ["new"]),
    ("Two more soldiers died, bringing the number of dead to nine.", ["new", "cumulative"]),
    ("Nine people were killed overnight, taking the toll to 212.", ["new", "cumulative"]),
    ("The overall toll now stands at 48,453.", ["cumulative"]),
    ("Since October, 310 villages have been burned and 12,000 people displaced.", ["cumulative", "cumulative"]),
    ("Nineteen people were killed on Monday and 4,000 since the war began.", [None, "cumulative"]),
    ("The mission has verified 1,204 civilian deaths so far.", ["cumulative"]),
    ("Six people were killed in the raid.", [None]),
    ("Some 600 trucks a day entered the enclave.", [None]),
]
STATUS = [
    ("Four captives have been confirmed dead.", "confirmed"),
    ("The mission has verified 1,204 civilian deaths so far.", "confirmed"),
    ("About 24 of the hostages are believed to be alive.", "believed"),
    ("At least 17 people have reportedly been killed.", "reported"),
    ("Seventeen deaths have not been confirmed.", None),
    ("Six people were killed in the raid.", None),
]


def read(nlp: Language, text: str) -> list[FigureFound]:
    doc = nlp(text)
    layers(doc).document = Document(name="case", text=text, published="2025-03-20")
    return [f for f in layers(truce_figures(truce_quantities(truce_times(doc)))).figures if f.measure != "duration"]


@pytest.mark.parametrize(("text", "wanted"), COUNTING, ids=[c[0][:50] for c in COUNTING])
def test_counting(nlp: Language, text: str, wanted: list[str | None]) -> None:
    assert [f.counting for f in read(nlp, text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), STATUS, ids=[c[0][:50] for c in STATUS])
def test_status(nlp: Language, text: str, wanted: str | None) -> None:
    assert [f.status for f in read(nlp, text)] == [wanted]


def test_per_period_is_the_unit(nlp: Language) -> None:
    assert [f.unit for f in read(nlp, "Some 600 trucks a day entered the enclave.")] == ["per day"]


def test_the_words_are_checked() -> None:
    content = table("figures_identity")
    for wrong in ({"nwe": {}}, {"new": {**content["new"], "befor": []}}):
        with pytest.raises(KnowledgeError, match="unknown key"):
            build({**content, **wrong})
