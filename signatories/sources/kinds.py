"""What a file is, by how it begins and then by its name: one of our formats, or refused with what to do instead."""

import codecs
import re
import struct
import zipfile
from collections.abc import Callable
from typing import BinaryIO

from signatories.errors import UnreadableFile
from signatories.sources import mail_signs
from signatories.sources.refusals import damaged, locked_otherwise
from signatories.texts import N_, Message

LOCKED = "locked"  # an Office file of today that a password protects

_SAVE_AS_SHEET = N_(
    "“{file}” is {what}, which cannot be read here. Save it as xlsx or CSV, and import that file."
)
_COPY = N_("“{file}” is {what}, which cannot be read here. Copy the lines from it and paste them.")
_SAVE_AS_WORD = N_(
    "“{file}” is {what}, which cannot be read here. Save it as docx, or copy the lines from it and paste them."
)
_NO_TEXT = N_("“{file}” is {what}, not a table or a list. Choose a text file, or a sheet.")
_UNPACK = N_("“{file}” is {what}. Unpack it, and choose the files in it.")
_SIGNATURES = (
    (b"%PDF-", N_("a PDF"), _COPY),
    (b"{\\rtf", N_("a formatted text (RTF)"), _SAVE_AS_WORD),
    (b"SQLite format 3\0", N_("a database or a workspace"), _NO_TEXT),
    (b"\x89PNG", N_("a picture"), _NO_TEXT),
    (b"\xff\xd8\xff", N_("a picture"), _NO_TEXT),
    (b"GIF8", N_("a picture"), _NO_TEXT),
    (b"RIFF", N_("a picture or a recording"), _NO_TEXT),
    (b"II*\0", N_("a picture"), _NO_TEXT),
    (b"MM\0*", N_("a picture"), _NO_TEXT),
    (b"\x1f\x8b", N_("a compressed file"), _UNPACK),
    (b"7z\xbc\xaf", N_("a compressed file"), _UNPACK),
    (b"Rar!", N_("a compressed file"), _UNPACK),
    (b"BEGIN:VCARD", N_("a set of address cards"), _SAVE_AS_SHEET),
    (b"BEGIN:VCALENDAR", N_("a calendar"), _SAVE_AS_SHEET),
)
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"(?:(?P<page><(?:!doctype\s+html|html|head|body|table|meta|div|ul|ol|p)\b)"
    rb"|(?P<sheet>(?:<\?mso-application[^>]*>\s*)?<(?:\w+:)?(?:Workbook|document)\b)"
    rb"|(?P<picture>(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b))",
    re.IGNORECASE | re.DOTALL,
)
_BY_SUFFIX = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".html": "html",
    ".htm": "html",
}
_BY_PART = {  # parts that only one kind of archive has
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "xlsb",
    "word/document.xml": "docx",
}
_BY_MIME_TYPE = {
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.spreadsheet-template": "ods",
}
_BEGINNING, _FILE_PASS = (
    0x0809,
    0x2F,
)  # records of an old workbook: the first one, and one of a password
_MOST_SEARCHED = 1 << 22  # bytes: the directory of an old Office file stands early, or at its end


def kind_of(file: BinaryIO, name: str, suffix: str) -> str:
    """The format of a file called `name`: xlsx, xlsm, xlsb, xls, ods, docx, html, json, jsonl, yaml, eml, mbox,
    msg, or text; or LOCKED, with one of them inside.

    Raises UnreadableFile for anything else, and for what no password opens here.
    """
    start = file.read(4096)
    suffix = suffix.lower()
    for signature, what, advice in _SIGNATURES:
        if start.removeprefix(codecs.BOM_UTF8).startswith(signature):
            _refuse(name, what, advice)
    if start.startswith(b"PK\x03\x04"):
        return _archive(file, name, suffix)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return mail_signs.kind_of(start, suffix) or _old_office(file, name)
    return (
        mail_signs.kind_of(start, suffix) or _markup(start, name) or _BY_SUFFIX.get(suffix, "text")
    )


