"""Ending when the system says so: what is under way is undone and cleared away first."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

# To end; the terminal was closed; Ctrl+Break. Not every system has all of them.
_NAMES = ("SIGTERM", "SIGHUP", "SIGBREAK")


class Stopped(BaseException):
    """The system ends the program. `code` is the exit code that a shell gives for that: 128 and the signal's number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


def signals() -> list[signal.Signals]:
    """The signals that would end the program at once. What it was started to ignore (nohup) is not among them."""
    known = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    return [number for number in known if signal.getsignal(number) is signal.SIG_DFL]


@contextmanager
def heard() -> Iterator[None]:
    """Raise Stopped in the block when the program is told to end: once, so that clearing away is not disturbed.

    Outside the main thread nothing is heard.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ours = signals()
    for number in ours:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    signal.signal(number, signal.SIG_IGN)
    raise Stopped(number)
