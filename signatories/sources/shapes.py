"""What data must look like that another process wrote. Each shape gives a value back, or raises ValueError."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from signatories.texts import Message

Shape = Callable[[Any], Any]

_DIGEST = re.compile(r"[0-9a-f]{64}")
_DEEPEST = 20  # messages within one another
_LARGEST_NUMBER = 1 << 53


def text(value: Any) -> str:
    """A text. JSON can say half a character, which no file and no database takes."""
    if not isinstance(value, str):
        raise ValueError("no text")  # noqa: TRY004 - one error for whatever is wrong
    value.encode()
    return value


def flag(value: Any) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise ValueError("neither yes nor no")  # noqa: TRY004 - one error for whatever is wrong
    return value


def digest(value: Any) -> str:
    """A SHA-256 in hexadecimal digits, or nothing."""
    if value != "" and not _DIGEST.fullmatch(text(value)):
        raise ValueError("no digest")
    return text(value)


def moment(value: Any) -> dt.datetime:
    """A time in UTC, as ISO 8601 writes it."""
    found = dt.datetime.fromisoformat(text(value))
    if found.utcoffset() != dt.timedelta(0):
        raise ValueError("a time that is not in UTC")
    return found


def message(value: Any, depth: int = _DEEPEST) -> Message:
    """A message that came as data, with those inside it. Its count, `n`, is a number."""
    parts = _MESSAGE(value)
    if not depth or not isinstance(parts["values"], dict):
        raise ValueError("no message")
    values = {text(name): _value(each, depth - 1) for name, each in parts["values"].items()}
    if "n" in values:
        _NUMBER(values["n"])
    return Message(parts["key"], values)


def whole(least: int, most: int) -> Shape:
    """A whole number between these two, both included."""

    def shape(value: Any) -> int:
        if type(value) is not int or not least <= value <= most:
            raise ValueError("no such number")
        return value

    return shape


def optional(each: Shape) -> Shape:
    """Nothing, or what has that shape."""
    return lambda value: None if value is None else each(value)


def many(each: Shape) -> Shape:
    """A list of things of one shape, as a tuple."""

    def shape(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError("no list")  # noqa: TRY004 - one error for whatever is wrong
        return tuple(map(each, value))

    return shape


def record(**fields: Shape) -> Shape:
    """A dictionary with these fields and no others."""

    def shape(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict) or value.keys() != fields.keys():
            raise ValueError("other fields")
        return {name: each(value[name]) for name, each in fields.items()}

    return shape


def anything(value: Any) -> Any:
    """Whatever it is: it is looked at later."""
    return value


_NUMBER = whole(-_LARGEST_NUMBER, _LARGEST_NUMBER)
_MESSAGE = record(key=text, values=anything)


def _value(value: Any, depth: int) -> Any:
    """What stands in a message's place."""
    if isinstance(value, dict):
        return message(value, depth)
    if value is None or isinstance(value, bool | float):
        return value
    return _NUMBER(value) if isinstance(value, int) else text(value)
