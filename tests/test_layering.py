"""Data goes one way, up: a floor imports only from floors below it (docs/design)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import trucekeeper

PACKAGE = Path(trucekeeper.__file__).parent
# from the bottom; floors on one line do not know each other
FLOORS = [
    {"knowledge"}, {"model"}, {"sources"}, {"language"}, {"reading"}, {"record"}, {"weighing"}, {"agreement"}, {"views", "exchange"}, {"cli"},
]  # fmt: skip
HEIGHT = {name: height for height, floor in enumerate(FLOORS) for name in floor}


def imported(source: str) -> Iterator[str]:
    """Full names of the package's modules that a source text imports, late imports included."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("trucekeeper"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("trucekeeper"):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floor_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in HEIGHT else None


def wrong_imports(own: str, source: str) -> list[str]:
    """Imports from the same height (of another floor) or from above."""
    return [name for name in imported(source) if (other := floor_of(name)) and other != own and HEIGHT[other] >= HEIGHT[own]]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    floor = path.relative_to(PACKAGE).parts[0]
    if floor not in HEIGHT:
        assert path.parent == PACKAGE, f"{path} lies on no floor"
        return
    assert wrong_imports(floor, path.read_text(encoding="utf-8")) == []


def test_an_upward_import_is_seen() -> None:
    assert wrong_imports("model", "def f():\n    from trucekeeper.reading import layers") == ["trucekeeper.reading.layers"]
    assert wrong_imports("views", "import trucekeeper.exchange.claims") == ["trucekeeper.exchange.claims"]
    assert wrong_imports("reading", "from trucekeeper.model import claims") == []


def test_every_folder_is_a_floor() -> None:
    folders = {p.name for p in PACKAGE.iterdir() if p.is_dir() and not p.name.startswith("__")}
    assert folders == set(HEIGHT)
