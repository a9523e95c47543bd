"""Reads JSON, JSON Lines and YAML lists of records: a row each, a column for every key."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

from signatories.errors import UnreadableFile
from signatories.sources import encodings
from signatories.sources.limits import MOST_CELLS, too_many
from signatories.sources.readings import Asked, Line, Reading, SheetReading
from signatories.sources.values import text as text_of_value
from signatories.texts import N_

Path = tuple[str, ...]
"""The keys that lead to a value, the outermost first."""


class _OnLines(NamedTuple):
    """Records that have a line of the file each."""

    lines: Sequence[int]
    records: Sequence[Any]


LARGEST = 100_000_000  # bytes: a list of records is whole in memory
DEEPEST = 256  # lists and records within one another
_DEEPEST_COLUMN = 4  # records within records beyond it stay one text
_OF_ANYTHING = {"name", "names", "title", "label", "id", "type", "value"}
_MORE_THAN_ONE = "Extra data"  # what the reader of JSON says of a second value
_CALLED = {"json": "JSON", "jsonl": "JSON Lines", "yaml": "YAML"}
LARGEST_YAML = 20_000_000  # bytes: its reader takes 40 seconds for so many


def read(asked: Asked) -> Reading:
    """The lists of records of a file. Raises UnreadableFile."""
    largest = LARGEST_YAML if asked.kind == "yaml" else LARGEST
    if asked.path.stat().st_size > largest:
        text = N_("“{file}” is larger than {limit} MB. Save it as CSV.")
        raise UnreadableFile(text, file=asked.name, limit=largest // 1_000_000)
    encoding = encodings.find(lambda: asked.path.open("rb"), asked.name, asked.how.encoding)
    with encodings.opened(lambda: asked.path.open("rb"), encoding.name) as file:
        whole = file.read()
    try:
        content = _content(whole, asked)
    except (ValueError, RecursionError) as error:
        raise _unreadable(asked, error) from error
    lines, content = content if isinstance(content, _OnLines) else (None, content)
    lists = dict(_lists(content, asked.name))
    sheets = (SheetReading(key, _rows(each, lines, asked.name)) for key, each in lists.items())
    return Reading(asked.kind, sheets, encoding.name, encoding.guessed)


def _content(whole: str, asked: Asked) -> Any:
    """What a file holds: in JSON perhaps a value a line. Raises ValueError, RecursionError or UnreadableFile."""
    if asked.kind == "yaml":
        return _yaml(whole, asked.name)
    is_of_lines = asked.kind == "jsonl"
    try:
        content = json.loads(whole)
    except json.JSONDecodeError as error:
        if not is_of_lines and error.msg != _MORE_THAN_ONE:
            raise
        return _json_lines(whole)
    if is_of_lines and isinstance(content, dict):
        blank = len(whole) - len(whole.lstrip())
        return _OnLines([whole.count("\n", 0, blank) + 1], [content])
    return content


def _json_lines(whole: str) -> _OnLines:
    """The records of JSON Lines, each on a line of its own."""
    filled = {number: line for number, line in enumerate(whole.split("\n"), 1) if line.strip()}
    records = []
    for number, line in filled.items():
        try:
            records.append(json.loads(line))
        except json.JSONDecodeError as error:
            error.lineno = number
            raise
    return _OnLines([*filled], records)


def _unreadable(asked: Asked, error: Exception) -> UnreadableFile:
    line = getattr(error, "lineno", 0)
    text = N_("“{file}” is no {kind} that can be read. Write the file again, or save it as CSV.")
    if line:
        text = N_("“{file}” is no {kind} from line {line} on. Mend it there, or save it as CSV.")
    return UnreadableFile(text, file=asked.name, kind=_CALLED[asked.kind], line=line)


def _yaml(whole: str, name: str) -> Any:
    """All values as text. Aliases are refused: a few lines of them stand for millions of values."""
    import yaml  # noqa: PLC0415 - JSON need not pay for it

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    depth = 0
    try:
        for event in yaml.parse(whole, Loader=loader):
            if isinstance(event, yaml.AliasEvent):
                text = N_(
                    "“{file}” uses aliases (*name), which are not read. Write the values out."
                )
                raise UnreadableFile(text, file=name)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise RecursionError
        return _joined(list(yaml.load_all(whole, Loader=loader)))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def _joined(documents: Sequence[Any]) -> Any:
    """What several documents hold together: each is a record, or a list of some."""
    filled = [each for each in documents if each]
    if len(filled) == 1:
        return filled[0]
    return [record for each in filled for record in (each if isinstance(each, list) else [each])]


def _lists(content: Any, name: str) -> Iterator[tuple[str, list[Any]]]:
    """The lists in a file by their key; a list alone has an empty one. Raises UnreadableFile without any."""
    found = content.items() if isinstance(content, dict) else [("", content)]
    lists = [(str(key), each) for key, each in found if isinstance(each, list) and each]
    if not lists:
        text = N_("“{file}” has no list of records. It must be a list, or name one.")
        raise UnreadableFile(text, file=name)
    yield from sorted(lists, key=lambda named: not isinstance(named[1][0], dict))


def _rows(records: Sequence[Any], lines: Sequence[int] | None, name: str) -> Iterator[Line]:
    """A header of all keys in the order in which they come, and the values; a list of texts has no header.

    `lines` are those of the file on which the records stand, where they are known; else the records are counted from
    1. The header stands above the first, on line 0.
    """
    flat = [dict(_flat(record)) if isinstance(record, dict) else record for record in records]
    keys = dict.fromkeys(key for record in flat if isinstance(record, dict) for key in record)
    if len(keys) * len(records) > MOST_CELLS:
        raise too_many(name)
    if keys:
        yield 0, _headers(list(keys))
    for line, record in zip(lines or count(1), flat, strict=False):
        if isinstance(record, dict):
            cells = [_text(record.get(key)) for key in keys]
        else:
            cells = (
                [_text(each) for each in record] if isinstance(record, list) else [_text(record)]
            )
        if any(map(str.strip, cells)):
            yield line, cells


def _flat(record: Mapping[str, Any], above: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The values with the keys that lead to them: a record within a record has columns of its own."""
    for key, value in record.items():
        path = (*above, str(key))
        if isinstance(value, dict) and value and len(path) < _DEEPEST_COLUMN:
            yield from _flat(value, path)
        else:
            yield path, value


def _headers(paths: Sequence[Path]) -> list[str]:
    """The last key, after the one above it where that alone says of what it is: organisation / name."""
    ends = Counter(path[-1] for path in paths)
    return [
        " / ".join(
            path[-2:] if ends[path[-1]] > 1 or path[-1].lower() in _OF_ANYTHING else path[-1:]
        )
        for path in paths
    ]


def _text(value: Any) -> str:
    """A value as text; lists of texts with commas between, anything deeper as JSON."""
    if isinstance(value, list) and not any(isinstance(each, list | dict) for each in value):
        return ", ".join(map(text_of_value, value))
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return text_of_value(value)
