"""The documentation says what the program does: generated pages are up to date, and everything that a user can call is described."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from trucekeeper.cli.main import COMMANDS
from trucekeeper.reading.assemble import READERS

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["cli.md", "vocabulary.md"])
def test_generated_pages_are_up_to_date(reference: ModuleType, name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == reference.PAGES[name](), "run: python docs/reference.py"


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
