"""A reading that is killed at any moment: the record opens, nothing is half there, and the next run finishes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fake_reader import claims_of
from trucekeeper.record import Record

TESTS = Path(__file__).parents[1]  # where fake_reader lies
COUNT = 200
# documents that a run has put in, and seconds more, when it is killed; each goes on where the one before ended
KILLED_AFTER = ((1, 0.0), (5, 0.001), (20, 0.003), (40, 0.01))


def started(path: Path, *statement: str) -> subprocess.Popen[str]:
    script = Path(__file__).with_name("reading_process.py")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(TESTS), os.environ.get("PYTHONPATH"))))}
    return subprocess.Popen([sys.executable, str(script), str(path), str(COUNT), *statement], stdout=subprocess.PIPE, text=True, env=environment)


def assert_whole(path: Path) -> int:
    with Record.open(path) as record:
        assert list(record.check()) == []
        documents = list(record.documents())
        for document in documents:
            assert [c.id for c in record.claims(document=document.id)] == [c.id for c in claims_of(document)]
        return len(documents)


def test_killed_while_reading(tmp_path: Path) -> None:
    path = tmp_path / "r.truce"
    held = []
    for count, wait_s in KILLED_AFTER:
        with started(path) as process:
            assert process.stdout is not None
            for _ in range(count):
                process.stdout.readline()
            time.sleep(wait_s)
            os.kill(process.pid, signal.SIGKILL)
        held.append(assert_whole(path))
    assert held == sorted(held)
    assert 66 <= held[-1] < COUNT
    with started(path) as process:
        process.communicate()
    assert process.returncode == 0
    assert assert_whole(path) == COUNT


def test_killed_inside_of_a_document(tmp_path: Path) -> None:
    """Before each statement with which one more is put in, one after the other: it is there whole or not at all."""
    path = tmp_path / "r.truce"
    with started(path, "1000000") as process:  # makes the file, and leaves two
        assert process.stdout is not None
        for _ in range(2):
            process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    before = held = assert_whole(path)
    deaths = 0
    while held == before:
        deaths += 1
        with started(path, str(3 * before + deaths)) as process:  # whether those before it are there is asked in three statements each
            process.communicate()
        assert process.returncode == -signal.SIGKILL
        held = assert_whole(path)
    assert deaths > 5


@pytest.mark.slow
def test_killed_while_it_is_made(tmp_path: Path) -> None:
    whole = 0
    for n in range(6):
        path = tmp_path / f"{n}.truce"
        with started(path) as process:
            before = time.monotonic()
            while not path.exists() and time.monotonic() < before + 20:
                time.sleep(0.001)
            time.sleep(n * 0.05)
            os.kill(process.pid, signal.SIGKILL)
        whole += assert_whole(path) >= 0
    assert whole == 6
