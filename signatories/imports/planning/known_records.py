"""The organisations and people of the workspace as rows are compared with them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from signatories.imports.planning.directory_rows import TEXTS, KnownEntry
from signatories.matching.records import Ref
from signatories.models import Organisation, OrganisationName, Person, Role, Tagging

_Texts = dict[int, frozenset[str]]


def organisations(session: Session) -> Iterator[KnownEntry]:
    """All organisations."""
    columns = [getattr(Organisation, name) for name in TEXTS["organisations"]]
    query = select(Organisation.id, Organisation.extra, *columns).order_by(Organisation.id)
    tags = _gathered(session, Tagging.organisation_id, Tagging.tag)
    names = _gathered(session, OrganisationName.organisation_id, OrganisationName.name)
    none: frozenset[str] = frozenset()
    for ref, extra, *texts in session.execute(query):
        given = {n: t for n, t in zip(TEXTS["organisations"], texts, strict=True) if t}
        code = given.pop("country", None)
        yield KnownEntry(ref, given, code, tags.get(ref, none), names.get(ref, none), extra)


def people(session: Session) -> Iterator[KnownEntry]:
    """All people. Their roles are another matter: a person may have several."""
    stored = [name for name in TEXTS["people"] if name not in ("role", "organisation")]
    columns = [getattr(Person, name) for name in stored]
    query = select(Person.id, Person.extra, *columns).order_by(Person.id)
    tags = _gathered(session, Tagging.person_id, Tagging.tag)
    none: frozenset[str] = frozenset()
    for ref, extra, *texts in session.execute(query):
        given = {name: text for name, text in zip(stored, texts, strict=True) if text}
        code = given.pop("country", None)
        yield KnownEntry(ref, given, code, tags.get(ref, none), none, extra)


def roles(session: Session) -> dict[Ref, dict[Ref, str]]:
    """Titles by person and organisation: of several in one organisation the first."""
    found: dict[Ref, dict[Ref, str]] = defaultdict(dict)
    query = select(Role.person_id, Role.organisation_id, Role.title).order_by(Role.id)
    for person, body, title in session.execute(query):
        found[person].setdefault(body, title)
    return found


def _gathered(
    session: Session,
    owner: InstrumentedAttribute[Any],
    text: InstrumentedAttribute[str],
) -> _Texts:
    found: dict[int, set[str]] = defaultdict(set)
    for owner_id, word in session.execute(select(owner, text).where(owner.is_not(None))):
        found[owner_id].add(word)
    return {owner_id: frozenset(words) for owner_id, words in found.items()}
