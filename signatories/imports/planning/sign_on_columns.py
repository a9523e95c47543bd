"""The cells of rows of sign-ons by column: made tidy together, and lines that hold several parts taken apart."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from signatories.imports.cell_lots import CellLot
from signatories.imports.lines.acronyms import acronym_in
from signatories.imports.lines.corrections import Correction
from signatories.imports.lines.known_names import Known
from signatories.imports.lines.splitting import split
from signatories.imports.planning import described_places
from signatories.imports.planning.beside_entries import Together, says_more, together, with_entry
from signatories.imports.planning.tidy_columns import on_one_line
from signatories.models import Capacity

_CACHED = 4096  # names of organisations: those of neighbouring rows are often the same

_acronym_in = lru_cache(_CACHED)(acronym_in)


@dataclass(frozen=True, slots=True)
class Reading:
    """How rows are read: the capacity where no cell says it, the names known, how split lines were corrected, and what
    comes first in a date such as 03/04/2010.
    """

    capacity: Capacity | None = None
    known: Known | None = None
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    month_first: bool | None = None


class SignOnColumns:
    """The texts of some rows by field. `apart` are the lines among them that were taken apart, by the row's number."""

    def __init__(self, lot: CellLot, how: Reading) -> None:
        self._blank = [""] * len(lot.rows)
        self._columns = {
            name: on_one_line(column) for name, column in lot.columns.items() if name != "entry"
        }
        self.apart = dict(_taken_apart(lot, how))
        for number, row in self.apart.items():
            for name in dict.fromkeys((*self._columns, *row.fields)):
                self._write(name, number, row.fields.get(name, ""))
        self._complete_acronyms()
        self._tell_places_apart(lot)

    def __contains__(self, name: str) -> bool:
        """Whether a row may have something in a field."""
        return name in self._columns

    def __getitem__(self, name: str) -> list[str]:
        """The texts of a field: "" where a row has none."""
        return self._columns.get(name, self._blank)

    def row(self, number: int) -> dict[str, str]:
        """What one row has, without what is blank: the parts of a line before the other cells."""
        columns = self._columns
        if number in self.apart:
            columns = {name: columns[name] for name in (*self.apart[number].fields, *columns)}
        return {name: text for name, column in columns.items() if (text := column[number])}

    def beside(self, known: Collection[str]) -> list[dict[str, str]]:
        """What each row has, without what is blank, in columns that are not known."""
        others = {name: column for name, column in self._columns.items() if name not in known}
        if not others:
            return [{}] * len(self._blank)
        return [
            {name: text for name, text in zip(others, texts, strict=True) if text}
            for texts in zip(*others.values(), strict=True)
        ]

    def _write(self, name: str, number: int, text: str) -> None:
        self._columns.setdefault(name, self._blank.copy())[number] = text

    def _complete_acronyms(self) -> None:
        """Add those that only the names of organisations tell."""
        for number, name in enumerate(self["organisation"]):
            if (short := _acronym_in(name)) and not self["acronym"][number]:
                self._write("acronym", number, short)

    def _tell_places_apart(self, lot: CellLot) -> None:
        """Take what describes a signatory for a country if it is one, in rows in which no column tells countries."""
        has_column = "country" in lot.columns
        silent = lot.missing.get("country", ()) if has_column else range(len(lot.rows))
        for number in silent if "description" in self else ():
            text = self["description"][number]
            if text and not self["country"][number] and described_places.is_place(text):
                self._write("country", number, text)
                self._write("description", number, "")


def _taken_apart(lot: CellLot, how: Reading) -> Iterator[tuple[int, Together]]:
    """The lines, and names that hold a role or a body too, each with the cells beside it."""
    names, entries = lot.columns.get("name", ()), lot.columns.get("entry", ())
    may_be = {number for number, text in enumerate(entries) if text.strip()}
    if says_more("|".join(names)):
        may_be.update(number for number, name in enumerate(names) if says_more(name))
    for number in sorted(may_be):
        cells = with_entry(lot.cells(number))
        if (text := cells.get("entry", "")).strip():
            yield number, together(cells, split(text, how.known, how.corrections))
