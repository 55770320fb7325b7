"""Scores and speed of the statements' and wording's readers: `python benchmarks/statements/run.py [--cache FOLDER] [--misses N] [--peers]`.

Prints, from the bench data in $TRUCE_SHARED or ../shared: PolNeAR's dev split (source, cue, content, pairs, speaker), LitBank's quotations (recall of the
quotations and of those that became statements, and their speakers), and words a second of the readers alone on parsed text.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import peers
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from trucekeeper.language.pipeline import load
from trucekeeper.reading.actors import truce_actors
from trucekeeper.reading.layers import Region, StatementFound, layers
from trucekeeper.reading.quotes import quotes
from trucekeeper.reading.statements import truce_statements
from trucekeeper.reading.statements.mending import mend
from trucekeeper.reading.statements.page import page_of
from trucekeeper.reading.statements.unmarked import mark_unmarked
from trucekeeper.reading.wording import truce_wording

SHARED = Path(os.environ.get("TRUCE_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
BENCH = SHARED / "bench" / "statements"
WORD = re.compile(r"[a-z]{3,}")
PRONOUNS = frozenset({"he", "she", "i", "they", "we", "it", "him", "her", "me", "them"})
HALF = 0.5  # a quotation is found when it shares half of both with what was read


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (BENCH / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def docs(name: str, texts: list[str], nlp: Language, cache: Path | None) -> list[Doc]:
    """The parsed Docs, kept in a folder where one is given."""
    kept = cache / f"bench-{name}.spacy" if cache else None
    if kept is not None and kept.exists():
        return list(DocBin().from_disk(kept).get_docs(nlp.vocab))
    made = list(nlp.pipe(texts))
    if kept is not None:
        DocBin(docs=made).to_disk(kept)
    return made


def timed(parsed: list[Doc]) -> float:
    """Words a second of the statements' reader; that of the wording is printed too."""
    for doc in parsed:
        truce_actors(doc)
    speeds = []
    for name, reader in (("truce_statements", truce_statements), ("truce_wording", truce_wording)):
        start = time.process_time()
        for doc in parsed:
            reader(doc)
        speeds.append(sum(map(len, parsed)) / (time.process_time() - start))
        print(f"{name:17} {speeds[-1]:8.0f} words/s")
    return speeds[0]


def spans(found: StatementFound) -> dict[str, list[dict[str, int]]]:
    return {role: [{"start": a, "end": b} for a, b in getattr(found, role)] for role in ("source", "cue", "content")}


def score(made: list[dict[str, Any]], misses: int = 0) -> str:
    """What the shared scorer prints of attributions on PolNeAR's dev split."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("\n".join(map(json.dumps, made)))
        file.flush()
        command = [sys.executable, str(BENCH / "score_statements.py"), str(BENCH / "polnear_dev.jsonl"), file.name, "--misses", str(misses)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def share(one: Region, other: Region) -> float:
    both = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return both / (max(one[1], other[1]) - min(one[0], other[0]))


def recall(wanted: list[Region], made: list[Region]) -> int:
    return sum(1 for w in wanted if any(share(w, m) >= HALF for m in made))


def litbank(gold: list[dict[str, Any]], nlp: Language, cache: Path | None) -> None:
    parsed = docs("litbank", [row["text"] for row in gold], nlp, cache)
    asked = marked = said = fitted = 0
    told: Counter[str] = Counter()
    told_right: Counter[str] = Counter()
    for row, doc in zip(gold, parsed, strict=True):
        wanted = [(a["content"][0][0], a["content"][0][1]) for a in row["attributions"]]
        asked += len(wanted)
        page = mark_unmarked(mend(page_of(truce_actors(doc))))
        dashed = [page.region(q.words) for q in page.quoted]
        marked += recall(wanted, [*(part for q in quotes(row["text"]) for part in [(q.start, q.end), *q.parts]), *dashed])
        found = layers(truce_statements(doc)).statements
        said += recall(wanted, [r for s in found for r in (*s.content, (s.content[0][0], s.content[-1][1]))])
        voices = [(kind, name, attribution["speaker_entity"]) for place, attribution in zip(wanted, row["attributions"], strict=True)
                  if (voice := voice_of(place, found)) is not None for kind, name in [voice]]  # fmt: skip
        right = same_speakers([(name, entity) for _, name, entity in voices])
        fitted += sum(right)
        told.update(kind for kind, _, _ in voices)
        told_right.update(kind for (kind, _, _), fits in zip(voices, right, strict=True) if fits)
    print(f"litbank  quotations found {marked / asked:.3f}  made statements {said / asked:.3f}  ({asked})")
    print(f"litbank  speaker {fitted / sum(told.values()):.3f} of {sum(told.values())}: " + ", ".join(f"{k} {told_right[k]}/{told[k]}" for k in sorted(told)))


def voice_of(place: Region, found: list[StatementFound]) -> tuple[str, str] | None:
    """How the speaker of the statement that has a quotation is told (by a name, a description, a pronoun, or by what came before), and who it is."""
    best = max(found, key=lambda s: max(share(place, r) for r in (*s.content, (s.content[0][0], s.content[-1][1]))), default=None)
    if best is None or max(share(place, r) for r in (*best.content, (best.content[0][0], best.content[-1][1]))) < HALF:
        return None
    if best.speaker is None:
        return "nobody", ""
    kind = "taken on" if best.run_on else "pronoun" if best.speaker.name.lower() in PRONOUNS else "name" if best.speaker.name[:1].isupper() else "description"
    return kind, best.speaker.label


def same_speakers(voices: list[tuple[str, str]]) -> list[bool]:
    """Who is who is told by the gold's label alone: by a word of the name that no other entity's label has, otherwise one to one, most frequent first."""
    holders: dict[str, set[str]] = defaultdict(set)
    for _, entity in voices:
        for word in WORD.findall(entity.lower()):
            holders[word].add(entity)
    found: dict[str, str] = {}
    for name, _ in voices:
        named = {next(iter(holders[w])) for w in WORD.findall(name.lower()) if len(holders.get(w, ())) == 1}
        if len(named) == 1:
            found[name] = named.pop()
    taken = set(found.values())
    for (name, entity), _ in sorted(Counter(voices).items(), key=lambda item: (-item[1], item[0])):
        if name and name not in found and entity not in taken:
            found[name] = entity
            taken.add(entity)
    return [found.get(name) == entity for name, entity in voices]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, help="folder in which parsed texts are kept")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--peers", action="store_true", help="a public extractor side by side")
    parser.add_argument("--no-litbank", action="store_true", help="leave the novels out (200,000 words to parse)")
    args = parser.parse_args()
    nlp = load()
    gold = rows("polnear_dev")
    parsed = docs("polnear", [row["text"] for row in gold], nlp, args.cache)
    speed = timed(parsed)
    made = [{"id": row["id"], "attributions": [spans(s) for s in layers(doc).statements]} for row, doc in zip(gold, parsed, strict=True)]
    print(score(made, args.misses))
    if args.peers:
        peers.compare(gold, parsed, made, speed, score)
    if not args.no_litbank:
        litbank(rows("litbank_quotes"), nlp, args.cache)


if __name__ == "__main__":
    main()
