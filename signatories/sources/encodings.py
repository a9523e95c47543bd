"""Bytes from outside become text: what is no text is refused, the encoding is found."""

import codecs
import re
from pathlib import PurePath

from signatories.errors import UnreadableFile
from signatories.texts import N_, Message

_MARKS = (  # the longer mark first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAVE_AS_CSV = N_(
    "“{file}” is {what}, which cannot be read here. Save the sheet as CSV and import that file."
)
_COPY = N_("“{file}” is {what}, which cannot be read here. Copy the lines from it and paste them.")
_NO_TEXT = N_(
    "“{file}” is {what}, not a table or a list. Choose a text file, or a sheet saved as CSV."
)
_SIGNATURES = (
    (b"%PDF-", N_("a PDF"), _COPY),
    (b"\xd0\xcf\x11\xe0", N_("an old Office file (xls, doc or msg)"), _SAVE_AS_CSV),
    (b"{\\rtf", N_("a formatted text (RTF)"), _COPY),
    (b"SQLite format 3\0", N_("a database or a workspace"), _NO_TEXT),
    (b"\x89PNG", N_("a picture"), _NO_TEXT),
    (b"\xff\xd8\xff", N_("a picture"), _NO_TEXT),
    (b"GIF8", N_("a picture"), _NO_TEXT),
    (b"RIFF", N_("a picture or a recording"), _NO_TEXT),
    (b"II*\0", N_("a picture"), _NO_TEXT),
    (b"MM\0*", N_("a picture"), _NO_TEXT),
    (b"\x1f\x8b", N_("a compressed file"), _NO_TEXT),
)
_ARCHIVES = {
    ".xlsx": (N_("an Excel workbook"), _SAVE_AS_CSV),
    ".xlsm": (N_("an Excel workbook"), _SAVE_AS_CSV),
    ".xlsb": (N_("an Excel workbook"), _SAVE_AS_CSV),
    ".ods": (N_("an OpenDocument sheet"), _SAVE_AS_CSV),
    ".docx": (N_("a Word document"), _COPY),
    ".odt": (N_("an OpenDocument text"), _COPY),
}
_OTHER_TEXTS = {
    ".html": (N_("a web page"), _COPY),
    ".htm": (N_("a web page"), _COPY),
    ".json": (N_("a JSON file"), _NO_TEXT),
    ".eml": (N_("a mail"), _COPY),
    ".svg": (N_("a picture"), _NO_TEXT),
}
_WESTERN = {"English", "French", "German", "Spanish", "Portuguese", "Italian", "Dutch", "Unknown"}
# Never guessed: UTF-16 is found by its NULs, and DOS code pages win short texts by accident.
_RARE = [
    *("utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "hp_roman8"),
    *("cp437", "cp775", "cp850", "cp852", "cp857", "cp858", "cp860", "cp861", "cp863", "cp865"),
]
_TWO_BYTES = [
    *(
        "big5",
        "big5hkscs",
        "cp932",
        "cp949",
        "cp950",
        "euc_jis_2004",
        "euc_jisx0213",
        "euc_jp",
        "euc_kr",
    ),
    *("gb18030", "gb2312", "gbk", "hz", "johab", "shift_jis", "shift_jis_2004", "shift_jisx0213"),
]
# In "Hélène" as cp1252 each byte above ASCII is a letter and stands alone: this finds anything else.
_NOT_LONE_LETTERS = re.compile(rb"[\x80-\xbf]|[\x80-\xff]{2}")
_SAMPLE = 1 << 18  # bytes: more does not make the guess better, only slower


def decode(data: bytes, file: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of `data` and its encoding: the one given, else a byte order mark's, UTF-8, a guess.

    Raises UnreadableFile when it is no text, or not in the encoding given.
    """
    _refuse_other_kinds(data, file)
    if encoding is not None:
        return _as_told(data, file, encoding), encoding
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _as_told(data, file, marked), marked.removesuffix("-sig")
    if found := _utf_16_without_mark(data):
        return _as_told(data, file, found), found
    if b"\0" in data:
        raise UnreadableFile(_NO_TEXT, file=file, what=Message(N_("a file of another program")))
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guess(data)


def _refuse_other_kinds(data: bytes, file: str) -> None:
    """Say what a file is that begins or is named like something other than a list or a table."""
    suffix = PurePath(file).suffix.lower()
    for start, what, advice in _SIGNATURES:
        if data.startswith(start):
            raise UnreadableFile(advice, file=file, what=Message(what))
    if data.startswith(b"PK\x03\x04"):
        what, advice = _ARCHIVES.get(suffix, (N_("a zip archive"), _NO_TEXT))
        raise UnreadableFile(advice, file=file, what=Message(what))
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")):
        suffix = ".html"
    if suffix in _OTHER_TEXTS:
        what, advice = _OTHER_TEXTS[suffix]
        raise UnreadableFile(advice, file=file, what=Message(what))


def _as_told(data: bytes, file: str, encoding: str) -> str:
    """Decode strictly: a character that cannot be read is an error, never a question mark."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise UnreadableFile(
            N_("“{file}” is not text in the encoding {encoding}. Choose another encoding."),
            file=file,
            encoding=encoding,
        ) from error


def _utf_16_without_mark(data: bytes) -> str | None:
    """The half of UTF-16 in which all is printable and most is ASCII: separators, spaces, line ends."""
    if b"\0" not in data or len(data) % 2:
        return None
    found: dict[str, int] = {}
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data[:4096].decode(encoding, "replace")
        if all(letter.isprintable() or letter.isspace() for letter in text):
            found[encoding] = sum(letter.isascii() for letter in text) - text.count("\ufffd")
    best = max(found, key=lambda encoding: found[encoding], default=None)
    return best if best and found[best] > 0 else None


def _guess(data: bytes) -> tuple[str, str]:
    """The likeliest old encoding that reads every byte; Latin-1 reads anything."""
    sample = data[:_SAMPLE]
    sample = sample[: sample.rfind(b"\n") + 1] or sample  # whole lines: no character cut in two
    for encoding in (*_likeliest(sample), "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def _likeliest(sample: bytes) -> list[str]:
    """Encodings, best first. Short names in Western letters are often taken for something rarer."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 0.1 s that UTF-8 need not pay

    lone = not _NOT_LONE_LETTERS.search(sample)
    matches = list(from_bytes(sample, cp_exclusion=_RARE + _TWO_BYTES if lone else _RARE))
    if not matches:
        return []
    best = (matches[0].chaos, matches[0].coherence)
    ties = {
        alike
        for match in matches
        if (match.chaos, match.coherence) == best
        for alike in match.could_be_from_charset
    }
    western = matches[0].language in _WESTERN and "cp1252" in ties
    return ["cp1252"] * western + [match.encoding for match in matches]
