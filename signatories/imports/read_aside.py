"""Rows as they were read, put aside on the disk until they are written: to read them again takes five times as long."""

import pickle
import tempfile
import weakref
from array import array
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import IO, NamedTuple

from signatories.imports.cell_lots import CellLot
from signatories.imports.digests import answer_digest, digest_of
from signatories.imports.verdicts import ReadLot, ReadRows

_IN_MEMORY = 1_000_000  # bytes: a list of some thousand rows needs no file


class LotRead(NamedTuple):
    """Rows that follow each other: the line that each stands at, what it is known by again, and what it says."""

    lines: Sequence[int]
    digests: Sequence[str]
    read: ReadLot

    @classmethod
    def of(cls, lot: CellLot, read: ReadLot) -> "LotRead":
        """The rows of a lot that was read so."""
        keys = map(read.key, range(len(read)))
        digests = [
            answer_digest(key, read.fields(place)) if key else digest_of(row)
            for place, (key, row) in enumerate(zip(keys, lot.rows, strict=True))
        ]
        return cls(lot.lines, digests, read)


class ReadAside:
    """Lots in the order in which they came; `many` are the rows in them. Nobody else can open their file.

    Rows that are not read by column are not kept, and none where the disk does not take them: they are read again.
    """

    def __init__(self) -> None:
        self.many = 0
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed with this
        self._sizes = array("q")
        weakref.finalize(self, _close, self._file)

    def put(self, lot: LotRead) -> None:
        """Put one more aside."""
        if isinstance(lot.read, ReadRows) or self._file.closed:
            return
        packed = pickle.dumps(lot, pickle.HIGHEST_PROTOCOL)
        try:
            self._file.write(packed)
            self._file.flush()  # else the disk would be found full when the rows are wanted
        except OSError:
            _close(self._file)
            self.many = 0
            return
        self._sizes.append(len(packed))
        self.many += len(lot.lines)

    def __iter__(self) -> Iterator[LotRead]:
        place = 0
        for size in self._sizes:
            self._file.seek(place)  # where it stands, another look at them may have moved
            lot: LotRead = pickle.loads(self._file.read(size))  # noqa: S301 - our own words
            yield lot
            place += size


def _close(file: IO[bytes]) -> None:
    with suppress(OSError):  # of what a full disk did not take; the file is closed all the same
        file.close()
