"""Make a record of invented reports and time it: `python benchmarks/scale/run.py DOCUMENTS [RECORD] [BULK]`; a record that is there goes on from where it is.

A new record may begin with so many reports written in BULK, which takes a quarter of the time (see bulk.py); the last thousand or more go the normal path.

Prints what one more report costs at the beginning and at the end (without its parsing), the size of the file a claim, and how long each view takes as a
command of its own, with the memory that it needs.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import bulk
from made import archive
from timing import view

from trucekeeper.model.claims import Figure
from trucekeeper.record import Record
from trucekeeper.weighing.keeping import keep_up

SAMPLE = 500  # reports over which a cost is measured
VIEWS = {
    "board": ["board"],
    "board on a day": ["board", "--on", "2023-06-01"],
    "figure": ["figure", "hostages", "held"],
    "figure, one place": ["figure", "killed", "{place}"],
    "sheet": ["sheet", "prisoners", "released"],
    "timeline": ["timeline"],
    "timeline of a week": ["timeline", "--since", "2023-06-01", "--until", "2023-06-07"],
    "search, common words": ["search", "people killed"],
    "search, rare words": ["search", "{place} killed"],
}


def main(count: int, path: Path, in_bulk: int = 0) -> None:
    costs: list[float] = []
    print(f"{count:,} reports into {path}", flush=True)
    if in_bulk and not path.exists():
        bulk.write(path, in_bulk, learnt="2025-01-01")
    with Record.create(path) as record:
        done = record.size()[0]
        for number, (document, claims) in enumerate(archive(count, done), start=done):
            began = time.process_time()
            record.add(document, claims, learnt="2025-01-01")
            keep_up(record)
            costs.append(time.process_time() - began)
            if (number + 1) % 10_000 == 0:
                print(f"{number + 1:>9,}: {1000 * statistics.mean(costs[-SAMPLE:]):.2f} ms a report, {path.stat().st_size / 1e9:.2f} GB", flush=True)
        documents, claims_held = record.size()
        place = next(c.place.name for _, made in archive(1000) for c in made if isinstance(c, Figure) and c.measure == "killed" and c.place)
    if costs:
        first, last = costs[SAMPLE : 2 * SAMPLE] or costs, costs[-SAMPLE:]
        mean = [1000 * statistics.mean(part) for part in (first, last)]
        print(f"one more report: {mean[0]:.2f} ms of processor time at the beginning, {mean[1]:.2f} ms at the end, {mean[1] / mean[0]:.2f} times")
    print(f"{documents:,} documents, {claims_held:,} claims, {path.stat().st_size / claims_held:.0f} bytes a claim")
    for name, arguments in VIEWS.items():
        told = [a.format(place=place) for a in arguments]
        view(name, [told[0], str(path), *told[1:]])


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "scale.truce"), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