def _refuse(file: str, what: str, advice: str) -> None:
    raise UnreadableFile(advice, file=file, what=Message(what))


def _markup(start: bytes, name: str) -> str | None:
    found = _MARKUP.match(start)
    if found is None:
        return None
    if found["sheet"]:
        _refuse(name, N_("a sheet saved as XML"), _SAVE_AS_SHEET)
    if found["picture"]:
        _refuse(name, N_("a picture"), _NO_TEXT)
    return "html"


def _archive(file: BinaryIO, name: str, suffix: str) -> str:
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise damaged(name) from error
    with archive:
        parts = {part.filename: part for part in archive.infolist()}
        if any(part.flag_bits & 0x1 for part in parts.values()) or _is_locked(archive, parts):
            raise locked_otherwise(name)
        for part, kind in _BY_PART.items():
            if part in parts:
                return "xlsm" if kind == "xlsx" and suffix == ".xlsm" else kind
        mime_type = _start_of(archive, "mimetype", 200).strip()
        if mime_type in _BY_MIME_TYPE:
            return _BY_MIME_TYPE[mime_type]
        if mime_type.startswith(b"application/vnd.oasis.opendocument"):
            _refuse(name, N_("an OpenDocument text"), _SAVE_AS_WORD)
        if any(part.endswith(".iwa") for part in parts):
            _refuse(name, N_("a file of Numbers or Pages"), _SAVE_AS_SHEET)
        if "ppt/presentation.xml" in parts:
            _refuse(name, N_("a presentation"), _COPY)
    raise UnreadableFile(_UNPACK, file=name, what=Message(N_("a zip archive")))


def _is_locked(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> bool:
    """OpenDocument says so in its list of parts."""
    manifest = "META-INF/manifest.xml"
    return manifest in parts and b"encryption-data" in _start_of(archive, manifest, 1 << 20)


def _start_of(archive: zipfile.ZipFile, part: str, length: int) -> bytes:
    try:
        with archive.open(part) as file:
            return file.read(length)
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError):
        return b""


def _old_office(file: BinaryIO, name: str) -> str:
    """Which program's: by the names in the directory of the compound file."""
    entry = _directory(file)
    if entry("EncryptedPackage"):
        return LOCKED
    if book := entry("Workbook") or entry("Book"):
        return LOCKED if _is_locked_book(file, book) else "xls"
    if entry("WordDocument"):
        _refuse(name, N_("an old Word document (doc)"), _SAVE_AS_WORD)
    if entry("__properties_version1.0"):
        return "msg"
    raise UnreadableFile(_SAVE_AS_SHEET, file=name, what=Message(N_("an old Office file")))


def _is_locked_book(file: BinaryIO, entry: bytes) -> bool:
    """Whether an old workbook says among its first records that a password protects it."""
    file.seek(30)
    sector = 1 << min(int.from_bytes(file.read(2), "little"), 12)
    start = int.from_bytes(entry[116:120], "little")
    file.seek((start + 1) * sector)
    records = file.read(sector)
    place = 0
    while place + 4 <= len(records):
        number, length = struct.unpack_from("<HH", records, place)
        if number == _FILE_PASS or (not place and number != _BEGINNING):
            return bool(place)
        place += 4 + length
    return False


def _directory(file: BinaryIO) -> Callable[[str], bytes]:
    """The entry of that name, empty without one: they begin at multiples of 128 bytes, and tell their length."""
    file.seek(0)
    data = file.read(_MOST_SEARCHED)
    size = file.seek(0, 2)
    if size > len(data):
        file.seek(max(len(data), (size - _MOST_SEARCHED) // 512 * 512))
        data += file.read()

    def entry(name: str) -> bytes:
        wanted = name.encode("utf-16-le") + b"\0\0"
        place = data.find(wanted)
        while place >= 0:
            length = int.from_bytes(data[place + 64 : place + 66], "little")
            if place % 128 == 0 and length == len(wanted):
                return data[place : place + 128]
            place = data.find(wanted, place + 1)
        return b""

    return entry
