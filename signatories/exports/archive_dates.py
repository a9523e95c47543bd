"""The dates inside Word documents and workbooks: those of the run, not of the moment when a part was packed."""

import datetime as dt
import struct
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

_IN_LOCAL_HEADER, _IN_DIRECTORY = 10, 12  # bytes from the start of each
_LENGTHS, _ENTRY = 28, 46  # of name, extra field and comment; of an entry without them


def set_dates(path: Path, moment: dt.datetime) -> None:
    """Give every part of an archive the same date, so that the same parts make the same bytes."""
    with ZipFile(path) as archive:
        parts, directory = archive.infolist(), archive.start_dir
    date = struct.pack("<HH", *_as_in_dos(moment))
    with path.open("r+b") as file:
        for part in parts:
            _write(file, part.header_offset + _IN_LOCAL_HEADER, date)
        for start in _entries(file, directory, parts):
            _write(file, start + _IN_DIRECTORY, date)


def _as_in_dos(moment: dt.datetime) -> tuple[int, int]:
    """Time and date as archives write them: two seconds apart, from 1980 on, without a zone (here in UTC)."""
    utc = moment.astimezone(dt.UTC)
    time = utc.hour << 11 | utc.minute << 5 | utc.second // 2
    return time, (utc.year - 1980) << 9 | utc.month << 5 | utc.day


def _entries(file: BinaryIO, start: int, parts: list[ZipInfo]) -> list[int]:
    """Where each entry of the directory begins."""
    found = []
    for _ in parts:
        found.append(start)
        file.seek(start + _LENGTHS)
        start += _ENTRY + sum(struct.unpack("<HHH", file.read(6)))
    return found


def _write(file: BinaryIO, at: int, content: bytes) -> None:
    file.seek(at)
    file.write(content)
