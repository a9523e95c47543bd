"""What rows and the values of actions are called, for people."""

from typing import Any

from sqlalchemy.orm import Session

from signatories.languages import called
from signatories.models import Import
from signatories.recording import Image, fetch_images, last_logged

NOUNS = {
    "letter": "letters",
    "organisation": "organisations",
    "person": "people",
    "recipient": "recipients",
    "sign_on": "sign_ons",
    "instrument": "instruments",
}
"""Which table a message's value is an id of."""

NAMES = ("name", "title", "printed_name", "printed_organisation", "organisation", "participant")
OWNERS = {
    "signer_id": "people",
    "organisation_id": "organisations",
    "person_id": "people",
    "sign_on_id": "sign_ons",
    "confirmation_id": "confirmations",
    "version_id": "versions",
    "letter_id": "letters",
}
"""The columns by which a row without a name of its own is called after another one."""


def label(session: Session, table: str, row_id: int, image: Image | None) -> str:
    """A row's name for people, from one of its images: its own, else that of the row it belongs to."""
    for column in NAMES:
        if image and image.get(column):
            return str(image[column])
    for column, owners in OWNERS.items():
        if image and image.get(column):
            return name_of(session, owners, image[column])
    return f"{table} {row_id}"


def name_of(session: Session, table: str, row_id: int) -> str:
    """What a row is called now, or was called last."""
    image = fetch_images(session, table, [row_id]).get(row_id)
    if image is None:
        last = last_logged(session, table, row_id)
        image = last.latest if last else None
    return label(session, table, row_id, image)


def in_words(session: Session, values: dict[str, Any]) -> dict[str, Any]:
    """Values of a message with the names of the records whose ids they are."""
    return {key: _in_word(session, key, value) for key, value in values.items()}


def _in_word(session: Session, key: str, value: Any) -> Any:
    if key == "import":
        made = session.get(Import, value)
        return made.source_name if made else value
    if key == "language":
        return called(value)
    return name_of(session, NOUNS[key], value) if key in NOUNS else value
