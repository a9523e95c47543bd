"""The fields that columns of a table can be, and the columns that somebody told."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from signatories import column_names
from signatories.collation import fold
from signatories.errors import BadText
from signatories.extra_columns import USUAL
from signatories.texts import N_

FIELDS: Mapping[str, tuple[str, ...]] = {
    "sign-ons": (
        *("entry", "name", "given_name", "family_name", "role", "organisation", "acronym"),
        *("country", "email", "telephone", "website", "form_of_address", "language", "status"),
        *("capacity", "condition", "group", "notes", "tag", "date", "response", "consent", *USUAL),
    ),
    "recipients": (
        *("name", "country", "person", "given_name", "family_name", "form_of_address"),
        *("salutation", "address", "language", "email"),
    ),
    "treaty": ("participant", "signature", "ratification", "withdrawal"),
    "organisations": (
        *("name", "acronym", "other_name", "former_name", "country", "region", "kind", "parent"),
        *("website", "email", "language", "notes", "tag"),
    ),
    "people": (
        *("name", "given_name", "family_name", "form_of_address", "role", "organisation"),
        *("country", "email", "telephone", "language", "notes", "tag"),
    ),
}
"""What a table of each kind can hold. "name" is the name of what the kind is: of a person, of a body."""

REPEATED = ("tag", "notes")
"""Fields that several columns may become."""

OWN = "own"
"""What a column is told to be that is kept under its own name."""

KEEPS_OTHERS = ("recipients", "organisations", "people")
"""Kinds that keep a column without a field as a column of its own, unless told otherwise."""

REASON = "Reason (not imported)"
"""The heading of the column that says why a row could not come in: of a table that was corrected it is no content."""

_NUMBERED = re.compile(r"#(\d+)")


def keys_of(headers: Sequence[str]) -> list[str]:
    """The name by which each column is told and remembered: its header, or "#3" for the third column."""
    seen = {""}
    keys = []
    for number, header in enumerate(headers, start=1):
        key = header if fold(header) not in seen else f"#{number}"
        while fold(key) in seen:
            key = f"#{key}"
        keys.append(key)
        seen.add(fold(key))
    return keys


def parse_overrides(texts: Iterable[str]) -> dict[str, str]:
    """Read `COLUMN=FIELD` as typed after --map. Raises BadText."""
    overrides = {}
    for text in texts:
        column, equals, field = text.rpartition("=")
        if not equals or not column.strip():
            raise BadText(N_("“{text}” should be COLUMN=FIELD, such as Mission=name."), text=text)
        overrides[column.strip()] = field.strip()
    return overrides


def told_columns(headers: Sequence[str], kind: str, overrides: Mapping[str, str]) -> dict[int, str]:
    """The overrides by column number: a field, OWN, or nothing for what is left out ("Column=").

    Raises BadText for an unknown column or field, with the nearest known one, and for a field told twice.
    """
    numbers = {fold(key): number for number, key in enumerate(keys_of(headers))}
    told: dict[int, str] = {}
    for column, text in overrides.items():
        number = _column_number(column, headers, numbers)
        field = _known_field(text, column, kind) if text else ""
        if field in told.values() and field not in ("", OWN, *REPEATED):
            raise BadText(N_("Two columns were said to be “{field}”. Say which."), field=field)
        told[number] = field
    return told


def _column_number(column: str, headers: Sequence[str], numbers: Mapping[str, int]) -> int:
    """The column of a header as people retype it, or "#3" for the third."""
    if fold(column) in numbers:
        return numbers[fold(column)]
    numbered = _NUMBERED.fullmatch(column.strip())
    if numbered and 0 < int(numbered[1]) <= len(headers):
        return int(numbered[1]) - 1
    raise BadText(
        N_("There is no column “{column}”. The columns are: {columns}."),
        column=column,
        columns=", ".join(header.strip() for header in headers if header.strip()),
    )


def _known_field(field: str, column: str, kind: str) -> str:
    """The field meant: spelt as ours, or in a header's words; the column's own name keeps it as it is."""
    name = fold(field).replace(" ", "_").replace("-", "_")
    if name in (*FIELDS[kind], OWN):
        return name
    for meant in column_names.meant_by(field):
        if meant in FIELDS[kind]:
            return meant
    if fold(field) == fold(column):
        return OWN
    nearest = get_close_matches(name, FIELDS[kind], n=1, cutoff=0.0)[0]
    raise BadText(
        N_("There is no field “{field}”. The nearest is “{nearest}”; there are: {fields}."),
        field=field,
        nearest=nearest,
        fields=", ".join((*FIELDS[kind], OWN)),
    )
