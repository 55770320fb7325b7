"""The training loop: what `spacy train` does, for a fixed number of steps, but each document is read once, and each round draws a part of some of them."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import fix_random_seed, load_config, load_model_from_config, registry
from thinc.api import NumpyOps, set_current_ops

from treebanks import ATTRIBUTES

SHARE = 0.5  # of the documents that are drawn, in each round
REPORT_EVERY = 500
KEEP_EVERY = 500


class MatrixOps(NumpyOps):
    """Multiplies matrices by numpy's library, which takes a third less time than the one that spaCy uses; for training only."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


Augmenter = Callable[[Language, Example], Iterator[Example]]


def rounds(always: list[Doc], sometimes: list[Doc], chance: random.Random) -> Iterator[Doc]:
    """All documents of the first list and a part of the second, in a new order each round, without end."""
    while True:
        drawn = [*always, *chance.sample(sometimes, round(SHARE * len(sometimes)))]
        chance.shuffle(drawn)
        yield from drawn


def moved(docs: list[Doc], nlp: Language) -> list[Doc]:
    """The documents on the pipeline's own vocabulary."""
    return list(DocBin(attrs=ATTRIBUTES, docs=docs).get_docs(nlp.vocab))


def batches(nlp: Language, docs: Iterator[Doc], augment: Augmenter, size: int) -> Iterator[list[Example]]:
    batch: list[Example] = []
    words = 0
    for doc in docs:
        for example in augment(nlp, Example(nlp.make_doc(doc.text), doc)):
            batch.append(example)
            words += len(example.reference)
        if words >= size:
            yield batch
            batch, words = [], 0


def apart(*arguments: Any) -> None:
    """`learn` in a session of its own, so that the system gives it time of its own where it shares time by sessions."""
    os.setsid()
    learn(*arguments)


def learn(config_path: Path, always: list[Doc], sometimes: list[Doc], keep: Path) -> None:
    """Train a pipeline as the config says and write it to `keep`, with its averaged weights; what stood on the way lies beside it."""
    config = load_config(config_path, overrides={"paths.quotes": str(config_path.with_name("quotes.json"))}, interpolate=True)
    settings = config["training"]
    fix_random_seed(settings["seed"])
    set_current_ops(MatrixOps())
    nlp = load_model_from_config(config, auto_fill=True)
    optimizer = registry.resolve({"optimizer": settings["optimizer"]}, validate=False)["optimizer"]
    augment = registry.resolve({"augmenter": config["corpora"]["augmenter"]}, validate=False)["augmenter"]
    always, sometimes = moved(always, nlp), moved(sometimes, nlp)
    first = [example for doc in always for example in augment(nlp, Example(nlp.make_doc(doc.text), doc))]  # augmented, so that the tag of blanks is known
    nlp.initialize(lambda: first)
    keep.parent.mkdir(parents=True, exist_ok=True)
    losses: dict[str, float] = {}
    began, words = time.process_time(), 0
    drawn = rounds(always, sometimes, random.Random(settings["seed"]))
    for step, batch in enumerate(batches(nlp, drawn, augment, settings["batch_words"]), 1):
        nlp.update(batch, drop=settings["dropout"], losses=losses, sgd=False)
        for _, pipe in nlp.pipeline:
            if getattr(pipe, "is_trainable", False):
                pipe.finish_update(optimizer)  # type: ignore[attr-defined]
        optimizer.step_schedules()
        words += sum(len(example.reference) for example in batch)
        if step % REPORT_EVERY == 0:
            rate = words / (time.process_time() - began)
            print(
                f"{config_path.stem} {step}  {words:,} words, {rate:,.0f} a second  " + "  ".join(f"{k} {v / REPORT_EVERY:.0f}" for k, v in losses.items()),
                flush=True,
            )
            losses = {}
        if step % KEEP_EVERY == 0:
            with nlp.use_params(optimizer.averages):
                nlp.to_disk(keep.with_name(f"{keep.name}_{step}"))
        if step == settings["max_steps"]:
            break
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(keep)
