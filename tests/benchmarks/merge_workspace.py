"""A workspace with the letter, recipients and signatories that the peers of `merge.py` read from their files."""

import sys
from importlib import import_module
from pathlib import Path

from sqlalchemy.orm import Session

from signatories import letters, organisations, people, recipients, sign_ons
from signatories.block.settings import BlockSettings, Layout
from signatories.database import Database
from signatories.letter_files import LetterFile

PEERS = Path(__file__).resolve().parents[3] / "shared/peers"
FIELDS = {
    "{country}": "{{ recipient.name }}",
    "{salutation}": "{{ recipient.salutation }}",
    "{date}": "{{ recipient.date }}",
}


def make_workspace(path: Path, count: int, lines: int) -> None:
    """The letter to so many recipients, with so many sign-ons confirmed, in two columns."""
    sys.path.insert(0, str(PEERS))
    workload = import_module("workload")
    with Database.open(path, create=True) as database:
        with database.work("Add the recipients") as unit:
            for row in workload.recipients(count):
                _add_recipient(unit.session, row)
        with database.work("Add the letter") as unit:
            session = unit.session
            letter = letters.add(session, _file(workload.LETTER))
            layout = Layout(columns=2, size=workload.BLOCK_SIZE)
            letters.set_block(session, letter.id, BlockSettings(layout=layout))
            for line in workload.signatories(lines):
                _add_sign_on(session, letter.id, *line)
            sign_ons.confirm(session, letter.id, sign_ons.Proof("benchmark"))


def _file(paragraphs: list[str]) -> LetterFile:
    """The letter, its first paragraphs and its last as the parts that they are."""
    for theirs, ours in FIELDS.items():
        paragraphs = [text.replace(theirs, ours) for text in paragraphs]
    reference, addressee, salutation, *body, closing = paragraphs
    return LetterFile(
        title="Benchmark",
        reference=reference,
        addressee=(addressee,),
        salutation=salutation,
        closing=closing,
        body="\n\n".join(body),
    )


def _add_sign_on(session: Session, letter_id: int, name: str, role: str, body: str) -> None:
    organisation = organisations.add(session, organisations.OrganisationDraft(name=body))
    person = people.add(session, people.PersonDraft(name=name, organisation_id=organisation.id))
    sign_ons.add(
        session,
        letter_id,
        organisation_id=organisation.id,
        signer_id=person.id,
        printed=sign_ons.Printed(role=role),
    )


def _add_recipient(session: Session, row: dict[str, str]) -> None:
    draft = recipients.RecipientDraft(name=row["country"], salutation=row["salutation"])
    recipients.add(session, None, draft).extra = {"date": row["date"]}
