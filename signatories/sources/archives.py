"""Zip archives of strangers (xlsx, xlsb, ods, docx) are looked at by counted bytes before anything parses them."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from signatories.errors import UnreadableFile
from signatories.sources.kinds import damaged
from signatories.texts import N_

LARGEST_ARCHIVE = 200_000_000  # bytes
LARGEST_INFLATED = 2_000_000_000  # bytes, of all parts together
MOST_PARTS = 5_000
DEEPEST = 256  # elements within elements

_HIGHEST_RATIO = 1000  # of inflated to packed bytes; below that size any
_ANY_RATIO_BELOW = 20_000_000  # bytes
_DIRECTORY = 2_000_000  # bytes: 5,000 parts with names of 300 letters
_LONGEST_END = 66_000  # bytes: the record at an archive's end, with its comment
_BLOCK = 1 << 20  # bytes
_DEPTH_COUNTED_BELOW = (
    4_000_000  # bytes: only a reader of rows opens larger parts, and it does not descend
)
_DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_NO_MARKS = bytes(set(range(256)) - set(b"<\x02"))


@dataclass(slots=True)
class Counted:
    """What a part holds: cells with something in them, if it is a sheet, and whether it hides rows or columns."""

    values: int = 0
    hides: bool = False


def check(path: Path, name: str, told: Callable[[int, int], None]) -> dict[str, Counted]:
    """Inflate every part without keeping it, and count. Raises UnreadableFile for what no honest program writes."""
    if path.stat().st_size > LARGEST_ARCHIVE:
        raise _too_big(name)
    if _directory_size(path) > _DIRECTORY:
        raise _hostile(name)
    try:
        with zipfile.ZipFile(path) as archive:
            return _check_parts(archive, name, told)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, RuntimeError) as error:
        raise damaged(name) from error
    except NotImplementedError as error:  # a method of packing that no office program uses
        raise damaged(name) from error


def _check_parts(
    archive: zipfile.ZipFile, name: str, told: Callable[[int, int], None]
) -> dict[str, Counted]:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or len({part.filename for part in parts}) < len(parts):
        raise _hostile(name)
    announced, inflated = sum(part.file_size for part in parts), 0
    found: dict[str, Counted] = {}
    for part in parts:
        found[part.filename] = Counted()
        scan = _Scan(part, found[part.filename])
        size = 0
        for block in _blocks(archive, part):
            size += len(block)
            inflated += len(block)
            told(inflated, announced)
            if inflated > LARGEST_INFLATED:
                raise _too_big(name)
            if size > max(_ANY_RATIO_BELOW, part.compress_size * _HIGHEST_RATIO):
                raise _hostile(name)
            if not scan.takes(block):
                raise _hostile(name)
        if not scan.ends_well():
            raise _hostile(name)
    return found


def _blocks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as file:
        while block := file.read(_BLOCK):
            yield block


class _Scan:
    """Looks at the blocks of one part; `takes` and `ends_well` say whether an honest program may have written them."""

    def __init__(self, part: zipfile.ZipInfo, counted: Counted) -> None:
        self._is_xml = part.filename.endswith((".xml", ".rels"))
        self._is_sheet = part.filename.startswith("xl/worksheets/") and self._is_xml
        self._is_small = part.file_size < _DEPTH_COUNTED_BELOW
        self._counted = counted
        self._kept = bytearray()
        self._last = b""
        self._tag = b"</c>"

    def takes(self, block: bytes) -> bool:
        if not self._is_xml:
            return True
        if not self._last:
            if any(word in block for word in _DECLARATIONS):
                return False
            self._tag = _end_of_cell(block)
        if self._is_small:
            self._kept += block
        if self._is_sheet:
            self._count(block)
        self._last = block[-16:]
        return True

    def ends_well(self) -> bool:
        return depth(bytes(self._kept)) <= DEEPEST

    def _count(self, block: bytes) -> None:
        """Tags that are cut by a block's end are counted with the next one."""
        tag, start = self._tag, block[:16]
        across = (self._last + start).count(tag) - self._last.count(tag) - start.count(tag)
        self._counted.values += block.count(tag) + across
        self._counted.hides = self._counted.hides or b' hidden="1"' in block


def depth(xml: bytes) -> int:
    """How deep elements stand within elements, or one more than DEEPEST.

    What opens and what closes become a byte each; then the innermost pairs go, layer by layer.
    """
    closed = xml.replace(b"<!--", b"").replace(b"<?", b"").replace(b"</", b"\x02")
    marks = closed.replace(b"/>", b"\x02").translate(None, _NO_MARKS)
    for layers in range(DEEPEST + 1):
        inner = marks.replace(b"<\x02", b"")
        if len(inner) == len(marks):
            return layers if len(marks) <= DEEPEST else DEEPEST + 1
        marks = inner
    return DEEPEST + 1


def _end_of_cell(start: bytes) -> bytes:
    """Some programs write </x:c> for </c>. An empty cell has no such end."""
    prefix = start.partition(b"worksheet")[0].rpartition(b"<")[2]
    return b"</" + (prefix if prefix.endswith(b":") and len(prefix) < 10 else b"") + b"c>"


def _directory_size(path: Path) -> int:
    """The bytes of the list of parts, as the end of the archive announces them."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _LONGEST_END))
        tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    return int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0


def _too_big(name: str) -> UnreadableFile:
    text = N_(
        "“{file}” is too big: a sheet may have 200 MB, and 2 GB unpacked. Save it as CSV, or in smaller parts."
    )
    return UnreadableFile(text, file=name)


def _hostile(name: str) -> UnreadableFile:
    text = N_(
        "“{file}” is built in a way that no office program writes, and was not opened. Ask for a CSV instead."
    )
    return UnreadableFile(text, file=name)
