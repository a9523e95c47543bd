"""Runs a command to its end and says what it took, as the operating system accounts for it."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from typing import NamedTuple

KILOBYTE = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss, in bytes


class Measured(NamedTuple):
    """One process: CPU seconds of user and system together, and peak memory in megabytes.

    Processes that it started and waited for are counted; of their peaks the highest.
    """

    cpu: float
    peak: float


def taken() -> Measured:
    """What this process took so far."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return Measured(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KILOBYTE / 1e6)


def measure(command: list[str]) -> Measured:
    """Run a command to its end."""
    return heard(command)[0]


def heard(command: list[str]) -> tuple[Measured, str]:
    """Run a command to its end; return also what it printed."""
    # As users run it: with the modules compiled once, not at every start.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile("w+") as warnings:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=warnings, env=environment, text=True
        )
        assert process.stdout is not None
        printed = process.stdout.read()
        process.stdout.close()
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            warnings.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{warnings.read()[-2000:]}")
    return Measured(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KILOBYTE / 1e6), printed


def median(runs: list[Measured]) -> Measured:
    """The median of each figure."""
    return Measured(*(statistics.median(figures) for figures in zip(*runs, strict=True)))
