"""The lines of new sign-ons as the directory has them."""

from collections.abc import Iterator
from typing import NamedTuple

from signatories.imports.applying.adding import Adding
from signatories.matching.directory import Directory
from signatories.matching.records import Ref
from signatories.models import Organisation, Person


class KnownLine(NamedTuple):
    """A signature line as the directory gives it."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    acronym: str = ""
    country_code: str | None = None


class _Signer(NamedTuple):
    """Who signs, as the directory has them."""

    name: str
    role: str
    country_code: str | None


_NOBODY = _Signer("", "", None)


def known_lines(directory: Directory, rows: Adding) -> Iterator[KnownLine]:
    """Those of some rows."""
    bodies = directory.organisations
    for body, signer in zip(rows.refs[Organisation], _signers(directory, rows), strict=True):
        known = bodies.get(body or 0)
        if known is None:
            yield KnownLine(signer.name, country_code=signer.country_code or None)
        else:
            code = known.country or signer.country_code or None
            yield KnownLine(signer.name, signer.role, known.name, known.acronym, code)


def _signers(directory: Directory, rows: Adding) -> Iterator[_Signer]:
    """Who signs by each row. Whom it brought into the directory itself stands there as it says."""
    said = rows.said
    told = zip(said["name"], said["role"], said["country_code"], strict=True)
    refs = zip(rows.lines, rows.refs[Person], rows.refs[Organisation], strict=True)
    for (line, ref, body), (name, role, code) in zip(refs, told, strict=True):
        if ref == -line:
            yield _Signer(name, role, code if body is None else None)
        else:
            yield _known(directory, ref, body, role)


def _known(directory: Directory, ref: Ref | None, body: Ref | None, role: str) -> _Signer:
    """Somebody who was there before, with the title in an organisation, or without one there what a row says."""
    person = directory.people.get(ref or 0)
    if person is None:
        return _NOBODY
    return _Signer(person.name, person.roles.get(body or 0, role), person.country)
