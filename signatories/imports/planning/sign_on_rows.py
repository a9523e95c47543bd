"""Rows of a list or table read as sign-ons: their cells, what they mean, and what is wrong with them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

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
from signatories.imports.verdicts import ReadRow
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


@dataclass(frozen=True, slots=True)
class Reading:
    """How rows are read: the capacity where no cell says it, the names known, how split lines were corrected, and what
    comes first in a date such as 03/04/2010.
    """

    capacity: Capacity | None = None
    known: Known | None = None
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    month_first: bool | None = None


def read_lot(lot: CellLot, how: Reading) -> list[ReadRow]:
    """Read rows or lines. Cells of a table are made tidy column by column, lines are taken apart one by one."""
    if "entry" in lot.columns or any(map(says_more, lot.columns.get("name", ()))):
        return [read(cells, how) for cells in lot.each()]
    columns = {name: on_one_line(column) for name, column in lot.columns.items()}
    rows = filled(columns, columns, len(lot.rows))
    without = lot.missing.get("country", ()) if "country" in lot.columns else range(len(lot.rows))
    return [
        _read(Together(fields, None, ()), how, tells_country=number not in without)
        for number, fields in enumerate(rows)
    ]


def read(cells: Cells, how: Reading = Reading()) -> ReadRow:
    """Read cells by field; `entry` is a whole signature line."""
    cells = with_entry(cells)
    text = cells.get("entry", "")
    parts = split(text, how.known, how.corrections) if text.strip() else None
    return _read(together(cells, parts), how, tells_country="country" in cells)


def _read(said: Together, how: Reading, *, tells_country: bool) -> ReadRow:
    """What the fields of a row mean. That it names nobody is told where no other error is."""
    fields, parts, found = said
    if "acronym" not in fields and (short := _acronym_in(fields.get("organisation", ""))):
        fields["acronym"] = short
    if not tells_country:
        fields = described_places.told_apart(fields)
    capacity, errors = _capacity(fields, how.capacity)
    entry, problems = _entry(fields, capacity, how.month_first)
    problems = [*found, *problems, *_questions(entry)]
    if not (parts and parts.problems):
        problems += row_questions.about_signer(entry.name)
    if _names_nobody(entry, problems, is_line=parts is not None) and not errors:
        errors = [_NOBODY]
    sure = parts.confidence if parts else 1.0
    return ReadRow(fields, entry, tuple(errors), tuple(problems), parts, _response(fields), sure)


def _entry(
    fields: Mapping[str, str], capacity: Capacity | None, month_first: bool | None
) -> tuple[SignOnEntry, list[Message]]:
    """What a row says, each word as its field has it, and what a person should look at."""
    place = sign_on_cells.country(fields.get("country", ""))
    email = sign_on_cells.email(fields.get("email", ""))
    status = sign_on_cells.status(fields.get("status", ""))
    day = sign_on_cells.day(fields.get("date", ""), month_first)
    consent = sign_on_cells.consent(fields.get("consent", ""))
    read = (place, email, status, day, consent)
    body = fields.get("organisation", "")
    entry = SignOnEntry(
        _texts(fields, country=place.value.text, email=email.value),
        place.value.code,
        status.value,
        capacity or usual_capacity(1 if body else None),
        capacity_assumed=capacity is None and bool(body),
        answered_on=day.value,
        consent=consent.value,
        tags=_tags(fields.get("tag", "")),
        extra={name: text for name, text in fields.items() if name not in _NOT_EXTRA},
        kept=tuple([cell.kept for cell in read if cell.kept]),
    )
    return entry, [cell.problem for cell in read if cell.problem]


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


def _questions(entry: SignOnEntry) -> Iterator[Message]:
    addresses = entry.text("email"), entry.text("website")
    return row_questions.about_organisation(entry.organisation, entry.country_code, *addresses)


def _names_nobody(entry: SignOnEntry, problems: list[Message], *, is_line: bool) -> bool:
    """Whether no name stands in a row. Digits may be a body: “11.11.11, Belgium” is one."""
    body = entry.organisation
    if body and entry.country_code is not None:
        return False
    if _OF_DIGITS.fullmatch(body):
        problems += [] if is_line else [message(N_("“{text}” may be a number."), text=body)]
        return False
    return not _is_name(entry.name) and not _is_name(body)


def _response(fields: Mapping[str, str]) -> str:
    """What a form's answer is known by in a later file: its number, else its time and address."""
    if number := fields.get("response"):
        return f"response {number}"
    date, address = fields.get("date", ""), fields.get("email", "").casefold()
    return f"date {date} {address}" if date and address else ""


def _is_name(text: str) -> bool:
    """Whether a letter of any script stands in it: a number or a line of dashes names nobody."""
    return text[:1].isalpha() or any(map(str.isalpha, text))


def _capacity(
    fields: Mapping[str, str], usual: Capacity | None
) -> tuple[Capacity | None, list[Message]]:
    """What was told, and errors; a person without an organisation cannot sign for one."""
    told, problem, _ = sign_on_cells.capacity(fields.get("capacity", ""))
    errors = [problem] if problem else []
    body = fields.get("organisation")
    if told is Capacity.ORGANISATION and not body:
        errors.append(_NAMELESS_BODY)
    if told is None and usual is Capacity.ORGANISATION and not body:
        return None, errors
    return told or usual, errors
