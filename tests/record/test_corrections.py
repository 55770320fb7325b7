"""Corrections: written plainly, completed and checked as a whole claim."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from trucekeeper.model.claims import Actor, Attribution, Claim, Event, Figure, Statement
from trucekeeper.model.document import Evidence
from trucekeeper.model.errors import InputError, TrucekeeperError, UsageError
from trucekeeper.model.judgement import Judgement, Verdict, undoes
from trucekeeper.record.corrections import completed

COMMON: Any = {"id": "a" * 16, "document": "d" * 16, "evidence": (Evidence(0, 2, "12"),), "attribution": Attribution()}
EXACT = Figure(**COMMON, measure="held", value=12.0, low=12.0, high=12.0)
RANGE = Figure(**COMMON, measure="held", low=10.0, high=15.0, bound="between")
SPOKEN = Statement(**COMMON, speaker=Actor("Lee"))
MET = Event(**COMMON, act="meet")
DAY = {"earliest": "2031-05-02", "latest": "2031-05-02", "approximate": False, "text": None}

FITTING: list[tuple[Claim, dict[str, Any], dict[str, Any]]] = [
    (EXACT, {"value": "13"}, {"value": 13.0, "low": 13.0, "high": 13.0}),
    (EXACT, {"bound": "at_least"}, {"bound": "at_least", "high": None}),
    (EXACT, {"value": 13, "bound": "about"}, {"value": 13.0, "bound": "about", "low": None, "high": None}),
    (EXACT, {"low": 10, "high": 15}, {"low": 10.0, "high": 15.0, "value": None, "bound": "between"}),
    (EXACT, {"of": "captives"}, {"of": "captives"}),
    (RANGE, {"value": 13}, {"value": 13.0, "bound": "exact", "low": 13.0, "high": 13.0}),
    (RANGE, {"high": "20"}, {"high": 20.0}),
    (MET, {"about": "2031-05-02"}, {"about": DAY}),
    (MET, {"about": "2031-05-02/2031-05-05"}, {"about": {**DAY, "latest": "2031-05-05"}}),
    (MET, {"about": "2031-05-02/"}, {"about": {**DAY, "latest": None}}),
    (MET, {"about": None}, {"about": None}),
    (MET, {"actors": "Ann Lee"}, {"actors": [{"name": "Ann Lee", "actor": None, "resolved": None}]}),
    (SPOKEN, {"speaker": "Ann Lee"}, {"speaker": {"name": "Ann Lee", "actor": None, "resolved": None}}),
    (SPOKEN, {"place": "Orrin"}, {"place": {"name": "Orrin", "lat": None, "lon": None, "id": None}}),
]


@pytest.mark.parametrize(("claim", "given", "made"), FITTING, ids=[str(g) for _, g, _ in FITTING])
def test_a_correction_is_completed(claim: Claim, given: dict[str, Any], made: dict[str, Any]) -> None:
    assert completed(claim, given) == made


WRONG: list[tuple[Claim, dict[str, Any], type[TrucekeeperError], str]] = [
    (EXACT, {"colour": "red"}, UsageError, "no field 'colour'"),
    (EXACT, {"evidence": []}, UsageError, "no field 'evidence'"),
    (EXACT, {"value": "many"}, InputError, "value: 'many' does not fit; it takes a number, such as 13"),
    (EXACT, {"value": "13", "low": "20"}, InputError, "low 20 does not go with exact 13"),
    (RANGE, {"low": "20"}, InputError, "low 20 is above high 15"),
    (EXACT, {"bound": "between"}, InputError, "between takes two ends"),
    (MET, {"status": "dreamt"}, InputError, "status: 'dreamt' does not fit; it takes one of 'happened', 'ongoing'"),
    (MET, {"about": "July 2"}, InputError, "about: 'July 2' is no time"),
    (MET, {"about": "2031-05-05/2031-05-02"}, InputError, "ends before it begins"),
    (MET, {"actors": {"surname": "Lee"}}, InputError, "actors.0.name is missing"),
    (SPOKEN, {"speaker": 3}, InputError, "speaker: 3 does not fit; it takes a name"),
    (SPOKEN, {"content": []}, InputError, "it takes words"),
]


@pytest.mark.parametrize(("claim", "given", "error", "told"), WRONG, ids=[str(g) for _, g, _, _ in WRONG])
def test_what_does_not_fit_is_named(claim: Claim, given: dict[str, Any], error: type[TrucekeeperError], told: str) -> None:
    with pytest.raises(error) as caught:
        completed(claim, given)
    assert told in str(caught.value)
    assert "pydantic" not in str(caught.value)


def judgement(verdict: Verdict, at: str) -> Judgement:
    return Judgement(subject="a", verdict=verdict, by="N. Reader", at=at)


def test_an_undo_needs_something_before_it() -> None:
    undo = judgement("undo", "2031-05-03")
    accepted = judgement("accept", "2031-05-02")
    assert undoes(undo, [accepted])
    assert undoes(undo, [dataclasses.replace(accepted, at=undo.at)])
    assert not undoes(undo, [])
    assert not undoes(undo, [accepted, judgement("undo", "2031-05-02")])
    assert not undoes(undo, [judgement("accept", "2031-05-04")])
    assert not undoes(undo, [dataclasses.replace(accepted, other="b")])
