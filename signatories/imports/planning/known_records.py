"""What organisations and people of the workspace say beside their names: rows are compared with it."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import String, or_, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from signatories.imports.planning.directory_rows import TEXTS, KnownEntry
from signatories.matching.records import KnownOrganisation, KnownPerson, Ref
from signatories.models import Organisation, OrganisationName, Person, Tagging

_Words = Mapping[Ref, frozenset[str]]

_NO_WORDS: frozenset[str] = frozenset()
_OF_DIRECTORY = ("name", "acronym", "country")
_OF_ROLES = ("role", "organisation")


class _Details(NamedTuple):
    texts: Mapping[str, str]
    extra: Mapping[str, Any]


_NOTHING = _Details({}, {})


class KnownRecords:
    """Stored records as rows are compared with them: what tells who they are, and the rest of those that have more."""

    def __init__(self, details: Mapping[Ref, _Details], tags: _Words, names: _Words) -> None:
        self._details = details
        self._tags = tags
        self._names = names

    @classmethod
    def organisations(cls, session: Session) -> "KnownRecords":
        """Those of all organisations."""
        names = _gathered(session, OrganisationName.organisation_id, OrganisationName.name)
        tags = _gathered(session, Tagging.organisation_id, Tagging.tag)
        fields = [name for name in TEXTS["organisations"] if name not in _OF_DIRECTORY]
        return cls(_details(session, Organisation, fields), tags, names)

    @classmethod
    def people(cls, session: Session) -> "KnownRecords":
        """Those of all people. Their roles are another matter: a person may have several."""
        known = {*_OF_DIRECTORY, *_OF_ROLES, "email"}
        fields = [name for name in TEXTS["people"] if name not in known]
        tags = _gathered(session, Tagging.person_id, Tagging.tag)
        return cls(_details(session, Person, fields), tags, {})

    def organisation(self, known: KnownOrganisation) -> KnownEntry:
        """An organisation."""
        return self._entry(known, name=known.name, acronym=known.acronym)

    def person(self, known: KnownPerson, **of_role: str) -> KnownEntry:
        """A person; `of_role` are the fields of one of their roles."""
        return self._entry(known, name=known.name, email=known.email, **of_role)

    def names(self, ref: Ref) -> frozenset[str]:
        """The further names of an organisation."""
        return self._names.get(ref, _NO_WORDS)

    def emails(self) -> dict[str, list[Ref]]:
        """Organisations by their address, casefolded."""
        found: defaultdict[str, list[Ref]] = defaultdict(list)
        for ref, details in self._details.items():
            if email := details.texts.get("email"):
                found[email.casefold()].append(ref)
        return found

    def _entry(self, known: KnownOrganisation | KnownPerson, **texts: str) -> KnownEntry:
        details = self._details.get(known.ref, _NOTHING)
        tags, names = self._tags.get(known.ref, _NO_WORDS), self.names(known.ref)
        given = {**texts, **details.texts}
        return KnownEntry(known.ref, given, known.country, tags, names, details.extra)


def _details(
    session: Session, table: type[Organisation] | type[Person], fields: list[str]
) -> dict[Ref, _Details]:
    """The fields and own columns of the records that have any."""
    columns = [getattr(table, name) for name in fields]
    has_any = or_(type_coerce(table.extra, String) != "{}", *(each != "" for each in columns))
    query = select(table.id, table.extra, *columns).where(has_any)
    return {
        ref: _Details({n: t for n, t in zip(fields, texts, strict=True) if t}, extra)
        for ref, extra, *texts in session.execute(query)
    }


def _gathered(
    session: Session,
    owner: InstrumentedAttribute[Any],
    text: InstrumentedAttribute[str],
) -> _Words:
    found: dict[int, set[str]] = defaultdict(set)
    for owner_id, word in session.execute(select(owner, text).where(owner.is_not(None))):
        found[owner_id].add(word)
    return {owner_id: frozenset(words) for owner_id, words in found.items()}
