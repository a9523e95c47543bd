"""Reads what is stored into what compares it: a few queries of columns, no objects."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.matching.bodies import Bodies
from signatories.matching.persons import Persons
from signatories.matching.records import NO_ROLES, KnownOrganisation, KnownPerson, Ref
from signatories.models import Organisation, OrganisationName, Person, Role

_AT_ONCE = 1000  # rows: all of 100,000 would be in memory twice


def load_bodies(session: Session) -> Bodies:
    """All stored organisations."""
    bodies = Bodies()
    columns = (Organisation.id, Organisation.name, Organisation.acronym, Organisation.country)
    for row in session.execute(select(*columns)):
        bodies.add(KnownOrganisation(*row))
    further = select(OrganisationName.organisation_id, OrganisationName.name)
    for ref, name in session.execute(further):
        bodies.add_name(ref, name)
    return bodies


def load_persons(session: Session) -> Persons:
    """All stored people, with their roles."""
    roles = _roles(session)
    persons = Persons()
    columns = (Person.id, Person.name, Person.email, Person.country)
    for row in session.execute(select(*columns).execution_options(yield_per=_AT_ONCE)):
        persons.add(KnownPerson(*row, roles.pop(row[0], NO_ROLES)))
    return persons


def _roles(session: Session) -> dict[Ref, Mapping[Ref, str]]:
    """Titles by organisation, by person. Many have the same one: it is one object in memory."""
    same: dict[tuple[Ref, str], Mapping[Ref, str]] = {}
    found: dict[Ref, Mapping[Ref, str]] = {}
    columns = (Role.person_id, Role.organisation_id, Role.title)
    for person, body, title in session.execute(
        select(*columns).order_by(Role.id).execution_options(yield_per=_AT_ONCE)
    ):
        only = same.setdefault((body, title), {body: title})
        further = found.get(person)
        found[person] = {**further, body: further.get(body, title)} if further else only
    return found
