"""The names that the workspace has before an import, for lines to be taken apart by."""

from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from signatories.collation import fold
from signatories.models import Organisation, OrganisationName, Person


class StoredNames:
    """Names of organisations and people, read when they are first asked for.

    Those that the rows of the import bring are not among them: a row has to be read alike each time.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def is_organisation(self, text: str) -> bool:
        """Whether an organisation has this name or acronym, but for case and accents."""
        return fold(text) in self._organisations

    def is_person(self, text: str) -> bool:
        """Whether a person has this name, but for case and accents."""
        return fold(text) in self._people

    @cached_property
    def _organisations(self) -> frozenset[str]:
        columns = (Organisation.name, Organisation.acronym, OrganisationName.name)
        return frozenset().union(*map(self._folded, columns))

    @cached_property
    def _people(self) -> frozenset[str]:
        return self._folded(Person.name)

    def _folded(self, column: InstrumentedAttribute[str]) -> frozenset[str]:
        return frozenset(fold(name) for name in self._session.scalars(select(column)) if name)
