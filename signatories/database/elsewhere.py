"""Which other computer has a workspace open, as a file beside it says.

Programs on one computer take turns by SQLite's locks. Its log in memory is not shared between computers: two that write
one file on a shared drive would damage it (https://sqlite.org/wal.html).
"""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from signatories import locations, processes
from signatories.errors import WorkspaceError
from signatories.texts import N_

_ELSEWHERE = N_(
    "{file} is open on {host}, and two computers cannot write one file: nothing was changed. "
    "Close it there. If it is not open there any more, delete {side}."
)
_LOOKS = 1.0  # seconds in which a program takes over what another one on this computer let go


class _Owner(NamedTuple):
    """Who a file beside a workspace names. `computer` is empty where an older version wrote it."""

    process: int
    host: str
    computer: str

    @property
    def is_here(self) -> bool:
        """Whether that is a program on this computer, which may have had another name."""
        is_ours = bool(self.computer) and self.computer == locations.computer()
        return is_ours or self.host == socket.gethostname()


def side_file(path: Path) -> Path:
    """Where the program that has a workspace open says so."""
    return path.with_name(f"{path.name}-open")


def open_on(path: Path) -> str | None:
    """The name of another computer that has the workspace open, if there is one."""
    owner = _owner(side_file(path))
    return None if owner is None or owner.is_here else owner.host


def written_elsewhere(path: Path, host: str) -> WorkspaceError:
    """What to say to somebody who would write beside another computer."""
    return WorkspaceError(_ELSEWHERE, file=path, host=host, side=side_file(path))


def take_over(path: Path) -> None:
    """Let this computer write: the other one was not closed well. Where it is open, Windows keeps its side file."""
    with suppress(OSError):
        side_file(path).unlink(missing_ok=True)


class Hold:
    """Keeps the file beside a workspace that names this computer, from when it is asked for until it is let go.

    Programs on one computer share it: whichever is first has it, and another one takes it over when it asks again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_ours = False

    def keep(self) -> str | None:
        """Take it if nobody has it; return the name of another computer that came first, or has taken it over.

        Where the folder takes no file, nobody can be told.
        """
        owner = _owner(side_file(self._path))
        if owner is not None and not owner.is_here:
            self._is_ours = False
            return owner.host
        if owner is not None and not processes.runs(owner.process):
            take_over(self._path)
            owner = None
        return self._take() if owner is None else None

    def let_go(self) -> None:
        """Let other computers write."""
        owner = _owner(side_file(self._path))
        if self._is_ours and owner is not None and owner.process == os.getpid():
            take_over(self._path)
        self._is_ours = False

    def _take(self) -> str | None:
        words = (os.getpid(), "signatories", socket.gethostname(), locations.computer(), "")
        with (
            suppress(OSError),
            side_file(self._path).open("x", encoding="utf-8") as file,
        ):
            self._is_ours = True
            file.write("\n".join(map(str, words)))
        return open_on(self._path)


@contextmanager
def held(path: Path, leave_to: Callable[[str], object]) -> Iterator[None]:
    """Hold a workspace in the block, also when a window that had it is closed meanwhile.

    Another computer that came first, or takes it over, is told to `leave_to`, perhaps in another thread.
    """
    hold, ended = Hold(path), threading.Event()

    def keep() -> bool:
        host = hold.keep()
        if host is not None:
            leave_to(host)
        return host is None

    def go_on() -> None:
        while not ended.wait(_LOOKS) and keep():
            pass

    keeping = threading.Thread(target=go_on, daemon=True)
    if keep():
        keeping.start()
    try:
        yield
    finally:
        ended.set()
        if keeping.ident is not None:
            keeping.join()
        hold.let_go()


def _owner(side: Path) -> _Owner | None:
    """As a file beside a workspace says; None where there is none, or none that can be read."""
    try:
        lines = side.read_text(encoding="utf-8").splitlines()
        process, _program, host, computer = [*lines, ""][:4]
        return _Owner(int(process), host, computer)
    except (OSError, ValueError):
        return None
