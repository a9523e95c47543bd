"""Rows on disk: the child writes them in chunks, the parent reads the chunk that it needs."""

import json
import re
import shutil
import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, BinaryIO, overload

from signatories.errors import UnreadableFile
from signatories.sources.documents import Row
from signatories.sources.limits import MOST_LINES, too_large
from signatories.sources.readings import Line
from signatories.texts import N_

CHUNK = 256  # rows: one is found in a millisecond, and a million rows need 4,000 offsets
_KEPT_CHUNKS = 8
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # JSON can say it, text cannot

_OTHERWISE = (ValueError, TypeError, IndexError, OverflowError, OSError, RecursionError)

_ROW, _CELL = "\x1e", "\x1f"  # ASCII's own separators of records and units
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class SpoolWriter:
    """Writes chunks of rows, or of other data, to a file; `told` hears how many rows there are so far.

    `name` is what the file that they come from is called.
    """

    def __init__(self, file: BinaryIO, told: Callable[[int], None], name: str) -> None:
        self._file = file
        self._name = name
        self._told = told
        self._written = 0

    def write(self, rows: Iterable[Line]) -> tuple[list[int], int]:
        """Where each chunk begins and the last one ends, and the number of rows. Raises UnreadableFile for too many."""
        return self._write(rows, self._plain)

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

    def _plain(self, chunk: list[Line]) -> str:
        """Rows as text with separators, four times faster than JSON; as JSON where a separator is in a cell."""
        if chunk[-1][0] > MOST_LINES:
            raise too_large(self._name)
        text = _ROW.join([f"{line}{_CELL}{_CELL.join(cells)}" for line, cells in chunk])
        cells = sum([len(cells) for _, cells in chunk])
        if text.count(_CELL) == cells and text.count(_ROW) == len(chunk) - 1:
            return text
        return _JSON(chunk)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the rows are in a spool of `size` bytes: each chunk's offset, and where the last one ends.

    `most` is the highest line that one may have. Raises ValueError where this does not fit together.
    """

    offsets: Sequence[int]
    count: int
    size: int
    most: int

    def __post_init__(self) -> None:
        chunks = -(-self.count // CHUNK)
        if len(self.offsets) != chunks + 1 or self.offsets[-1] > self.size:
            raise ValueError("offsets of other rows")
        if any(end <= begin for begin, end in pairwise(self.offsets)):
            raise ValueError("offsets that do not ascend")

    def check(self, chunk: int, lines: Sequence[int], after: int) -> None:
        """Raise ValueError unless these can be the lines of that chunk: all others must find room beside them.

        `after` is the last line of the chunk before, 0 where that is not known.
        """
        first = chunk * CHUNK
        if len(lines) != min(CHUNK, self.count - first):
            raise ValueError("another number of rows")
        if any(second <= line for line, second in pairwise((after, *lines))):
            raise ValueError("lines that do not ascend")
        if lines[0] <= first or lines[-1] > self.most - (self.count - first - len(lines)):
            raise ValueError("lines that are none")


class Spool:
    """The file that a child wrote. It is removed, with its folder, when nothing needs its rows any more."""

    def __init__(self, folder: Path, path: Path, name: str) -> None:
        self._name = name
        self._file = path.open("rb")
        self._lock = threading.Lock()
        self._chunks: OrderedDict[Any, Sequence[Any]] = OrderedDict()
        self._last_lines: dict[int, int] = {}  # by where their chunk ends
        weakref.finalize(self, _remove, self._file, folder)

    def chunk(self, number: int, layout: Layout, made: Callable[[Any], Any]) -> Sequence[Any]:
        """What a chunk holds, each put through `made`. Raises UnreadableFile when it is not as written."""
        with self._lock:
            key = layout.offsets[number], made
            if key not in self._chunks:
                self._chunks[key] = self._read(number, layout, made)
                if len(self._chunks) > _KEPT_CHUNKS:
                    self._chunks.popitem(last=False)
            return self._chunks[key]

    def _read(self, number: int, layout: Layout, made: Callable[[Any], Any]) -> Sequence[Any]:
        begin, end = layout.offsets[number : number + 2]
        try:
            self._file.seek(begin)
            rows = list(map(made, _decoded(self._file.read(end - begin).decode())))
            lines = [row.line for row in rows]
            layout.check(number, lines, self._last_lines.get(begin, 0) if number else 0)
        except _OTHERWISE as error:
            text = N_("What was read of “{file}” is lost. Open the file again.")
            raise UnreadableFile(text, file=self._name) from error
        self._last_lines[end] = lines[-1]
        return rows


def _decoded(text: str) -> Iterable[Any]:
    """What a chunk was made of: JSON begins with a bracket, a row with its line."""
    if text.startswith("["):
        content: list[Any] = json.loads(text)
        _JSON(content).encode()  # raises ValueError for half a character: no database takes it
        return content
    parted = [row.partition(_CELL) for row in text.split(_ROW)]
    return [(line, cells.split(_CELL)) for line, _, cells in parted]


class SpooledRows(Sequence[Any]):
    """Rows in a spool: a slice is a view, and only a few chunks are in memory. Threads may share it."""

    def __init__(
        self,
        spool: Spool,
        layout: Layout,
        made: Callable[[Any], Any],
        numbers: range | None = None,
    ) -> None:
        self._spool = spool
        self._layout = layout
        self._made = made
        self._numbers = range(layout.count) if numbers is None else numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> "SpooledRows": ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return SpooledRows(self._spool, self._layout, self._made, self._numbers[index])
        chunk, place = divmod(self._numbers[index], CHUNK)
        return self._chunk(chunk)[place]

    def __iter__(self) -> Iterator[Any]:
        numbers = self._numbers
        while numbers:
            chunk, place = divmod(numbers[0], CHUNK)
            rows = self._chunk(chunk)[place :: numbers.step][: len(numbers)]
            yield from rows
            numbers = numbers[len(rows) :]

    def _chunk(self, number: int) -> Sequence[Any]:
        return self._spool.chunk(number, self._layout, self._made)


def row(data: Any) -> Row:
    """A row as the spool has it. Raises ValueError or TypeError when it is none."""
    line, cells = data
    "".join(cells)  # raises TypeError where one is no text, ten times faster than looking at each
    return Row(int(line), tuple(cells))


def _remove(file: BinaryIO, folder: Path) -> None:
    file.close()
    shutil.rmtree(folder, ignore_errors=True)
