"""The language pipeline: its figures by text and label (from its own meta, where the build wrote them), and load time, speed, memory and size on this machine.

    OPENBLAS_NUM_THREADS=1 python benchmarks/language/run.py [FOLDER OF TEXTS] [--treebanks FOLDER]

(The program sets the variable itself: threads of numpy's that wait for each other count as work.) With --treebanks the figures are measured anew on the test
parts of the treebanks. Figures of others, measured by them on data of theirs, stand below ours with their
sources; they say where the field is, not who is better.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import trucekeeper.language as language
from trucekeeper.language.pipeline import load

TRAINING = Path(__file__).resolve().parents[2] / "training"
COLUMNS = {
    "UPOS": "pos_acc",
    "XPOS": "tag_acc",
    "lemma": "lemma_acc",
    "UAS": "dep_uas",
    "LAS": "dep_las",
    "LAS CoNLL": "las_conll",
    "sents": "sents_f",
    "names": "ents_f",
    "span": "names_span_f",
}
WHOLE = ("pud_news", "gum", "ewt")
LABELS = ("nsubj", "nsubj:pass", "obj", "obl", "ccomp", "xcomp", "parataxis", "conj", "appos", "advcl", "mark", "acl:relcl", "flat", "nummod")
PUBLISHED = (
    ("a 26-minute run of spaCy's small architecture on these data", "PUD news: UPOS 95.4, UAS 86.3, LAS 82.3, sents 94.8, names 62; GUM: LAS 81.0; 17.5 MB"),
    ("en_core_web_sm 3.7.1, its model card: OntoNotes, other labels", "XPOS 97.2, UAS 91.8, LAS 89.9, sents 90.6, names 84.6; 12 MB"),
    ("en_udv25_englishewt_trf, its model card: EWT 2.5, a transformer", "XPOS 96.4, UPOS 96.9, lemma 97.4, UAS 91.9, LAS 89.4, sents 90.6 on EWT test"),
)


def measured(treebanks: Path) -> dict[str, Any]:
    sys.path.insert(0, str(TRAINING))
    from build import figures, test_docs

    with tempfile.TemporaryDirectory() as folder:
        return figures(load(), Path(folder), test_docs(treebanks, Path(folder)))


def pages(path: Path) -> Iterator[tuple[str, list[tuple[bool, str]]]]:
    """Genre and sentences of GUM's documents, each with whether the page begins a paragraph, heading or list item there."""
    genre, sentences, begins = "", list[tuple[bool, str]](), True
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(str.rstrip, lines):
            if line.startswith("# newdoc"):
                if sentences:
                    yield genre, sentences
                genre, sentences, begins = line.split("_")[1], [], True
            elif line.startswith("# newpar"):
                begins = True
            elif line.startswith("# text ="):
                sentences.append((begins, line.removeprefix("# text = ")))
                begins = False
    yield genre, sentences


def bounds(starts: Iterable[int], end: int) -> set[tuple[int, int]]:
    return set(pairwise([*sorted(starts), end]))


def sentences_with_lines(treebanks: Path) -> None:
    """Sentences of GUM as the treebank's raw text has them, all of a document in one line, and with the page's own lines."""
    nlp = load()
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * 4)
    for genre, sentences in pages(treebanks / "gum_open_test.conllu.gz"):
        for at, lines_kept in enumerate((False, True)):
            text, starts = "", []
            for begins, sentence in sentences:
                text += ("\n" if lines_kept and begins else " ") if text else ""
                starts.append(len(text))
                text += sentence
            doc = nlp(text)
            gold, made = bounds(starts, len(text)), bounds((next(t.idx for t in s if not t.is_space) for s in doc.sents if not s.text.isspace()), len(text))
            for name in (genre, "all"):
                counts[name][2 * at] += 2 * len(gold & made)
                counts[name][2 * at + 1] += len(gold) + len(made)
    print("\nSentences of GUM, F1      in one line   with the page's lines")
    for name, (right, all_, right_kept, all_kept) in sorted(counts.items()):
        print(f"  {name:20}{100 * right / all_:14.1f}{100 * right_kept / all_kept:14.1f}")


def show(figures: dict[str, Any]) -> None:
    print(f"{'':18}" + "".join(f"{c:>11}" for c in COLUMNS))
    for name, row in figures.items():
        print(f"{name:18}" + "".join(f"{row[key]:11.1f}" if key in row else f"{'':11}" for key in COLUMNS.values()))
    print("\nLAS by label      " + "".join(f"{name:>11}" for name in WHOLE))
    for label in LABELS:
        print(f"  {label:16}" + "".join(f"{figures[name]['las_by_label'].get(label, 0):11.0f}" for name in WHOLE))
    print("\nPublished by others:")
    for name, text in PUBLISHED:
        print(f"  {name}\n    {text}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="?", help="a folder of .txt files, to measure the speed on")
    parser.add_argument("--treebanks", type=Path, help="measure anew on the test parts in this folder")
    args = parser.parse_args()
    started = time.perf_counter()
    nlp = load()
    loaded = time.perf_counter() - started
    show(measured(args.treebanks) if args.treebanks else nlp.meta["figures"])
    if args.treebanks:
        sentences_with_lines(args.treebanks)
    folder = Path(language.__file__).parent
    size = sum(p.stat().st_size for p in [*(folder / "model").rglob("*"), folder / "words.npz"] if p.is_file()) / 1e6
    print(f"\nload {loaded:.2f} s (imports not included)   size {size:.1f} MB, the table of words included")
    if args.texts:
        texts = [p.read_text(encoding="utf-8") for p in sorted(args.texts.glob("*.txt"))]
        nlp(texts[0][:500])
        started = time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=16))
        took = time.process_time() - started
        words = sum(len(text.split()) for text in texts)
        print(f"{tokens / took:,.0f} tokens a second on one core, everything; {words / took:,.0f} words between blanks; {tokens:,} tokens")
    print(f"memory, at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
