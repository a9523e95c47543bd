"""Which column of a table is which field: by the words of its header, or as told."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from signatories import column_names
from signatories.collation import fold
from signatories.errors import BadText
from signatories.texts import N_

FIELDS: Mapping[str, tuple[str, ...]] = {
    "sign-ons": (
        *("entry", "name", "role", "organisation", "acronym", "country", "email", "status"),
        *("capacity", "group", "notes"),
    ),
    "recipients": (
        *("name", "country", "person", "form_of_address", "salutation", "address", "language"),
        "email",
    ),
    "treaty": ("participant", "signature", "ratification", "withdrawal"),
}
"""What a table of each kind can hold. Recipients keep their other columns under the header's name."""


def parse_overrides(texts: Iterable[str]) -> dict[str, str]:
    """Read `COLUMN=FIELD` as typed after --map. Raises BadText."""
    overrides = {}
    for text in texts:
        column, equals, field = text.rpartition("=")
        if not equals or not column.strip():
            raise BadText(N_("“{text}” should be COLUMN=FIELD, such as Mission=name."), text=text)
        overrides[column.strip()] = field.strip()
    return overrides


def map_columns(
    headers: Sequence[str], kind: str, overrides: Mapping[str, str] | None = None
) -> dict[int, str]:
    """Fields by column number. A field has one column: the one told, else named exactly, else first.

    Raises BadText for an override that names an unknown column or field, with the nearest known one.
    """
    mapped = _told(headers, kind, overrides or {})
    told = {_squeezed(column) for column in overrides or ()}
    for match in (column_names.meant_by, column_names.suggested_by):
        for number, header in enumerate(headers):
            if number in mapped or _squeezed(header) in told:
                continue
            fields = match(header)
            free = (
                field for field in fields if field in FIELDS[kind] and field not in mapped.values()
            )
            if field := next(free, None):
                mapped[number] = field
    return dict(sorted(mapped.items()))


def _told(headers: Sequence[str], kind: str, overrides: Mapping[str, str]) -> dict[int, str]:
    """The overrides by column number; a field left empty ("Column=") leaves the column out."""
    numbers = {_squeezed(header): number for number, header in reversed(list(enumerate(headers)))}
    mapped = {}
    for column, field in overrides.items():
        if _squeezed(column) not in numbers:
            raise BadText(
                N_("There is no column “{column}”. The columns are: {columns}."),
                column=column,
                columns=", ".join(header.strip() for header in headers if header.strip()),
            )
        if field:
            mapped[numbers[_squeezed(column)]] = _known_field(field, kind)
    return mapped


def _known_field(field: str, kind: str) -> str:
    """The field meant, spelt as ours, or in a header's words."""
    name = fold(field).replace(" ", "_").replace("-", "_")
    if name in FIELDS[kind]:
        return name
    for meant in column_names.meant_by(field):
        if meant in FIELDS[kind]:
            return meant
    nearest = get_close_matches(name, FIELDS[kind], n=1, cutoff=0.0)[0]
    raise BadText(
        N_("There is no field “{field}”. The nearest is “{nearest}”; there are: {fields}."),
        field=field,
        nearest=nearest,
        fields=", ".join(FIELDS[kind]),
    )


def _squeezed(header: str) -> str:
    """A column's name as people retype it: without case, accents and line ends."""
    return fold(header)
