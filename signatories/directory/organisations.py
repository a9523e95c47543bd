"""Organisations: adding, changing and removing them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import assets, drafts, printed_lines
from signatories.errors import NotFound, Refused
from signatories.models import Organisation, Role, SignOn, Tagging
from signatories.pictures.files import NO_PICTURE, PictureFile
from signatories.search import keys
from signatories.texts import N_, Message, message

SCALES = 0.2, 5.0
SHIFTS = -1.0, 1.0


@dataclass(frozen=True, slots=True)
class Logo:
    """An organisation's logo: how many times as large as others it is printed, and how much of its height lower.

    Without a picture there is none.
    """

    picture: PictureFile = NO_PICTURE
    scale: float = 1.0
    shift: float = 0.0

    def problems(self) -> dict[str, Message]:
        """What must be mended, by field."""
        found = {}
        if problem := self.picture.problem():
            found["logo"] = problem
        for name, value, (least, most) in (
            ("logo_scale", self.scale, SCALES),
            ("logo_shift", self.shift, SHIFTS),
        ):
            if not least <= value <= most:
                text = N_("This is from {least} to {most}, not {value}.")
                found[name] = message(text, least=least, most=most, value=value)
        return found


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    """An organisation as a form or an import gives it. `country` is an ISO alpha-2 code or empty.

    `logo` None leaves the logo as it is.
    """

    name: str = ""
    acronym: str = ""
    country: str = ""
    region: str = ""
    kind: str = ""
    language: str = ""
    email: str = ""
    website: str = ""
    notes: str = ""
    logo: Logo | None = None

    def problems(self) -> dict[str, Message]:
        """What must be mended before it can be saved, by field."""
        found = {}
        if not self.name.strip():
            found["name"] = message(N_("An organisation needs a name."))
        found |= drafts.country_problems(self.country)
        return found | (self.logo.problems() if self.logo else {})


COLUMNS = (
    *("name", "acronym", "country", "region", "kind", "language", "email", "website"),
    "notes",
)


def add(session: Session, draft: OrganisationDraft) -> Organisation:
    """Add an organisation. Raises Refused with the first problem of the draft."""
    organisation = Organisation()
    _apply(session, organisation, draft)
    session.add(organisation)
    session.flush()
    return organisation


def change(session: Session, organisation_id: int, draft: OrganisationDraft) -> None:
    """Give an organisation the draft's values. What was printed earlier stays as it was."""
    _apply(session, get(session, organisation_id), draft)
    printed_lines.derive_keys_of(session, SignOn.organisation_id, organisation_id)


def change_value(session: Session, organisation_id: int, name: str, text: str) -> None:
    """Give an organisation one other value; `name` is a field of its draft. Raises Refused."""
    value: dict[str, Any] = {name: text}
    present = draft_of(session, get(session, organisation_id))
    change(session, organisation_id, replace(present, **value))


def draft_of(session: Session, organisation: Organisation) -> OrganisationDraft:
    """An organisation's present values, for a form to change."""
    texts = {name: getattr(organisation, name) or "" for name in COLUMNS}
    picture = assets.picture_of(session, organisation.logo_digest)
    logo = Logo(picture, organisation.logo_scale, organisation.logo_shift)
    return OrganisationDraft(**texts, logo=logo)


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


def _apply(session: Session, organisation: Organisation, draft: OrganisationDraft) -> None:
    drafts.refuse_problems(draft)
    for name in COLUMNS:
        setattr(organisation, name, getattr(draft, name).strip())
    organisation.country = draft.country or None
    if draft.logo is not None:
        organisation.logo_digest = assets.keep_picture(session, draft.logo.picture)
        organisation.logo_scale, organisation.logo_shift = draft.logo.scale, draft.logo.shift
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
