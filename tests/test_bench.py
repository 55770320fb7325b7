"""The bench floors: shared sets read by the whole program, its claims turned by the shared tool into what the shared scorers read.

In floors.toml the key of a floor is the pattern of its figure in what the scorer prints.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from trucekeeper.model.document import Document
from trucekeeper.model.rows import to_row
from trucekeeper.reading.assemble import Reader

FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
SECTIONS = [name for name in FLOORS if name != "seed"]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def claims_of(reader: Reader, gold: Path, to: Path) -> None:
    """Read every row's text and write all claims, named by the row's id."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    documents = (Document(name=str(row["id"]), text=row["text"], published=(row.get("dct") or "")[:10] or None) for row in rows)
    with to.open("w", encoding="utf-8") as lines:
        for reading in reader.read_all(documents):
            lines.writelines(json.dumps(to_row(claim, reading.document.name)) + "\n" for claim in reading.claims)


def printed(*command: str | Path) -> str:
    return subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True).stdout


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("name", SECTIONS)
def test_floor(name: str, reader: Reader, shared: Path, tmp_path: Path) -> None:
    section = FLOORS[name]
    gold = shared / section["files"][0]
    claims, made = tmp_path / "claims.jsonl", tmp_path / "made.jsonl"
    claims_of(reader, gold, claims)
    made.write_text(printed(shared / "tools" / "claims_to_bench.py", section["what"], claims), encoding="utf-8")
    output = printed(shared / section["files"][1], gold, made, *section.get("options", ()))
    for pattern, floor in section["floors"].items():
        (reached,) = re.findall(pattern, output)
        assert float(reached) >= floor, output
