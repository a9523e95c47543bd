"""Writes the smallest mail of Outlook (.msg) that its reader accepts: a compound file with a stream a property.

The layout is that of [MS-CFB] and [MS-OXMSG]: sectors of 512 bytes, small streams in sectors of 64.
"""

import struct
from itertools import pairwise

SECTOR, SMALL = 512, 64
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
NONE = 0xFFFFFFFF


def outlook_mail(**properties: str) -> bytes:
    """A mail with texts by property id: `outlook_mail(x0037="Re: Letter", x1000="We sign.")`."""
    streams = {
        f"__substg1.0_{key[1:]}001F": text.encode("utf-16-le") for key, text in properties.items()
    }
    entries = b"".join(
        struct.pack("<HHIII", 0x1F, int(key[1:], 16), 6, 2 * len(text) + 2, 0)
        for key, text in properties.items()
    )
    streams["__properties_version1.0"] = bytes(32) + entries
    return _compound(streams)


def _compound(streams: dict[str, bytes]) -> bytes:
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    starts, small, next_small = [], b"", []
    for name in names:
        count = -(-len(streams[name]) // SMALL)
        starts.append(len(next_small))
        first = len(next_small)
        next_small += [*range(first + 1, first + count), END]
        small += streams[name].ljust(count * SMALL, b"\0")
    root = _entry("Root Entry", 5, child=len(names) // 2 + 1, start=3, size=len(small))
    directory = root + b"".join(
        _entry(name, 2, *_siblings(place, len(names)), start=start, size=len(streams[name]))
        for place, (name, start) in enumerate(zip(names, starts, strict=True))
    )
    sectors = [
        _padded(struct.pack(f"<{len(next_small)}I", *next_small), b"\xff"),
        _padded(directory),
    ]
    sectors.append(_padded(small))
    return _with_header(sectors)


def _siblings(place: int, count: int) -> tuple[int, int]:
    """Left and right of an entry in a tree that is a list in both directions from its middle."""
    middle = count // 2
    left = place if 0 < place <= middle else NONE
    right = place + 2 if middle <= place < count - 1 else NONE
    return left, right


def _entry(
    name: str,
    kind: int,
    left: int = NONE,
    right: int = NONE,
    *,
    child: int = NONE,
    start: int,
    size: int,
) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    head = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, left, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def _with_header(contents: list[bytes]) -> bytes:
    """Sector 0 is the table of sectors; then come the small sectors' table, the directory and the small streams."""
    lengths = [len(content) // SECTOR for content in contents]
    firsts = [1, 1 + lengths[0], 1 + lengths[0] + lengths[1], 1 + sum(lengths)]
    table = [FAT]
    for first, end in pairwise(firsts):
        table += [*range(first + 1, end), END]
    contents[1] = contents[1][:116] + struct.pack("<I", firsts[2]) + contents[1][120:]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIIII",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        firsts[1],
        0,
        4096,
        1,
        lengths[0],
        END,
        0,
        0,
    )
    header += struct.pack("<108I", *[FREE] * 108)
    return header + _padded(struct.pack(f"<{len(table)}I", *table), b"\xff") + b"".join(contents)


def _padded(content: bytes, filling: bytes = b"\0") -> bytes:
    return content.ljust(-(-len(content) // SECTOR) * SECTOR, filling)
