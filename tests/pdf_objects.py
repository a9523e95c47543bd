"""The objects of a PDF file, read byte by byte where the file says that they are."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Object(NamedTuple):
    """A numbered object: its dictionary, and its stream, unpacked but for photographs."""

    entries: str
    stream: bytes

    def number(self, key: str) -> int:
        """The object that an entry refers to."""
        found = re.search(rf"/{key} ?\[? ?(\d+) 0 R", self.entries)
        assert found, key
        return int(found[1])


def objects(path: Path) -> Iterator[tuple[int, Object]]:
    """Every object by the table of places, each exactly where it is said to be, its stream as long as it says."""
    content = path.read_bytes()
    table = int(re.findall(rb"startxref\n(\d+)\n%%EOF\n$", content)[0])
    count = int(re.findall(rb"^xref\n0 (\d+)\n", content[table:])[0])
    places = re.findall(rb"^(\d{10}) 00000 n $", content[table:], re.MULTILINE)
    assert len(places) == count - 1
    for number, place in enumerate(map(int, places), start=1):
        head = b"%d 0 obj\n" % number
        assert content[place:].startswith(head)
        yield number, _object(content, place + len(head))


def _object(content: bytes, start: int) -> Object:
    end, begins = content.index(b"\nendobj\n", start), content.find(b"\nstream\n", start)
    if not 0 <= begins < end:
        return Object(content[start:end].decode("latin-1"), b"")
    entries = content[start:begins].decode("latin-1")
    length = int(re.findall(r"/Length (\d+)", entries)[0])
    stream = content[begins + 8 : begins + 8 + length]
    assert content[begins + 8 + length :].startswith(b"\nendstream\nendobj\n")
    return Object(entries, zlib.decompress(stream) if "/FlateDecode" in entries else stream)
