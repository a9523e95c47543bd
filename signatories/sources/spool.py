"""Rows on disk: the child writes them in chunks, the parent reads the chunk that it needs."""

import json
import re
import shutil
import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise, zip_longest
from pathlib import Path
from typing import Any, BinaryIO, overload

from signatories.errors import UnreadableFile
from signatories.sources.documents import Row
from signatories.sources.limits import MOST_COLUMNS, MOST_LINES, too_large, too_wide
from signatories.sources.lots import SIZE, Lot
from signatories.sources.readings import Line
from signatories.texts import N_

_KEPT_CHUNKS = 8
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # JSON can say it, text cannot

_OTHERWISE = (ValueError, TypeError, IndexError, OverflowError, OSError, RecursionError)

_COLUMN, _CELL = "\x1e", "\x1f"  # ASCII's own separators of records and units
_MOST_BLANK = 4  # times the cells that there are: a single wide row must not make 255 others wide
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
        while chunk := list(islice(rest, SIZE)):
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
        """Rows as columns of text, ten times faster than JSON; as JSON where a separator is in a cell."""
        if chunk[-1][0] > MOST_LINES:
            raise too_large(self._name)
        lines, rows = zip(*chunk, strict=True)
        widths = list(map(len, rows))
        if max(widths) > MOST_COLUMNS:
            raise too_wide(self._name)
        if len(chunk) * max(widths) <= _MOST_BLANK * sum(widths):
            columns = [map(str, lines), map(str, widths), *zip_longest(*rows, fillvalue="")]
            text = _COLUMN.join(map(_CELL.join, columns))
            between = len(columns) * (len(chunk) - 1)
            if text.count(_CELL) == between and text.count(_COLUMN) == len(columns) - 1:
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
        chunks = -(-self.count // SIZE)
        if len(self.offsets) != chunks + 1 or self.offsets[-1] > self.size:
            raise ValueError("offsets of other rows")
        if any(end <= begin for begin, end in pairwise(self.offsets)):
            raise ValueError("offsets that do not ascend")

    def check(self, chunk: int, lines: Sequence[int], after: int) -> None:
        """Raise ValueError unless these can be the lines of that chunk: all others must find room beside them.

        `after` is the last line of the chunk before, -1 where that is not known: the names of columns may stand on
        line 0, above all lines of the file.
        """
        first = chunk * SIZE
        if len(lines) != min(SIZE, self.count - first):
            raise ValueError("another number of rows")
        if any(second <= line for line, second in pairwise((after, *lines))):
            raise ValueError("lines that do not ascend")
        if lines[0] < first or lines[-1] > self.most - (self.count - first - len(lines)):
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

    def chunk(self, number: int, layout: Layout, made: Callable[[str], Any]) -> Sequence[Any]:
        """A chunk as `made` makes it of its text. Raises UnreadableFile when it is not as written."""
        with self._lock:
            key = layout.offsets[number], made
            if key not in self._chunks:
                self._chunks[key] = self._read(number, layout, made)
                if len(self._chunks) > _KEPT_CHUNKS:
                    self._chunks.popitem(last=False)
            return self._chunks[key]

    def _read(self, number: int, layout: Layout, made: Callable[[str], Any]) -> Sequence[Any]:
        begin, end = layout.offsets[number : number + 2]
        try:
            self._file.seek(begin)
            rows: Sequence[Any] = made(self._file.read(end - begin).decode())
            lines = rows.lines if isinstance(rows, Lot) else [row.line for row in rows]
            layout.check(number, lines, self._last_lines.get(begin, -1) if number else -1)
        except _OTHERWISE as error:
            text = N_("What was read of “{file}” is lost. Open the file again.")
            raise UnreadableFile(text, file=self._name) from error
        self._last_lines[end] = lines[-1]
        return rows


class SpooledRows(Sequence[Any]):
    """Rows in a spool: a slice is a view, and only a few chunks are in memory. Threads may share it.

    `made` makes of a chunk's text the Lot, or the list, that it holds.
    """

    def __init__(
        self,
        spool: Spool,
        layout: Layout,
        made: Callable[[str], Sequence[Any]],
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
        chunk, place = divmod(self._numbers[index], SIZE)
        return self._chunk(chunk)[place]

    def __iter__(self) -> Iterator[Any]:
        return chain.from_iterable(self.lots())

    def lots(self) -> Iterator[Sequence[Any]]:
        """The rows of each chunk."""
        numbers, step = self._numbers, self._numbers.step
        while numbers:
            number, place = divmod(numbers[0], SIZE)
            chunk = self._chunk(number)
            further = (SIZE - 1 - place) // step if step > 0 else place // -step
            stop = place + step * min(len(numbers), further + 1)
            wanted = slice(place, stop if stop >= 0 else None, step)
            yield chunk if wanted == slice(0, len(chunk), 1) else chunk[wanted]
            numbers = numbers[further + 1 :]

    def _chunk(self, number: int) -> Sequence[Any]:
        return self._spool.chunk(number, self._layout, self._made)


def rows(text: str) -> Lot:
    """The rows of a chunk. Raises ValueError or TypeError when it holds none: JSON begins with a bracket."""
    if text.startswith("["):
        return Lot.of([_row(each) for each in data(text)])
    lines, widths, *columns = [column.split(_CELL) for column in text.split(_COLUMN)]
    lot = Lot(list(map(int, lines)), list(map(int, widths)), columns)
    if {len(lines)} != {len(widths), *map(len, columns)}:
        raise ValueError("columns that do not fit together")
    if not 0 <= min(lot.widths) <= max(lot.widths) <= len(columns):
        raise ValueError("rows that are wider than their columns")
    return lot


def data(text: str) -> list[Any]:
    """What was written as data. Raises ValueError for half a character: no database takes it."""
    content: list[Any] = json.loads(text)
    _JSON(content).encode()
    return content


def _row(content: Any) -> Row:
    line, cells = content
    "".join(cells)  # raises TypeError where one is no text, ten times faster than looking at each
    return Row(int(line), tuple(cells))


def _remove(file: BinaryIO, folder: Path) -> None:
    file.close()
    shutil.rmtree(folder, ignore_errors=True)
