"""Recipients: adding, changing and removing those whom letters go to."""

from collections.abc import Collection
from dataclasses import asdict, dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories import countries, drafts
from signatories.errors import NotFound, Refused
from signatories.models import Consent, Recipient
from signatories.search import keys
from signatories.texts import N_, Message, message


@dataclass(frozen=True, slots=True)
class RecipientDraft:
    """A recipient as a form or an import gives it. `country` is an ISO alpha-2 code or empty."""

    name: str = ""
    person: str = ""
    form_of_address: str = ""
    salutation: str = ""
    address: str = ""
    language: str = ""
    country: str = ""
    email: str = ""

    def problems(self) -> dict[str, Message]:
        """What must be mended before it can be saved, by field."""
        found = {}
        if not self.name.strip():
            found["name"] = message(N_("A recipient needs a name."))
        return found | drafts.country_problems(self.country)


def add(session: Session, letter_id: int | None, draft: RecipientDraft) -> Recipient:
    """Add a recipient to a letter, or to the whole workspace. Raises Refused with the draft's first problem."""
    recipient = Recipient(letter_id=letter_id, extra={}, place=next_place(session))
    _apply(recipient, draft)
    session.add(recipient)
    session.flush()
    return recipient


def change(session: Session, recipient_id: int, draft: RecipientDraft) -> None:
    """Give a recipient the draft's values."""
    _apply(get(session, recipient_id), draft)


def change_value(session: Session, recipient_id: int, name: str, text: str) -> None:
    """Give a recipient one other value; `name` is a field of the draft. Raises Refused."""
    present = draft_of(get(session, recipient_id))
    change(session, recipient_id, replace(present, **{name: text}))


def draft_of(recipient: Recipient) -> RecipientDraft:
    """A recipient's present values, for a form to change."""
    names = RecipientDraft.__dataclass_fields__
    return RecipientDraft(**{name: getattr(recipient, name) or "" for name in names})


def get(session: Session, recipient_id: int) -> Recipient:
    """A recipient by id. Raises NotFound."""
    recipient = session.get(Recipient, recipient_id)
    if recipient is None:
        raise NotFound(N_("There is no recipient {id}."), id=recipient_id)
    return recipient


def remove(session: Session, ids: Collection[int]) -> None:
    """Remove recipients. Raises Refused with the first that a signatory refused to be shown to."""
    for recipient_id in ids:
        recipient = get(session, recipient_id)
        refused = select(Consent.id).where(Consent.recipient_id == recipient_id)
        if session.scalar(refused.limit(1)) is not None:
            text = N_("A signatory refused to be shown to {name}, which cannot be removed.")
            raise Refused(text, name=recipient.name)
        session.delete(recipient)


def next_place(session: Session) -> int:
    """The place after the last recipient's, in the order in which they were given."""
    return (session.scalar(select(func.max(Recipient.place))) or 0) + 1


def extra_columns(session: Session) -> tuple[str, ...]:
    """The names of the extra columns that recipients have, in alphabetical order."""
    every = session.scalars(select(Recipient.extra).distinct())
    return tuple(sorted({name for extra in every for name in extra}))


def _apply(recipient: Recipient, draft: RecipientDraft) -> None:
    drafts.refuse_problems(draft)
    for name, value in asdict(draft).items():
        setattr(recipient, name, value.strip())
    recipient.country = draft.country or None
    derive_keys(recipient)


def derive_keys(recipient: Recipient) -> None:
    """Compute what the recipient is sorted and found by."""
    country = countries.name(recipient.country, "en") if recipient.country else ""
    found = keys(recipient.name, recipient.person, recipient.email, country)
    for column, value in found.items():
        setattr(recipient, column, value)
