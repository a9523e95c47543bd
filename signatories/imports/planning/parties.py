"""Whom rows of sign-ons name: organisations and people of the directory, or that they would add to it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from signatories.imports.planning.row_pairs import Pair
from signatories.imports.planning.row_signers import RowSigner
from signatories.matching.directory import Directory
from signatories.matching.person_scores import SHARED_ADDRESS
from signatories.matching.records import (
    NO_ROLES,
    KnownOrganisation,
    KnownPerson,
    Match,
    PeopleColumns,
    Ref,
)


class Parties:
    """Finds them in a directory, and adds those that are new, for the rows that follow."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._bodies: dict[tuple[str, str], Ref] = {}

    def of(self, signers: Sequence[RowSigner]) -> Iterator[tuple[Pair, list[Match]]]:
        """Of each row its organisation and its person, known or to be made, and those that they may be."""
        bodies = list(map(self._body, signers))
        people = self._people(signers, [body for body, _ in bodies])
        for (body, likely), (person, maybe) in zip(bodies, people, strict=True):
            yield Pair(body, person), [*likely, *maybe]

    def _body(self, signer: RowSigner) -> tuple[Ref | None, list[Match]]:
        """The organisation of a row, known or to be made by it, and those that it may be.

        What a name means in a country without question it means to the end: another one of that name is only added
        where there is a question, or in another country.
        """
        name, acronym, country = signer.organisation, signer.acronym, signer.country
        if not name:
            return None, []
        if country and (certain := self._bodies.get((name, country))):
            return certain, []
        body, found = self._directory.find_organisation(name, acronym, country)
        if body is None:
            made = KnownOrganisation(-signer.line, name, acronym, country)
            body = self._directory.add_organisation(made)
        elif country:
            self._bodies[name, country] = body
        return body, found

    def _people(
        self, signers: Sequence[RowSigner], bodies: Sequence[Ref | None]
    ) -> Iterator[tuple[Ref | None, list[Match]]]:
        """The people of rows in their organisations, known or to be made, and those that they may be."""
        each = list(zip(signers, bodies, strict=True))
        named = [(signer, body) for signer, body in each if signer.name]
        are_new = self._directory.add_new_people(_people_of(named))
        for signer, body in each:
            if not signer.name:
                yield None, []
            elif next(are_new):
                yield -signer.line, []
            else:
                yield self._known_person(signer, body)

    def _known_person(self, signer: RowSigner, body: Ref | None) -> tuple[Ref, list[Match]]:
        """Somebody who may be known. One with whom only an address is shared signs for themselves."""
        certain, found = self._directory.find_person(signer.name, signer.email, body)
        if certain is None:
            country, roles = (
                (signer.country, NO_ROLES) if body is None else (None, {body: signer.role})
            )
            person = KnownPerson(-signer.line, signer.name, signer.email, country, roles)
            certain = self._directory.add_person(person)
        shared = SHARED_ADDRESS.reason
        return certain, [replace(each, other_signer=each.reason == shared) for each in found]


def _people_of(named: Sequence[tuple[RowSigner, Ref | None]]) -> PeopleColumns:
    """The people that rows would make. With an organisation the country given is that one's."""
    return PeopleColumns(
        [-signer.line for signer, _ in named],
        [signer.name for signer, _ in named],
        [signer.email for signer, _ in named],
        [signer.country if body is None else None for signer, body in named],
        [body for _, body in named],
        ["" if body is None else signer.role for signer, body in named],
    )
