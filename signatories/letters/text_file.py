"""A letter as one text file: front matter between two `---` lines, then the body in Markdown."""

import codecs
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from signatories.dates import parse_date
from signatories.errors import BadText, UnreadableFile
from signatories.expressions.hints import nearest, where
from signatories.models import Paper
from signatories.sources import regular_files
from signatories.texts import N_, Message

_LARGEST = 5_000_000  # bytes; a long report has 0.5 MB of text
_DIGITS = 9  # of a target: more than there are people
_FENCE = "---"
_KEY = re.compile(r"(?P<key>\w[\w -]*?)\s*:\s*(?P<value>.*)")
_ITEM = re.compile(r"\s*-(?:\s+(?P<item>.*))?")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"|\'([^\']*)\'')
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class LetterFile:
    """What a letter's file says. Missing texts are "", missing lists (), all else that is missing None.

    `audience` says in words who gets it and where it is published;
    `deadline`: the last day to sign; `target`: how many signatories are hoped for. Fields and the `recipients` filter
    are unparsed; `line_of` says where each key stands (and `body`), counted from 1, for whoever parses them.
    """

    title: str
    language: str = ""
    place: str = ""
    date: dt.date | None = None
    paper: Paper | None = None
    letterhead: tuple[str, ...] = ()
    reference: str = ""
    addressee: tuple[str, ...] = ()
    subject: str = ""
    salutation: str = ""
    closing: str = ""
    enclosures: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    audience: str = ""
    notes: tuple[str, ...] = ()
    instrument: str = ""
    recipients: str = ""
    as_of: dt.date | None = None
    deadline: dt.date | None = None
    target: int | None = None
    body: str = ""
    line_of: Mapping[str, int] = field(default_factory=dict, compare=False)


_LISTS = frozenset({"letterhead", "addressee", "enclosures", "cc", "notes"})
_DATES = frozenset({"date", "as_of", "deadline"})
_SEVERAL_LINES = frozenset({"reference", "subject", "salutation", "closing", "audience"})
_PAPERS = {"a4": Paper.A4, "letter": Paper.LETTER, "us letter": Paper.LETTER}
_KEYS = tuple(f.name for f in fields(LetterFile) if f.name not in {"body", "line_of"})


@dataclass(slots=True)
class _Entry:
    """A key as it was found: its line, and its values in order."""

    line: int
    values: list[str]


def read(path: Path) -> LetterFile:
    """Read a letter's file. Raises UnreadableFile or BadText, both naming the file."""
    try:
        if path.is_dir():
            raise UnreadableFile(N_("{file} is a folder. Name the text file in it."), file=path)
        content = regular_files.read(path, _LARGEST)
        if len(content) > _LARGEST:
            raise UnreadableFile(N_("{file} is too large for a letter’s text."), file=path)
    except FileNotFoundError as error:
        raise UnreadableFile(N_("There is no file {file}."), file=path) from error
    except OSError as error:
        text = N_("{file} could not be read: {reason}.")
        raise UnreadableFile(text, file=path, reason=error.strerror or error) from error
    return parse(_decoded(content, path), path.name)


