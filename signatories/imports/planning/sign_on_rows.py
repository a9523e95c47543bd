"""Rows of a list or table read as sign-ons: their cells, what they mean, and what is wrong with them."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

from signatories.extra_columns import USUAL
from signatories.imports.cell_lots import CellLot, Cells
from signatories.imports.columns.mapping import FIELDS
from signatories.imports.lines.acronyms import acronym_in
from signatories.imports.lines.corrections import Correction
from signatories.imports.lines.known_names import Known
from signatories.imports.lines.parts import tidy
from signatories.imports.lines.splitting import split
from signatories.imports.planning import described_places, row_questions, sign_on_cells
from signatories.imports.planning.beside_entries import Together, says_more, together, with_entry
from signatories.imports.planning.sign_on_entries import TEXTS, SignOnEntry
from signatories.imports.planning.tidy_columns import filled, on_one_line
from signatories.imports.verdicts import ReadLot, ReadRow
from signatories.models import Capacity
from signatories.sign_ons import usual_capacity
from signatories.texts import N_, Message, message

_NOT_EXTRA = {*FIELDS["sign-ons"], "city"} - {*USUAL}
_TEXTS = frozenset(TEXTS)
_ENDS_HEADING = " \u00a0:："
_CACHED = 4096  # names of organisations: those of neighbouring rows are often the same

_OF_DIGITS = re.compile(r"\d{1,3}(?:\.\d{1,3})+")
"""The name of a campaign such as 11.11.11, rather than a bare number or a year."""

_NOBODY = message(N_("There is no name and no organisation in this row."))
_NAMELESS_BODY = message(N_("Nobody can sign for an organisation that is not named."))

_acronym_in = lru_cache(_CACHED)(acronym_in)

_Meanings = Mapping[str, Callable[[str], sign_on_cells.Meaning[Any]]]

_MEANINGS: _Meanings = {
    "country": sign_on_cells.country,
    "email": sign_on_cells.email,
    "status": sign_on_cells.status,
    "date": sign_on_cells.day,
    "consent": sign_on_cells.consent,
}
"""What reads a field whose cells are more than a text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How rows are read: the capacity where no cell says it, the names known, how split lines were corrected, and what
    comes first in a date such as 03/04/2010.
    """

    capacity: Capacity | None = None
    known: Known | None = None
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    month_first: bool | None = None


class SignOnLot(ReadLot):
    """Rows or lines, each as its cells were taken together; what they mean is told of all of them at once.

    `silent` are the numbers of those in which no column tells countries.
    """

    def __init__(self, rows: Sequence[Together], silent: Collection[int], how: Reading) -> None:
        self._rows = rows
        self._fields = [_completed(row.fields) for row in rows]
        for number in silent:
            self._fields[number] = described_places.told_apart(self._fields[number])
        problems = ((number, list(row.problems)) for number, row in enumerate(rows) if row.problems)
        self._problems = defaultdict[int, list[Message]](list, problems)
        days = partial(sign_on_cells.day, month_first=how.month_first)
        meanings: _Meanings = {**_MEANINGS, "date": days}
        self._cells = {
            field: list(map(meaning, self.column(field))) for field, meaning in meanings.items()
        }
        self.names, self.organisations = self.column("name"), self.column("organisation")
        self.codes = [place.value.code for place in self._cells["country"]]
        self.emails = [cell.value for cell in self._cells["email"]]
        said = zip(self.column("capacity"), self.organisations, strict=True)
        self._capacities = [_capacity(cell, body, how.capacity) for cell, body in said]
        self._errors = {n: errors for n, (_, errors) in enumerate(self._capacities) if errors}
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
        return [fields.get(field, "") for fields in self._fields]

    def key(self, number: int) -> str:
        """What a form's answer is known by in a later file: its number, else its time and address."""
        fields = self._fields[number]
        if response := fields.get("response"):
            return f"response {response}"
        date, address = fields.get("date", ""), fields.get("email", "").casefold()
        return f"date {date} {address}" if date and address else ""

    def made(self, numbers: Sequence[int]) -> Iterator[ReadRow]:
        """The rows with these numbers."""
        return map(self._row, numbers)

    def __len__(self) -> int:
        return len(self._rows)

    def _row(self, number: int) -> ReadRow:
        parts = self._rows[number].parts
        return ReadRow(
            self._fields[number],
            self._entry(number),
            tuple(self._errors.get(number, ())),
            tuple(self._problems.get(number, ())),
            parts,
            self.key(number),
            parts.confidence if parts else 1.0,
        )

    def _entry(self, number: int) -> SignOnEntry:
        """What a row says, each word as its field has it."""
        fields, is_for_body = self._fields[number], bool(self.organisations[number])
        cells = [column[number] for column in self._cells.values()]
        place, email, status, day, consent = (cell.value for cell in cells)
        capacity, _ = self._capacities[number]
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

    def _question(self) -> None:
        """Ask about cells and organisations that cannot be what they say, and refuse the rows that name nobody."""
        for cells in self._cells.values():
            for number, cell in enumerate(cells):
                if cell.problem:
                    self.ask(number, cell.problem)
        bodies = self.organisations, self.codes, self.emails, self.column("website")
        for number, about in enumerate(zip(*bodies, strict=True)):
            for question in row_questions.about_organisation(*about):
                self.ask(number, question)
        for number, question in row_questions.about_signers(self.names):
            if not ((parts := self._rows[number].parts) and parts.problems):
                self.ask(number, question)
        for number, named in enumerate(
            zip(self.names, self.organisations, self.codes, strict=True)
        ):
            if self._names_nobody(number, *named):
                self._errors.setdefault(number, [_NOBODY])

    def _names_nobody(self, number: int, name: str, body: str, country: str | None) -> bool:
        """Whether no name stands in a row. Digits may be a body: “11.11.11, Belgium” is one."""
        if body and country is not None:
            return False
        if _OF_DIGITS.fullmatch(body):
            if self._rows[number].parts is None:
                self.ask(number, message(N_("“{text}” may be a number."), text=body))
            return False
        return not _is_name(name) and not _is_name(body)


