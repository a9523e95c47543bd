"""Rows of a list or table read as sign-ons: their cells, what they mean, and what is wrong with them."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from signatories.extra_columns import USUAL
from signatories.imports.cell_lots import CellLot, Cells
from signatories.imports.columns.mapping import FIELDS
from signatories.imports.lines.parts import Split, tidy
from signatories.imports.planning import row_questions, sign_on_cells
from signatories.imports.planning.sign_on_columns import Reading, SignOnColumns
from signatories.imports.planning.sign_on_entries import TEXTS, SignOnEntry
from signatories.imports.verdicts import ReadLot, ReadRow
from signatories.models import Capacity
from signatories.sign_ons import usual_capacity
from signatories.sources.documents import Row
from signatories.texts import N_, Message, message

_NOT_EXTRA = {*FIELDS["sign-ons"], "city"} - {*USUAL}
_TEXTS = frozenset(TEXTS)
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

    def _row(self, number: int) -> ReadRow:
        fields, parts = self._columns.row(number), self._parts(number)
        return ReadRow(
            fields,
            self._entry(number, fields),
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

    def _entry(self, number: int, fields: Mapping[str, str]) -> SignOnEntry:
        """What a row says, each word as its field has it."""
        is_for_body = bool(self.organisations[number])
        cells = [column[number] for column in self._cells.values()]
        place, email, status, day, consent = (cell.value for cell in cells)
        capacity = self._capacity(number)
        return SignOnEntry(
            _texts(fields, country=place.text, email=email),
            place.code,
            status,
            capacity or usual_capacity(1 if is_for_body else None),
            capacity_assumed=capacity is None and is_for_body,
            answered_on=day,
            consent=consent,
            tags=_tags(fields.get("tag", "")),
            extra={name: text for name, text in fields.items() if name not in _NOT_EXTRA},
            kept=tuple([cell.kept for cell in cells if cell.kept]),
        )

    def _capacity(self, number: int) -> Capacity | None:
        """What was told; a person without an organisation cannot sign for one."""
        told = sign_on_cells.capacity(self._columns["capacity"][number]).value
        usual, is_for_body = self._usual_capacity, bool(self.organisations[number])
        return told or (usual if is_for_body or usual is not Capacity.ORGANISATION else None)

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


def _texts(fields: Mapping[str, str], **told: str) -> dict[str, str]:
    """The fields that are kept as texts, with what the cells of some of them were `told` to mean."""
    texts = {name: text for name, text in fields.items() if name in _TEXTS}
    for name, text in told.items():
        if text:
            texts[name] = text
        else:
            texts.pop(name, None)
    if group := texts.pop("group", "").rstrip(_ENDS_HEADING):
        texts["group"] = group
    return texts


def _tags(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(tidy, cell.split(";"))))) if cell else ()


def _is_name(text: str) -> bool:
    """Whether a letter of any script stands in it: a number or a line of dashes names nobody."""
    return text[:1].isalpha() or any(map(str.isalpha, text))
