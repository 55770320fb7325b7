"""Floors hold for the data that they were measured on, and for no other."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

SECTIONS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@pytest.mark.shared
@pytest.mark.parametrize("name", SECTIONS)
def test_the_floors_are_for_this_data(shared: Path, name: str) -> None:
    data = b"".join((shared / file).read_bytes() for file in SECTIONS[name]["files"])
    assert hashlib.sha256(data).hexdigest() == SECTIONS[name]["sha256"], "the data changed: measure again and say so"
