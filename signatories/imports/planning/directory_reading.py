"""Reads rows of organisations and of people: what their cells mean, and what is wrong with them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from signatories import addresses, countries
from signatories.imports.cell_lots import CellLot
from signatories.imports.lines.parts import tidy
from signatories.imports.planning import row_questions
from signatories.imports.planning.directory_rows import FURTHER_NAMES, TEXTS, DirectoryEntry
from signatories.imports.verdicts import ReadRow
from signatories.sources.lots import Texts
from signatories.texts import N_, Message, message

_UNKNOWN_COUNTRY = "country (table)"
_TABLE_ADDRESS = "e-mail (table)"
_NAMELESS = {
    "people": message(N_("There is no name of a person in this row.")),
    "organisations": message(N_("There is no name of an organisation in this row.")),
}

_Rows = list[dict[str, str]]  # what each has, by field
_Problems = defaultdict[int, list[Message]]  # by the number of the row


def read(lot: CellLot, kind: str) -> list[ReadRow]:
    """Read rows. A country that nobody knows is an organisation's region, and a person's own column."""
    columns = {name: _tidied(column) for name, column in lot.columns.items()}
    blank = [""] * len(lot.rows)
    tags, emails = columns.pop("tag", blank), columns.pop("email", blank)
    others = columns.keys() - {*TEXTS[kind], *FURTHER_NAMES}
    texts, names, extra = (
        _filled(columns, fields, len(blank)) for fields in (TEXTS[kind], FURTHER_NAMES, others)
    )
    problems: _Problems = defaultdict(list)
    codes = list(_codes(columns.get("country", blank), kind, texts, extra, problems))
    _read_addresses(emails, texts, extra, problems)
    if kind == "organisations":
        for number, (text, code) in enumerate(zip(texts, codes, strict=True)):
            problems[number] += _questions(text, code)
    each = zip(texts, codes, map(_tags, tags), names, extra, strict=True)
    return [
        _row(DirectoryEntry(*parts), kind, problems.get(number, ()))
        for number, parts in enumerate(each)
    ]


def _row(entry: DirectoryEntry, kind: str, problems: Iterable[Message]) -> ReadRow:
    name = entry.texts.get("name", "")
    is_named = name[:1].isalpha() or any(map(str.isalpha, name))
    fields = {**entry.texts, **entry.names, **entry.extra}
    if entry.tags:
        fields["tag"] = "; ".join(entry.tags)
    return ReadRow(fields, entry, () if is_named else (_NAMELESS[kind],), tuple(problems))


def _tidied(column: Texts) -> list[str]:
    """The cells with single spaces, line by line. Most columns have no other: that is seen at once."""
    whole = "|".join(column)
    if whole.isprintable() and "  " not in whole:
        return list(map(str.strip, column))
    return ["\n".join(filter(None, map(tidy, cell.splitlines()))) for cell in column]


def _filled(columns: Mapping[str, Texts], wanted: Iterable[str], count: int) -> _Rows:
    """What each row has in those columns, in their order, without what is blank."""
    names = [name for name in columns if name in wanted]
    if not names:
        return [{} for _ in range(count)]
    rows = zip(*map(columns.__getitem__, names), strict=True)
    return [{name: text for name, text in zip(names, texts, strict=True) if text} for texts in rows]


def _tags(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(tidy, cell.split(";"))))) if cell else ()


def _codes(
    cells: Texts, kind: str, texts: _Rows, extra: _Rows, problems: _Problems
) -> Iterator[str | None]:
    """The countries of the rows. A cell that names none goes where it is kept, and becomes a problem."""
    known = {cell: countries.find(cell) for cell in {*cells} if cell}
    for number, cell in enumerate(cells):
        found = known.get(cell)
        yield found.iso if found else None
        if cell and not found:
            del texts[number]["country"]
            problems[number].append(_kept(cell, kind, texts[number], extra[number]))


def _kept(country: str, kind: str, texts: dict[str, str], extra: dict[str, str]) -> Message:
    if kind == "organisations" and "region" not in texts:
        texts["region"] = country
        words = N_("“{country}” is no country that we know; it is kept as a region.")
        return message(words, country=country)
    extra[_UNKNOWN_COUNTRY] = country
    words = N_("“{country}” is no country that we know; it is kept in the column “{column}”.")
    return message(words, country=country, column=_UNKNOWN_COUNTRY)


def _read_addresses(cells: Texts, texts: _Rows, extra: _Rows, problems: _Problems) -> None:
    """A cell that is not one e-mail address is kept, but not as one; of two addresses the first is used."""
    for number, cell in enumerate(cells):
        if not cell:
            continue
        address, problem = addresses.read(cell)
        if address:
            texts[number]["email"] = address
        else:
            words = N_("“{address}” is no e-mail address; it is kept in the column “{column}”.")
            problem = message(words, address=cell, column=_TABLE_ADDRESS)
        if problem:
            extra[number][_TABLE_ADDRESS] = cell
            problems[number].append(problem)


def _questions(texts: Mapping[str, str], code: str | None) -> Iterator[Message]:
    name, email, website = (texts.get(part, "") for part in ("name", "email", "website"))
    return row_questions.about_organisation(name, code, email, website)
