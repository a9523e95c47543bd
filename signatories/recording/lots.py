"""Lots: what one action did to many rows of a table, as one change of the log keeps it.

A row's line is the JSON of `[salt, before, after]`, and its digest is the SHA-256 of that line. A change keeps its
lines packed, and apart from them the ids and digests, which stay when lines are emptied: so the chain of the log,
which follows from the digests, holds whatever is erased.
"""

import hashlib
import json
import secrets
import struct
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

SPAN = 1000  # from the first to the last id of a lot: so the changes about a row are found by their first ids

_DIGEST = struct.Struct(">q32s")  # an id and the digest of its line
_EMPTIED = b"null"
_LEVEL = 1  # zlib's: higher ones make a tenth less of it and take twice as long
_SALT = 16  # bytes


class Record(NamedTuple):
    """What happened to a row: its images before and after as JSON, or None where it was not there."""

    row_id: int
    before: str | None
    after: str | None

    @property
    def action(self) -> str:
        """What the log calls it."""
        if self.before is None:
            return "insert"
        return "delete" if self.after is None else "update"


class Lot(NamedTuple):
    """Rows of one table: their ids with digests, and their lines."""

    digests: bytes
    packed: bytes

    @property
    def ids(self) -> list[int]:
        """The rows, in order."""
        return [row_id for row_id, _ in _DIGEST.iter_unpack(self.digests)]

    def read(self) -> Iterable[tuple[int, list[Any]]]:
        """Each row's id with its salt and its images before and after; an emptied line is nothing but None."""
        lines = json.loads(b"[%b]" % zlib.decompress(self.packed).replace(b"\n", b","))
        return zip(self.ids, (line or [None] * 3 for line in lines), strict=True)

    def texts(self) -> Iterator[tuple[int, str]]:
        """Each row's id with its line, but for emptied ones."""
        lines = zip(self.ids, zlib.decompress(self.packed).split(b"\n"), strict=True)
        return ((row_id, line.decode()) for row_id, line in lines if line != _EMPTIED)

    def emptied(self, ids: Collection[int]) -> "Lot":
        """The same lot without what it says of these rows."""
        lines = zlib.decompress(self.packed).split(b"\n")
        left = [_EMPTIED if i in ids else line for i, line in zip(self.ids, lines, strict=True)]
        return Lot(self.digests, _pack(left))

    def is_altered(self) -> bool:
        """Whether a line is neither what its digest says nor emptied."""
        try:
            lines = zlib.decompress(self.packed).split(b"\n")
        except zlib.error:
            return True
        digests = [digest for _, digest in _DIGEST.iter_unpack(self.digests)]
        return len(lines) != len(digests) or any(
            line != _EMPTIED and hashlib.sha256(line).digest() != digest
            for line, digest in zip(lines, digests, strict=True)
        )


def make_lot(records: Sequence[Record]) -> Lot:
    """A lot of these rows."""
    salts = secrets.token_hex(_SALT * len(records))
    width = 2 * _SALT
    lines = [
        f'["{salts[n * width : (n + 1) * width]}", {before or "null"}, {after or "null"}]'.encode()
        for n, (_, before, after) in enumerate(records)
    ]
    digests = [
        _DIGEST.pack(record.row_id, hashlib.sha256(line).digest())
        for record, line in zip(records, lines, strict=True)
    ]
    return Lot(b"".join(digests), _pack(lines))


def lots_of(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Records put together that one change may keep: of one action, in the order of ids, not too far apart."""
    lots: dict[str, list[Record]] = {}
    for record in sorted(records):
        lot = lots.setdefault(record.action, [])
        if lot and record.row_id >= lot[0].row_id + SPAN:
            yield lot
            lot = lots[record.action] = []
        lot.append(record)
    yield from lots.values()


def _pack(lines: Iterable[bytes]) -> bytes:
    return zlib.compress(b"\n".join(lines), _LEVEL)
