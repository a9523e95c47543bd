"""Rows of a list or table read as sign-ons: their cells, what they mean, and what is wrong with them."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from signatories.extra_columns import USUAL
from signatories.imports.cell_lots import CellLot, Cells
from signatories.imports.columns.mapping import FIELDS
from signatories.imports.lines.parts import Split, tidy
from signatories.imports.planning import row_questions, sign_on_cells
from signatories.imports.planning.sign_on_columns import Reading, SignOnColumns
from signatories.imports.planning.sign_on_entries import TEXTS
from signatories.imports.planning.sign_ons_said import SignOnsSaid
from signatories.imports.verdicts import ReadLot, ReadRow
from signatories.models import Capacity
from signatories.sign_ons import usual_capacity
from signatories.sources.documents import Row
from signatories.texts import N_, Message, message

_NOT_EXTRA = {*FIELDS["sign-ons"], "city"} - {*USUAL}
_ENDS_HEADING = " \u00a0:："

_OF_DIGITS = re.compile(r"\d{1,3}(?:\.\d{1,3})+")
"""The name of a campaign such as 11.11.11, rather than a bare number or a year."""

_NOBODY = message(N_("There is no name and no organisation in this row."))
_NAMELESS_BODY = message(N_("Nobody can sign for an organisation that is not named."))

_Meanings = Mapping[str, Callable[[str], sign_on_cells.Meaning[Any]]]

_MEANINGS: _Meanings = {
    "country": sign_on_cells.country,
    "email": sign_on_cells.email,
    "status": sign_on_cells.status,
    "date": sign_on_cells.day,
    "consent": sign_on_cells.consent,
}
"""What reads a field whose cells are more than a text."""


class SignOnLot(ReadLot):
    """Rows or lines by column: what their cells mean is told of all of them at once."""

    def __init__(self, lot: CellLot, how: Reading) -> None:
        self._count = len(lot.rows)
        self._columns = SignOnColumns(lot, how)
        self._usual_capacity = how.capacity
        apart = self._columns.apart.items()
        self._problems = defaultdict[int, list[Message]](
            list, {number: list(row.problems) for number, row in apart if row.problems}
        )
        days = partial(sign_on_cells.day, month_first=how.month_first)
        meanings: _Meanings = {**_MEANINGS, "date": days}
        self._cells = {
            field: list(map(meaning, self._columns[field])) for field, meaning in meanings.items()
        }
        self.names, self.organisations = self.column("name"), self.column("organisation")
        self.codes = [place.value.code for place in self._cells["country"]]
        self.emails = [cell.value for cell in self._cells["email"]]
        self._errors = dict(self._wrong_capacities())
        self._question()

    @property
    def refused(self) -> Collection[int]:
        """The numbers of the rows with an error."""
        return self._errors.keys()

    @property
    def doubtful(self) -> Collection[int]:
        """The numbers of the rows with a problem."""
        return self._problems.keys()

    def ask(self, number: int, question: Message) -> None:
        """Add a question about a row."""
        self._problems[number].append(question)

    def column(self, field: str) -> list[str]:
        """The texts of a field: "" where a row has none. Of cells with a meaning as they stand."""
        return self._columns[field]

    def key(self, number: int) -> str:
        """What a form's answer is known by in a later file: its number, else its time and address."""
        if response := self._columns["response"][number]:
            return f"response {response}"
        date, address = self._columns["date"][number], self._columns["email"][number]
        return f"date {date} {address.casefold()}" if date and address else ""

    def made(self, numbers: Sequence[int]) -> Iterator[ReadRow]:
        """The rows with these numbers."""
        return map(self._row, numbers)

    def __len__(self) -> int:
        return self._count

    def fields(self, number: int) -> dict[str, str]:
        """The texts of a row as given."""
        return self._columns.row(number)

    def questions(self, number: int) -> tuple[Message, ...]:
        """The errors of a row and its problems."""
        errors = (self._errors[number],) if number in self._errors else ()
        return *errors, *self._problems.get(number, ())

    @cached_property
    def said(self) -> SignOnsSaid:
        """What the rows say, each word as its field has it."""
        places, emails, statuses, days, consents = (
            [cell.value for cell in cells] for cells in self._cells.values()
        )
        kept = ([cell.kept for cell in cells] for cells in self._cells.values())
        capacities = list(map(self._capacity, self.column("capacity"), self.organisations))
        return SignOnsSaid(
            {
                **{name: self.column(name) for name in TEXTS},
                "country": [place.text for place in places],
                "email": emails,
                "group": [text.rstrip(_ENDS_HEADING) for text in self.column("group")],
                "country_code": self.codes,
                "status": statuses,
                "capacity": [capacity for capacity, _ in capacities],
                "capacity_assumed": [is_assumed for _, is_assumed in capacities],
                "answered_on": days,
                "consent": consents,
                "tags": list(map(_tags, self.column("tag"))),
                "extra": self._columns.beside(_NOT_EXTRA),
                "kept": [tuple(filter(None, lines)) for lines in zip(*kept, strict=True)],
            }
        )

    def _capacity(self, cell: str, body: str) -> tuple[Capacity, bool]:
        """What was told or is usual, and whether it is but assumed; nobody signs for an organisation without one."""
        usual = self._usual_capacity if body else _of_person(self._usual_capacity)
        told = sign_on_cells.capacity(cell).value or usual
        return told or usual_capacity(1 if body else None), told is None and bool(body)

    def _row(self, number: int) -> ReadRow:
        parts = self._parts(number)
        return ReadRow(
            self.fields(number),
            self.said.entry(number),
            (self._errors[number],) if number in self._errors else (),
            tuple(self._problems.get(number, ())),
            parts,
            self.key(number),
            parts.confidence if parts else 1.0,
        )

    def _parts(self, number: int) -> Split | None:
        """The line that a row was taken apart from."""
        row = self._columns.apart.get(number)
        return row.parts if row else None

    def _wrong_capacities(self) -> Iterator[tuple[int, Message]]:
        """The rows with a cell that names no capacity, or that of a body which is not named."""
        for number, cell in enumerate(self._columns["capacity"]):
            told, problem, _ = sign_on_cells.capacity(cell)
            if told is Capacity.ORGANISATION and not self.organisations[number]:
                yield number, _NAMELESS_BODY
            elif problem:
                yield number, problem

    def _question(self) -> None:
        """Ask about cells and organisations that cannot be what they say, and refuse the rows that name nobody."""
        for cells in self._cells.values():
            for number, cell in enumerate(cells):
                if cell.problem:
                    self.ask(number, cell.problem)
        bodies = self.organisations, self.codes, self.emails, self.column("website")
        for number, question in row_questions.about_organisations(*bodies):
            self.ask(number, question)
        for number, question in row_questions.about_signers(self.names):
            if not ((parts := self._parts(number)) and parts.problems):
                self.ask(number, question)
        for number, named in enumerate(
            zip(self.names, self.organisations, self.codes, strict=True)
        ):
            if self._names_nobody(number, *named):
                self._errors.setdefault(number, _NOBODY)

    def _names_nobody(self, number: int, name: str, body: str, country: str | None) -> bool:
        """Whether no name stands in a row. Digits may be a body: “11.11.11, Belgium” is one."""
        if body and country is not None:
            return False
        if _OF_DIGITS.fullmatch(body):
            if self._parts(number) is None:
                self.ask(number, message(N_("“{text}” may be a number."), text=body))
            return False
        return not _is_name(name) and not _is_name(body)


def read(cells: Cells, how: Reading | None = None) -> ReadRow:
    """Read cells by field; `entry` is a whole signature line."""
    return SignOnLot(CellLot.of([(Row(0, ()), cells)]), how or Reading())[0]


def _of_person(usual: Capacity | None) -> Capacity | None:
    """The usual capacity of somebody who signs without an organisation."""
    return None if usual is Capacity.ORGANISATION else usual


def _tags(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(tidy, cell.split(";"))))) if cell else ()


def _is_name(text: str) -> bool:
    """Whether a letter of any script stands in it: a number or a line of dashes names nobody."""
    return text[:1].isalpha() or any(map(str.isalpha, text))
