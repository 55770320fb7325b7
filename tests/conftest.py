"""Shared by all tests: the pipeline, loaded once, and the bench data where this machine has it."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from spacy.language import Language

# a machine that is busy with something else is no fault of the code
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("TRUCE_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped language pipeline without readers; do not add pipes to it, call readers on its Docs."""
    from trucekeeper.language.pipeline import load

    return load()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of bench data; tests that ask for it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the bench data (../shared) is not on this machine")
    return SHARED


@pytest.fixture(scope="session")
def floors() -> dict[str, Any]:
    """The least that a change may score, by section of floors.toml."""
    return tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))
