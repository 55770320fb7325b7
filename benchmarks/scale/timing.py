"""How long a command of `truce` takes, and the memory that it needs."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time


def view(name: str, arguments: list[str]) -> None:
    """The second of two runs, so that the file is warm and, as in any installation, modules are compiled."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(2):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began = time.perf_counter()
        done = subprocess.run([sys.executable, "-m", "trucekeeper.cli.main", *arguments], capture_output=True, text=True, check=False, env=own)
        wall = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:<28} {wall:7.2f} s ({used:.2f} s of processor time, at most {after.ru_maxrss / 1024:.0f} MiB){'' if done.returncode == 0 else done.stderr}")