def read_lot(lot: CellLot, how: Reading) -> SignOnLot:
    """Read rows or lines. Cells of a table are made tidy column by column, lines are taken apart one by one."""
    without = lot.missing.get("country", ()) if "country" in lot.columns else range(len(lot.rows))
    if "entry" in lot.columns or any(map(says_more, lot.columns.get("name", ()))):
        return SignOnLot([_together(cells, how) for cells in lot.each()], without, how)
    columns = {name: on_one_line(column) for name, column in lot.columns.items()}
    rows = filled(columns, columns, len(lot.rows))
    return SignOnLot([Together(fields, None, ()) for fields in rows], without, how)


def read(cells: Cells, how: Reading = Reading()) -> ReadRow:
    """Read cells by field; `entry` is a whole signature line."""
    silent = () if "country" in cells else (0,)
    return SignOnLot([_together(cells, how)], silent, how)[0]


def _together(cells: Cells, how: Reading) -> Together:
    """The cells of a row, and what a line in it says, taken apart."""
    cells = with_entry(cells)
    text = cells.get("entry", "")
    parts = split(text, how.known, how.corrections) if text.strip() else None
    return together(cells, parts)


def _completed(fields: dict[str, str]) -> dict[str, str]:
    """The fields of a row, with the acronym that only its organisation's name tells."""
    if "acronym" not in fields and (short := _acronym_in(fields.get("organisation", ""))):
        fields["acronym"] = short
    return fields


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


def _capacity(
    cell: str, body: str, usual: Capacity | None
) -> tuple[Capacity | None, list[Message]]:
    """What was told, and errors; a person without an organisation cannot sign for one."""
    told, problem, _ = sign_on_cells.capacity(cell)
    errors = [problem] if problem else []
    if told is Capacity.ORGANISATION and not body:
        errors.append(_NAMELESS_BODY)
    if told is None and usual is Capacity.ORGANISATION and not body:
        return None, errors
    return told or usual, errors
