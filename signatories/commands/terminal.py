"""How far a long command is: one line of the terminal, written over, and gone before anything else is printed."""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from signatories.progress import SILENT, Progress
from signatories.texts import Message

_FIRST, _EVERY = 1.0, 0.2  # seconds: most commands are done before there is anything to tell


@contextmanager
def progress() -> Iterator[Progress]:
    """Somebody to report to while a command is at work. Where standard error is no terminal, nothing is shown."""
    if not sys.stderr.isatty():
        yield SILENT
        return
    line = _Line(sys.stderr)
    try:
        yield line
    finally:
        line.clear()


class _Line:
    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal
        self._shown = ""
        self._next = time.monotonic() + _FIRST

    def report(
        self,
        done: int,
        total: int | None,
        label: Message | str = "",
        item: str = "",  # noqa: ARG002 - a name may be too wide for a line, and nobody reads it so fast
    ) -> None:
        """Show how far it is, unless that was shown a moment ago."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _EVERY
            counted = f"{done:,}" if total is None else f"{done:,} of {total:,}"
            self._show(f"{label or 'Working'}: {counted}")

    def clear(self) -> None:
        """Leave the line empty, with the cursor at its start."""
        if self._shown:
            self._show("")
            self._write("\r")

    def _show(self, text: str) -> None:
        text = text[: shutil.get_terminal_size().columns - 1]
        self._write(f"\r{text.ljust(len(self._shown))}")
        self._shown = text

    def _write(self, text: str) -> None:
        with suppress(OSError):  # the terminal may be gone, and the work goes on
            self._terminal.write(text)
            self._terminal.flush()
