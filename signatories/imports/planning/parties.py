"""Whom rows of sign-ons name: organisations and people of the directory, or that they would add to it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from signatories.imports.planning.row_pairs import Pair
from signatories.imports.planning.row_signers import RowPerson, RowSigner
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
        people = [
            signer.person(body) if signer.name else None
            for signer, body in zip(signers, bodies, strict=True)
        ]
        columns = list(zip(*filter(None, people), strict=True))
        are_new = self._directory.add_new_people(PeopleColumns(*columns)) if columns else iter(())
        for person in people:
            if person is None:
                yield None, []
            elif next(are_new):
                yield person.ref, []
            else:
                yield self._known_person(person)

    def _known_person(self, person: RowPerson) -> tuple[Ref, list[Match]]:
        """Somebody who may be known. One with whom only an address is shared signs for themselves."""
        ref, name, email, country, body, title = person
        certain, found = self._directory.find_person(name, email, body)
        if certain is None:
            roles = NO_ROLES if body is None else {body: title}
            certain = self._directory.add_person(KnownPerson(ref, name, email, country, roles))
        shared = SHARED_ADDRESS.reason
        return certain, [replace(each, other_signer=each.reason == shared) for each in found]
