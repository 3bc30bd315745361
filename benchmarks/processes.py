"""Runs a command as a process of its own and says how long it took and how much memory it held.

Imports nothing heavy: on Linux a child's peak memory begins with what its parent held when it was started.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# One thread a process, so that "one core" means it.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
KILOBYTES = 1 if sys.platform != "darwin" else 1 / 1024  # macOS gives bytes where Linux gives kilobytes


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took: seconds by the clock, processor seconds, and its peak resident memory in megabytes."""

    wall: float
    cpu: float
    megabytes: float
    output: str


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command in a folder and wait for it. Processes that it starts itself count into `cpu`, not into memory.

    Raises:
        RuntimeError: it ended with another exit code than 0; its error output is in the message.
    """
    start = perf_counter()
    environment = {**os.environ, **ONE_THREAD}
    # Error output goes to a file: a pipe that nobody empties would stop the process when it is full.
    with (
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(  # noqa: S603 - our own commands
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as process,
    ):
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read()
    if process.returncode:
        raise RuntimeError(f"exit code {process.returncode} from {' '.join(command)}: {said.strip()[-500:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KILOBYTES / 1024, output)


def best(command: Sequence[str], folder: Path, times: int) -> Run:
    """The quickest of several runs by the clock: the others were held up by something else on the machine."""
    return min((run(command, folder) for _ in range(times)), key=lambda one: one.wall)
