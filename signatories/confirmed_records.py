"""What a confirmation keeps beside the words of its line, so that a list is printed again as it was."""

from sqlalchemy.orm import Session

from signatories.models import Confirmation, Organisation, Person, SignOn


def write_down(session: Session, given: Confirmation, sign_on: SignOn) -> None:
    """Keep who signs for whom, and what the directory says of both now."""
    person = session.get(Person, sign_on.signer_id) if sign_on.signer_id else None
    body = session.get(Organisation, sign_on.organisation_id) if sign_on.organisation_id else None
    given.signer_id, given.organisation_id = sign_on.signer_id, sign_on.organisation_id
    given.region, given.kind = (body.region, body.kind) if body else ("", "")
    given.language = (body.language if body else "") or (person.language if person else "")
    given.logo_digest = body.logo_digest if body else None
    given.signature_digest = person.signature_digest if person else None
