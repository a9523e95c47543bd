"""Reads what is stored into what compares it: a few queries of columns, no objects."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.matching.bodies import Bodies
from signatories.matching.persons import Persons
from signatories.matching.records import NO_ROLES, KnownOrganisation, KnownPerson, Ref
from signatories.models import Organisation, OrganisationName, Person, Role


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
    roles: defaultdict[Ref, dict[Ref, str]] = defaultdict(dict)
    of_role = (Role.person_id, Role.organisation_id, Role.title)
    for person, body, title in session.execute(select(*of_role)):
        roles[person].setdefault(body, title)
    persons = Persons()
    of_person = (Person.id, Person.name, Person.email, Person.country)
    for row in session.execute(select(*of_person)):
        persons.add(KnownPerson(*row, roles.get(row[0]) or NO_ROLES))
    return persons
