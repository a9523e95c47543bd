"""The sign-ons of a letter as rows are compared with them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Bundle, InstrumentedAttribute, Session, aliased

from signatories import consents, countries
from signatories.imports.planning import own_columns, sign_on_fields
from signatories.imports.planning.sign_on_entries import OF_PERSON, OF_SIGN_ON, SignOnEntry
from signatories.imports.planning.sign_on_fields import COLUMNS, DETAILS, Holder
from signatories.matching.records import Ref
from signatories.models import Organisation, Person, Role, SignOn, SignOnStatus, Tagging

_OF_SIGN_ON = (
    *("id", "organisation_id", "signer_id", "status", "capacity", "country", "extra"),
    *("printed_name", "printed_role", "printed_organisation", "printed_acronym"),
    *("printed_country", "answered_at", "invited_at", *OF_SIGN_ON),
)
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class KnownSignOn(NamedTuple):
    """A sign-on of the letter, or of an earlier row: its references and its texts as they count now.

    `of_body` are the details of its organisation, which a row without a person is compared with; `extra` are the
    further columns of its own.
    """

    ref: Ref
    organisation: Ref | None
    person: Ref | None
    texts: Mapping[str, str]
    of_body: Mapping[str, str] = _NOTHING
    extra: Mapping[str, Any] = _NOTHING
    is_confirmed: bool = False


def changes(entry: SignOnEntry, known: KnownSignOn) -> dict[str, tuple[str, str]]:
    """What is given and stands otherwise there: old and new."""
    there = known.texts if entry.name else {**known.texts, **known.of_body}
    changed = {
        name: (there.get(name, ""), given)
        for name, given in sign_on_fields.texts_of(entry).items()
        if not sign_on_fields.says(name, given, there.get(name, ""))
        and given not in there.get(sign_on_fields.beside(name), "").split("; ")
    }
    return changed | own_columns.changes(entry.extra, known.extra)


def stored(session: Session, letter_id: int) -> Iterator[KnownSignOn]:
    """All sign-ons of a letter in their order, with the words that count now."""
    roles = _roles(session, letter_id)
    given = consents.of_letter(session, letter_id)
    tags = {
        **_tags(session, letter_id, Tagging.organisation_id, SignOn.organisation_id),
        **_tags(session, letter_id, Tagging.person_id, SignOn.signer_id),
    }
    for sign_on, of_body, of_person in session.execute(_with_holders(letter_id)):
        place = sign_on.organisation_id, sign_on.signer_id
        holder = (Organisation, place[0]) if place[0] else (Person, place[1])
        texts = {
            **_texts(sign_on, of_body, of_person),
            "role": sign_on.printed_role or roles.get(place, ""),
            "tag": tags.get(holder, ""),
            "consent": sign_on_fields.consent_of(given.get(sign_on.id, consents.NOTHING).uses),
        }
        details = _details(of_body, Organisation)
        own = OF_PERSON if place[0] else DETAILS
        yield KnownSignOn(
            sign_on.id,
            *place,
            texts | details | (_details(of_person, Person, own) if place[1] else {}),
            details,
            sign_on.extra,
            is_confirmed=sign_on.status is SignOnStatus.CONFIRMED,
        )


def _with_holders(letter_id: int) -> Select[Any]:
    """The sign-ons of a letter in their order, each with its organisation and its signer."""
    body, person = aliased(Organisation), aliased(Person)
    named = ("name", "country", "extra")
    return (
        select(
            _bundle(SignOn, _OF_SIGN_ON),
            _bundle(body, ("acronym", *named, *COLUMNS[Organisation])),
            _bundle(person, (*named, *COLUMNS[Person])),
        )
        .outerjoin(body, body.id == SignOn.organisation_id)
        .outerjoin(person, person.id == SignOn.signer_id)
        .where(SignOn.letter_id == letter_id)
        .order_by(SignOn.place)
    )


def _bundle(table: Any, names: Iterable[str]) -> Bundle[Any]:
    """Some columns of a table, which come as one record."""
    return Bundle(str(table), *(getattr(table, name) for name in names))


def _texts(sign_on: Any, body: Any, person: Any) -> dict[str, str]:
    shown = sign_on.printed_country
    found = countries.find(shown) if shown else None
    code = sign_on.country or body.country or person.country or ""
    confirmed = sign_on.status is SignOnStatus.CONFIRMED
    return {
        "name": sign_on.printed_name or person.name or "",
        "organisation": sign_on.printed_organisation or body.name or "",
        "acronym": sign_on.printed_acronym or body.acronym or "",
        "country": found.iso if found else shown or code,
        # a confirmation fulfils the promise that a table holds
        "status": SignOnStatus.PROMISED.value if confirmed else sign_on.status.value,
        "capacity": sign_on.capacity.value,
        "date": _moment(sign_on.answered_at or sign_on.invited_at),
        **{name: getattr(sign_on, name) for name in OF_SIGN_ON},
    }


def _moment(time: dt.datetime | None) -> str:
    """A day that somebody told, or the moment that the program noted."""
    if time is None:
        return ""
    is_day = time.time() == dt.time()
    return time.date().isoformat() if is_day else time.isoformat()


def _details(record: Any, holder: Holder, names: Iterable[str] = DETAILS) -> dict[str, str]:
    """Details by name, and what tables said beside them."""
    extra = record.extra or {}
    besides = map(sign_on_fields.beside, names)
    return {
        **{name: sign_on_fields.detail(record, holder, name) for name in names},
        **{name: str(extra[name]) for name in besides if name in extra},
    }


def _roles(session: Session, letter_id: int) -> dict[tuple[int | None, int | None], str]:
    """The titles of the letter's signers by organisation and person; of several the oldest."""
    signers = select(SignOn.signer_id).where(SignOn.letter_id == letter_id)
    query = select(Role.organisation_id, Role.person_id, Role.title)
    rows = session.execute(query.where(Role.person_id.in_(signers)).order_by(Role.id.desc()))
    return {(body, person): title for body, person, title in rows}


def _tags(
    session: Session,
    letter_id: int,
    owner: InstrumentedAttribute[int | None],
    place: InstrumentedAttribute[int | None],
) -> dict[tuple[Holder, int | None], str]:
    """The tags of the letter's organisations, or of its signers."""
    holder: Holder = Organisation if place is SignOn.organisation_id else Person
    owners = select(place).where(SignOn.letter_id == letter_id, place.is_not(None))
    found: defaultdict[tuple[Holder, int | None], list[str]] = defaultdict(list)
    for owner_id, tag in session.execute(select(owner, Tagging.tag).where(owner.in_(owners))):
        found[holder, owner_id].append(tag)
    return {key: "; ".join(sorted(tags)) for key, tags in found.items()}
