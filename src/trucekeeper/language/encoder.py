"""The encoder of words in their neighbourhood: spaCy's, which goes through a long text piece by piece."""

from __future__ import annotations

from typing import Any

from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from spacy.util import registry
from thinc.api import Model

PIECE = 1024  # words; the matrices of a larger one leave a core's cache, and the system makes room for them anew at each layer


@registry.architectures("truce.WindowEncoder.v1")  # type: ignore[untyped-decorator]
def window_encoder(width: int, window_size: int, maxout_pieces: int, depth: int) -> Model[list[Any], list[Any]]:
    """As spaCy's MaxoutWindowEncoder, whose weights fit.

    What it predicts of a word depends on `depth * window_size` words to each side, so pieces that overlap by so many give the same.
    """
    whole = MaxoutWindowEncoder(width, window_size, maxout_pieces, depth)
    seen = depth * window_size

    def forward(model: Model[list[Any], list[Any]], texts: list[Any], is_train: bool) -> tuple[list[Any], Any]:
        if is_train:
            return whole(texts, is_train)
        layer, ops = model.layers[0], model.ops
        rows = ops.flatten(texts, pad=seen)
        out = ops.alloc2f(len(rows), width)
        for start in range(0, len(rows), PIECE):
            first = max(0, start - seen)
            piece = layer.predict(rows[first : start + PIECE + seen])
            out[start : start + PIECE] = piece[start - first : start - first + PIECE]
        return ops.unflatten(out, ops.asarray1i([len(text) for text in texts]), pad=seen), lambda _: []

    return Model(whole.name, forward, init=whole.init, layers=whole.layers, attrs=whole.attrs, dims={"nO": width, "nI": None})
