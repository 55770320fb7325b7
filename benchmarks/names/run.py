"""Names on PUD (UNER's gold, news part): the pipeline's own against those after the actors' reader; F1 by type and over all, and the reader's speed.

python benchmarks/names/run.py [--shared ../shared] [--misses]
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.language.pipeline import load
from trucekeeper.reading.actors import is_metonym, truce_actors

ORG = "ORG"
Names = set[tuple[int, int, str]]  # [start, end) in code points, type


def documents(path: Path) -> list[tuple[str, Names]]:
    """The news documents of a UNER file: text (sentences on lines of their own) and gold names."""
    found: list[tuple[str, Names]] = []
    current = ""
    text, names, words = "", set[tuple[int, int, str]](), list[tuple[str, str]]()
    sentence = ""

    def end_sentence() -> None:
        nonlocal text, words
        if not words:
            return
        base, at, begun = len(text), 0, None
        for word, tag in [*words, ("", "O")]:
            start = sentence.find(word, at) if word else at
            if begun is not None and not tag.startswith("I-"):
                names.add((begun[0], base + begun[2], begun[1]))
                begun = None
            if tag.startswith("B-"):
                begun = (base + start, tag[2:], start + len(word))
            elif tag.startswith("I-") and begun is not None:
                begun = (begun[0], begun[1], start + len(word))
            at = start + len(word)
        text += sentence + "\n"
        words = []

    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id = "):
            if current.startswith("n") and text:
                found.append((text, names))
            current, text, names = line.removeprefix("# newdoc id = "), "", set()
        elif line.startswith("# text = "):
            sentence = line.removeprefix("# text = ")
        elif line and line[0].isdigit():
            fields = line.split("\t")
            words.append((fields[1], fields[2]))
        elif not line:
            end_sentence()
    end_sentence()
    if current.startswith("n") and text:
        found.append((text, names))
    return found


def names_of(doc: Doc) -> Names:
    return {(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in {"PER", "ORG", "LOC"}}


def as_rulers(doc: Doc) -> Names:
    """The names, with a place that the reader takes for its government as a body: so UNER has "Ankara accused"; for us it stays a place that acts."""
    return {(e.start_char, e.end_char, ORG if e.label_ == "LOC" and is_metonym(e.root) else e.label_) for e in doc.ents if e.label_ in {"PER", ORG, "LOC"}}


def report(title: str, gold: list[Names], made: list[Names]) -> None:
    def f1(wanted: set[tuple[int, ...] | tuple[object, ...]], got: set[tuple[int, ...] | tuple[object, ...]]) -> float:
        return 200 * len(wanted & got) / max(1, len(wanted) + len(got))

    wanted = {(i, *n) for i, names in enumerate(gold) for n in names}
    got = {(i, *n) for i, names in enumerate(made) for n in names}
    parts = [f"{label} {f1({n for n in wanted if n[3] == label}, {n for n in got if n[3] == label}):.1f}" for label in ("PER", "ORG", "LOC")]
    print(f"{title:24} F1 {f1(wanted, got):.1f}  spans {f1({n[:3] for n in wanted}, {n[:3] for n in got}):.1f}  {'  '.join(parts)}")


def misses(texts: list[str], gold: list[Names], made: list[Names]) -> None:
    false, missed = Counter[str](), Counter[str]()
    for text, wanted, got in zip(texts, gold, made, strict=True):
        false.update(f"{label} {text[s:e]!r}" for s, e, label in got - wanted)
        missed.update(f"{label} {text[s:e]!r}" for s, e, label in wanted - got)
    print("made, not in the gold:", *(f"  {n} {name}" for name, n in false.most_common(70)), sep="\n")
    print("in the gold, not made:", *(f"  {n} {name}" for name, n in missed.most_common(70)), sep="\n")


def run(nlp: Language, shared: Path, *, show: bool) -> None:
    texts, gold = zip(*documents(shared / "treebanks" / "en_pud-ud-test.iob2"), strict=True)
    docs = list(nlp.pipe(texts))
    before = [names_of(d) for d in docs]
    truce_actors(nlp("A warm start."))
    began = time.perf_counter()
    for doc in docs:
        truce_actors(doc)
    took = time.perf_counter() - began
    after = [names_of(d) for d in docs]
    report("pipeline", list(gold), before)
    report("with truce_actors", list(gold), after)
    report("rulers as bodies", list(gold), [as_rulers(d) for d in docs])
    print(f"truce_actors alone: {sum(map(len, docs)) / took:,.0f} words a second")
    if show:
        misses(list(texts), list(gold), after)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    parser.add_argument("--misses", action="store_true", help="list what differs from the gold")
    args = parser.parse_args()
    run(load(), args.shared, show=args.misses)
