"""What a command loads: a view of a record needs no language pipeline, no agreement files, and nothing that makes or proves rows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from made_claims import island_record

HEAVY = ("spacy", "thinc", "trafilatura", "sqlalchemy", "alembic", "pydantic", "ruamel", "jinja2")


@pytest.mark.parametrize("command", [["board"], ["figure", "killed"], ["new"], ["search", "fire"], ["timeline"]], ids=lambda c: c[0])
def test_a_view_loads_nothing_that_reads(command: list[str], tmp_path: Path) -> None:
    path = island_record(tmp_path / "island.truce")
    call = f"main({[command[0], str(path), *command[1:]]!r}, standalone_mode=False)"
    tell = f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    script = f"import sys\nfrom trucekeeper.cli.main import main\n{call}\n{tell}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout
    assert done.stderr.splitlines()[-1] == "[]"
