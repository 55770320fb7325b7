"""The shipped language pipeline: its figures by text and label from its own meta, and load time, speed, memory and size on this machine.

    python benchmarks/language/run.py [FOLDER OF TEXTS]

The published figures beside them were measured by others on other data and are there for orientation only.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

import trucekeeper.language as language
from trucekeeper.language.pipeline import load

COLUMNS = ("pos_acc", "tag_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_f", "names_span_f")
LABELS = ("nsubj", "obj", "obl", "ccomp", "xcomp", "parataxis", "conj", "appos", "advcl", "mark", "nsubj:pass")
REFERENCE = "a 26-minute run of the same recipe, unaugmented: PUD news UPOS 95.4, UAS 86.3, LAS 82.3, sentences 94.8, names 62; GUM LAS 81.0"


def main() -> None:
    started = time.perf_counter()
    nlp = load()
    loaded = time.perf_counter() - started
    figures = nlp.meta["figures"]
    print(f"{'':10}" + "".join(f"{c:>13}" for c in COLUMNS))
    for name, row in figures.items():
        print(f"{name:10}" + "".join(f"{row.get(c, float('nan')):13.1f}" for c in COLUMNS))
    print("LAS by label".ljust(10) + "  " + "  ".join(f"{label} {figures['pud_news']['las_by_label'].get(label, 0):.0f}" for label in LABELS) + "  (PUD news)")
    print("Reference:", REFERENCE)
    folder = Path(language.__file__).parent / "model"
    size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6
    print(f"load {loaded:.2f} s (spaCy's import included)   size {size:.1f} MB")
    if len(sys.argv) > 1:
        texts = [p.read_text(encoding="utf-8") for p in sorted(Path(sys.argv[1]).glob("*.txt"))]
        started = time.process_time()
        words = sum(len(doc.text.split()) for doc in nlp.pipe(texts, batch_size=16))
        print(f"{words / (time.process_time() - started):,.0f} words a second on one core, everything; {words:,} words")
    print(f"memory, at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
