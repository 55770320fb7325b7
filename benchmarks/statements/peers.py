"""A public extractor beside ours: textacy's direct quotations, on the same parsed texts, where it is installed (`pip install trucekeeper[bench]`).

Measured on PolNeAR's development split (84 articles, 2,193 attributions), both on our parse; textacy 0.13 reads direct quotations alone and gives a text with
an odd number of marks up, so the row of quotations (contents that begin with a mark) is its own ground:

=================================  ===============  ================
figure                             textacy          ours
=================================  ===============  ================
texts given up                     22               0
pairs, F1                          .194             .707
content / source / cue, F1         .36 / .10 / .14  .85 / .74 / .61
quotations found                   167 of 435       401 of 435
speaker of those found             146 of 167       382 of 401
words a second, parsed text        1.36 million     52,000 to 71,000
=================================  ===============  ================
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from typing import Any

from spacy.tokens import Doc, Token

MARKS = frozenset("\"“”„«‘'")
HALF = 0.5
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


def quoted(gold: list[dict[str, Any]], made: list[dict[str, Any]]) -> str:
    """Of the gold's contents that begin with a quotation mark, those found (half of both shared), and of these the speakers (a character in common)."""
    asked = found = named = asked_names = 0
    for row, own in zip(gold, made, strict=True):
        for wanted in (a for a in row["attributions"] if a["content"]):
            region = _around(wanted["content"])
            if row["text"][region[0]] not in MARKS:
                continue
            asked += 1
            best = max(own["attributions"], key=lambda a: _share(region, _around(a["content"])), default=None)
            if best is None or _share(region, _around(best["content"])) < HALF:
                continue
            found += 1
            asked_names += bool(wanted["source"])
            named += any(w["start"] < m["end"] and m["start"] < w["end"] for w in wanted["source"] for m in best["source"])
    return f"begun by a mark: {found}/{asked} found, speaker of those {named}/{asked_names}"


def _around(spans: list[dict[str, int]]) -> tuple[int, int]:
    return min(s["start"] for s in spans), max(s["end"] for s in spans)


def _share(one: tuple[int, int], other: tuple[int, int]) -> float:
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) / (max(one[1], other[1]) - min(one[0], other[0]))


def compare(gold: list[dict[str, Any]], parsed: list[Doc], own: list[dict[str, Any]], speed: float, score: Callable[[list[dict[str, Any]]], str]) -> None:
    """The peer's scores and speed beside ours (`own`, read at `speed` words a second of parsed text); a text that it gives up on has no attributions."""
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
    words = sum(map(len, parsed)) / (time.process_time() - begun)
    print(f"textacy.direct_quotations: {words:,.0f} words/s (ours {words / speed:.1f} times slower); gave up on {lost} of {len(gold)} texts\n{score(made)}")
    print(f"textacy  {quoted(gold, made)}\nours     {quoted(gold, own)}")
