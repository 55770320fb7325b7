"""Plant copies of several kinds among invented documents and say how many are found: `python benchmarks/weighing/copies.py [DOCUMENTS] [PLANTED]`."""

from __future__ import annotations

import random
import sys
import time

from trucekeeper.model.document import Document
from trucekeeper.weighing.copies import copies

WORDS = [
    f"{a}{b}{c}"
    for a in ("ba", "ke", "lo", "mi", "nu", "ra", "se", "to")
    for b in ("dan", "fel", "gor", "lim", "pur", "sit")
    for c in ("", "a", "er", "in", "os")
]
NOTICE = "This story was written with the help of agencies and will be updated as more becomes known in the course of the day by our desk."


def paragraph(rng: random.Random) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(18, 60))) + "."


def document(rng: random.Random) -> list[str]:
    """A dozen paragraphs; a third of the documents carry one standing notice."""
    return [*(paragraph(rng) for _ in range(rng.randint(4, 20))), *([NOTICE] if rng.random() < 0.33 else [])]


def copied(rng: random.Random, lines: list[str]) -> list[str]:
    """The same story with another lead, cut short, or with a word in twenty changed."""
    kind = rng.randrange(3)
    if kind == 0:
        return [paragraph(rng), *lines]
    if kind == 1:
        return lines[: max(3, len(lines) // 2)]
    return [" ".join(rng.choice(WORDS) if rng.random() < 0.05 else w for w in line.split()) for line in lines]


def main(count: int = 5000, planted: int = 250) -> None:
    rng = random.Random(7)
    originals = [document(rng) for _ in range(count)]
    papers = [Document(name=f"o{n}", text="\n".join(lines)) for n, lines in enumerate(originals)]
    made = {n: Document(name=f"c{n}", text="\n".join(copied(rng, originals[n])), outlet="copy") for n in rng.sample(range(count), planted)}
    truth = {frozenset((papers[n].id, copy.id)) for n, copy in made.items()}
    began = time.perf_counter()
    found = {frozenset((c.first, c.second)) for c in copies([*papers, *made.values()])}
    took = time.perf_counter() - began
    right = len(found & truth)
    print(f"{count} documents, {planted} planted: recall {right / planted:.3f}, precision {right / max(1, len(found)):.3f}, {took:.1f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
