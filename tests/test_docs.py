"""The documentation says what the program does: generated pages are up to date, and everything that a user can call is described."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from trucekeeper.cli.main import COMMANDS
from trucekeeper.reading.assemble import READERS

ROOT = Path(__file__).resolve().parents[1]


def test_generated_pages_are_up_to_date(tmp_path: Path) -> None:
    # in a process of its own: click keeps a command's help option as the first caller in a process has made it
    subprocess.run([sys.executable, ROOT / "docs" / "reference.py", tmp_path], check=True)
    made = {page.name: page.read_text(encoding="utf-8") for page in tmp_path.iterdir()}
    assert made
    assert made == {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in made}, "run: python docs/reference.py"


def test_every_reader_is_described() -> None:
    text = (ROOT / "docs" / "components.md").read_text(encoding="utf-8")
    assert [name for name in READERS if f"`{name}`" not in text] == []


def test_the_changelog_names_every_command() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`{name}`" not in text and f"`truce {name}`" not in text] == []


def test_every_page_is_in_the_contents() -> None:
    pages = {p.stem for p in (ROOT / "docs").glob("*.md")} - {"index"}
    listed = set(re.findall(r"^([a-z-]+)$", (ROOT / "docs" / "index.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert pages == listed


def test_the_readme_s_commands_exist() -> None:
    readme, makefile = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "Makefile"))
    assert "make demo" in readme
    assert "make test" in readme
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert {"demo", "test"} <= targets
    used = set(re.findall(r"^(?:\$ )?truce ([a-z]+)", readme, re.MULTILINE))
    assert used <= set(COMMANDS)
