"""Places on GeoVirus: found, and resolved within 161 km; words a second of the reader alone on parsed text; the published figures of others beside them.

python benchmarks/places/run.py [--shared ../shared] [--write predictions.jsonl]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from trucekeeper.language.pipeline import load
from trucekeeper.reading.actors import truce_actors
from trucekeeper.reading.layers import PlaceFound, layers
from trucekeeper.reading.places import truce_places

# Overlap F1, and the share within 161 km, as measured on the same file.
OTHERS = {"Stanford NER": (92.8, 65), "CamCoder": (87.6, 77), "Edinburgh Geoparser": (87.8, 79)}


def scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_geo", folder / "score_geo.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def row(identifier: str, places: list[PlaceFound]) -> dict[str, Any]:
    return {"id": identifier, "toponyms": [{"start": p.start, "end": p.end, "lat": p.lat, "lon": p.lon, "geonameid": p.geonames} for p in places]}


def run(shared: Path, write: Path | None) -> None:
    folder = shared / "bench" / "places"
    gold = [json.loads(line) for line in (folder / "geovirus.jsonl").read_text(encoding="utf-8").splitlines() if line]
    nlp = load()
    docs = [truce_actors(d) for d in nlp.pipe(r["text"] for r in gold)]
    truce_places(docs[0])
    began = time.perf_counter()
    for doc in docs:
        truce_places(doc)
    took = time.perf_counter() - began
    rows = [row(r["id"], layers(d).places) for r, d in zip(gold, docs, strict=True)]
    score = scorer(folder)
    score.show("trucekeeper", score.score({r["id"]: r for r in gold}, {r["id"]: r for r in rows}))
    for name, (f1, near) in OTHERS.items():
        print(f"{name:34} overlap F {f1}, within 161 km {near} %")
    print(f"truce_places alone: {sum(map(len, docs)) / took:,.0f} words a second")
    if write:
        write.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    parser.add_argument("--write", type=Path, help="write the predictions, in the scorer's form")
    args = parser.parse_args()
    run(args.shared, args.write)
