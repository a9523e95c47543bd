"""Where things are: the program's own files, and what it keeps on this computer."""

import hashlib
import uuid
from contextlib import suppress
from functools import cache
from pathlib import Path

import platformdirs

_NAME = "signatories"

# A wheel and PyInstaller's folder carry them inside the package (there __file__ names the place in the bundle, too).
_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "resources"
_RESOURCES = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one of our own files: `resource("countries", "states.csv")`."""
    return _RESOURCES.joinpath(*parts)


def default_workspace() -> Path:
    """The user's own workspace, there yet or not: on the local disk, out of reach of programs that sync folders."""
    return _data_folder() / "My letters.signatories"


def sample_workspace() -> Path:
    """The sample, as the window makes it beside the user's own workspace."""
    return _data_folder() / "sample.signatories"


def log_folder() -> Path:
    """Where the window keeps its log."""
    return platformdirs.user_log_path(_NAME, appauthor=False)


@cache
def computer() -> str:
    """A mark of this computer that stays when it is given another name; empty where none can be kept.

    What the system calls the computer is part of it: one user's folders may be on several computers.
    """
    kept, system = _data_folder() / "computer", Path("/etc/machine-id")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), kept.open("x", encoding="ascii") as file:
            file.write(uuid.uuid4().hex)
        mark = kept.read_bytes() + (system.read_bytes() if system.exists() else b"")
    except OSError:
        return ""
    return hashlib.sha256(mark).hexdigest()[:32]


def _data_folder() -> Path:
    return platformdirs.user_data_path(_NAME, appauthor=False)
