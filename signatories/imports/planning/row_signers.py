"""Who signs by a row and for whom: what rows of sign-ons are compared by, without making the rest of them."""

from collections.abc import Iterator
from sys import intern
from typing import NamedTuple

from signatories.collation import fold
from signatories.imports.planning.sign_on_entries import SignOnEntry
from signatories.imports.planning.sign_on_rows import SignOnLot
from signatories.imports.verdicts import SoundRows

Names = tuple[str, str]
"""A person and an organisation, folded."""


class RowSigner(NamedTuple):
    """Of a row its line, the names as they stand and as they are looked for, and what tells those named from others."""

    line: int
    names: Names
    name: str
    organisation: str
    acronym: str
    country: str | None
    email: str
    role: str

    @classmethod
    def of(cls, line: int, entry: SignOnEntry) -> "RowSigner":
        """That of one row."""
        name, body, acronym, email, role = map(entry.text, _TEXTS)
        return cls(line, folded(name, body), name, body, acronym, entry.country_code, email, role)


_TEXTS = ("name", "organisation", "acronym", "email", "role")


def signers_of(rows: SoundRows[SignOnLot]) -> Iterator[RowSigner]:
    """Those of some rows."""
    read, numbers = rows.read, rows.numbers
    columns = (
        map(folded, read.names, read.organisations),
        *(read.names, map(intern, read.organisations), read.column("acronym")),
        *(read.codes, read.emails, read.column("role")),
    )
    each = list(zip(*columns, strict=True))
    return (RowSigner(line, *each[n]) for line, n in zip(rows.lines, numbers, strict=True))


def folded(name: str, organisation: str) -> Names:
    """By what names a sign-on is looked for."""
    return fold(name), fold(organisation)
