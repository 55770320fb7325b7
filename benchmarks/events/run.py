"""Events against gold: PLOVER roots (sentences), CAMEO roots (on the bench's own trees), our status gold, and the readers' speed.

    python benchmarks/events/run.py [--shared FOLDER]

Prints one line a set; sets that are not on this machine are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "reading" / "events"))

import acts_gold
from cameo import score_cameo
from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.language.pipeline import load
from trucekeeper.reading.assemble import READERS
from trucekeeper.reading.events import truce_events
from trucekeeper.reading.layers import EventFound, layers
from trucekeeper.reading.positions import truce_positions
from trucekeeper.reading.provisions import truce_provisions

ROOT = Path(__file__).resolve().parents[2]
STATUS_GOLD = ROOT / "tests" / "reading" / "events" / "status_gold.jsonl"
BEFORE = ("truce_actors", "truce_times", "truce_places", "truce_statements")  # readers whose layers the events use


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def pipeline() -> Language:
    """The shipped pipeline with the readers before the events."""
    from importlib import import_module

    nlp = load()
    for name in BEFORE:
        import_module(f"trucekeeper.reading.{READERS[name]}")
        nlp.add_pipe(name)
    return nlp


def read(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    for doc in nlp.pipe(texts):
        yield truce_events(doc)


def row_of(key: str, events: Iterable[EventFound]) -> dict[str, Any]:
    made = [{"type": e.type, "status": e.status, "actors": [a.name for a in e.actors], "recipients": [a.name for a in e.recipients]} for e in events]
    return {"id": key, "events": made}


def plover(nlp: Language, folder: Path) -> str:
    gold = folder / "plover_gsr_cameo_manual.jsonl"
    asked = rows(gold)
    found = [row_of(r["id"], layers(d).events) for r, d in zip(asked, read(nlp, (r["text"] for r in asked)), strict=True)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.write("".join(json.dumps(row) + "\n" for row in found))
        out.flush()
        done = subprocess.run([sys.executable, folder / "score_events.py", gold, out.name], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@dataclass(frozen=True, slots=True)
class StatusScore:
    """Shares of gold sentences: right status; told as happened though they are not (of those); with no event on the trigger."""

    accuracy: float
    false_happened: float
    missing: float


def score_status(gold: list[dict[str, Any]], docs: Iterable[Doc]) -> StatusScore:
    right = false = others = missing = 0
    for row, doc in zip(gold, docs, strict=True):
        start = row["text"].index(row["trigger"])
        end = start + len(row["trigger"])
        got = next((e.status for e in layers(doc).events if e.trigger[0] < end and start < e.trigger[1]), None)
        right += got == row["status"]
        missing += got is None
        others += row["status"] != "happened"
        false += row["status"] != "happened" and got == "happened"
    return StatusScore(right / len(gold), false / others, missing / len(gold))


def speed(nlp: Language, texts: list[str]) -> str:
    """Words a second of processor time of the three readers of acts and terms, alone and together, and what they cost beside the parse of the same texts."""
    start = time.process_time()
    with nlp.select_pipes(disable=list(BEFORE)):
        parsed = list(nlp.pipe(texts))
    parse = time.process_time() - start
    words, docs = sum(len(d) for d in parsed), list(nlp.pipe(texts))
    made, spent = [], 0.0
    for name, reader in (("events", truce_events), ("positions", truce_positions), ("provisions", truce_provisions)):
        start = time.process_time()
        for doc in docs:
            reader(doc)
        took = time.process_time() - start
        spent += took
        made.append(f"{name} {words / took:,.0f} words/s")
    return f"{'  '.join(made)}  together {words / spent:,.0f} words/s, {spent / parse:.2f} of the parse ({words / parse:,.0f} words/s)"


def texts_for_speed(gold: list[dict[str, Any]]) -> list[str]:
    """Reports of ten sentences each, made of our own gold."""
    sentences = [r["text"] for r in [*gold, *acts_gold.gold_rows()]]
    return ["\n".join(sentences[i : i + 10]) for i in range(0, len(sentences), 10)]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path(os.environ.get("TRUCE_SHARED", ROOT.parent / "shared")))
    folder = ap.parse_args().shared / "bench" / "events"
    nlp = pipeline()
    gold = rows(STATUS_GOLD)
    docs = list(read(nlp, (r["text"] for r in gold)))
    print("status   ", score_status(gold, docs))
    for batch in dict.fromkeys(r["batch"] for r in acts_gold.gold_rows()):
        of_it = acts_gold.gold_rows(batch)
        print(f"{batch:10}", acts_gold.score_rows(of_it, read(nlp, (r["text"] for r in of_it))))
    print("speed    ", speed(nlp, texts_for_speed(gold)))
    if folder.is_dir():
        print("plover   ", plover(nlp, folder))
        print("cameo    ", score_cameo(nlp, rows(folder / "petrarch_unit_cameo_ud.jsonl")))


if __name__ == "__main__":
    main()
