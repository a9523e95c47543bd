"""The command line as a script meets it: words and bytes in, an exit code and bytes out."""

import contextlib
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from signatories import cli

ROOT = Path(__file__).resolve().parents[1]


class Said(NamedTuple):
    """What a command said, and its exit code."""

    code: int
    out: str
    errors: str

    @property
    def data(self) -> Any:
        """The JSON document on standard output."""
        return json.loads(self.out)


class CommandLine:
    """Runs commands on one workspace, each in this process: quicker, and seen by a debugger."""

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace

    def __call__(self, *words: object, pasted: str = "") -> Said:
        return self.run(["-w", str(self.workspace), *map(str, words)], pasted)

    def data(self, *words: object, pasted: str = "") -> Any:
        """The JSON answer of a command that must succeed."""
        said = self(*words, "--json", pasted=pasted)
        assert said.code == 0, said.errors
        return said.data

    def run(self, words: list[str], pasted: str = "") -> Said:
        """Run exactly these words."""
        out, errors, typed = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(3))
        typed.write(pasted)
        typed.seek(0)
        with (
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(errors),
            mock.patch.object(sys, "stdin", typed),
        ):
            try:
                code = cli.main(words)
            except SystemExit as stop:  # argparse ends the process for wrong usage
                code = stop.code
        return Said(code, _written(out), _written(errors))


class NewProcesses(CommandLine):
    """Runs each command in a process of its own, as a terminal does."""

    def run(self, words: list[str], pasted: str = "") -> Said:
        """Run exactly these words."""
        done = subprocess.run(
            [sys.executable, "-m", "signatories", *words],
            check=False,
            capture_output=True,
            cwd=ROOT,
            encoding="utf-8",
            input=pasted,
        )
        return Said(done.returncode, done.stdout, done.stderr)


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
