"""The peers of `../shared/peers`: run in turn with ours on the same work, and their checks of our files."""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from measuring import Measured, measure, median

from signatories.block.settings import Layout

PEERS = Path(__file__).resolve().parents[3] / "shared/peers"
OURS = "ours"
_NEEDS = {
    "typst_merge": ("typst",),
    "reportlab_naive_merge": ("reportlab",),
    "raw_fast_merge": (),
    "qt_annex": ("PySide6.QtGui",),
    "typst_annex": ("typst",),
    "raw_fast_annex": (),
    "import_read": ("openpyxl",),
    "import_dedup": ("rapidfuzz", "recordlinkage"),
    "import_db": ("sqlalchemy",),
    "verify_merge": ("pypdfium2", "pikepdf"),
    "verify_annex": ("pypdfium2",),
}


class Script(NamedTuple):
    """A script of theirs, and the Python that has the packages that it needs."""

    name: str
    python: str

    def command(self, *arguments: object) -> list[str]:
        """How it is run."""
        return [self.python, str(PEERS / f"{self.name}.py"), *map(str, arguments)]


def workload() -> Any:
    """Their module that makes the letter, recipients and signatories, and sets the sizes of the type."""
    sys.path.insert(0, str(PEERS))
    return import_module("workload")


def found(pythons: Iterable[str], names: Iterable[str]) -> list[Script]:
    """The scripts that one of these Pythons can run; the others are named on standard error."""
    scripts = []
    for name in names:
        able = next((python for python in pythons if _has(python, _NEEDS[name])), None)
        if able is None:
            needs = ", ".join(_NEEDS[name])
            print(f"{name} is left out: no Python given has {needs}", file=sys.stderr)
        else:
            scripts.append(Script(name, able))
    return scripts


def make_workspace(path: Path, count: int, lines: int, layout: Layout, kind: str) -> None:
    """Make a workspace in a process of its own: what it takes would count as that of those who are measured."""
    script = Path(__file__).with_name("merge_workspace.py")
    figures = (count, lines, layout.columns, layout.size)
    command = [sys.executable, str(script), str(path), *map(str, figures), kind]
    subprocess.run(command, check=True)


def our_export(workspace: Path, product: str, target: Path, *options: str) -> list[str]:
    """The command line, as a user would call it."""
    command = [sys.executable, "-m", "signatories", "-w", str(workspace), "export", product]
    return [*command, "--letter", "1", "--format", "pdf", "-o", str(target), *options]


def in_turn(commands: Mapping[str, list[str]], times: int) -> dict[str, Measured]:
    """Run all commands once, then again; the medians by name."""
    runs: dict[str, list[Measured]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            runs[name].append(measure(command))
    return {name: median(taken) for name, taken in runs.items()}


def beside(mine: Measured, theirs: Measured) -> str:
    """What a peer took, and how many times as long that is."""
    return f"{theirs.cpu:6.2f} s {theirs.peak:6.0f} MB {theirs.cpu / mine.cpu:6.1f} x"


def verified(checks: Iterable[Script], *arguments: object) -> str:
    """What a check of theirs says of a file of ours: "good", or its own words; "unchecked" where it cannot run."""
    for check in checks:
        done = subprocess.run(
            check.command(*arguments), capture_output=True, text=True, check=False
        )
        return "good" if done.returncode == 0 else (done.stdout + done.stderr).strip()[-500:]
    return "unchecked"


def _has(python: str, packages: Iterable[str]) -> bool:
    command = [python, "-c", ";".join(f"import {each}" for each in packages)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return not subprocess.run(command, capture_output=True, check=False, env=environment).returncode
