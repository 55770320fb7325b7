"""What the issue asks of our own gold, class by class, over all of it: passages, short reports, chains and quotations."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from spacy.language import Language

from .reports import FILE, reports
from .reports import score as score_reports
from .scoring import passages
from .scoring import score as score_passages

HERE = Path(__file__).parent
CLASSES = ("run-on", "unnamed", "pronoun", "chain")
LEAST = 0.94  # the issue asks .85
FEWEST = {"run-on": 18, "unnamed": 60, "pronoun": 40, "chain": 130}


@pytest.fixture(scope="module")
def shares(nlp: Language) -> dict[str, tuple[int, int]]:
    """Right and asked: speakers of unnamed sources and pronouns, links of chains, sentences that go on in a voice."""
    right, asked = Counter[str](), Counter[str]()
    for file in (FILE, *(HERE / f"{name}.txt" for name in ("chains", "quotations", "run_on"))):
        made = score_reports(nlp, list(reports(file)))
        for name in CLASSES:
            right[name] += made.got[name]
            asked[name] += made.asked[name]
    for name in CLASSES:
        counts, _ = score_passages(nlp, [row for row in passages() if row["topic"] == name])
        field = {"run-on": "run_on", "chain": "via"}.get(name, "speaker")
        right[name] += counts[field]
        asked[name] += counts[f"{field} asked"]
    return {name: (right[name], asked[name]) for name in CLASSES}


@pytest.mark.parametrize("name", CLASSES)
def test_share_of_a_class(shares: dict[str, tuple[int, int]], name: str) -> None:
    right, asked = shares[name]
    assert asked >= FEWEST[name]
    assert right / asked >= LEAST, (right, asked)
