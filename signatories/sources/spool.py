"""Rows on disk: the child writes them in chunks, the parent reads the chunk that it needs."""

import json
import re
import shutil
import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, overload

from signatories.errors import UnreadableFile
from signatories.sources.documents import Row
from signatories.texts import N_

CHUNK = 256  # rows: one is found in a millisecond, and a million rows need 4,000 offsets
_KEPT_CHUNKS = 8
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # JSON can say it, text cannot

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class SpoolWriter:
    """Writes chunks of rows to a file, one JSON list a line; `told` hears how many rows there are so far."""

    def __init__(self, file: BinaryIO, told: Callable[[int], None]) -> None:
        self._file = file
        self._told = told
        self._written = 0

    def write(self, rows: Iterable[Any]) -> tuple[list[int], int]:
        """The offset of each chunk, and the number of rows."""
        offsets, count, chunk = [], 0, []
        for row in rows:
            chunk.append(row)
            if len(chunk) == CHUNK:
                offsets.append(self._chunk(chunk))
                count += CHUNK
                chunk.clear()
        if chunk:
            offsets.append(self._chunk(chunk))
        return offsets, count + len(chunk)

    def _chunk(self, rows: list[Any]) -> int:
        offset = self._file.tell()
        text = _encode(rows)
        try:
            data = text.encode()
        except UnicodeEncodeError:
            data = _HALF_CHARACTER.sub("\ufffd", text).encode()
        self._file.write(data + b"\n")
        self._written += len(rows)
        self._told(self._written)
        return offset


class Spool:
    """The file that a child wrote. It is removed, with its folder, when nothing needs its rows any more."""

    def __init__(self, folder: Path, path: Path, name: str) -> None:
        self._name = name
        self._file = path.open("rb")
        self._lock = threading.Lock()
        self._chunks: OrderedDict[Any, Sequence[Any]] = OrderedDict()
        weakref.finalize(self, _remove, self._file, folder)

    def chunk(self, offset: int, made: Callable[[Any], Any]) -> Sequence[Any]:
        """The rows of the chunk there, each put through `made`. Raises UnreadableFile when it is not as written."""
        with self._lock:
            key = offset, made
            if key not in self._chunks:
                self._chunks[key] = self._read(offset, made)
                if len(self._chunks) > _KEPT_CHUNKS:
                    self._chunks.popitem(last=False)
            return self._chunks[key]

    def _read(self, offset: int, made: Callable[[Any], Any]) -> Sequence[Any]:
        self._file.seek(offset)
        try:
            return [made(each) for each in json.loads(self._file.readline())]
        except (ValueError, TypeError, KeyError) as error:
            text = N_("What was read of “{file}” is lost. Open the file again.")
            raise UnreadableFile(text, file=self._name) from error


class SpooledRows(Sequence[Any]):
    """Rows in a spool: a slice is a view, and only a few chunks are in memory. Threads may share it."""

    def __init__(
        self, spool: Spool, offsets: Sequence[int], made: Callable[[Any], Any], numbers: range
    ) -> None:
        self._spool = spool
        self._offsets = offsets
        self._made = made
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> "SpooledRows": ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return SpooledRows(self._spool, self._offsets, self._made, self._numbers[index])
        chunk, place = divmod(self._numbers[index], CHUNK)
        return self._chunk(chunk)[place]

    def __iter__(self) -> Iterator[Any]:
        held, rows = -1, ()  # type: int, Sequence[Any]
        for number in self._numbers:
            chunk, place = divmod(number, CHUNK)
            if chunk != held:
                held, rows = chunk, self._chunk(chunk)
            yield rows[place]

    def _chunk(self, number: int) -> Sequence[Any]:
        return self._spool.chunk(self._offsets[number], self._made)


def row(data: Any) -> Row:
    """A row as the spool has it. Raises ValueError when it is none."""
    line, cells = data
    if type(line) is not int or not all(type(cell) is str for cell in cells):
        raise ValueError
    return Row(line, tuple(cells))


def _remove(file: BinaryIO, folder: Path) -> None:
    file.close()
    shutil.rmtree(folder, ignore_errors=True)
