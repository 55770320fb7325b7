"""Make a record of invented reports and time it: `python benchmarks/scale/run.py DOCUMENTS [RECORD] [BULK]`; a record that is there goes on from where it is.

A new record may begin with so many reports written in BULK, which takes a third of the time (see bulk.py); the others go the normal path. A million documents
with twenty million claims: `run.py 1050000 big.truce 1049000`, which needs 25 GB and, on one core, an hour.

Prints what one more report costs in a small record and in this one (without its parsing), the size of the file a claim, and how long each view takes as a
command of its own, with the memory that it needs, beside what was asked of a record of that size.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

import bulk
from made import archive
from timing import head, view

from trucekeeper.model.claims import Claim, Figure
from trucekeeper.model.document import Document
from trucekeeper.record import Record
from trucekeeper.weighing.keeping import keep_up

LEARNT = "2025-01-01"
SMALL = 1000  # documents of the record that shows what a report costs at the beginning
SAMPLE = 500  # reports that are put into both
TIMES = 1.5  # as much one more report may cost at the end
# of a record of a million documents, in seconds; the others were not asked
ASKED = {"board": 1.0, "figure": 0.5, "figure, one place": 0.5, "search, common words": 0.3, "search, rare words": 0.3}
VIEWS = {
    "board": ["board"],
    "board on a day": ["board", "--on", "2023-06-01"],
    "figure": ["figure", "hostages", "held"],
    "figure, one place": ["figure", "killed", "{place}"],
    "sheet": ["sheet", "prisoners", "released"],
    "timeline": ["timeline"],
    "timeline of a week": ["timeline", "--since", "2023-06-01", "--until", "2023-06-07"],
    "new": ["new"],
    "search, common words": ["search", "people killed"],
    "search, rare words": ["search", "{place} killed"],
}


def put(record: Record, document: Document, claims: list[Claim]) -> float:
    """Milliseconds of processor time for one more report."""
    began = time.process_time()
    record.add(document, claims, learnt=LEARNT)
    keep_up(record)
    return 1000 * (time.process_time() - began)


def fill(path: Path, count: int, in_bulk: int) -> None:
    """Bring a record to so many reports of the archive."""
    if in_bulk and not path.exists():
        bulk.write(path, in_bulk, learnt=LEARNT, of=count)
    with Record.create(path) as record:
        done = record.size()[0]
        for document, claims in archive(count):
            if not record.holds(document.id):
                cost = put(record, document, claims)
                done += 1
                if done % 10_000 == 0:
                    print(f"{done:>9,}: {cost:.2f} ms for the last report, {path.stat().st_size / 1e9:.2f} GB", flush=True)


def one_more(path: Path, count: int) -> None:
    """The same reports into a small record and into this one, in turn, so that both are measured under the same load."""
    with tempfile.TemporaryDirectory() as folder:
        small_path = Path(folder) / "small.truce"
        bulk.write(small_path, SMALL, learnt=LEARNT)
        with Record.open(small_path) as small, Record.open(path) as large:
            costs = [(put(small, *told), put(large, *told)) for told in archive(count + SAMPLE, count)]
    first, last = (statistics.mean(side) for side in zip(*costs, strict=True))
    met = "met" if last <= TIMES * first else "NOT MET"
    print(f"one more report: {first:.2f} ms of processor time in a record of {SMALL:,}, {last:.2f} ms here: {last / first:.2f} times (asked: {TIMES})  {met}")


def main(count: int, path: Path, in_bulk: int = 0) -> None:
    print(f"{count:,} reports into {path}", flush=True)
    fill(path, count, in_bulk)
    one_more(path, count)
    with Record.open(path) as record:
        documents, claims = record.size()
    place = next(c.place.name for _, made in archive(SMALL) for c in made if isinstance(c, Figure) and c.measure == "killed" and c.place)
    print(f"{documents:,} documents, {claims:,} claims, {path.stat().st_size / 1e9:.2f} GB: {path.stat().st_size / claims:.0f} bytes a claim", flush=True)
    head()
    for name, arguments in VIEWS.items():
        told = [a.format(place=place) for a in arguments]
        view(name, [told[0], str(path), *told[1:]], record=path, asked=ASKED.get(name))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "scale.truce"), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
