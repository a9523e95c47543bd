"""The values of cells become text, as a person would read them: whole numbers, ISO dates, no formulas."""

import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from typing import Any

_EXACT = 1e15  # a float below holds each whole number
_DAYS = 20_000  # those of half a century


def text(value: Any) -> str:
    """A cell's value in words; nothing and errors are empty."""
    kind = type(value)
    return TEXTS[kind](value) if kind in TEXTS else str(value)


def _number(value: float) -> str:
    """Fifteen digits, as sheets show them: 0.1 + 0.2 is 0.3."""
    if value.is_integer() and -_EXACT < value < _EXACT:
        return f"{int(value)}"  # in half the time that a format takes
    return format(value, ".15g")


@lru_cache(_DAYS)  # a column repeats its days, and each costs as much as five other cells
def _date(value: dt.date) -> str:
    return value.isoformat()


@lru_cache(_DAYS)
def _moment(value: dt.datetime) -> str:
    if value.time() == dt.time():
        return value.date().isoformat()
    return _to_the_second(value).isoformat(sep=" ", timespec=_precision(value.second))


def _time(value: dt.time) -> str:
    return value.isoformat(timespec=_precision(value.second))


def _to_the_second(value: dt.datetime) -> dt.datetime:
    """Sheets count days: a time is a fraction of one, and off by a few microseconds."""
    return (value + dt.timedelta(milliseconds=500)).replace(microsecond=0)


def _precision(seconds: int) -> str:
    return "seconds" if seconds else "minutes"


def _duration(value: dt.timedelta) -> str:
    """Hours and minutes, and seconds where there are any: 30:00."""
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


def _empty(_value: object) -> str:
    return ""


TEXTS: dict[type, Callable[[Any], str]] = {  # all types that a reader of workbooks gives
    str: str,
    float: _number,
    int: str,
    bool: lambda value: "TRUE" if value else "FALSE",
    dt.datetime: _moment,
    dt.date: _date,
    dt.time: _time,
    dt.timedelta: _duration,
    type(None): _empty,
}
