"""Zip archives of strangers (xlsx, xlsb, ods, docx) are looked at by counted bytes before anything parses them."""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from signatories.errors import UnreadableFile
from signatories.sources.nesting import Nesting
from signatories.sources.refusals import damaged
from signatories.texts import N_

LARGEST_ARCHIVE = 200_000_000  # bytes
LARGEST_INFLATED = 2_000_000_000  # bytes, of all parts together
MOST_PARTS = 5_000

_HIGHEST_RATIO = 1000  # of inflated to packed bytes; below that size any
_ANY_RATIO_BELOW = 20_000_000  # bytes
_DIRECTORY = 2_000_000  # bytes: 5,000 parts with names of 300 letters
_LONGEST_END = 66_000  # bytes: the record at an archive's end, with its comment
_BLOCK = 1 << 20  # bytes
_NESTING_OF_SHEETS_BELOW = 4_000_000  # bytes: their readers go from row to row and do not descend
_MACROS = ("Basic/", "Dialogs/")  # OpenDocument's, with document types; nothing of ours reads them
_BEGINS_AS_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*+<\0?[?!A-Za-z_]")
_FIRST_ELEMENT = (
    re.compile(  # only instructions and comments before it: no document type, no entities
        rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?"
        rb"(?>[\s\0]++|<\0?\?.*?\?\0?>|<!--.*?-->)*+<\0?([A-Za-z_][^\s/>]*+)",
        re.DOTALL,
    )
)


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
    has_macros = parts[:1] and parts[0].filename == "mimetype"
    for part in parts:
        if has_macros and part.filename.startswith(_MACROS):
            continue
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
    return found


def _blocks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as file:
        while block := file.read(_BLOCK):
            yield block


class _Scan:
    """Looks at the blocks of one part, and says whether an honest program may have written them."""

    def __init__(self, part: zipfile.ZipInfo, counted: Counted) -> None:
        self._is_xml = part.filename.endswith((".xml", ".rels"))
        self._is_large = part.file_size > _NESTING_OF_SHEETS_BELOW
        self._nesting = Nesting()
        self._counted = counted
        self._last = b""
        self._cell_ends = b""  # as a sheet writes it; empty for other parts

    def takes(self, block: bytes) -> bool:
        if not self._last and not self._begins_well(block):
            return False
        if self._cell_ends:
            self._count(block)
        self._last = block[-16:]
        is_free = not self._is_xml or (self._cell_ends and self._is_large)
        return bool(is_free or self._nesting.takes(block))

    def _begins_well(self, block: bytes) -> bool:
        """XML, whatever its name, opens its first element in the first block, and declares nothing before."""
        self._is_xml = self._is_xml or _BEGINS_AS_XML.match(block) is not None
        if not self._is_xml:
            return True
        first = _FIRST_ELEMENT.match(block)
        if first and first[1].endswith(b"worksheet"):
            self._cell_ends = _end_of_cell(first[1])
        return first is not None

    def _count(self, block: bytes) -> None:
        """Tags that are cut by a block's end are counted with the next one."""
        tag, start = self._cell_ends, block[:16]
        across = (self._last + start).count(tag) - self._last.count(tag) - start.count(tag)
        self._counted.values += block.count(tag) + across
        self._counted.hides = self._counted.hides or b' hidden="1"' in block


def _end_of_cell(worksheet: bytes) -> bytes:
    """Some programs write </x:c> for </c>, as they write <x:worksheet>. An empty cell has no such end."""
    prefix = worksheet.removesuffix(b"worksheet")
    return b"</" + (prefix if len(prefix) < 10 else b"") + b"c>"


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
