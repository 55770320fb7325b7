"""Products of matrices that come out the same to the last bit, on any machine and however many texts stand beside a text.

A sum of floating-point numbers depends on the order in which it is made, and numpy's library for matrices chooses that order by the processor, the number
of its threads and the place of a row. spaCy's own library, in the wheels that people install, does not, but takes three times as long. Here the numbers are
put on a grid before they are multiplied: then no product and no sum needs more than the 24 bits that a float has, nothing is rounded, and the order is
indifferent.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps, registry

# Steps of the grids, as powers of two. Sums are exact up to 2 ** (24 - 7 - 9) = 256 in absolute value: a larger one would be rounded in its last bit, as all
# are without a grid. A test watches what the shipped pipeline's terms add up to.
INPUT_BITS, WEIGHT_BITS = 7, 9


def on_grid(values: NDArray[np.float32], bits: int) -> NDArray[np.float32]:
    """The nearest multiples of 2 ** -bits, of numbers below 2 ** (22 - bits): what a float of the size of `shift` cannot hold is rounded off by adding it."""
    shift = np.float32(1.5 * 2 ** (23 - bits))
    moved = values + shift
    moved -= shift
    return moved


@registry.ops("truce_exact")
class ExactOps(NumpyOps):  # type: ignore[misc]  # thinc compiles it, without stubs
    """Numpy's products of matrices, inputs and weights on grids. For predicting only: a gradient is too small for a grid."""

    name = "truce_exact"

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        inputs, weights = x.T if trans1 else x, y.T if trans2 else y
        return np.matmul(on_grid(inputs, INPUT_BITS), on_grid(weights, WEIGHT_BITS), out=out)
