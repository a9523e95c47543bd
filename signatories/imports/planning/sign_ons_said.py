"""What many rows say of sign-ons, by column: an entry of each is made only where one is asked for."""

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Any

from signatories.imports.planning.sign_on_entries import TEXTS, SignOnEntry

_VALUES = SignOnEntry._fields[1 : SignOnEntry._fields.index("kept") + 1]
"""The parts of an entry beside its texts and its references."""


class SignOnsSaid:
    """Rows by column: each of the TEXTS, "" where a row says nothing, and each other part of an entry."""

    def __init__(self, columns: dict[str, list[Any]]) -> None:
        self._columns = columns

    @classmethod
    def of(cls, entries: Sequence[SignOnEntry]) -> "SignOnsSaid":
        """Entries turned into columns."""
        texts = {name: [entry.text(name) for entry in entries] for name in TEXTS}
        values = {name: [getattr(entry, name) for entry in entries] for name in _VALUES}
        return cls({**texts, **values})

    def __getitem__(self, name: str) -> list[Any]:
        """What all rows have for one part."""
        return self._columns[name]

    def entry(self, number: int) -> SignOnEntry:
        """What one row says, without references."""
        texts = {name: text for name in TEXTS if (text := self._columns[name][number])}
        return SignOnEntry(texts, *[self._columns[name][number] for name in _VALUES])

    def add_some(self, said: "SignOnsSaid", chosen: Sequence[bool]) -> None:
        """Take the chosen ones of further rows."""
        for name, column in self._columns.items():
            column.extend(compress(said[name], chosen))

    def at(self, numbers: Iterable[int]) -> "SignOnsSaid":
        """Some of the rows."""
        wanted = list(numbers)
        return SignOnsSaid({n: [each[i] for i in wanted] for n, each in self._columns.items()})

    def put(self, number: int, entry: SignOnEntry) -> None:
        """Say something else in place of one row."""
        other = SignOnsSaid.of([entry])
        for name, column in self._columns.items():
            (column[number],) = other[name]
