"""Reads what is stored into what compares it: a few queries of columns, no objects."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Executable, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from signatories.matching.bodies import Bodies
from signatories.matching.people import People
from signatories.matching.persons import Persons
from signatories.matching.records import KnownOrganisation
from signatories.models import Organisation, OrganisationName, Person, Role

_AT_ONCE = 1000  # rows: all of 100,000 would be in memory twice


def load_bodies(session: Session) -> Bodies:
    """All stored organisations."""
    bodies = Bodies()
    columns = (Organisation.id, Organisation.name, Organisation.acronym, Organisation.country)
    for row in _rows(session, *columns):
        bodies.add(KnownOrganisation(*row))
    for ref, name in _rows(session, OrganisationName.organisation_id, OrganisationName.name):
        bodies.add_name(ref, name)
    return bodies


def load_persons(session: Session) -> Persons:
    """All stored people, with their roles."""
    people = People()
    query = select(Person.id, Person.name, Person.email, Person.country).order_by(Person.id)
    for rows in _lots(session, query):
        people.store(*zip(*rows, strict=True))
    for role in _rows(session, Role.person_id, Role.organisation_id, Role.title):
        people.add_role(*role)
    return Persons(people)


def _rows(session: Session, *columns: InstrumentedAttribute[Any]) -> Iterator[Any]:
    """Columns in the order of their rows."""
    return chain.from_iterable(_lots(session, select(*columns).order_by(columns[0].class_.id)))


def _lots(session: Session, query: Executable) -> Iterator[Sequence[Any]]:
    """Some rows at a time, past the ORM: in half the time. Its pending changes are written first."""
    session.flush()
    options = {"yield_per": _AT_ONCE}
    return session.connection().execute(query, execution_options=options).partitions()
