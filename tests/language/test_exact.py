"""The products that the shipped pipeline computes with do not depend on what else is computed beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from trucekeeper.language.exact import INPUT_BITS, WEIGHT_BITS, ExactOps, on_grid
from trucekeeper.language.pipeline import load

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "maravel"
TEXTS = [
    "The ministry said on Monday that 12 people were killed when a drone hit the market in Orvale.",
    "Envoys of both sides met in the capital. They will sign the annex next week, a diplomat told reporters.",
    "“We have not left the ridge,” the group's spokesman said.\n\nThe army denied that any shell was fired.",
]


@pytest.fixture(scope="module")
def numbers() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    chance = np.random.default_rng(7)
    return chance.normal(0, 2, (300, 288)).astype(np.float32), chance.normal(0, 0.1, (96, 288)).astype(np.float32)


def test_a_row_is_the_same_alone_and_among_others(numbers: tuple[NDArray[np.float32], NDArray[np.float32]]) -> None:
    x, weights = numbers
    ops = ExactOps()
    whole = ops.gemm(x, weights, trans2=True)
    for start, end in ((0, 1), (5, 12), (7, 300), (299, 300)):
        assert np.array_equal(ops.gemm(x[start:end], weights, trans2=True), whole[start:end])


def test_the_order_of_the_terms_is_indifferent(numbers: tuple[NDArray[np.float32], NDArray[np.float32]]) -> None:
    x, weights = numbers
    ops = ExactOps()
    assert np.array_equal(ops.gemm(x[:, ::-1], weights[:, ::-1], trans2=True), ops.gemm(x, weights, trans2=True))


def test_the_product_is_that_of_the_numbers_on_their_grids(numbers: tuple[NDArray[np.float32], NDArray[np.float32]]) -> None:
    x, weights = numbers
    exact = on_grid(x, INPUT_BITS).astype(np.float64) @ on_grid(weights, WEIGHT_BITS).astype(np.float64).T
    assert np.array_equal(ExactOps().gemm(x, weights, trans2=True), exact)
    assert np.abs(on_grid(x, INPUT_BITS) - x).max() <= 2 ** -(INPUT_BITS + 1)


def test_a_text_is_parsed_the_same_alone_and_in_any_company() -> None:
    nlp = load()
    alone = {text: nlp(text).to_json() for text in TEXTS}
    assert nlp.get_pipe("tok2vec").model.ops.name == ExactOps.name  # type: ignore[attr-defined]
    for doc in nlp.pipe([*TEXTS[::-1], *TEXTS * 5], batch_size=7):
        assert doc.to_json() == alone[doc.text]


def test_no_sum_of_the_shipped_pipeline_outgrows_the_grid(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terms of each sum, in absolute value, in whatever order they are added: no part of it is larger, and none needs more bits than a float has."""
    largest: list[float] = []
    gemm = ExactOps.gemm

    def watched(ops: ExactOps, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        inputs, weights = x.T if trans1 else x, y.T if trans2 else y
        largest.append(float((np.abs(on_grid(inputs, INPUT_BITS)) @ np.abs(on_grid(weights, WEIGHT_BITS))).max()))
        return gemm(ops, x, y, out, trans1, trans2)

    monkeypatch.setattr(ExactOps, "gemm", watched)
    nlp = load()
    for report in sorted(EXAMPLE.glob("*.txt")):
        nlp(report.read_text(encoding="utf-8"))
    assert len(largest) >= 10
    assert max(largest) < 2 ** (24 - INPUT_BITS - WEIGHT_BITS)
