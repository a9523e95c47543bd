"""What names a record, and lets it name another one."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from signatories.collation import fold
from signatories.models import Base, OrganisationName, Question, Role, SignOn, Tagging
from signatories.texts import N_

SAME_SIGNATORY = N_("Is this the same signatory as {sign_on}?")


def counts(session: Session, table: str, row_id: int) -> dict[str, int]:
    """How many rows of which tables name a record."""
    found: dict[str, int] = {}
    for model, column in _naming(table):
        number = session.scalars(
            select(func.count()).select_from(model).where(column == row_id)
        ).one()
        if number:
            found[model.__tablename__] = found.get(model.__tablename__, 0) + number
    return found


def move(session: Session, table: str, keep_id: int, other_id: int) -> None:
    """Let every row that names the other record name the kept one; nobody becomes their own parent."""
    for model, column in _naming(table):
        for row in session.scalars(select(model).where(column == other_id)):
            is_itself = model.__tablename__ == table and row.id == keep_id
            setattr(row, column.key, None if is_itself else keep_id)
    session.flush()


def sign_ons_of(session: Session, subject: str, row_id: int) -> list[SignOn]:
    """The sign-ons of an organisation, or those that a person signs."""
    return list(session.scalars(select(SignOn).where(_signer(subject) == row_id)))


def letters_of_both(session: Session, subject: str, keep_id: int, other_id: int) -> list[int]:
    """The letters that both have answered."""
    answered = [
        {sign_on.letter_id for sign_on in sign_ons_of(session, subject, row_id)}
        for row_id in (keep_id, other_id)
    ]
    return sorted(answered[0] & answered[1])


def ask_about_both(session: Session, subject: str, keep_id: int, other_id: int) -> None:
    """One body twice in one letter is a question: which of the two sign-ons counts is for a person to say."""
    first = {sign_on.letter_id: sign_on for sign_on in sign_ons_of(session, subject, keep_id)}
    for sign_on in sign_ons_of(session, subject, other_id):
        if there := first.get(sign_on.letter_id):
            values = {"sign_on": there.id}
            asked = Question(subject=SignOn.__tablename__, row_id=sign_on.id, key=SAME_SIGNATORY)
            asked.values = values
            session.add(asked)


def drop_repeated(session: Session, subject: str, keep_id: int) -> None:
    """One role of a title, one tag of a word: what both had is had once, and a blank title tells nothing more."""
    of_role = Role.organisation_id if subject == "organisations" else Role.person_id
    roles: dict[int, list[Role]] = {}
    for role in session.scalars(select(Role).where(of_role == keep_id).order_by(Role.id)):
        other_end = role.person_id if subject == "organisations" else role.organisation_id
        roles.setdefault(other_end, []).append(role)
    for same in roles.values():
        _drop(session, same, {fold(role.title) for role in same})
    of_tag = Tagging.organisation_id if subject == "organisations" else Tagging.person_id
    seen: set[str] = set()
    for tagging in session.scalars(select(Tagging).where(of_tag == keep_id).order_by(Tagging.id)):
        if tagging.tag in seen:
            session.delete(tagging)
        seen.add(tagging.tag)


def _drop(session: Session, roles: list[Role], titles: set[str]) -> None:
    left = titles - {""} or titles
    for role in roles:
        if fold(role.title) in left:
            left.remove(fold(role.title))
        else:
            session.delete(role)


def _signer(subject: str) -> InstrumentedAttribute[int | None]:
    return SignOn.organisation_id if subject == "organisations" else SignOn.signer_id


def _naming(table: str) -> Iterator[tuple[Any, Any]]:
    """Each model and column that names rows of a table. Further names move on their own: not all are kept."""
    for mapper in sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__):
        for key in mapper.local_table.foreign_keys if mapper.class_ is not OrganisationName else ():
            if key.column.table.name == table:
                yield mapper.class_, getattr(mapper.class_, key.parent.key)
