"""How long a command of `truce` takes, and the memory that it needs, beside what was asked."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

WIDTH = 28
RUNS = 3


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds by the clock, seconds of processor time, and the most MiB that it held."""

    wall: float
    used: float
    memory: float


def head() -> None:
    print(f"{'':<{WIDTH}} {'asked':>7} {'warm':>8} {'processor':>10} {'cold':>8} {'memory':>9}")


def view(name: str, arguments: list[str], *, record: Path, asked: float | None = None) -> None:
    """The best of some runs with the file in the system's memory, and one with nothing of it there, as on a machine where it does not fit."""
    forget(record)
    cold = run(arguments)
    warm = min((run(arguments) for _ in range(RUNS)), key=lambda made: made.wall)
    verdict = "" if asked is None else "  met" if warm.wall <= asked else "  NOT MET"
    limit = f"{asked:.1f} s" if asked is not None else ""
    print(f"{name:<{WIDTH}} {limit:>7} {warm.wall:6.2f} s {warm.used:8.2f} s {cold.wall:6.2f} s {warm.memory:5.0f} MiB{verdict}", flush=True)


def run(arguments: list[str]) -> Run:
    """Started by a small process: what is started by a large one is said to have held as much as that. Raises RuntimeError where the command fails."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as in any installation, modules are compiled
    done = subprocess.run([sys.executable, __file__, *arguments], capture_output=True, text=True, env=own, check=False)
    if done.returncode:
        raise RuntimeError(f"truce {' '.join(arguments)}: {done.stderr}")
    return Run(*map(float, done.stdout.split()))


def timed(arguments: list[str]) -> Run:
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "trucekeeper.cli.main", *arguments], stdout=subprocess.DEVNULL)
    _, status, spent = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(process.returncode)
    return Run(wall, spent.ru_utime + spent.ru_stime, spent.ru_maxrss / 1024)


def forget(path: Path) -> None:
    """Ask the system to hold nothing of a file in memory."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


if __name__ == "__main__":
    made = timed(sys.argv[1:])
    print(made.wall, made.used, made.memory)
