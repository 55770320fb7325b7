"""A public extractor beside ours: textacy's direct quotations, on the same parsed texts, where it is installed (`pip install trucekeeper[bench]`)."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from typing import Any

from spacy.tokens import Doc, Token

Attribution = dict[str, list[dict[str, int]]]  # source, cue, content: spans in code points


def textacy() -> Callable[[Doc], list[Attribution]]:
    """It raises ValueError on a text with an odd number of marks."""
    from textacy.extract.triples import direct_quotations

    def read(doc: Doc) -> list[Attribution]:
        return [
            {"source": _words(found.speaker), "cue": _words(found.cue), "content": [{"start": found.content.start_char, "end": found.content.end_char}]}
            for found in direct_quotations(doc)
        ]

    return read


def _words(tokens: list[Token]) -> list[dict[str, int]]:
    return [{"start": t.idx, "end": t.idx + len(t)} for t in tokens]


def compare(gold: list[dict[str, Any]], parsed: list[Doc], own: float, score: Callable[[list[dict[str, Any]]], str]) -> None:
    """The peer's scores and its speed beside ours (`own`, words a second on parsed text); a text that it gives up on has no attributions."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = textacy()
    except ImportError as error:
        print(f"textacy: not installed ({error}); pip install trucekeeper[bench]")
        return
    made, lost = [], 0
    begun = time.process_time()
    for row, doc in zip(gold, parsed, strict=True):
        try:
            found = reader(doc)
        except ValueError:
            found, lost = [], lost + 1
        made.append({"id": row["id"], "attributions": found})
    speed = sum(map(len, parsed)) / (time.process_time() - begun)
    print(f"textacy.direct_quotations: {speed:,.0f} words/s (ours {own / speed:.1f} times that); gave up on {lost} of {len(gold)} texts\n{score(made)}")
