"""Rows on disk: the child writes them in chunks, the parent reads the chunk that it needs."""

import json
import re
import shutil
import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, overload

from signatories.errors import UnreadableFile
from signatories.sources.documents import Row
from signatories.sources.readings import Line
from signatories.texts import N_

CHUNK = 256  # rows: one is found in a millisecond, and a million rows need 4,000 offsets
_KEPT_CHUNKS = 8
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # JSON can say it, text cannot

_ROW, _CELL = "\x1e", "\x1f"  # ASCII's own separators of records and units
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class SpoolWriter:
    """Writes chunks of rows, or of other data, to a file; `told` hears how many rows there are so far."""

    def __init__(self, file: BinaryIO, told: Callable[[int], None]) -> None:
        self._file = file
        self._told = told
        self._written = 0

    def write(self, rows: Iterable[Line]) -> tuple[list[int], int]:
        """Where each chunk begins and the last one ends, and the number of rows."""
        return self._write(rows, _plain)

    def write_data(self, data: Iterable[Any]) -> tuple[list[int], int]:
        """The same for anything that JSON can hold."""
        return self._write(data, _JSON)

    def _write(
        self, rows: Iterable[Any], encode: Callable[[list[Any]], str]
    ) -> tuple[list[int], int]:
        offsets, count, rest = [self._file.tell()], 0, iter(rows)
        while chunk := list(islice(rest, CHUNK)):
            text = encode(chunk)
            try:
                data = text.encode()
            except UnicodeEncodeError:
                data = _HALF_CHARACTER.sub("\ufffd", text).encode()
            self._file.write(data)
            offsets.append(offsets[-1] + len(data))
            count += len(chunk)
            self._told(self._written + count)
        self._written += count
        return offsets, count


def _plain(chunk: list[Line]) -> str:
    """Rows as text with separators, four times faster than JSON; as JSON where a separator is in a cell."""
    text = _ROW.join([f"{line}{_CELL}{_CELL.join(cells)}" for line, cells in chunk])
    cells = sum([len(cells) for _, cells in chunk])
    if text.count(_CELL) == cells and text.count(_ROW) == len(chunk) - 1:
        return text
    return _JSON(chunk)


class Spool:
    """The file that a child wrote. It is removed, with its folder, when nothing needs its rows any more."""

    def __init__(self, folder: Path, path: Path, name: str) -> None:
        self._name = name
        self._file = path.open("rb")
        self._lock = threading.Lock()
        self._chunks: OrderedDict[Any, Sequence[Any]] = OrderedDict()
        weakref.finalize(self, _remove, self._file, folder)

    def chunk(self, begin: int, end: int, made: Callable[[Any], Any]) -> Sequence[Any]:
        """What a chunk holds, each put through `made`. Raises UnreadableFile when it is not as written."""
        with self._lock:
            key = begin, made
            if key not in self._chunks:
                self._chunks[key] = self._read(begin, end, made)
                if len(self._chunks) > _KEPT_CHUNKS:
                    self._chunks.popitem(last=False)
            return self._chunks[key]

    def _read(self, begin: int, end: int, made: Callable[[Any], Any]) -> Sequence[Any]:
        self._file.seek(begin)
        try:
            return [made(each) for each in _decoded(self._file.read(end - begin).decode())]
        except (ValueError, TypeError, KeyError) as error:
            text = N_("What was read of “{file}” is lost. Open the file again.")
            raise UnreadableFile(text, file=self._name) from error


def _decoded(text: str) -> Iterable[Any]:
    """What a chunk was made of: JSON begins with a bracket, a row with its line."""
    if text.startswith("["):
        content: list[Any] = json.loads(text)
        return content
    return [(row[0], row[1:]) for row in [each.split(_CELL) for each in text.split(_ROW)]]


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
        return self._spool.chunk(self._offsets[number], self._offsets[number + 1], self._made)


def row(data: Any) -> Row:
    """A row as the spool has it. Raises ValueError or TypeError when it is none."""
    line, cells = data
    "".join(cells)  # raises TypeError where one is no text, ten times faster than looking at each
    return Row(int(line), tuple(cells))


def _remove(file: BinaryIO, folder: Path) -> None:
    file.close()
    shutil.rmtree(folder, ignore_errors=True)
