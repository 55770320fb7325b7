"""Read clusters of reports and score what is set together and apart: `python benchmarks/weighing/clusters.py [GOLD.toml] [-v]`."""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).parents[2] / "tests" / "weighing"
sys.path.insert(0, str(TESTS))

from cluster_gold import Score, load, read, score  # noqa: E402  # lies with the tests, which hold it to a floor


def main(paths: list[str]) -> None:
    everything = Score()
    for path in [Path(p) for p in paths] or sorted((TESTS / "gold").glob("clusters*.toml")):
        gold = load(path)
        made = score(gold, read(gold))
        print(f"{path.name}: {len(gold.clusters)} clusters, {len(gold.documents)} reports")
        print("\n".join(f"  {line}" for line in made.lines()))
        if "-v" in sys.argv:
            print("\n".join(f"    {note}" for note in made.notes))
        everything += made
    print("\n".join(["all together", *(f"  {line}" for line in everything.lines())]))


if __name__ == "__main__":
    main([a for a in sys.argv[1:] if not a.startswith("-")])
