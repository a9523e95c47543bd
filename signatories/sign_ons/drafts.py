"""A sign-on as somebody types it: which organisation, which person, and the line to print."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from signatories import consents, extra_columns, printed_lines, sign_ons
from signatories.directory import organisations, people
from signatories.directory.organisations import OrganisationDraft
from signatories.directory.people import PersonDraft
from signatories.drafts import country_problems
from signatories.errors import Refused
from signatories.models import Capacity, SignOn, SignOnStatus, Use
from signatories.printed_lines import Printed
from signatories.texts import N_, Message, message


@dataclass(frozen=True, slots=True)
class SignOnDraft:
    """One answer as a form gives it. A name without an id is somebody new; `country` is an ISO alpha-2 code.

    `printed_country` stands in print where it is not empty, whatever the code is called. `capacity` None means the
    usual one, assumed. `extra` are further columns, by name and value.
    """

    organisation: str = ""
    organisation_id: int | None = None
    person: str = ""
    person_id: int | None = None
    role: str = ""
    country: str = ""
    printed_country: str = ""
    capacity: Capacity | None = None
    group: str = ""
    extra: tuple[tuple[str, str], ...] = ()

    def problems(self) -> dict[str, Message]:
        """What must be mended before it can be saved, by field."""
        found = {}
        if not self.organisation.strip() and not self.person.strip():
            text = N_("Name an organisation, a person, or both.")
            found["organisation"] = message(text)
        if self.capacity is Capacity.ORGANISATION and not self.organisation.strip():
            text = N_("Nobody can sign for an organisation that is not named.")
            found["capacity"] = message(text)
        if problem := extra_columns.problem(self.extra):
            found["extra"] = problem
        return found | country_problems(self.country)


def add(session: Session, letter_id: int, draft: SignOnDraft) -> SignOn:
    """Add a promised sign-on, and the organisation and the person where they are new. Raises Refused."""
    organisation_id = _organisation(session, draft)
    signer_id = _person(session, draft, organisation_id)
    sign_on = sign_ons.add(
        session,
        letter_id,
        organisation_id=organisation_id,
        signer_id=signer_id,
        capacity=draft.capacity,
    )
    _print_as_given(session, sign_on, draft)
    sign_on.printed_country = draft.printed_country.strip()
    return sign_on


def change(session: Session, sign_on_id: int, draft: SignOnDraft) -> None:
    """Give a sign-on the draft's values. Somebody else is asked anew about logo and scanned signature.

    Raises Refused for one that has confirmed: its line is what was agreed to.
    """
    sign_on = sign_ons.get(session, sign_on_id)
    was = draft_of(session, sign_on_id)
    if not was.organisation and not was.person:
        raise Refused(_ERASED)
    if draft == was:
        return
    if sign_on.status is SignOnStatus.CONFIRMED:
        raise Refused(_CONFIRMED, line=printed_lines.caption(session, sign_on))
    before = sign_on.organisation_id, sign_on.signer_id
    sign_on.organisation_id = _organisation(session, draft)
    sign_on.signer_id = _person(session, draft, sign_on.organisation_id)
    _ask_anew(session, sign_on, *before)
    sign_on.contact_id = sign_on.contact_id or sign_on.signer_id
    if draft.capacity is not None:
        sign_on.capacity, sign_on.capacity_assumed = draft.capacity, False
    if draft.organisation != was.organisation:
        sign_on.printed_acronym = ""
    if draft.printed_country != was.printed_country:
        sign_on.printed_country = draft.printed_country.strip()
    elif draft.country != was.country:
        sign_on.printed_country = ""
    _print_as_given(session, sign_on, draft)


_ERASED = N_("Who gave this answer was erased for good: it counts, and stays as it is.")
_CONFIRMED = N_(
    "{line} has confirmed, and is printed as confirmed. Record a withdrawal and add the new line, "
    "or undo the confirmation."
)


def draft_of(session: Session, sign_on_id: int) -> SignOnDraft:
    """A sign-on's present values, for a form to change."""
    sign_on = sign_ons.get(session, sign_on_id)
    line = printed_lines.printed(session, sign_on, "en")
    return SignOnDraft(
        organisation=line.organisation,
        organisation_id=sign_on.organisation_id,
        person=line.name,
        person_id=sign_on.signer_id,
        role=line.role,
        country=line.country_code or "",
        printed_country=sign_on.printed_country,
        capacity=None if sign_on.capacity_assumed else sign_on.capacity,
        group=sign_on.group,
        extra=tuple((name, str(value)) for name, value in sign_on.extra.items()),
    )


def _ask_anew(
    session: Session, sign_on: SignOn, organisation_id: int | None, signer_id: int | None
) -> None:
    """Forget what was said about the pictures of those whom a sign-on had before."""
    uses = [Use.LOGO] if sign_on.organisation_id != organisation_id else []
    if sign_on.signer_id != signer_id:
        uses.append(Use.SIGNATURE)
    consents.forget_pictures(session, [sign_on.id], uses)


def _organisation(session: Session, draft: SignOnDraft) -> int | None:
    name = draft.organisation.strip()
    if not name or draft.organisation_id is not None:
        return draft.organisation_id if name else None
    made = OrganisationDraft(name=name, country=draft.country)
    return organisations.add(session, made).id


def _person(session: Session, draft: SignOnDraft, organisation_id: int | None) -> int | None:
    name = draft.person.strip()
    if not name or draft.person_id is not None:
        return draft.person_id if name else None
    country = "" if organisation_id else draft.country
    role = draft.role.strip() if organisation_id else ""
    made = PersonDraft(name=name, country=country, organisation_id=organisation_id, role=role)
    return people.add(session, made).id


def _print_as_given(session: Session, sign_on: SignOn, draft: SignOnDraft) -> None:
    """Keep for this letter only what differs from the directory: the rest follows it until confirmed."""
    _print(sign_on, Printed())
    directory = printed_lines.printed(session, sign_on, "en")
    _print(
        sign_on,
        Printed(
            name=_differing(draft.person, directory.name),
            role=_differing(draft.role, directory.role),
            organisation=_differing(draft.organisation, directory.organisation),
            country_code=_differing(draft.country, directory.country_code or "") or None,
        ),
    )
    sign_on.group = draft.group.strip()
    sign_on.extra = {name.strip(): value.strip() for name, value in draft.extra}
    printed_lines.derive_keys(session, sign_on)


def _print(sign_on: SignOn, line: Printed) -> None:
    sign_on.printed_name = line.name
    sign_on.printed_role = line.role
    sign_on.printed_organisation = line.organisation
    sign_on.country = line.country_code


def _differing(given: str, known: str) -> str:
    return "" if given.strip() == known else given.strip()
