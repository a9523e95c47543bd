"""Many rows of plain data as few bytes and back: column by column, a column of one value as that value."""

import hashlib
import itertools
import json
import types
import typing
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from signatories import stored
from signatories.errors import Refused
from signatories.texts import N_

Row = TypeVar("Row")
Columns = Mapping[str, Any]

LOT = 20_000  # rows in a part: some megabytes, unpacked
_QUICKLY = 1  # of zlib's levels: a third of the time, a tenth more bytes
_PLAIN = frozenset({str, int, float, bool, types.NoneType})
_AS_THEY_ARE = _PLAIN | {dict}  # JSON has them; further columns are texts by name
DAMAGED = N_("The record of this run is damaged: it cannot be made again.")


class Part(NamedTuple):
    """Some rows, packed; `digest` is the SHA-256 of the content, mostly the same for the same rows."""

    digest: str
    content: bytes


class Rewritten(NamedTuple):
    """A part with its rows changed, and how many of them are other ones now or gone."""

    part: Part
    changed: int


def pack(rows: Sequence[Any]) -> Iterator[Part]:
    """Rows of one frozen dataclass or NamedTuple, in parts."""
    for start in range(0, len(rows), LOT):
        lot = rows[start : start + LOT]
        names = typing.get_type_hints(type(lot[0]))
        values = lot if isinstance(lot[0], tuple) else list(map(attrgetter(*names), lot))
        columns = dict(zip(names, map(_written, zip(*values, strict=True)), strict=True))
        yield _packed(len(lot), columns)


def rewritten(part: Part, change: Callable[[dict[str, Any]], dict[str, Any] | None]) -> Rewritten:
    """A part with each row as `change` makes it, of whatever kind: its values by name as JSON has them.

    A row of which it makes None is left out. What is not changed is packed as it was. Raises Refused as `unpack`.
    """
    data = _unpacked(part)
    count = data.pop("count")
    values = [
        [column["all"]] * count if "all" in column else column["each"] for column in data.values()
    ]
    was = [dict(zip(data, row, strict=True)) for row in zip(*values, strict=True)]
    new = list(map(change, was))
    changed = sum(row != old for row, old in zip(new, was, strict=True))
    if not changed:
        return Rewritten(part, 0)
    rows = [row for row in new if row is not None]
    columns = {name: _written([row[name] for row in rows]) for name in data if rows}
    return Rewritten(_packed(len(rows), columns), changed)


def text_of(part: Part) -> str:
    """All that a part says, as JSON: to look for words in it."""
    return zlib.decompress(part.content).decode()


def _packed(count: int, columns: Mapping[str, Columns]) -> Part:
    data = {"count": count, **columns}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    content = zlib.compress(text, _QUICKLY)
    return Part(hashlib.sha256(content).hexdigest(), content)


def unpack(kind: type[Row], part: Part) -> Iterator[Row]:
    """The rows of a part. Raises Refused when it is not what was packed, or not of this kind."""
    data = _unpacked(part)
    count, kinds = data.pop("count"), typing.get_type_hints(kind)
    names = [name for name in kinds if name in data]
    columns = [_read(kinds[name], data[name], count, name) for name in names]
    return (kind(**dict(zip(names, values, strict=True))) for values in zip(*columns, strict=True))


def _unpacked(part: Part) -> dict[str, Any]:
    """The columns of a part by name, and how many rows they have."""
    if hashlib.sha256(part.content).hexdigest() != part.digest:
        raise Refused(DAMAGED)
    data: dict[str, Any] = json.loads(zlib.decompress(part.content))
    return data


def _written(values: Sequence[Any]) -> Columns:
    """A column: all its values, or the one that stands in every row."""
    if values.count(values[0]) == len(values):
        return {"all": stored.written(values[0])}
    return {
        "each": values if set(map(type, values)) <= _AS_THEY_ARE else _each(stored.written, values)
    }


def _read(kind: Any, column: Columns, count: int, name: str) -> Iterable[Any]:
    if "all" in column:
        return itertools.repeat(stored.read(kind, column["all"], name), count)
    values: list[Any] = column["each"]
    kinds = _kinds(kind)
    if not kinds <= _PLAIN:
        return _each(lambda value: stored.read(kind, value, name), values)
    if not set(map(type, values)) <= kinds:
        raise Refused(DAMAGED)
    return values


def _each(convert: Callable[[Any], Any], values: Sequence[Any]) -> list[Any]:
    """The values converted, each once where it can be looked up: mostly few differ."""
    try:
        known = {value: convert(value) for value in set(values)}
    except TypeError:
        return list(map(convert, values))
    return [known[value] for value in values]


def _kinds(kind: Any) -> frozenset[Any]:
    """The types that values of a column have: one, or that and None's."""
    return frozenset(typing.get_args(kind) if isinstance(kind, types.UnionType) else {kind})
