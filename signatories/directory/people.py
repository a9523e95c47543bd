"""People: adding, changing and removing them, and their roles in organisations."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from signatories import assets, drafts, names, printed_lines
from signatories.collation import fold
from signatories.errors import NotFound, Refused
from signatories.models import Person, Role, SignOn, Tagging
from signatories.models.base import LONGEST_ID
from signatories.pictures.files import PictureFile
from signatories.search import contains, keys
from signatories.texts import N_, Message, listed, message


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person as a form or an import gives it. An empty `sort_name` is suggested from the printed name.

    `signature`, the scanned one, None leaves it as it is.
    """

    name: str = ""
    sort_name: str = ""
    form_of_address: str = ""
    email: str = ""
    telephone: str = ""
    language: str = ""
    country: str = ""
    notes: str = ""
    organisation_id: int | None = None
    role: str = ""
    signature: PictureFile | None = None

    def problems(self) -> dict[str, Message]:
        """What must be mended before it can be saved, by field."""
        found = {}
        if not self.name.strip():
            found["name"] = message(N_("A person needs a name."))
        if self.email and "@" not in self.email:
            found["email"] = message(N_("“{address}” is no e-mail address."), address=self.email)
        if self.signature and (problem := self.signature.problem()):
            found["signature"] = problem
        return found | drafts.country_problems(self.country)


COLUMNS = (
    "name",
    "sort_name",
    "form_of_address",
    "email",
    "telephone",
    "language",
    "country",
    "notes",
)


def add(session: Session, draft: PersonDraft) -> Person:
    """Add a person, with a role when the draft names an organisation. Raises Refused."""
    person = Person()
    _apply(session, person, draft)
    session.add(person)
    session.flush()
    return person


def change(session: Session, person_id: int, draft: PersonDraft) -> None:
    """Give a person the draft's values. What was printed earlier stays as it was."""
    _apply(session, get(session, person_id), draft)
    printed_lines.derive_keys_of(session, SignOn.signer_id, person_id)


def change_value(session: Session, person_id: int, name: str, text: str) -> None:
    """Give a person one other value; `name` is a field of the draft. Raises Refused.

    With another printed name the sort name is suggested anew, unless it was given by hand.
    """
    person = get(session, person_id)
    values: dict[str, Any] = {name: text}
    if name == "name" and person.sort_name == str(names.suggest(person.name)):
        values["sort_name"] = ""
    change(session, person_id, replace(draft_of(session, person), **values))


def draft_of(session: Session, person: Person) -> PersonDraft:
    """A person's present values and first role, for a form to change."""
    values: dict[str, Any] = {name: getattr(person, name) or "" for name in COLUMNS}
    draft = PersonDraft(**values, signature=assets.picture_of(session, person.signature_digest))
    if not person.roles:
        return draft
    role = person.roles[0]
    return replace(draft, organisation_id=role.organisation_id, role=role.title)


def get(session: Session, person_id: int) -> Person:
    """A person by id. Raises NotFound."""
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound(N_("There is no person {id}."), id=person_id)
    return person


def find(session: Session, wanted: str) -> Person:
    """A person by id, else by a name or a part of one that nobody else has. Raises NotFound or Refused."""
    if wanted.isdecimal() and len(wanted) <= LONGEST_ID:
        return get(session, int(wanted))
    names = select(Person.id, Person.name, Person.sort_name).where(
        contains(Person.search_key, wanted)
    )
    found = list(session.execute(names.order_by(Person.id)))
    exact = [row for row in found if fold(wanted) in (fold(row.name), fold(row.sort_name))]
    if not found or not wanted.strip():
        raise NotFound(N_("There is no person “{wanted}”."), wanted=wanted)
    if len(found) > 1 and len(exact) != 1:
        those = listed([f"{row.id} “{row.name}”" for row in exact or found])
        text = N_("“{wanted}” may be several people: {people}. Give a number.")
        raise Refused(text, wanted=wanted, people=those)
    return get(session, (exact or found)[0].id)


def remove(session: Session, ids: Collection[int]) -> None:
    """Remove people who have answered no letter. Raises Refused with the first name that has."""
    for person_id in ids:
        person = get(session, person_id)
        answers = or_(SignOn.signer_id == person_id, SignOn.contact_id == person_id)
        if session.scalar(select(SignOn.id).where(answers).limit(1)) is not None:
            text = N_("{name} has answered a letter and cannot be removed.")
            raise Refused(text, name=person.name)
        for tagging in session.scalars(select(Tagging).where(Tagging.person_id == person_id)):
            session.delete(tagging)
        session.delete(person)


def derive_keys(person: Person) -> None:
    """Compute what the person is sorted and found by."""
    found = keys(person.sort_name, person.name, person.email, language=person.language)
    for column, value in found.items():
        setattr(person, column, value)


def _apply(session: Session, person: Person, draft: PersonDraft) -> None:
    drafts.refuse_problems(draft)
    for name in COLUMNS:
        setattr(person, name, getattr(draft, name).strip())
    person.country = draft.country or None
    if draft.signature is not None:
        person.signature_digest = assets.keep_picture(session, draft.signature)
    person.sort_name = person.sort_name or str(names.suggest(person.name))
    derive_keys(person)
    _apply_role(person, draft)


def _apply_role(person: Person, draft: PersonDraft) -> None:
    current = person.roles[0] if person.roles else None
    if draft.organisation_id is None:
        if current is not None:
            person.roles.remove(current)
        return
    if current is None:
        current = Role()
        person.roles.append(current)
    current.organisation_id = draft.organisation_id
    current.title = draft.role.strip()
