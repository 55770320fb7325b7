"""Figures and quantities on gold and on the bench sets, with speed: `python benchmarks/figures/run.py [--misses] [--peers]`.

The bench sets are read from the folder that TRUCE_SHARED names, or ../shared; what is absent is left out. Recognizers-Text and Duckling write down values of
their own conventions, which benchmarks/figures/conventions.py turns into ours.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = Path(os.environ.get("TRUCE_SHARED", ROOT.parent / "shared"))
sys.path[:0] = [str(HERE), str(ROOT / "tests" / "reading" / "figures")]

import conventions  # noqa: E402
import figure_gold  # noqa: E402
import peers  # noqa: E402
from spacy.language import Language  # noqa: E402

from trucekeeper.language.pipeline import load  # noqa: E402
from trucekeeper.reading.figures import truce_figures  # noqa: E402
from trucekeeper.reading.layers import layers  # noqa: E402
from trucekeeper.reading.quantities import truce_quantities  # noqa: E402


def own_gold(nlp: Language, misses: bool) -> None:
    score = figure_gold.Score()
    rows = figure_gold.gold_rows()
    for row, doc in zip(rows, nlp.pipe(r["text"] for r in rows), strict=True):
        figure_gold.add(score, row, made_of(truce_figures(truce_quantities(doc))))
    print(f"own gold, {len(rows)} sentences:", "; ".join(score.lines()))
    for line in sorted(score.misses) if misses else ():
        print("  ", line)


def made_of(doc: Any) -> list[dict[str, Any]]:
    return [dataclasses.asdict(f) for f in layers(doc).figures]


def bench(nlp: Language, misses: bool) -> None:
    folder = SHARED / "bench" / "figures"
    if not folder.is_dir():
        print("the bench sets are not on this machine")
        return
    for name, right, total, missed in (*conventions.handwritten(nlp, folder), *conventions.recognizers(nlp, folder), *conventions.duckling(nlp, folder)):
        print(f"{name}: {right} of {total} ({right / total:.1%})")
        for line in missed if misses else ():
            print("  ", line)


def speed(nlp: Language) -> None:
    """Words a second of each reader alone, over parsed text."""
    texts = [r["text"] for r in figure_gold.gold_rows()] * 3
    docs = list(nlp.pipe(texts))
    words = sum(len(d) for d in docs)
    for reader in (truce_quantities, truce_figures):
        start = time.perf_counter()
        for doc in docs:
            reader(doc)
        print(f"{reader.__name__}: {words / (time.perf_counter() - start):,.0f} words a second")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what is not met")
    parser.add_argument("--peers", action="store_true", help="other readers side by side, where they are installed")
    args = parser.parse_args()
    nlp = load()
    own_gold(nlp, args.misses)
    bench(nlp, args.misses)
    speed(nlp)
    if args.peers and (SHARED / "bench" / "figures").is_dir():
        peers.compare(nlp, SHARED / "bench" / "figures", [r["text"] for r in figure_gold.gold_rows()])


if __name__ == "__main__":
    main()
