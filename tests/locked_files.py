"""Files that a password protects, as Office programs of several ages write them, and one that Excel opens by itself."""

import hashlib
import io
import struct
from collections.abc import Sequence
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from msoffcrypto.method.ecma376_agile import ECMA376Agile
from msoffcrypto.method.ecma376_standard import ECMA376Standard
from msoffcrypto.method.rc4 import DocumentRC4

PASSWORD = "Überfluss 7"
_SALT = bytes(range(16))
_SECTOR, _LEAST = 512, 4096  # bytes: shorter streams lie elsewhere
_LAST, _FREE, _OF_TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_BEGIN, _PASS, _SHEET, _CELL, _END, _NOTHING = 0x0809, 0x2F, 0x85, 0x0204, 0x0A, 0


def lock(path: Path, password: str = PASSWORD, rounds: int = 1000) -> Path:
    """Protect a file of today's Office in place, as its programs do since 2010."""
    with path.open("rb") as file:
        data = ECMA376Agile.encrypt(password, file, spin_count=rounds)
    path.write_bytes(data)
    return path


def lock_as_2007(path: Path, password: str = PASSWORD) -> Path:
    """Protect a file of today's Office in place, as its programs did before."""
    aes128, sha1, provider = 0x660E, 0x8004, 0x18
    key = ECMA376Standard.makekey_from_password(
        password, aes128, sha1, provider, 128, len(_SALT), _SALT
    )

    def encrypted(data: bytes) -> bytes:
        padded = data + bytes(-len(data) % 16)
        return Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(padded)

    verifier = bytes(reversed(_SALT))
    header = struct.pack("<8I", 0x24, 0, aes128, sha1, 128, provider, 0, 0) + bytes(2)
    told = struct.pack("<HHII", 4, 2, 0x24, len(header)) + header
    told += struct.pack("<I", len(_SALT)) + _SALT + encrypted(verifier)
    told += struct.pack("<I", 20) + encrypted(hashlib.sha1(verifier).digest())
    data = path.read_bytes()
    package = struct.pack("<Q", len(data)) + encrypted(data)
    path.write_bytes(compound({"EncryptionInfo": told, "EncryptedPackage": package}))
    return path


def old_workbook(
    path: Path, cells: list[str], password: str = "", more: Sequence[tuple[int, bytes]] = ()
) -> Path:
    """Write a sheet of one column for Excel 97, `more` records in it; with a password, protected as it was then."""
    start = [(_BEGIN, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))]
    if password:
        start.append((_PASS, _protection(password)))
    place = (
        sum(4 + len(data) for _, data in start) + 16 + 4
    )  # of the sheet: after its name and an end
    start += [(_SHEET, struct.pack("<IHBB", place, 0, 4, 0) + b"List"), (_END, b"")]
    sheet = [(_BEGIN, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))]
    for row, text in enumerate(cells):
        sheet.append(
            (_CELL, struct.pack("<HHHHB", row, 0, 0, len(text), 0) + text.encode("latin-1"))
        )
    records = [*start, *sheet, *more, (_END, b"")]
    whole = sum(4 + len(data) for _, data in records)
    records.insert(-1, (_NOTHING, bytes(-whole % 4)))  # what fills the stream up are records, too
    path.write_bytes(compound({"Workbook": _stream(records, password)}))
    return path


def _protection(password: str) -> bytes:
    verifier = bytes(reversed(_SALT))
    told = io.BytesIO(verifier + hashlib.md5(verifier).digest())
    return struct.pack("<HHH", 1, 1, 1) + _SALT + DocumentRC4.decrypt(password, _SALT, told).read()


def _stream(records: list[tuple[int, bytes]], password: str) -> bytes:
    """The records; protected, all but what says where they are."""
    plain = b"".join(struct.pack("<HH", number, len(data)) + data for number, data in records)
    if not password:
        return plain
    stream = bytearray(DocumentRC4.decrypt(password, _SALT, io.BytesIO(plain), 1024).read())
    place = 0
    for number, data in records:
        clear = 4 + (len(data) if number in (_BEGIN, _PASS) else 4 if number == _SHEET else 0)
        stream[place : place + clear] = plain[place : place + clear]
        place += 4 + len(data)
    return bytes(stream)


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of streams of at least 4 kB: what is shorter is filled up."""
    sectors, table, entries = b"", [_OF_TABLE, _LAST], []
    for name, data in streams.items():
        first = len(table)
        whole = data.ljust(_LEAST, b"\0")
        whole += bytes(-len(whole) % _SECTOR)
        sectors += whole
        table += [*range(first + 1, first + len(whole) // _SECTOR), _LAST]
        entries.append(_entry(name, 2, first, max(len(data), _LEAST), right=len(entries) + 2))
    entries[-1] = entries[-1][:72] + struct.pack("<I", _FREE) + entries[-1][76:]
    directory = _entry("Root Entry", 5, _LAST, 0, child=1) + b"".join(entries)
    assert len(table) <= 128
    table += [_FREE] * (128 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, _LEAST, _LAST, 0, _LAST, 0
    )
    header += struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108
    return header + struct.pack("<128I", *table) + directory.ljust(_SECTOR, b"\0") + sectors


def _entry(
    name: str, kind: int, first: int, size: int, right: int = _FREE, child: int = _FREE
) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    numbers = struct.pack("<HBBIII", len(wide), kind, 1, _FREE, right, child)
    return wide.ljust(64, b"\0") + numbers + bytes(36) + struct.pack("<IQ", first, size)
