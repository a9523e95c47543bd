"""What organisations and sign-ons are found by, where it follows from rows that were given back or taken away."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from signatories import printed_lines
from signatories.models import (
    Confirmation,
    Organisation,
    OrganisationName,
    Person,
    Recorded,
    Role,
    SignOn,
)
from signatories.recording import among, chunks, stretches
from signatories.search import search_key

_OWNERS: Mapping[str, tuple[type[Recorded], InstrumentedAttribute[Any], type[Recorded]]] = {
    "organisations": (Organisation, Organisation.id, Organisation),
    "organisation_names": (OrganisationName, OrganisationName.organisation_id, Organisation),
    "people": (Person, Person.id, Person),
    "roles": (Role, Role.person_id, Person),
    "sign_ons": (SignOn, SignOn.id, SignOn),
    "confirmations": (Confirmation, Confirmation.sign_on_id, SignOn),
}
"""The tables whose rows say what is found, the column that names whose they are, and what that is."""

_NAMED_BY: Mapping[type[Recorded], InstrumentedAttribute[Any]] = {
    Organisation: SignOn.organisation_id,
    Person: SignOn.signer_id,
}


class FoundBy:
    """Gathers whose names change, and computes their keys anew when all is as it stays."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._owners: defaultdict[type[Recorded], set[int]] = defaultdict(set)

    def note(self, table: str, ids: Sequence[int]) -> None:
        """Note whose these rows of a table are, which are about to be changed, or were changed just now."""
        if table not in _OWNERS:
            return
        model, owner, kind = _OWNERS[table]
        for some in stretches(ids):
            owners = self._session.scalars(select(owner).where(among(model.id, some)))
            self._owners[kind].update(owners)

    def note_going(self, table: str, ids: Sequence[int]) -> None:
        """The same of rows that are about to be removed, those before that name them."""
        if table in _OWNERS and _OWNERS[table][0] is _OWNERS[table][2]:
            self._owners[_OWNERS[table][2]].difference_update(ids)
        else:
            self.note(table, ids)

    def derive(self) -> None:
        """Compute the keys of all that are there; those that say the same already are left as they are."""
        _derive_organisations(self._session, sorted(self._owners[Organisation]))
        named_by = set(self._owners[SignOn])
        for kind, column in _NAMED_BY.items():
            for some in stretches(sorted(self._owners[kind])):
                named_by.update(self._session.scalars(select(SignOn.id).where(among(column, some))))
        printed_lines.derive_keys_of(self._session, SignOn.id, *sorted(named_by))


def _derive_organisations(session: Session, ids: Sequence[int]) -> None:
    """What organisations are found by: their names and acronyms. They are sorted by what is their own."""
    names = OrganisationName.organisation_id, OrganisationName.name
    columns = Organisation.id, Organisation.name, Organisation.acronym, Organisation.search_key
    for some in chunks(ids):
        further = defaultdict[int, list[str]](list)
        query = select(*names).where(among(names[0], some)).order_by(OrganisationName.id)
        for row_id, name in session.execute(query):
            further[row_id].append(name)
        rows = session.execute(select(*columns).where(among(Organisation.id, some))).all()
        stale = {
            row_id: key
            for row_id, name, acronym, present in rows
            if (key := search_key(name, acronym, *further[row_id])) != present
        }
        for body in session.scalars(select(Organisation).where(Organisation.id.in_(stale))):
            body.search_key = stale[body.id]
