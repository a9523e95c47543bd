"""One row of a list or table read as a sign-on: its cells, what they mean, and what is wrong with them."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from signatories import addresses, countries
from signatories.collation import fold
from signatories.dates import parse_date
from signatories.extra_columns import USUAL
from signatories.imports.columns.mapping import FIELDS
from signatories.imports.lines.acronyms import acronym_in
from signatories.imports.lines.corrections import Correction
from signatories.imports.lines.known_names import Known
from signatories.imports.lines.parts import tidy
from signatories.imports.lines.splitting import split
from signatories.imports.planned import Ref
from signatories.imports.planning import described_places, row_questions
from signatories.imports.planning.answer_words import CAPACITY_WORDS, STATUS_WORDS, agrees
from signatories.imports.planning.beside_entries import together, with_entry
from signatories.imports.verdicts import ReadRow
from signatories.models import Capacity, SignOnStatus
from signatories.sign_ons import usual_capacity
from signatories.texts import N_, Message, message

_NOT_EXTRA = {*FIELDS["sign-ons"], "city"} - {*USUAL}
_LONGEST_REGION = 60
_ENDS_HEADING = " \u00a0:："
_FEWEST_WORDS_OF_A_SENTENCE = 4

_OF_DIGITS = re.compile(r"\d{1,3}(?:\.\d{1,3})+")
"""The name of a campaign such as 11.11.11, rather than a bare number or a year."""


@dataclass(frozen=True, slots=True)
class SignOnEntry:
    """A sign-on as given. References are filled in when it has been matched.

    `extra` are further columns, `kept` lines for the notes, of cells that could not be read as what they should be.
    """

    name: str = ""
    role: str = ""
    organisation: str = ""
    acronym: str = ""
    country: str = ""
    country_code: str | None = None
    email: str = ""
    status: SignOnStatus | None = None
    capacity: Capacity | None = None
    capacity_assumed: bool = False
    group: str = ""
    notes: str = ""
    condition: str = ""
    telephone: str = ""
    form_of_address: str = ""
    language: str = ""
    website: str = ""
    city: str = ""
    answered_on: dt.date | None = None
    consent: bool | None = None
    tags: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    organisation_ref: Ref | None = None
    person_ref: Ref | None = None
    sign_on_ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How rows are read: the capacity where no cell says it, the names known, and how split lines were corrected."""

    capacity: Capacity | None = None
    known: Known | None = None
    corrections: Mapping[str, Correction] = field(default_factory=dict)


def read(cells: Mapping[str, str], how: Reading = Reading()) -> ReadRow:
    """Read cells by field; `entry` is a whole signature line."""
    cells = with_entry(cells)
    text = cells.get("entry", "")
    parts = split(text, how.known, how.corrections) if text.strip() else None
    fields, parts, found = together(cells, parts)
    if "acronym" not in fields and (short := acronym_in(fields.get("organisation", ""))):
        fields["acronym"] = short
    problems = list(found)
    fields = described_places.told_apart(fields, cells)
    errors: list[Message] = []
    entry = _entry(fields, how.capacity, errors, problems)
    problems += row_questions.about_organisation(
        entry.organisation, entry.country_code, entry.email, entry.website
    )
    if _names_nobody(entry, problems, is_line=parts is not None) and not errors:
        errors.append(message(N_("There is no name and no organisation in this row.")))
    sure = parts.confidence if parts else 1.0
    return ReadRow(fields, entry, tuple(errors), tuple(problems), parts, _response(fields), sure)


def _entry(
    fields: Mapping[str, str],
    usual: Capacity | None,
    errors: list[Message],
    problems: list[Message],
) -> SignOnEntry:
    """What a row says, each word as its field has it; what is wrong with one joins the errors or the problems."""
    kept: list[str] = []
    capacity = _capacity(fields, usual, errors)
    body = fields.get("organisation", "")
    country = _country(fields.get("country", ""), problems, kept)
    return SignOnEntry(
        name=fields.get("name", ""),
        role=fields.get("role", ""),
        organisation=body,
        acronym=fields.get("acronym", ""),
        country=country,
        country_code=_country_code(country, problems),
        email=_email(fields.get("email", ""), problems, kept),
        status=_status(fields.get("status", ""), problems, kept),
        capacity=capacity or usual_capacity(1 if body else None),
        capacity_assumed=capacity is None and bool(body),
        group=fields.get("group", "").rstrip(_ENDS_HEADING),
        notes=fields.get("notes", ""),
        condition=fields.get("condition", ""),
        telephone=fields.get("telephone", ""),
        form_of_address=fields.get("form_of_address", ""),
        language=fields.get("language", ""),
        website=fields.get("website", ""),
        city=fields.get("city", ""),
        answered_on=_day(fields.get("date", ""), problems, kept),
        consent=agrees(fields.get("consent", ""), problems),
        tags=tuple(dict.fromkeys(filter(None, map(tidy, fields.get("tag", "").split(";"))))),
        extra={name: text for name, text in fields.items() if name not in _NOT_EXTRA},
        kept=tuple(kept),
    )


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


