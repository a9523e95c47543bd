"""Which other computer has a workspace open, as a file beside it says.

Programs on one computer take turns by SQLite's locks. Its log in memory is not shared between computers: two that write
one file on a shared drive would damage it (https://sqlite.org/wal.html).
"""

import socket
from contextlib import suppress
from pathlib import Path

from signatories.errors import WorkspaceError
from signatories.texts import N_

_ELSEWHERE = N_(
    "{file} is open on {host}, and two computers cannot write one file: nothing was changed. "
    "Close it there. If it is not open there any more, delete {side}."
)


def side_file(path: Path) -> Path:
    """Where the window that has a workspace open says so, by Qt's QLockFile."""
    return path.with_name(f"{path.name}-open")


def open_on(path: Path) -> str | None:
    """The name of another computer whose window has the workspace open, if there is one."""
    try:
        lines = side_file(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    match lines:  # as QLockFile writes them
        case [_process, _program, host, *_] if host != socket.gethostname():
            return host
    return None


def written_elsewhere(path: Path, host: str) -> WorkspaceError:
    """What to say to somebody who would write beside another computer."""
    return WorkspaceError(_ELSEWHERE, file=path, host=host, side=side_file(path))


def take_over(path: Path) -> None:
    """Let this computer write: the other one was not closed well. Where it is open, Windows keeps its side file."""
    with suppress(OSError):
        side_file(path).unlink(missing_ok=True)
