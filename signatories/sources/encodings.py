"""Bytes from outside become text: the encoding is found, and every byte must fit it."""

import codecs
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, TextIO

from signatories.errors import UnreadableFile
from signatories.sources.alphabets import (
    has_drawings,
    is_latin_throughout,
    is_of_a_language,
    joins_latin,
    letters_beyond_ascii,
    may_be_of_languages,
    mixes_scripts,
)
from signatories.texts import N_

Opener = Callable[[], BinaryIO]  # opens a file, or bytes in memory, at their start

_MARKS = (  # the longer mark first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = {"English", "French", "German", "Spanish", "Portuguese", "Italian", "Dutch", "Unknown"}
# Never guessed: UTF-16 is found by its NULs, and DOS code pages win short texts by accident.
_RARE = [
    *("utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "hp_roman8"),
    *("cp437", "cp775", "cp850", "cp852", "cp857", "cp858", "cp860", "cp861", "cp863", "cp865"),
]
_MISTAKEN = ("cp1257", "cp1254", "cp1250", "iso8859_7")  # for others, Turkish for Baltic
_LATIN = ("cp1252", "cp1254", "cp1250", "mac_roman", "cp850")
_COMMON = ("cp1252", "cp1254", "cp1250", "cp1251", "koi8_r", "cp1253", "mac_roman", "cp850")
_FEW_LINES = 200  # bytes: too few for a guess by statistics
_SHORT_LIST = 4096  # bytes: of more the guess is good, and names of many languages are among them
_TWO_BYTES = [
    *("big5", "big5hkscs", "cp932", "cp949", "cp950", "euc_jis_2004", "euc_jisx0213", "euc_jp"),
    *("euc_kr", "gb18030", "gb2312", "gbk", "hz", "johab"),
    *("shift_jis", "shift_jis_2004", "shift_jisx0213"),
]
# Offered after the likely ones, by how many offices still write them.
_OFFERED = (
    *("utf-8", "cp1252", "mac_roman", "cp1250", "iso8859_2", "cp1254", "cp1251", "koi8_r"),
    *("cp1253", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "iso8859_15"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949", "utf-16-le", "utf-16-be", "cp850", "cp437"),
)
# In "Hélène" as cp1252 each byte above ASCII is a letter and stands alone: this finds anything else.
_NOT_LONE_LETTERS = re.compile(rb"[\x80-\xbf]|[\x80-\xff]{2}")
_ABOVE_ASCII = re.compile(rb"[\x80-\xff]+")
_TELLING_LINE = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*[\r\n]*")
_SAMPLE = 1 << 18  # bytes: more does not make the guess better, only slower
_BLOCK = 1 << 20  # bytes
_PREVIEWED_LINES = 3


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a text was written. `guessed`: it fits, as others might."""

    name: str
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class EncodingChoice:
    """An encoding that a text may have, and how its first telling lines would read."""

    encoding: str
    preview: str


def find(opening: Opener, name: str, told: str | None = None) -> Encoding:
    """The encoding of a text: the one told, else a byte order mark's, UTF-8, a guess. All of it was tried.

    Raises UnreadableFile when it is not in the encoding told, or in the one that its mark says, or no text.
    """
    with opening() as file:
        start = file.read(_SAMPLE)
    if said := told or _marked(start) or _utf_16_without_mark(start):
        if not _fits(opening, said):
            text = N_("“{file}” is not text in the encoding {encoding}. Choose another encoding.")
            raise UnreadableFile(text, file=name, encoding=said)
        return Encoding(said)
    if any(b"\0" in block for block in _blocks(opening)):
        text = N_(
            "“{file}” is a file of another program, not a table or a list. Choose a text file, or a sheet."
        )
        raise UnreadableFile(text, file=name)
    if _fits(opening, "utf-8"):
        return Encoding("utf-8")
    fitting = (each for each in _ranked(_telling(opening)) if _fits(opening, each))
    return Encoding(next(fitting, "latin-1"), guessed=True)


def opened(opening: Opener, encoding: str) -> TextIO:
    """The text from its start, without a byte order mark; line ends stay as they are."""
    text = io.TextIOWrapper(opening(), encoding, newline="")
    if text.read(1) != "\ufeff":
        text.seek(0)
    return text


def choices(start: bytes) -> tuple[EncodingChoice, ...]:
    """The encodings that a text which begins so may have, the likeliest first."""
    whole = _whole_lines(start)
    said = filter(None, (_marked(start), _utf_16_without_mark(start), _utf_8(whole)))
    ranked = dict.fromkeys((*said, *_ranked(_telling(partial(io.BytesIO, whole))), *_OFFERED))
    found = (EncodingChoice(encoding, _preview(whole, encoding)) for encoding in ranked)
    return tuple(choice for choice in found if choice.preview)


def _blocks(opening: Opener) -> Iterator[bytes]:
    with opening() as file:
        while block := file.read(_BLOCK):
            yield block


def _fits(opening: Opener, encoding: str) -> bool:
    """Whether every byte can be read: a character that cannot is an error, never a question mark."""
    try:
        decoder = codecs.getincrementaldecoder(encoding)()
        for block in _blocks(opening):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _marked(start: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if start.startswith(mark)), None)


def _utf_16_without_mark(data: bytes) -> str | None:
    """The half of UTF-16 in which all is printable and most is ASCII: separators, spaces, line ends."""
    if b"\0" not in data:
        return None
    found: dict[str, int] = {}
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data[:4096].decode(encoding, "replace")
        if all(letter.isprintable() or letter.isspace() for letter in text):
            found[encoding] = sum(letter.isascii() for letter in text) - text.count("\ufffd")
    best = max(found, key=lambda encoding: found[encoding], default=None)
    return best if best and found[best] > 0 else None


def _utf_8(data: bytes) -> str | None:
    return "utf-8" if _fits(partial(io.BytesIO, data), "utf-8") else None


def _whole_lines(data: bytes) -> bytes:
    """No character cut in two, in the encodings of old."""
    return data[: data.rfind(b"\n") + 1] or data


def _telling(opening: Opener) -> bytes:
    """The first lines if a byte above ASCII is among them, else the first that have one: those tell encodings apart."""
    found = bytearray()
    for number, block in enumerate(_blocks(opening)):
        start = _whole_lines(block[:_SAMPLE])
        if number == 0 and not start.isascii():
            return start
        for line in _TELLING_LINE.findall(_whole_lines(block)):
            found += line
        if len(found) >= _SAMPLE:
            break
    return _whole_lines(bytes(found[:_SAMPLE]))


def _ranked(sample: bytes) -> list[str]:
    """Encodings, best first. Short names in Western letters are often taken for something rarer."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 0.1 s that UTF-8 need not pay

    lone = not _NOT_LONE_LETTERS.search(sample)
    matches = list(from_bytes(sample, cp_exclusion=_RARE + _TWO_BYTES if lone else _RARE))
    if not matches:
        return ["cp1252"]
    best = (matches[0].chaos, matches[0].coherence)
    ties = {
        alike
        for match in matches
        if (match.chaos, match.coherence) == best
        for alike in match.could_be_from_charset
    }
    western = matches[0].language in _WESTERN and "cp1252" in ties
    return _of_a_language(
        sample, ["cp1252"] * western + [match.encoding for match in matches] + ["cp1252"]
    )


def _of_a_language(sample: bytes, ranked: list[str]) -> list[str]:
    """The same, after one that a short list is often mistaken in: if only in that one its letters are a language's."""
    if len(sample) > _SHORT_LIST:
        return ranked
    reading = sample.decode(ranked[0], "replace")
    is_short, of_two_bytes = len(sample) <= _FEW_LINES, ranked[0] in _TWO_BYTES
    if of_two_bytes and not _is_of_lone_letters(sample):
        if not is_short or not mixes_scripts(reading):
            return ranked
    elif may_be_of_languages(reading) and not (of_two_bytes and is_short and joins_latin(reading)):
        return ranked
    if is_short and (common := _first_that_reads(sample)):
        return [common, *ranked]
    readings = ((each, sample.decode(each, "replace")) for each in _MISTAKEN)
    found = [
        encoding
        for encoding, text in readings
        if letters_beyond_ascii(text) and is_of_a_language(text)
    ]
    return [*found, *ranked] if len(found) == 1 else ranked


def _first_that_reads(sample: bytes) -> str | None:
    """The first of the encodings that offices write in which a line or two are words of a language."""
    for encoding in _COMMON:
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError:
            continue
        is_latin = encoding in _LATIN
        if has_drawings(text):
            continue
        if is_of_a_language(text) and (not is_latin or is_latin_throughout(text)):
            return encoding
    return None


def _is_of_lone_letters(sample: bytes) -> bool:
    """Whether most bytes above ASCII stand alone, as letters with accents do and characters of two bytes seldom."""
    runs = _ABOVE_ASCII.findall(sample)
    return 2 * sum(len(run) == 1 for run in runs) > len(runs)


def _preview(data: bytes, encoding: str) -> str:
    """The first lines that tell something, as they would read; empty where they cannot be read so."""
    try:
        lines = data.decode(encoding).removeprefix("\ufeff").splitlines()
    except UnicodeDecodeError:
        return ""
    telling = [line for line in lines if not line.isascii()] or lines
    return "\n".join(telling[:_PREVIEWED_LINES])
