"""Scores and speed of the times reader: `python benchmarks/times/run.py [--errors N] [--peers]`, with the bench data in $TRUCE_SHARED or ../shared.

Prints MEANTIME (TempEval-3's measures), the probe phrases, the Recognizers-Text specs and words a second of the reader alone on tokenised text.

The specs are scored by overlap only. They take in prepositions and join ranges ("from May 4 to May 6" is one); the reader follows TIMEX3, which does
neither, and gives each end its own expression; and they hold what news does not write (durations such as "3h", "eod"), which the reader leaves alone.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import peers
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from trucekeeper.language.pipeline import load
from trucekeeper.model.document import Document
from trucekeeper.reading.layers import layers
from trucekeeper.reading.times import truce_times

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("TRUCE_SHARED", ROOT.parent / "shared"))
BENCH = SHARED / "bench" / "times"


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_timex", BENCH / "score_timex.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(BENCH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(name: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in map(json.loads, (BENCH / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())}


def docs(name: str, rows: dict[str, dict[str, Any]], nlp: Language, cache: Path | None) -> list[Doc]:
    """The parsed Docs, kept in a folder where one is given."""
    kept = cache / f"{name}.spacy" if cache else None
    if kept is not None and kept.exists():
        return list(DocBin().from_disk(kept).get_docs(nlp.vocab))
    made = list(nlp.pipe(row["text"] for row in rows.values()))
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        DocBin(docs=made).to_disk(kept)
    return made


def read(doc: Doc, published: str | None) -> list[dict[str, Any]]:
    doc._.truce = None
    layers(doc).document = Document(name="", text=doc.text, published=published[:10] if published else None)
    truce_times(doc)
    return [{"start": t.start, "end": t.end, "type": t.timex.type, "value": t.timex.value} for t in layers(doc).times]


def shown(name: str, score: dict[str, Any]) -> str:
    return f"{name:20}" + "".join(f"  {measure} {100 * score[measure + '_f1']:.1f}" for measure in ("strict", "relaxed", "value", "type"))


def specs(rows: dict[str, dict[str, Any]]) -> str:
    """Overlap with the specs' expressions, the share of those whose TIMEX is the reader's value or a part of it, and that of days with one of their readings.

    The specs leave the year and the week open and list a past and a future reading ("XXXX-03-07"); the reader takes the one that tense and verb want.
    """
    blank = spacy.blank("en")
    expected = found = hit = equal = right = days = read_so = 0
    for row in rows.values():
        pred = read(blank.make_doc(row["text"]), row["dct"])
        pairs = [[p for p in pred if p["start"] < g["end"] and g["start"] < p["end"]] for g in row["timexes"]]
        expected += len(pairs)
        found += len(pred)
        hit += sum(map(bool, pairs))
        right += len({id(p) for pair in pairs for p in pair})
        equal += sum(any(p["value"] in (t or "") for p in pair for t in g["timex"]) for pair, g in zip(pairs, row["timexes"], strict=True))
        for pair, g in zip(pairs, row["timexes"], strict=True):
            readings = {v["value"][:10] for v in g["values"] if v["type"] in {"date", "datetime"} and v.get("value")}
            days += bool(pair and readings)
            read_so += any(p["value"][:10] in readings for p in pair)
    precision, recall = right / found, hit / expected
    overlap = 200 * precision * recall / (precision + recall)
    told = f"same value {100 * equal / hit:.1f} %  days: one of their readings {100 * read_so / days:.1f} %"
    return f"{'recognizers_specs_en':20}  relaxed {overlap:.1f}  {told}"


def speed(rows: dict[str, dict[str, Any]]) -> float:
    """Words a second of the reader alone, on Docs that hold tokens only."""
    blank = spacy.blank("en")
    made = [(blank.make_doc(row["text"]), row["dct"]) for row in rows.values()]
    begun = time.perf_counter()
    for doc, published in made:
        read(doc, published)
    return sum(len(d) for d, _ in made) / (time.perf_counter() - begun)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--errors", type=int, default=0, help="misses to show")
    asked.add_argument("--cache", type=Path, help="folder to keep parses in")
    asked.add_argument("--no-parse", action="store_true", help="read tokenised text only")
    asked.add_argument("--peers", action="store_true", help="other readers side by side, where they are installed")
    options = asked.parse_args()
    nlp = spacy.blank("en") if options.no_parse else load()
    judge = scorer()
    score = judge.score
    for name, limit in (("meantime_en", "annotated_end"), ("probe_phrases", None)):
        rows = gold(name)
        made = docs(name, rows, nlp, None if options.no_parse else options.cache)
        pred = {key: {"id": key, "timexes": read(doc, row["dct"])} for (key, row), doc in zip(rows.items(), made, strict=True)}
        result, errors = score(rows, pred, limit)
        print(shown(name, result))
        for error in errors[: options.errors]:
            print("  " + "\t".join(str(x).replace("\n", " ") for x in error))
    print(specs(gold("recognizers_specs_en")))
    own = speed(gold("meantime_en"))
    print(f"speed: {own:,.0f} words a second on tokenised text")
    if options.peers:
        peers.compare(judge, [("meantime_en", gold("meantime_en"), "annotated_end"), ("probe_phrases", gold("probe_phrases"), None)], own)


if __name__ == "__main__":
    main()