def parse(text: str, name: str = "") -> LetterFile:
    """Read a letter's text; `name` is what errors call it. Raises BadText that names the line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = _end_of_front_matter(lines, name)
    entries = _entries(lines[:end], name)
    values = {key: _value(key, entry, name) for key, entry in entries.items()}
    if not values.get("title"):
        text = N_("{where}: the title is missing. Add a line “title: …”.")
        raise BadText(text, where=where(1, name))
    first = next((n for n in range(end + 1, len(lines)) if lines[n].strip()), len(lines))
    line_of = {key: entry.line for key, entry in entries.items()} | {"body": first + 1}
    return LetterFile(**values, body="\n".join(lines[first:]).rstrip(), line_of=line_of)


def write(letter: LetterFile) -> str:
    """Write the file that `parse` reads as the same letter. Keys without a value are left out."""
    lines = [_FENCE]
    for key in _KEYS:
        lines += _written(key, getattr(letter, key))
    lines.append(_FENCE)
    if letter.body:
        lines += ["", letter.body]
    return "\n".join(lines) + "\n"


def is_language(code: str) -> bool:
    """Whether a text is written as a code of a language."""
    return _LANGUAGE.fullmatch(code) is not None


def _decoded(content: bytes, path: Path) -> str:
    encoding = "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        text = N_("{file} is not a plain text in UTF-8. Save it as UTF-8 text and try again.")
        raise UnreadableFile(text, file=path) from error
    if "\0" in text:
        raise UnreadableFile(N_("{file} is not a text file."), file=path)
    return text


def _end_of_front_matter(lines: list[str], name: str) -> int:
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() != _FENCE:
        text = N_(
            "{where}: the letter has no title. Begin it with three lines: ---, title: …, ---."
        )
        raise BadText(text, where=where(start + 1, name))
    for number in range(start + 1, len(lines)):
        if lines[number].rstrip() == _FENCE:
            return number
    text = N_("{where}: the front matter begins here but no second line --- ends it.")
    raise BadText(text, where=where(start + 1, name))


def _entries(lines: list[str], name: str) -> dict[str, _Entry]:
    """Read `key: value` lines and the `- ` items below a key that has no value of its own."""
    entries: dict[str, _Entry] = {}
    open_list: _Entry | None = None
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.rstrip() == _FENCE:
            continue
        if open_list and (item := _ITEM.fullmatch(line)):
            open_list.values.append(_unquoted(item["item"] or ""))
            continue
        match = _KEY.fullmatch(line)
        if not match:
            text = N_("{where}: “{line}” is neither “key: value” nor an item “- …” of a list.")
            raise BadText(text, where=where(number, name), line=line.strip())
        key = _known_key(match["key"], number, name)
        if key in entries:
            text = N_("{where}: “{key}” stands here for the second time.")
            raise BadText(text, where=where(number, name), key=key)
        value = match["value"].strip()
        entries[key] = _Entry(number, [_unquoted(value)] if value else [])
        open_list = None if value else entries[key]
    return entries


def _known_key(written: str, line: int, name: str) -> str:
    key = re.sub(r"[\s-]+", "_", written).lower()
    if key not in _KEYS:
        text = N_("{where}: there is no key “{key}”. The nearest one is “{nearest}”.")
        raise BadText(text, where=where(line, name), key=written, nearest=nearest(key, _KEYS))
    return key


def _value(key: str, entry: _Entry, name: str) -> Any:
    if key in _LISTS:
        return tuple(entry.values)
    at = where(entry.line, name)
    if len(entry.values) > 1 and key not in _SEVERAL_LINES:
        raise BadText(N_("{where}: “{key}” takes one line, not a list."), where=at, key=key)
    value = "\n".join(entry.values)
    if key in _DATES and value:
        date = parse_date(value)
        if date is None or date.day is None:
            text = N_("{where}: “{value}” is not one certain day. Write it as 2010-07-26.")
            raise BadText(text, where=at, value=value)
        return date.first
    if key == "language" and value and not is_language(value):
        text = N_("{where}: “{value}” is no language code. Write en, fr or pt-BR, for example.")
        raise BadText(text, where=at, value=value)
    if key == "paper":
        return _paper(value, at)
    if key == "target":
        return _number(value, at)
    return None if key in _DATES else value


def _paper(value: str, at: Message) -> Paper | None:
    paper = _PAPERS.get(re.sub(r"[\s-]+", " ", value).lower())
    if paper is None and value:
        text = N_("{where}: “{value}” is no paper that letters are set for. Write a4 or letter.")
        raise BadText(text, where=at, value=value)
    return paper


def _number(value: str, at: Message) -> int | None:
    if value and not (
        value.isascii() and value.isdecimal() and len(value) <= _DIGITS and int(value)
    ):
        raise BadText(N_("{where}: “{value}” is no number of signatories."), where=at, value=value)
    return int(value) if value else None


def _written(key: str, value: str | tuple[str, ...] | dt.date | Paper | int | None) -> list[str]:
    if not value:
        return []
    if isinstance(value, Paper):
        return [f"{key}: {value.value}"]
    if isinstance(value, int):
        return [f"{key}: {value}"]
    if isinstance(value, dt.date):
        return [f"{key}: {value.isoformat()}"]
    lines = value.split("\n") if isinstance(value, str) else value
    if len(lines) == 1:
        return [f"{key}: {_quoted(lines[0])}"]
    return [f"{key}:", *(f"  - {_quoted(line)}" for line in lines)]


def _unquoted(written: str) -> str:
    written = written.strip()
    match = _QUOTED.fullmatch(written)
    if match is None:
        return written
    return match[2] if match[1] is None else re.sub(r"\\([\\\"])", r"\1", match[1])


def _quoted(value: str) -> str:
    """The value as it stands, or in quotes where it would be read as something else."""
    if value and _unquoted(value) == value:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
