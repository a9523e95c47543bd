"""Folders for what was read: only this user may look into them, and none is left behind for long."""

import os
import re
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_PREFIX = "signatories-reading-"
_OWNER = re.compile(rf"{_PREFIX}(\d{{1,9}})-")
_LEFT_BEHIND = 86_400  # seconds: the number of a program that ended may soon be another's


def make() -> Path:
    """A new folder. Those that a killed program left behind a day ago go now; those of one that runs stay."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_BEHIND and not _is_owned(left):
                shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))


def _is_owned(folder: Path) -> bool:
    """Whether the program that made it still runs: an import may stay open for days."""
    owner = _OWNER.match(folder.name)
    return owner is not None and _runs(int(owner[1]))


if sys.platform == "win32":
    import ctypes

    _SYNCHRONIZE, _WAITS = 0x100000, 0x102  # the right to wait for a process; it has not ended

    def _runs(process: int) -> bool:
        """Whether there is such a process: os.kill would end it here."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(kernel.OpenProcess(_SYNCHRONIZE, False, process))
        if not handle:
            return False
        try:
            return bool(kernel.WaitForSingleObject(handle, 0) == _WAITS)
        finally:
            kernel.CloseHandle(handle)

else:

    def _runs(process: int) -> bool:
        """Whether there is such a process, be it another user's."""
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True
