"""What stands behind the cells of the sheets of an xls: the addresses that they link to, and comments."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from struct import error, unpack_from
from typing import NamedTuple

import olefile

from signatories.sources.behind_cells import Behind, cell_name, is_address

_BEGIN, _SHEET, _LINK, _NOTE = 0x0809, 0x85, 0x01B8, 0x1C
_URL = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")  # the class of what follows: an address
_HAS_TARGET, _IS_FILE, _HAS_FRAME, _HAS_WORDS = 0x1, 0x100, 0x80, 0x10
_MOST_ALIKE = 1_000  # lines that one link stands behind
_LARGEST = 100_000_000  # bytes: they are in memory, and an honest file of 65,536 lines has less
_WRONG = (
    OSError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    error,
)


class _Record(NamedTuple):
    place: int
    number: int
    data: bytes


def by_sheet(path: Path) -> Mapping[str, Behind]:
    """What is behind the cells of each sheet, by its name; nothing where the file cannot be looked into so."""
    if path.stat().st_size > _LARGEST:
        return {}
    try:
        with olefile.OleFileIO(path) as container:
            stream = container.openstream("Workbook").read()
    except _WRONG:  # the other reader is less strict
        return {}
    names: dict[int, str] = {}
    found: dict[str, Behind] = {}
    sheet = Behind()
    for place, number, data in _records(stream):
        try:
            if number == _SHEET:
                names[unpack_from("<I", data)[0]] = _name(data)
            elif number == _BEGIN and place in names:
                sheet = found.setdefault(names[place], Behind())
            elif number == _NOTE:
                line, column = unpack_from("<HH", data)
                sheet.comments.append(cell_name(line + 1, column))
            elif number == _LINK:
                _take_link(sheet, data)
        except (error, IndexError):  # shorter than it says: its cell has a text all the same
            continue
    return {name: behind for name, behind in found.items() if behind.links or behind.comments}


def _records(stream: bytes) -> Iterator[_Record]:
    place = 0
    while place + 4 <= len(stream):
        number, length = unpack_from("<HH", stream, place)
        if number in (_BEGIN, _SHEET, _LINK, _NOTE):
            yield _Record(place, number, stream[place + 4 : place + 4 + length])
        place += 4 + length


def _name(data: bytes) -> str:
    length, is_wide = data[6], data[7] & 1
    return data[8 : 8 + length * (1 + is_wide)].decode("utf-16-le" if is_wide else "latin-1")


def _take_link(sheet: Behind, data: bytes) -> None:
    first, last = unpack_from("<HH", data)
    flags, place = unpack_from("<I", data, 28)[0], 32
    for flag in (_HAS_WORDS, _HAS_FRAME):
        if flags & flag:
            place += 4 + 2 * unpack_from("<I", data, place)[0]
    if not flags & _HAS_TARGET or flags & _IS_FILE or data[place : place + 16] != _URL:
        return
    length = unpack_from("<I", data, place + 16)[0]
    address = (
        data[place + 20 : place + 20 + length].decode("utf-16-le", "replace").partition("\0")[0]
    )
    if is_address(address):
        for line in range(first + 1, min(last + 2, first + 1 + _MOST_ALIKE)):
            sheet.links[line].append(address)
