"""Folders for what was read: only this user may look into them, and none is left behind for long."""

import os
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from signatories import processes

_PREFIX = "signatories-reading-"
_OWNER = re.compile(rf"{_PREFIX}(\d{{1,9}})-")


def make() -> Path:
    """A new folder. Those that killed programs left behind go now."""
    clear_left()
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))


def clear_left() -> None:
    """Remove what programs of this user left that are no more: names and addresses are in it.

    Those of one that runs stay: an import may stay open for days.
    """
    with suppress(OSError):  # there is no temporary folder: making one says so
        for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
            owner = _OWNER.match(left.name)
            if owner is not None and not processes.runs(int(owner[1])):
                shutil.rmtree(left, ignore_errors=True)
