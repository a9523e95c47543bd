"""Lots of rows that an action makes, put aside on the disk until it ends: 100,000 people take some 40 megabytes."""

import tempfile
import weakref
from collections.abc import Iterator

from signatories.errors import WorkspaceError
from signatories.recording.lots import Lot
from signatories.texts import N_

_IN_MEMORY = 1_000_000  # bytes: what people do by hand needs no file
_NO_ROOM = N_("The disk with {folder} is full. Make room and try again; nothing was changed.")


class LotsAside:
    """Lots with the ids of their rows, in the order in which they came. Nobody else can open their file."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed with this
        self._kept: list[tuple[range, int, int]] = []  # the rows, and the lengths of their lot
        weakref.finalize(self, self._file.close)

    def put(self, ids: range, lot: Lot) -> None:
        """Put one more aside. Raises WorkspaceError where the disk has no room for it."""
        try:
            self._file.write(lot.digests + lot.packed)
        except OSError as error:
            raise WorkspaceError(_NO_ROOM, folder=tempfile.gettempdir()) from error
        self._kept.append((ids, len(lot.digests), len(lot.packed)))

    def __iter__(self) -> Iterator[tuple[range, Lot]]:
        self._file.seek(0)
        for ids, digests, packed in self._kept:
            yield ids, Lot(self._file.read(digests), self._file.read(packed))
