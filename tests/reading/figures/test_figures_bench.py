"""Floors on the bench sets (skipped where they are absent): see benchmarks/figures for the whole picture."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from spacy.language import Language

CONVENTIONS = Path(__file__).parents[3] / "benchmarks" / "figures" / "conventions.py"
FLOORS = {
    "handwritten, value": 45 / 46,
    "handwritten, qualifier": 1.0,
    "Recognizers NumberModel": 0.949,
    "Recognizers NumberRangeModel": 0.95,
    "Recognizers CurrencyModel": 0.95,
    "Recognizers PercentModel": 0.95,
}


def conventions() -> ModuleType:
    spec = importlib.util.spec_from_file_location("figures_conventions", CONVENTIONS)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
def test_the_bench_sets(nlp: Language, shared: Path) -> None:
    folder = shared / "bench" / "figures"
    module = conventions()
    reached = {name: right / total for name, right, total, _ in (*module.handwritten(nlp, folder), *module.recognizers(nlp, folder))}
    assert {name: reached[name] for name, floor in FLOORS.items() if reached[name] < floor} == {}
