"""Which column of a table is which field: by the words of its header, or as told."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache

from signatories.collation import fold
from signatories.errors import BadText
from signatories.imports.header_words import HEADER_WORDS, TELLING, UNIMPORTANT
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

_WORDS = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_known_header(cell: str) -> bool:
    """Whether a cell is, as a whole, a word that heads columns."""
    return tuple(_words(cell)) in _exact()


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
    for match in (_exact().get, _by_words):
        for number, header in enumerate(headers):
            if number in mapped or _squeezed(header) in told:
                continue
            fields = match(tuple(_words(header))) or ()
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
    for meant in _exact().get(tuple(_words(field)), ()):
        if meant in FIELDS[kind]:
            return meant
    nearest = get_close_matches(name, FIELDS[kind], n=1, cutoff=0.0)[0]
    raise BadText(
        N_("There is no field “{field}”. The nearest is “{nearest}”; there are: {fields}."),
        field=field,
        nearest=nearest,
        fields=", ".join(FIELDS[kind]),
    )


@cache
def _exact() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Fields by the words of a header. One header may mean several: "State" is a country or a participant."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for field, headers in HEADER_WORDS.items():
        for header in headers:
            words = tuple(_words(header))
            found[words] = (*found.get(words, ()), field)
    return found


def _by_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Fields whose longest header stands within these words: "Address of the mission" is an address.

    A single word decides only where it cannot mean the name or the state of something else.
    """
    within = [
        known
        for known in _exact()
        if set(known) <= set(words) and (len(known) > 1 or TELLING.issuperset(known))
    ]
    longest = max(map(len, within), default=0)
    return tuple(field for known in within if len(known) == longest for field in _exact()[known])


def _words(header: str) -> list[str]:
    """The words that matter, folded: "MC_eMail (required)" gives mc, e, mail."""
    plain = fold(_CAMEL.sub(" ", header.replace("-", " ")))
    return [word for word in _WORDS.findall(plain) if word not in UNIMPORTANT]


def _squeezed(header: str) -> str:
    """A column's name as people retype it: without case, accents and line ends."""
    return fold(header)
