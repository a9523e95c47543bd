"""A PDF's numbered objects, written into the file as they come, and the table of where each one stands."""

import hashlib
import zlib
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from signatories.exports.pdf.values import Entries, dictionary, ref

FAST, THOROUGH = 1, 6  # how streams are packed: a page, of which there may be many; a font
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_AT_A_TIME = 1 << 18  # bytes to write
_AT_ONCE = 4096  # lines of the table that are put into words together
_TINY = 200  # bytes: packing them gains nothing
_SMALL = 800  # bytes of what a letter has alone: packing them takes longer than making them


@contextmanager
def new_file(path: Path) -> Iterator["ObjectFile"]:
    """A file to fill with objects. One that could not be finished is removed."""
    opened = path.open("wb")
    try:
        with opened:
            yield ObjectFile(opened)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


class ObjectFile:
    """Writes objects one after the other. Of what is written it keeps eight bytes each: where it stands."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.blake2b(digest_size=16)
        self._pending: list[bytes] = []
        self._written = self._end = 0
        self._places = array("Q", [0])
        self._write(_HEADER)

    def reserve(self) -> int:
        """The number of an object that will be written later."""
        self._places.append(0)
        return len(self._places) - 1

    def add(self, content: bytes, number: int | None = None) -> int:
        """Write an object, in the place of a reserved number where one is given; return its number."""
        if number is None:
            number = self.reserve()
        self._places[number] = self._end
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
        return number

    def add_stream(
        self,
        content: bytes,
        entries: Entries | None = None,
        number: int | None = None,
        *,
        level: int = FAST,
    ) -> int:
        """Write a stream, packed where that is worth its time; `entries`: its dictionary, beside the length."""
        if len(content) <= (_SMALL if level == FAST else _TINY):
            if entries:
                return self.add_raw_stream(content, entries, number)
            return self._add_stream(b"<</Length %d>>" % len(content), content, number)
        packed = zlib.compress(content, level)
        if entries:
            return self.add_raw_stream(packed, {**entries, "Filter": "/FlateDecode"}, number)
        return self._add_stream(b"<</Length %d/Filter/FlateDecode>>" % len(packed), packed, number)

    def add_raw_stream(self, content: bytes, entries: Entries, number: int | None = None) -> int:
        """Write a stream as it is."""
        head = dictionary({**entries, "Length": len(content)})
        return self._add_stream(head, content, number)

    def _add_stream(self, head: bytes, content: bytes, number: int | None) -> int:
        return self.add(b"%b\nstream\n%b\nendstream" % (head, content), number)

    def finish(self, root: int, info: int) -> None:
        """Write the table of all objects, and which of them is the catalogue."""
        start = self._end
        count = len(self._places)
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        for first in range(1, count, _AT_ONCE):
            places = self._places[first : first + _AT_ONCE]
            self._write(b"".join([b"%010d 00000 n \n" % place for place in places]))
        self._flush()
        name = b"<%b>" % self._digest.hexdigest().encode()
        trailer = dictionary(
            {"Size": count, "Root": ref(root), "Info": ref(info), "ID": (name, name)}
        )
        self._write(b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (trailer, start))
        self._flush()

    def _write(self, content: bytes) -> None:
        self._pending.append(content)
        self._end += len(content)
        if self._end - self._written >= _AT_A_TIME:
            self._flush()

    def _flush(self) -> None:
        content = b"".join(self._pending)
        self._pending.clear()
        self._file.write(content)
        self._digest.update(content)
        self._written = self._end
