"""Plant copies of several kinds among invented documents and say how many are found: `python benchmarks/weighing/copies.py [DOCUMENTS] [PLANTED]`.

Planted: another lead, cut short, a word in twenty changed, another order with a new end, quotations (half of the other text beside one's own).
Standing notices must not be found. Reports that carry one background paragraph of their desk may be said to quote one another, where it is a quarter
of the shorter one; these are counted apart, and must not become one story. Then documents are taken in one by one, as they arrive, and the time of the
last thousand is set against that of the first.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from trucekeeper.model.document import Document
from trucekeeper.record import Record
from trucekeeper.weighing.copies import copies
from trucekeeper.weighing.keeping import keep_up

WORDS = [
    f"{a}{b}{c}"
    for a in ("ba", "ke", "lo", "mi", "nu", "ra", "se", "to")
    for b in ("dan", "fel", "gor", "lim", "pur", "sit")
    for c in ("", "a", "er", "in", "os")
]
NOTICE = "This story was written with the help of agencies and will be updated as more becomes known in the course of the day by our desk."
KINDS = ("lead", "cut", "changed", "turned", "quotes")
AT_ONCE = 1000  # documents between two times that are compared
ARRIVING = 6000


def paragraph(rng: random.Random) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(18, 60))) + "."


def document(rng: random.Random, backgrounds: list[str]) -> list[str]:
    """A dozen paragraphs; a third of the documents carry one standing notice, a third one of the desk's background paragraphs."""
    lines = [paragraph(rng) for _ in range(rng.randint(4, 20))]
    return [*lines, *([rng.choice(backgrounds)] if rng.random() < 0.33 else []), *([NOTICE] if rng.random() < 0.33 else [])]


def copied(rng: random.Random, lines: list[str], kind: str) -> list[str]:
    """The same story as another outlet runs it."""
    if kind == "lead":
        return [paragraph(rng), *lines]
    if kind == "cut":
        return lines[: max(3, len(lines) // 2)]
    if kind == "changed":
        return [" ".join(rng.choice(WORDS) if rng.random() < 0.05 else w for w in line.split()) for line in lines]
    if kind == "turned":
        return [*reversed(lines[:-1]), paragraph(rng)]
    own = [paragraph(rng) for _ in range(max(2, len(lines) // 2))]
    return [*own, *lines[: max(2, len(lines) // 2)]]


def main(count: int = 5000, planted: int = 250) -> None:
    rng = random.Random(7)
    backgrounds = [paragraph(rng) for _ in range(max(1, count // 400))]
    originals = [document(rng, backgrounds) for _ in range(count)]
    papers = [Document(name=f"o{n}", text="\n".join(lines)) for n, lines in enumerate(originals)]
    kinds = {n: KINDS[i % len(KINDS)] for i, n in enumerate(rng.sample(range(count), planted))}
    made = {n: Document(name=f"c{n}", text="\n".join(copied(rng, originals[n], kind)), outlet="copy") for n, kind in kinds.items()}
    truth = {frozenset((papers[n].id, copy.id)): kinds[n] for n, copy in made.items()}
    began = time.process_time()
    told = copies([*papers, *made.values()])
    took = time.process_time() - began
    carried = {p.id: {b for b in backgrounds if b in p.text} for p in (*papers, *made.values())}
    background = {frozenset((c.first, c.second)) for c in told if c.relation == "quotes" and carried[c.first] & carried[c.second]} - truth.keys()
    found = {frozenset((c.first, c.second)) for c in told} - background
    right = found & truth.keys()
    by_kind = Counter(truth[pair] for pair in right)
    each = ", ".join(f"{kind} {by_kind[kind]}/{list(kinds.values()).count(kind)}" for kind in KINDS)
    precision = len(right) / max(1, len(found))
    print(f"{count} documents, {planted} planted: recall {len(right) / planted:.3f} ({each}), precision {precision:.3f}, {took:.1f} s of process time")
    print(f"quotations of a common background paragraph, in no story: {len(background)}")
    as_they_arrive(papers[:ARRIVING])


def as_they_arrive(papers: list[Document]) -> None:
    """Milliseconds of process time a document, at the beginning and at the end."""
    with tempfile.TemporaryDirectory() as folder, Record.create(Path(folder) / "r.truce") as record:
        times = []
        for start in range(0, len(papers), AT_ONCE):
            for paper in papers[start : start + AT_ONCE]:
                record.add(paper, [], learnt="2031-04-02T08:00:00Z")
            began = time.process_time()
            keep_up(record)
            times.append((time.process_time() - began) / len(papers[start : start + AT_ONCE]) * 1000)
    print(f"taken in one by one: {times[0]:.2f} ms a document at the beginning, {times[-1]:.2f} at the end ({times[-1] / times[0]:.2f} times)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
