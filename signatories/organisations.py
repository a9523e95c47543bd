"""Organisations: adding, changing and removing them."""

from collections.abc import Collection
from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import drafts, sign_ons
from signatories.errors import NotFound, Refused
from signatories.models import Organisation, Role, SignOn, Tagging
from signatories.search import keys
from signatories.texts import N_, Message, message


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    """An organisation as a form or an import gives it. `country` is an ISO alpha-2 code or empty."""

    name: str = ""
    acronym: str = ""
    country: str = ""
    kind: str = ""
    language: str = ""
    email: str = ""
    website: str = ""
    notes: str = ""

    def problems(self) -> dict[str, Message]:
        """What must be mended before it can be saved, by field."""
        found = {}
        if not self.name.strip():
            found["name"] = message(N_("An organisation needs a name."))
        return found | drafts.country_problems(self.country)


def add(session: Session, draft: OrganisationDraft) -> Organisation:
    """Add an organisation. Raises Refused with the first problem of the draft."""
    organisation = Organisation()
    _apply(organisation, draft)
    session.add(organisation)
    session.flush()
    return organisation


def change(session: Session, organisation_id: int, draft: OrganisationDraft) -> None:
    """Give an organisation the draft's values. What was printed earlier stays as it was."""
    _apply(get(session, organisation_id), draft)
    sign_ons.derive_keys_of(session, SignOn.organisation_id, organisation_id)


def draft_of(organisation: Organisation) -> OrganisationDraft:
    """An organisation's present values, for a form to change."""
    names = OrganisationDraft.__dataclass_fields__
    return OrganisationDraft(**{name: getattr(organisation, name) or "" for name in names})


def get(session: Session, organisation_id: int) -> Organisation:
    """An organisation by id. Raises NotFound."""
    organisation = session.get(Organisation, organisation_id)
    if organisation is None:
        raise NotFound(N_("There is no organisation {id}."), id=organisation_id)
    return organisation


def remove(session: Session, ids: Collection[int]) -> None:
    """Remove organisations that nothing uses. Raises Refused with the first name that is in use."""
    for organisation_id in ids:
        organisation = get(session, organisation_id)
        _refuse_used(session, organisation)
        for tagging in session.scalars(
            select(Tagging).where(Tagging.organisation_id == organisation_id)
        ):
            session.delete(tagging)
        session.delete(organisation)


def _apply(organisation: Organisation, draft: OrganisationDraft) -> None:
    drafts.refuse_problems(draft)
    for name, value in asdict(draft).items():
        setattr(organisation, name, value.strip())
    organisation.country = draft.country or None
    derive_keys(organisation)


def derive_keys(organisation: Organisation) -> None:
    """Compute what the organisation is sorted and found by."""
    others = (organisation.acronym, *(name.name for name in organisation.names))
    for column, value in keys(organisation.name, *others, language=organisation.language).items():
        setattr(organisation, column, value)


def _refuse_used(session: Session, organisation: Organisation) -> None:
    uses = (
        (SignOn.organisation_id, N_("{name} has answered a letter and cannot be removed.")),
        (Role.organisation_id, N_("{name} has people and cannot be removed.")),
        (Organisation.parent_id, N_("{name} has member organisations and cannot be removed.")),
    )
    for column, text in uses:
        if session.scalar(select(column).where(column == organisation.id).limit(1)) is not None:
            raise Refused(text, name=organisation.name)
