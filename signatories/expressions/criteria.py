"""What a filter means: conditions that a record meets or not, comparison by comparison.

A missing or blank value equals nothing, is in no list and is neither before nor after anything, so
`status != party` is met by a record without a status; `phone = ""` asks for the missing value
itself. Words are compared without case and accents. A date known to the month or year only meets a
condition when every day that it can mean does.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeVar

from signatories.collation import fold
from signatories.dates import parse_date

Record = Mapping[str, str | None]
Ordered = TypeVar("Ordered", dt.date, float, str)

BARE = re.compile(r"[^\s()=<>!≠≤≥,\"'“”„«»][^\s()=<>!≠≤≥,\"“”„«»]*")
KEYWORDS = frozenset({"and", "or", "not", "in"})


class Kind(Enum):
    """How the values of a field are compared."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


class Condition(Protocol):
    """A parsed filter. `str()` gives it back in one canonical spelling that parses to an equal one."""

    def matches(self, record: Record) -> bool:
        """Say whether the record meets the condition."""

    def fields(self) -> frozenset[str]:
        """The fields that it asks for."""


@dataclass(frozen=True, slots=True)
class Everything:
    """The empty filter: every record meets it."""

    def matches(self, record: Record) -> bool:  # noqa: ARG002 - every record, whatever is in it
        """Say yes."""
        return True

    def fields(self) -> frozenset[str]:
        """None."""
        return frozenset()

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """`field operator value`; the operator is one of = != < > <= >=."""

    field: str
    operator: str
    value: str
    kind: Kind = Kind.TEXT

    def matches(self, record: Record) -> bool:
        """Compare the record's value with this one."""
        if self.operator == "!=":
            return not _equal(record.get(self.field), self.value, self.kind)
        if self.operator == "=":
            return _equal(record.get(self.field), self.value, self.kind)
        return _ordered(record.get(self.field), self.operator, self.value, self.kind)

    def fields(self) -> frozenset[str]:
        """The one field."""
        return frozenset((self.field,))

    def __str__(self) -> str:
        return f"{quoted(self.field)} {self.operator} {quoted(self.value)}"


@dataclass(frozen=True, slots=True)
class Membership:
    """`field in (a, b)`: equal to one of the values."""

    field: str
    values: tuple[str, ...]
    kind: Kind = Kind.TEXT

    def matches(self, record: Record) -> bool:
        """Compare the record's value with each."""
        value = record.get(self.field)
        return any(_equal(value, wanted, self.kind) for wanted in self.values)

    def fields(self) -> frozenset[str]:
        """The one field."""
        return frozenset((self.field,))

    def __str__(self) -> str:
        return f"{quoted(self.field)} in ({', '.join(quoted(value) for value in self.values)})"


@dataclass(frozen=True, slots=True)
class Not:
    """`not condition`."""

    part: Condition

    def matches(self, record: Record) -> bool:
        """Say whether the record does not meet the condition."""
        return not self.part.matches(record)

    def fields(self) -> frozenset[str]:
        """The fields of what is denied."""
        return self.part.fields()

    def __str__(self) -> str:
        if isinstance(self.part, Membership):
            return f"{quoted(self.part.field)} not{str(self.part)[len(quoted(self.part.field)) :]}"
        return f"not {_bracketed(self.part)}"


@dataclass(frozen=True, slots=True)
class AllOf:
    """`a and b and c`."""

    parts: tuple[Condition, ...]

    def matches(self, record: Record) -> bool:
        """Say whether the record meets all parts."""
        return all(part.matches(record) for part in self.parts)

    def fields(self) -> frozenset[str]:
        """The fields of all parts."""
        return frozenset().union(*(part.fields() for part in self.parts))

    def __str__(self) -> str:
        return " and ".join(_bracketed(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """`a or b or c`."""

    parts: tuple[Condition, ...]

    def matches(self, record: Record) -> bool:
        """Say whether the record meets one of the parts."""
        return any(part.matches(record) for part in self.parts)

    def fields(self) -> frozenset[str]:
        """The fields of all parts."""
        return frozenset().union(*(part.fields() for part in self.parts))

    def __str__(self) -> str:
        return " or ".join(_bracketed(part) for part in self.parts)


def quoted(word: str) -> str:
    """The word as a filter spells it: bare if it can be, else in quotes, inner quotes doubled."""
    if BARE.fullmatch(word) and word.casefold() not in KEYWORDS:
        return word
    return '"' + word.replace('"', '""') + '"'


def _bracketed(part: Condition) -> str:
    return f"({part})" if isinstance(part, AllOf | AnyOf) else str(part)


def _equal(value: str | None, wanted: str, kind: Kind) -> bool:
    if not value or not wanted:
        return not value and not wanted
    if kind is Kind.DATE and (date := parse_date(value)) and (period := parse_date(wanted)):
        return period.first <= date.first and date.last <= period.last
    if kind is Kind.NUMBER and (number := as_number(value)) is not None:
        return number == as_number(wanted)
    return fold(value) == fold(wanted)


def _ordered(value: str | None, operator: str, wanted: str, kind: Kind) -> bool:
    """Compare by the field's kind; a text field by what both values happen to be."""
    if not value or not wanted:
        return False
    if kind is not Kind.NUMBER and (date := parse_date(value)) and (period := parse_date(wanted)):
        return _before_or_after(date.first, date.last, operator, period.first, period.last)
    number, limit = as_number(value), as_number(wanted)
    if kind is not Kind.DATE and number is not None and limit is not None:
        return _before_or_after(number, number, operator, limit, limit)
    text, wanted = fold(value), fold(wanted)
    return kind is Kind.TEXT and _before_or_after(text, text, operator, wanted, wanted)


def _before_or_after(
    first: Ordered, last: Ordered, operator: str, start: Ordered, end: Ordered
) -> bool:
    if operator == "<":
        return last < start
    if operator == ">":
        return end < first
    return not end < last if operator == "<=" else not first < start


def as_number(text: str) -> float | None:
    """Read a number as people type it, 1,200 and 1 200 included; None when it is none."""
    try:
        number = float(re.sub(r"(?<=\d)[ ,\u00a0\u202f](?=\d{3}\b)", "", text))
    except ValueError:
        return None
    return number if number - number == 0 else None
