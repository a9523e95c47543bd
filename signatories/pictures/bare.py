"""Pictures' files without what cameras and programs write beside the picture: places, times, owners, thumbnails.

Only what is needed to show the picture is taken over, so that no kind of remark can be forgotten.
"""

import re
from collections.abc import Iterator

_BEGIN, _END = b"\xff\xd8", b"\xff\xd9"
# A marker; zeros and restarts (D0 to D7) after FF belong to the picture itself.
_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])", re.DOTALL)
_LONE = frozenset(b"\x01\xd8")  # markers without a segment
_SCAN = 0xDA
_TABLES = frozenset((*range(0xC0, 0xD0), _SCAN, 0xDB, 0xDC, 0xDD))
_JFIF, _ADOBE = 0xE0, 0xEE  # how the colours are meant, and in the first also a thumbnail

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNKS = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB"))
_ROUND_DATA = 12  # bytes of a chunk around its data: length, name, checksum


def bare_jpeg(content: bytes) -> bytes:
    """A whole JPEG with nothing but its picture: the same pixels."""
    return b"".join((_BEGIN, *_segments(content), _END))


def _segments(content: bytes) -> Iterator[bytes]:
    at, in_scan = len(_BEGIN), False
    while found := _MARKER.search(content, at):
        marker, begin = found[1][0], found.end()
        if in_scan:
            yield content[at : found.start()]
        if marker == _END[1]:
            return
        at = begin
        if marker not in _LONE:
            at += int.from_bytes(content[begin : begin + 2])
            yield _needed(marker, content[begin + 2 : at])
        in_scan = marker == _SCAN


def _needed(marker: int, data: bytes) -> bytes:
    """The segment as far as a picture needs it."""
    if marker == _JFIF and data.startswith(b"JFIF\0"):
        data = data[:12] + b"\0\0"
    elif marker == _ADOBE and data.startswith(b"Adobe"):
        data = data[:12]
    elif marker not in _TABLES:
        return b""
    return b"\xff%c%b%b" % (marker, (len(data) + 2).to_bytes(2), data)


def bare_png(content: bytes) -> bytes:
    """A whole PNG with nothing but its picture: the same pixels."""
    return b"".join((_SIGNATURE, *_chunks(content)))


def _chunks(content: bytes) -> Iterator[bytes]:
    at, name = len(_SIGNATURE), b""
    while at < len(content) and name != b"IEND":
        name = content[at + 4 : at + 8]
        end = at + _ROUND_DATA + int.from_bytes(content[at : at + 4])
        if name in _CHUNKS:
            yield content[at:end]
        at = end
