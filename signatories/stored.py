"""Plain data as JSON and back: frozen dataclasses of words, figures and parts, each checked as it is read."""

import dataclasses
import datetime as dt
import enum
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, get_args, get_origin

from signatories.errors import Refused
from signatories.expressions.hints import nearest
from signatories.texts import N_

T = TypeVar("T")


def to_json(settings: Any) -> dict[str, Any]:
    """What differs from the defaults, as JSON can hold it."""
    return {
        field.name: written(value)
        for field in dataclasses.fields(settings)
        if (value := getattr(settings, field.name)) != _default(field)
    }


def from_json(kind: type[T], data: Any) -> T:
    """Read settings of a kind; what is missing is the default.

    Raises Refused for a name or a word that is none, with the nearest one, and for a value of another type.
    """
    _expect(data, dict, kind.__name__)
    types_of = typing.get_type_hints(kind)
    for name in data:
        if name not in types_of:
            raise unknown(name, types_of)
    values = {name: read(types_of[name], value, name) for name, value in data.items()}
    try:
        return kind(**values)
    except TypeError:
        missing = next(name for name in types_of if name not in values)
        raise _bad(missing, None) from None


def unknown(word: object, known: typing.Iterable[str]) -> Refused:
    """The error for a word that is none of those known."""
    text = N_("“{word}” is no setting. The nearest one is “{nearest}”.")
    return Refused(text, word=word, nearest=nearest(str(word), known))


def written(value: Any) -> Any:  # noqa: PLR0911 - one for each kind of values
    """A value as JSON can hold it, for `read`."""
    match value:
        case enum.Enum():
            return value.value
        case dt.datetime():
            return value.astimezone(dt.UTC).isoformat()
        case dt.date():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case tuple() | list():
            return [written(each) for each in value]
        case Mapping():
            return {str(written(key)): written(each) for key, each in value.items()}
        case _ if dataclasses.is_dataclass(value):
            return to_json(value)
        case _:
            return value


def read(kind: Any, value: Any, name: str) -> Any:
    """A value of a kind, as `written` left it. Raises Refused for another one; `name` is what it calls it."""
    if isinstance(kind, types.UnionType):
        if value is None:
            return None
        (kind,) = (each for each in get_args(kind) if each is not types.NoneType)
    reader = _READERS.get(get_origin(kind) or kind)
    if reader is not None:
        return reader(kind, value, name)
    if issubclass(kind, enum.Enum):
        return _word(kind, value)
    if hasattr(kind, "__dataclass_fields__"):
        return from_json(kind, value)
    return _plain(kind, value, name)


def _word(kind: type[enum.Enum], value: Any) -> enum.Enum:
    words = [choice.value for choice in kind]
    if value not in words:
        raise unknown(value, words)
    return kind(value)


def _plain(kind: type, value: Any, name: str) -> Any:
    """A text, a figure or yes and no. JSON writes 11.0 as 11, and True is no figure."""
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise _bad(name, value)
    return value


def _moment(_kind: Any, value: Any, name: str) -> dt.datetime:
    _expect(value, str, name)
    try:
        return dt.datetime.fromisoformat(value).astimezone(dt.UTC)
    except ValueError:
        raise _bad(name, value) from None


def _day(_kind: Any, value: Any, name: str) -> dt.date:
    _expect(value, str, name)
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise _bad(name, value) from None


def _several(kind: Any, value: Any, name: str) -> Any:
    """A tuple, list or frozenset of one kind of values."""
    _expect(value, list, name)
    made = get_origin(kind)
    return made(read(get_args(kind)[0], each, name) for each in value)


def _by_key(kind: Any, value: Any, name: str) -> dict[Any, Any]:
    """Values by a text, a word, or the id of a record, which JSON writes as text."""
    _expect(value, dict, name)
    kind_of_key, kind_of_value = get_args(kind)
    keys = (_id(key, name) if kind_of_key is int else read(kind_of_key, key, name) for key in value)
    return {
        key: read(kind_of_value, each, name) for key, each in zip(keys, value.values(), strict=True)
    }


def _id(key: str, name: str) -> int:
    if not (key.isascii() and key.isdecimal()):
        raise _bad(name, key)
    return int(key)


_READERS: dict[Any, Callable[[Any, Any, str], Any]] = {
    dt.datetime: _moment,
    dt.date: _day,
    tuple: _several,
    list: _several,
    frozenset: _several,
    dict: _by_key,
    Mapping: _by_key,
}


def _expect(value: Any, kind: type, name: str) -> None:
    if not isinstance(value, kind):
        raise _bad(name, value)


def _bad(name: str, value: Any) -> Refused:
    text = N_("The setting “{name}” cannot be “{value}”.")
    return Refused(text, name=name, value=value)


def _default(field: "dataclasses.Field[Any]") -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default
