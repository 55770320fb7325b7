"""Terms and positions against our own gold, field by field, and the speed of their readers: `python benchmarks/provisions/run.py [--shared FOLDER]`.

Prints a table, one row a set: the terms of real agreements (in $TRUCE_SHARED or ../shared, left out where they are not), of our own agreements, of
reports by the batch in which they were labelled, and the positions of reports by batch; then words a second of processor time of each reader alone, on
parsed texts.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "reading" / "provisions"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "reading" / "positions"))

import position_gold
import provision_gold
import report_gold
from spacy.tokens import Doc

from trucekeeper.language.pipeline import load
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader
from trucekeeper.reading.positions import truce_positions
from trucekeeper.reading.provisions import truce_provisions

ROOT = Path(__file__).resolve().parents[2]
TERM = ("found", "bounds", "bearer", "anchor", "issue", *provision_gold.LATER)
TOLD = ("bounds", "standing", "by", "bearer", "issue", "anchor", *report_gold.LATER)
Row = tuple[str, int, dict[str, float]]


def agreements(folder: Path, path: Path, name: str) -> Row:
    made = provision_gold.score(folder, load(), path)
    return name, made.terms, {field: made.share(field) for field in TERM}


def reports(reader: Reader) -> Iterable[Row]:
    """Shares of the fields are of the terms found; `found` is of all."""
    rows = report_gold.gold()
    for batch in sorted({r["batch"] for r in rows}):
        made = report_gold.score(reader, [r for r in rows if r["batch"] == batch])
        fields = {field: made.right(field) for field in TOLD if field not in report_gold.LATER or made.judged[field]}
        yield f"terms in reports {batch}", made.counts["asked"], {"found": made.recall, "precision": made.precision, **fields}


def positions(reader: Reader) -> Iterable[Row]:
    rows = position_gold.gold()
    for batch in sorted({r["batch"] for r in rows}):
        made = position_gold.score(reader, [r for r in rows if r["batch"] == batch])
        fields = {field: made.right(field) for field in position_gold.FIELDS}
        yield f"positions {batch}", made.counts["asked"], {"found": made.recall, "precision": made.precision, **fields}


def table(rows: Iterable[Row]) -> str:
    """One line a set, a column for every field that any set has; blank where a set has none."""
    listed = list(rows)
    columns = list(dict.fromkeys(field for _, _, fields in listed for field in fields))
    lines = [f"{'set':22}{'items':>6}" + "".join(f"{c:>12}" for c in columns)]
    for name, items, fields in listed:
        cells = (f"{fields[c]:12.3f}" if c in fields else " " * 12 for c in columns)
        lines.append(f"{name:22}{items:6}" + "".join(cells))
    return "\n".join(line.rstrip() for line in lines)


def parsed(reader: Reader, texts: Iterable[str]) -> list[Doc]:
    """Docs with the layers of every reader before the provisions."""
    return [next(reader.nlp.pipe([reader.prepare(Document(name="speed", text=text))])) for text in texts]


def speed(docs: list[Doc], read: Callable[[Doc], Doc]) -> float:
    words = sum(not t.is_space and not t.is_punct for d in docs for t in d)
    start = time.process_time()
    for doc in docs:
        read(doc)
    return words / (time.process_time() - start)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path(os.environ.get("TRUCE_SHARED", ROOT.parent / "shared")))
    texts = ap.parse_args().shared / "texts"
    reader = Reader()
    rows = [agreements(texts, provision_gold.GOLD, "agreements")] if texts.is_dir() else []
    rows.append(agreements(provision_gold.OWN_TEXTS, provision_gold.OWN, "own agreements"))
    print(table([*rows, *reports(reader), *positions(reader)]))
    told = parsed(reader, [r["text"] for r in [*report_gold.gold(), *position_gold.gold()]])
    print(f"speed  positions {speed(told, truce_positions):,.0f} words/s  provisions of reports {speed(told, truce_provisions):,.0f} words/s", end="")
    agreed = parsed(reader, [p.read_text(encoding="utf-8") for p in sorted(provision_gold.OWN_TEXTS.glob("*.txt"))])
    print(f"  provisions of agreements {speed(agreed, truce_provisions):,.0f} words/s")


if __name__ == "__main__":
    main()
