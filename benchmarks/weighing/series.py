"""Weigh the official daily tolls of the shared figure series: `python benchmarks/weighing/series.py SHARED`, where SHARED holds `bench/`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "weighing"))

from series_gold import breaks_by_hand, found_in, rows, told_of  # lies with the tests, which hold it


def main(shared: Path) -> None:
    held = rows(shared)
    told = told_of(held)
    began = time.process_time()
    found = found_in(told, told.weighed())
    used = time.process_time() - began
    counts = f"{len(held):,} rows, {len(told.papers):,} reports, {len(told.figures):,} figures, {found.estimates:,} of them filled in"
    print(f"{counts}; {used:.1f} s of processor time")
    print(f"parts make the whole on {found.summing_days} of {found.whole_days} days")
    print(f"before + new = all on {found.summing_pairs} of {found.summing_pairs + len(found.breaks)} pairs of days")
    print(f"breaks told: {', '.join(map(str, found.breaks))}; {'the same' if found.breaks == breaks_by_hand(held) else 'NOT the same'} as by plain arithmetic")
    print(f"told as contested in all: {found.alarms}; relations of two scopes: {len(found.mixed)}; of an estimate: {len(found.estimated)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
