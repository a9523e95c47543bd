"""Lots of rows that an action makes, put aside on the disk until it ends: 100,000 people take some 40 megabytes."""

import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from signatories.errors import WorkspaceError
from signatories.recording.lots import Lot
from signatories.texts import N_

_IN_MEMORY = 1_000_000  # bytes: what people do by hand needs no file


class LotsAside:
    """Lots with the ids of their rows, in the order in which they came. Nobody else can open their file."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed with this
        self._kept: list[tuple[range, int, int]] = []  # the rows, and the lengths of their lot
        weakref.finalize(self, _close, self._file)

    def put(self, ids: range, lot: Lot) -> None:
        """Put one more aside. Raises WorkspaceError where the disk does not take it."""
        with _disk_trouble():
            self._file.write(lot.digests + lot.packed)
            self._file.flush()  # else the disk would be found full when the lots are wanted
        self._kept.append((ids, len(lot.digests), len(lot.packed)))

    def __iter__(self) -> Iterator[tuple[range, Lot]]:
        self._file.seek(0)
        for ids, digests, packed in self._kept:
            with _disk_trouble():
                lot = Lot(self._file.read(digests), self._file.read(packed))
            yield ids, lot


@contextmanager
def _disk_trouble() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        text = N_(
            "The folder for temporary files does not take what is to be written: {reason}. "
            "Make room there and try again; nothing was changed."
        )
        raise WorkspaceError(text, reason=error.strerror or error) from error


def _close(file: IO[bytes]) -> None:
    with suppress(OSError):  # of what a full disk did not take; the file is closed all the same
        file.close()
