"""The line that says how far a command is: on a terminal, after a moment, and gone at the end."""

import io
from contextlib import redirect_stderr

import pytest

from signatories import progress as silence
from signatories.commands import terminal


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(terminal.time, "monotonic", clock)
    return clock


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "30")
    return Terminal()


def test_work_of_a_moment_shows_nothing(clock: Clock, screen: Terminal) -> None:
    with redirect_stderr(screen), terminal.progress() as progress:
        clock.now = 0.9
        progress.report(5, 10, "Writing")
    assert screen.getvalue() == ""


def test_a_line_is_written_over_and_gone_at_the_end(clock: Clock, screen: Terminal) -> None:
    with redirect_stderr(screen), terminal.progress() as progress:
        clock.now = 1.0
        progress.report(12_000, 100_000, "Comparing")
        clock.now = 1.1
        progress.report(12_500, 100_000, "Comparing")
        clock.now = 1.3
        progress.report(7, None, "Writing")
    first, second = "Comparing: 12,000 of 100,000", "Writing: 7"
    assert screen.getvalue() == f"\r{first}\r{second.ljust(len(first))}\r{' ' * len(second)}\r"


def test_a_line_is_never_wider_than_the_terminal(clock: Clock, screen: Terminal) -> None:
    with redirect_stderr(screen), terminal.progress() as progress:
        clock.now = 1.0
        progress.report(12_000, 100_000, "Comparing the rows of a table")
        assert len(screen.getvalue()) == len("\r") + 29


def test_a_failure_leaves_the_line_empty(clock: Clock, screen: Terminal) -> None:
    def fail() -> None:
        with redirect_stderr(screen), terminal.progress() as progress:
            clock.now = 1.0
            progress.report(1, 2, "Writing")
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        fail()
    assert screen.getvalue().endswith(" \r")


def test_nothing_is_shown_where_no_terminal_is() -> None:
    with terminal.progress() as progress:
        assert progress is silence.SILENT
