from __future__ import annotations

import pytest

from trucekeeper.agreement.matching import clauses_named
from trucekeeper.agreement.sentences import is_list
from trucekeeper.agreement.shared import Weights, root
from trucekeeper.agreement.wanted import initials


@pytest.mark.parametrize(
    "forms",
    [
        ("demarcate", "demarcated", "demarcation", "demarcating"),
        ("release", "released", "releasing"),
        ("city", "cities"),
        ("deploy", "deployment", "deployed"),
        ("carry", "carried", "carries"),
    ],
)
def test_forms_of_a_word_are_one(forms: tuple[str, ...]) -> None:
    assert len({root(f) for f in forms}) == 1


def test_a_word_of_many_terms_weighs_less() -> None:
    held = Weights.of([frozenset({"truce", f"w{n}"}) for n in range(50)])
    assert held.sum(["w1"]) == 1
    assert held.sum(["truce"]) < 0.25
    assert held.sum(["nowhere"]) == 0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("as required by Article 14 of the accord", {"14", "Article 14"}),
        ("reconstituted as per paragraph 2.4.4", {"2.4.4", "Article 2.4.4"}),
        ("row 7. 2.1.11 done", {"2.1.11", "Article 2.1.11"}),
        ("about 2.5 percent of 1.2 million", set()),
        ("points 30% up", set()),
    ],
)
def test_clauses_that_a_text_names(text: str, wanted: set[str]) -> None:
    assert set(clauses_named(text)) == wanted


def test_short_forms() -> None:
    assert initials("Joint Observer Team") == "JOT"
    assert initials("Lindora") == ""


def test_names_in_a_row_tell_nothing() -> None:
    assert is_list("Annex B. Members of the Technical Board and the Independent Boundaries Commission Chairperson Ann Lee")
    assert not is_list("The Technical Board was set up in Varsk by the Council and met twice.")
