"""Files and folders written beside their place, and swapped in when they are finished.

Of a file there is always the old one or the new one. A folder takes two steps: if the process is killed between them,
the old one stands beside its place, hidden, under a name that ends in `.old`, until `put_back` is called.
"""

import errno
import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from signatories.database import is_workspace
from signatories.errors import Refused, UnwritableFile
from signatories.sources import regular_files
from signatories.texts import N_

PATIENCE = 5.0  # seconds that a virus scanner or a sync program may hold a file
_FIRST_WAIT = 0.02  # seconds, doubled each time
_NAME = ".signatories-{}"  # short, since the target's own name may be as long as names can be
_UNFINISHED, _OLD = ".part", ".old"
_STALE = 24 * 60 * 60  # seconds after which nobody writes an unfinished file any more

Refuse = Callable[[Path, Path], None]
"""Raises when a folder must not be deleted: where it stands, and what it is called in the error."""


class Beside(NamedTuple):
    """A new file or folder: where it is made, and the two steps that put it in its place.

    `flush` brings it to the disk, which may take long; `put` is done at once.
    """

    path: Path
    flush: Callable[[], None]
    put: Callable[[], None]

    def swap_in(self) -> None:
        """Put what is finished in its place."""
        self.flush()
        self.put()


def refuse_workspace(path: Path) -> None:
    """Raise Refused where a workspace stands: nothing that is made of one replaces it."""
    if is_workspace(path):
        raise Refused(
            N_("{file} is a workspace and is not replaced. Name another file."), file=path
        )


@contextmanager
def replacing_file(path: Path) -> Iterator[Beside]:
    """A file to write, which `swap_in` puts in the place of `path`; a link stays, and leads to the new file.

    Until then what stands at `path` is as it was, and what was not swapped in is gone when the block ends. Raises
    Refused for a workspace; UnwritableFile for a folder, a full disk, a folder that may not be written and the like.
    """
    path = path.resolve()
    refuse_workspace(path)
    if path.is_dir():
        raise UnwritableFile(N_("{file} is a folder. Name a file in it."), file=path)
    regular_files.refuse_to_replace(path)
    beside = _beside(path, _UNFINISHED)

    def put() -> None:
        _patiently(lambda: beside.replace(path))

    try:
        with _in_words(path):
            beside.touch()
            yield Beside(beside, lambda: _flush_to_disk(beside), put)
    finally:
        _remove(beside)


@contextmanager
def replacing_folder(path: Path, refuse: Refuse) -> Iterator[Beside]:
    """A folder to fill, which `swap_in` puts in the place of `path`; as for a file otherwise.

    `refuse` raises for a folder that must not be deleted. It looks at the old one before anything is made, and again
    when that was changed by the time it is replaced: somebody may have put a file there meanwhile.
    """
    path = path.resolve()
    if path.exists() and not path.is_dir():
        raise UnwritableFile(N_("{file} is a file. Name a folder."), file=path)
    put_back(path)
    before = _looks(path)
    refuse(path, path)
    beside = _beside(path, _UNFINISHED)

    def flush() -> None:
        for file in beside.iterdir():
            _flush_to_disk(file)

    def refuse_changed(old: Path) -> None:
        if _looks(old) != before:
            refuse(old, path)

    try:
        with _in_words(path):
            beside.mkdir()
            yield Beside(beside, flush, lambda: _swap(beside, path, refuse_changed))
    finally:
        _remove(beside)


def put_back(path: Path) -> None:
    """Put the folder back that a process was about to replace when it was killed; nothing where there is none."""
    old = _old(path)
    if old.is_dir():
        with suppress(OSError):
            if path.exists():
                _remove(old)
            else:
                old.rename(path)


def _old(path: Path) -> Path:
    """Where a folder stands while another one takes its place."""
    digest = hashlib.sha256(path.name.encode(errors="surrogateescape")).hexdigest()
    return path.with_name(_NAME.format(digest[:12]) + _OLD)


def _beside(path: Path, suffix: str) -> Path:
    """A name in the same folder, since only there a swap is one step."""
    folder = path.absolute().parent
    if not folder.is_dir():
        raise UnwritableFile(N_("There is no folder {folder}. Make it first."), folder=folder)
    _sweep(folder)
    return folder / (_NAME.format(secrets.token_hex(6)) + suffix)


def _sweep(folder: Path) -> None:
    """Remove what a process left that was killed while it wrote: letters that nobody knows of."""
    with suppress(OSError):
        for left in folder.glob(_NAME.format("*") + _UNFINISHED):
            if time.time() - left.stat().st_mtime > _STALE:
                _remove(left)


def _remove(path: Path) -> None:
    """Remove a file or a folder as far as that is possible."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _swap(new: Path, path: Path, refuse: Callable[[Path], None]) -> None:
    """Put a folder in the place of another one, which is put back when that fails or is refused.

    The other one stands where the new one was then, and is removed as that would have been: it may be large.
    """
    if not path.exists():
        _patiently(lambda: new.rename(path))
        return
    old = _old(path)
    _patiently(lambda: path.rename(old))
    try:
        refuse(old)
        _patiently(lambda: new.rename(path))
    except (OSError, UnwritableFile):
        _patiently(lambda: old.rename(path))
        raise
    _patiently(lambda: old.rename(new))


def _looks(folder: Path) -> dict[str, tuple[int, int]]:
    """The files of a folder as far as that is seen without reading them; none where there is no folder."""
    if not folder.is_dir():
        return {}
    stats = ((file.name, file.stat()) for file in os.scandir(folder))
    return {name: (stat.st_size, stat.st_mtime_ns) for name, stat in stats}


def _flush_to_disk(file: Path) -> None:
    with file.open("rb+") as opened:  # Windows flushes only what may be written
        os.fsync(opened.fileno())


def _patiently(step: Callable[[], Path]) -> Path:
    """Do a step; when another program holds the file, try again for five seconds."""
    wait, until = _FIRST_WAIT, time.monotonic() + PATIENCE
    while True:
        try:
            return step()
        except PermissionError:
            if time.monotonic() + wait > until:
                raise
            time.sleep(wait)
            wait *= 2


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Turn the file system's trouble in the folder of `path` into words; other trouble stays what it is."""
    folder = path.absolute().parent
    try:
        yield
    except OSError as error:
        if error.filename and not Path(str(error.filename)).absolute().is_relative_to(folder):
            raise
        text = _REASONS.get(error.errno or 0, N_("{file} could not be written: {reason}."))
        free = _free(folder) // 1_000_000
        reason = error.strerror or error
        raise UnwritableFile(text, file=path, free=free, reason=reason) from error


def _free(folder: Path) -> int:
    """The free bytes where a folder stands; none when it has vanished."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


_FULL = N_(
    "The disk is full ({free} MB free): {file} was not written. Make room and try again; nothing was changed."
)
_FORBIDDEN = N_(
    "{file} may not be written: it is open in another program, or its folder is read-only. "
    "Close it there, or choose another folder."
)
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.ENAMETOOLONG: N_("The name {file} is too long. Choose a shorter one."),
}