def _day(text: str, problems: list[Message], kept: list[str]) -> dt.date | None:
    """The day in a date, or in a form's time stamp."""
    day = (parse_date(text) or parse_date(re.split(r"[T ,]", text)[0])) if text else None
    if text and day is None:
        problems.append(message(N_("“{date}” is no date; it is kept in the notes."), date=text))
        kept.append(f"date (table): {text}")
    return day.first if day else None


def _is_name(text: str) -> bool:
    """Whether a letter of any script stands in it: a number or a line of dashes names nobody."""
    return any(map(str.isalpha, text))


def _country(text: str, problems: list[Message], kept: list[str]) -> str:
    """The country or region of a cell; a description of somebody is neither, and nothing to be printed there."""
    is_sentence = text.endswith(".") and len(text.split()) >= _FEWEST_WORDS_OF_A_SENTENCE
    if countries.find(text) or not (is_sentence or len(text) > _LONGEST_REGION):
        return text
    words = N_("“{text}” is too long for a country; it is kept in the notes.")
    problems.append(message(words, text=text))
    kept.append(f"country (table): {text}")
    return ""


def _country_code(text: str, problems: list[Message]) -> str | None:
    found = countries.find(text) if text else None
    if text and found is None:
        problems.append(_unknown_country(text))
    return found.iso if found else None


def _unknown_country(text: str) -> Message:
    if nearest := described_places.nearly(text):
        words = N_(
            "“{country}” is no country that we know. Is it “{nearest}”? It is kept as typed."
        )
        return message(words, country=text, nearest=nearest)
    words = N_("“{country}” is no country that we know; it is kept as a region.")
    return message(words, country=text)


def _email(cell: str, problems: list[Message], kept: list[str]) -> str:
    """The address of a cell; what is none, or more than one, is kept as it stands."""
    address, problem = addresses.read(cell)
    if not address and cell:
        words = N_("“{address}” is no e-mail address; it is kept in the notes.")
        problem = message(words, address=cell)
    if problem:
        problems.append(problem)
        kept.append(f"e-mail (table): {cell}")
    return address


def _status(text: str, problems: list[Message], kept: list[str]) -> SignOnStatus | None:
    """The answer that a cell names. One that we do not know is no reason to lose the row: it comes in undecided."""
    status = STATUS_WORDS.get(fold(text).strip(" .!"))
    if text and status is None:
        words = N_("“{text}” is no answer that we know: it comes in as considering.")
        problems.append(message(words, text=text))
        kept.append(f"answer (table): {text}")
        return SignOnStatus.CONSIDERING
    if status is not SignOnStatus.CONFIRMED:
        return status
    words = N_("A table confirms nobody: it comes in as promised. Confirm it with how we know.")
    problems.append(message(words))
    return SignOnStatus.PROMISED


def _capacity(
    fields: Mapping[str, str], usual: Capacity | None, errors: list[Message]
) -> Capacity | None:
    """What was told; a person without an organisation cannot sign for one."""
    told = _known_capacity(fields.get("capacity", ""), errors)
    if told is Capacity.ORGANISATION and not fields.get("organisation"):
        errors.append(message(N_("Nobody can sign for an organisation that is not named.")))
    if told is None and usual is Capacity.ORGANISATION and not fields.get("organisation"):
        return None
    return told or usual


def _known_capacity(text: str, errors: list[Message]) -> Capacity | None:
    """The capacity that a cell names; an error with the nearest one when it names none."""
    if not text:
        return None
    if found := CAPACITY_WORDS.get(fold(text)):
        return found
    nearest = get_close_matches(fold(text), CAPACITY_WORDS, n=1, cutoff=0.0)[0]
    words = N_("“{text}” is no capacity. The nearest is “{nearest}”.")
    errors.append(message(words, text=text, nearest=CAPACITY_WORDS[nearest].value))
    return None
