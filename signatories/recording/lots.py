"""Lots: what one action did to many rows of a table, as one change of the log keeps it.

A row's line is a salt, its image before and its image after, with tabs between, which no JSON holds as they are; an
image that there was not is empty. Its digest is the SHA-256 of that line. A change keeps its lines packed, and apart
from them the ids and digests, which stay when lines are emptied: so the chain of the log, which follows from the
digests, holds whatever is erased. When rows go as they came, the lot of their coming says so, too.
"""

import hashlib
import secrets
import struct
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from signatories.errors import WorkspaceError
from signatories.texts import N_

SPAN = 1000  # from the first to the last id of a lot: so the changes about a row are found by their first ids

DAMAGED = N_("The history in this workspace is damaged. Restore a backup; nothing was changed.")

_DIGEST = struct.Struct(">q32s")  # an id and the digest of its line
_LEVEL = 1  # zlib's: higher ones make a tenth less of it and take twice as long
_SALT = 16  # bytes


class Record(NamedTuple):
    """What happened to a row: its images before and after as JSON, None where it was not there; both if erased."""

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
    """Rows of one table: their ids with digests, and their lines. Raises WorkspaceError where they are damaged."""

    digests: bytes
    packed: bytes

    @property
    def ends(self) -> tuple[int, int]:
        """The first and the last row."""
        last = len(self.digests) - _DIGEST.size
        return _DIGEST.unpack_from(self.digests)[0], _DIGEST.unpack_from(self.digests, last)[0]

    @property
    def ids(self) -> list[int]:
        """The rows, in order."""
        with _whole():
            return [row_id for row_id, _ in _DIGEST.iter_unpack(self.digests)]

    def images(self) -> Iterator[tuple[int, str | None, str | None]]:
        """Each row's id and its images, as a record has them."""
        with _whole():
            lines = zlib.decompress(self.packed).decode().split("\n")
            for row_id, line in zip(self.ids, lines, strict=True):
                _, before, after = line.split("\t") if line else ("", "", "")
                yield row_id, before or None, after or None

    def part(self, ids: Collection[int]) -> "Lot":
        """What it says of these of its rows, to the byte."""
        with _whole():
            lines = zlib.decompress(self.packed).split(b"\n")
            rows = list(zip(_DIGEST.iter_unpack(self.digests), lines, strict=True))
        if len(ids) == len(rows):
            return self
        kept = [(_DIGEST.pack(*row), line) for row, line in rows if row[0] in ids]
        return Lot(b"".join(digest for digest, _ in kept), _pack(line for _, line in kept))

    def emptied(self, ids: Collection[int]) -> "Lot":
        """The same lot without what it says of these rows."""
        with _whole():
            lines = zlib.decompress(self.packed).split(b"\n")
            left = [b"" if i in ids else line for i, line in zip(self.ids, lines, strict=True)]
        return Lot(self.digests, _pack(left))

    def is_altered(self) -> bool:
        """Whether a line is neither what its digest says nor emptied."""
        try:
            lines = zlib.decompress(self.packed).split(b"\n")
        except zlib.error:
            return True
        digests = [digest for _, digest in _DIGEST.iter_unpack(self.digests)]
        return len(lines) != len(digests) or any(
            line and hashlib.sha256(line).digest() != digest
            for line, digest in zip(lines, digests, strict=True)
        )


def make_lot(ids: Sequence[int], before: Iterable[str | None], after: Iterable[str | None]) -> Lot:
    """A lot of these rows, with their images as records have them."""
    salts, width = secrets.token_hex(_SALT * len(ids)), 2 * _SALT
    lines = [
        f"{salts[n : n + width]}\t{first or ''}\t{second or ''}".encode()
        for n, first, second in zip(range(0, len(salts), width), before, after, strict=True)
    ]
    digests = [
        _DIGEST.pack(row_id, hashlib.sha256(line).digest())
        for row_id, line in zip(ids, lines, strict=True)
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


@contextmanager
def _whole() -> Iterator[None]:
    """Turn what the parts of a damaged lot give into words for the user."""
    try:
        yield
    except (zlib.error, struct.error, ValueError) as error:
        raise WorkspaceError(DAMAGED) from error


def _pack(lines: Iterable[bytes]) -> bytes:
    return zlib.compress(b"\n".join(lines), _LEVEL)
