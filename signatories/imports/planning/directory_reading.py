"""Reads rows of organisations and of people: what their cells mean, and what is wrong with them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from signatories import addresses, countries
from signatories.imports.cell_lots import CellLot
from signatories.imports.lines.parts import tidy
from signatories.imports.planning import row_questions
from signatories.imports.planning.directory_rows import FURTHER_NAMES, TEXTS, DirectoryEntry, Said
from signatories.imports.planning.tidy_columns import in_lines
from signatories.imports.verdicts import ReadLot, ReadRow
from signatories.sources.lots import Texts
from signatories.texts import N_, Message, message

_UNKNOWN_COUNTRY = "country (table)"
_TABLE_ADDRESS = "e-mail (table)"
_NAMELESS = {
    "people": message(N_("There is no name of a person in this row.")),
    "organisations": message(N_("There is no name of an organisation in this row.")),
}

_Part = Sequence[tuple[str, Texts]]  # some of the columns, by field
_Problems = defaultdict[int, list[Message]]  # by the number of the row


class DirectoryLot(ReadLot):
    """Rows of organisations or of people by column; each is made when it is asked for.

    A country that nobody knows is an organisation's region, and a person's own column.
    """

    def __init__(self, lot: CellLot, kind: str) -> None:
        self._count = len(lot.rows)
        self._kind = kind
        self._columns = {name: in_lines(column) for name, column in lot.columns.items()}
        self._texts, self._names, self._extra = _parts(self._columns, kind)
        self._blank = [""] * self._count
        self._regions: dict[int, str] = {}
        self._own: defaultdict[int, dict[str, str]] = defaultdict(dict)
        self._problems: _Problems = defaultdict(list)
        self.codes = list(self._codes(self.column("country")))
        self.emails = list(map(self._address, range(self._count), self.column("email")))
        if kind == "organisations":
            self._question()
        else:
            self._question_people()
        names = enumerate(self.column("name"))
        self._nameless = {n for n, name in names if not _is_name(name)}

    @property
    def refused(self) -> Collection[int]:
        """The numbers of the rows that name nobody."""
        return self._nameless

    @property
    def doubtful(self) -> Collection[int]:
        """The numbers of the rows with a problem."""
        return self._problems.keys()

    def column(self, field: str) -> Texts:
        """The texts of a field: "" where a row has none. Of e-mail addresses and countries as they stand."""
        return self._columns.get(field, self._blank)

    def picked(self, field: str, numbers: Sequence[int]) -> Texts:
        """The texts of a field in some rows."""
        column = self.column(field)
        is_whole = numbers == range(self._count)
        return column if is_whole else [column[number] for number in numbers]

    def ask(self, number: int, question: Message) -> None:
        """Add a question about a row."""
        self._problems[number].append(question)

    def said(self) -> Said:
        """What all rows say, without making them."""
        own = {"email": self.emails, "region": list(self.column("region"))}
        for number, region in self._regions.items():
            own["region"][number] = region
        every = range(self._count)
        return Said(
            {field: own.get(field) or self.column(field) for field in TEXTS[self._kind]},
            self.codes,
            list(map(_tags, self.column("tag"))),
            [_given(self._names, number) for number in every],
            [_given(self._extra, number) | self._own.get(number, {}) for number in every],
        )

    def __len__(self) -> int:
        return self._count

    def made(self, numbers: Sequence[int]) -> Iterator[ReadRow]:
        """The rows with these numbers."""
        return map(self._row, numbers)

    def _row(self, number: int) -> ReadRow:
        texts, names = _given(self._texts, number), _given(self._names, number)
        extra = _given(self._extra, number)
        code, tags = self.codes[number], _tags(self.column("tag")[number])
        if code is None:
            texts.pop("country", None)
        if region := self._regions.get(number):
            texts["region"] = region
        if email := self.emails[number]:
            texts["email"] = email
        extra |= self._own.get(number, {})
        fields = {**texts, **names, **extra}
        if tags:
            fields["tag"] = "; ".join(tags)
        errors = (_NAMELESS[self._kind],) if number in self._nameless else ()
        entry = DirectoryEntry(texts, code, tags, names, extra)
        return ReadRow(fields, entry, errors, tuple(self._problems.get(number, ())))

    def _codes(self, cells: Texts) -> Iterator[str | None]:
        """The countries of the rows. A cell that names none goes where it is kept, and becomes a problem."""
        known = {cell: countries.find(cell) for cell in {*cells} if cell}
        for number, cell in enumerate(cells):
            found = known.get(cell)
            yield found.iso if found else None
            if cell and not found:
                self._problems[number].append(self._kept(number, cell))

    def _kept(self, number: int, country: str) -> Message:
        if self._kind == "organisations" and not self.column("region")[number]:
            self._regions[number] = country
            words = N_("“{country}” is no country that we know; it is kept as a region.")
            return message(words, country=country)
        self._own[number][_UNKNOWN_COUNTRY] = country
        words = N_("“{country}” is no country that we know; it is kept in the column “{column}”.")
        return message(words, country=country, column=_UNKNOWN_COUNTRY)

    def _address(self, number: int, cell: str) -> str:
        """A cell that is not one e-mail address is kept, but not as one; of two addresses the first is used."""
        address, problem = addresses.read(cell) if cell else ("", None)
        if cell and not address:
            words = N_("“{address}” is no e-mail address; it is kept in the column “{column}”.")
            problem = message(words, address=cell, column=_TABLE_ADDRESS)
        if problem:
            self._own[number][_TABLE_ADDRESS] = cell
            self._problems[number].append(problem)
        return address

    def _question(self) -> None:
        """Ask about organisations that cannot be what their row says."""
        columns = self.column("name"), self.codes, self.emails, self.column("website")
        for number, question in row_questions.about_organisations(*columns):
            self.ask(number, question)

    def _question_people(self) -> None:
        """Ask about names that may be those of two people."""
        for number, question in row_questions.about_signers(self.column("name")):
            self.ask(number, question)


def _parts(columns: Mapping[str, Texts], kind: str) -> tuple[_Part, _Part, _Part]:
    """The columns, in their order, of a row's texts, of its further names and of its own columns."""
    ours, others = {*TEXTS[kind]} - {"email"}, {*TEXTS[kind], *FURTHER_NAMES, "tag"}
    return (
        [(name, column) for name, column in columns.items() if name in ours],
        [(name, column) for name, column in columns.items() if name in FURTHER_NAMES],
        [(name, column) for name, column in columns.items() if name not in others],
    )


def _given(part: _Part, number: int) -> dict[str, str]:
    """What a row has in those columns, without what is blank."""
    return {field: column[number] for field, column in part if column[number]}


def _is_name(text: str) -> bool:
    return text[:1].isalpha() or any(map(str.isalpha, text))


def _tags(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(tidy, cell.split(";"))))) if cell else ()
