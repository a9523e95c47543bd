"""The sample workspace: an invented coalition with one letter, made by the functions that users call."""

import csv
import datetime as dt
import tempfile
from pathlib import Path

from sqlalchemy.orm import Session

from signatories import (
    countries,
    letter_files,
    letters,
    organisations,
    people,
    recipients,
    sign_ons,
    standing,
)
from signatories.database import SUFFIX, Database
from signatories.errors import Refused, WorkspaceError
from signatories.imports import treaties
from signatories.locations import resource
from signatories.models import Act, Capacity, SignOnStatus, WorkspaceSetting
from signatories.organisations import OrganisationDraft
from signatories.people import PersonDraft
from signatories.recipients import RecipientDraft
from signatories.sign_ons import Proof
from signatories.texts import N_

INSTRUMENT = "Night Sky Protocol"
CHECKED_ON = dt.date(2026, 11, 2)
_SETTING = "sample"

Row = dict[str, str]


def write(path: Path) -> None:
    """Write the sample into a new file. Raises Refused when there is a file, WorkspaceError when it cannot be made."""
    if path.exists():
        text = N_("{file} is there already and was left as it is. Name a new file.")
        raise Refused(text, file=path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = N_("{file} cannot be made: {reason}.")
        raise WorkspaceError(text, file=path, reason=error.strerror or error) from error
    with (
        tempfile.TemporaryDirectory(prefix="signatories-") as folder,
        Database.open(Path(folder) / f"sample{SUFFIX}", create=True) as database,
    ):
        _fill(database)
        database.backup(path)


def is_sample(session: Session) -> bool:
    """Whether a workspace is the sample, whatever its file is called."""
    return session.get(WorkspaceSetting, _SETTING) is not None


def _fill(database: Database) -> None:
    """The actions of an office, one after the other, so that each can be undone."""
    with database.writing() as session:
        session.add(WorkspaceSetting(key=_SETTING, value="yes"))
    with database.work(N_("Add the first letter")) as unit:
        letter_id = letters.add(unit.session, letter_files.read(_file("letter.md"))).id
    with database.work(N_("Note who has joined the treaty"), bulk=True) as unit:
        _add_treaty(unit.session, _rows("treaty.csv"))
    with database.work(N_("Add recipients"), bulk=True) as unit:
        for row in _rows("recipients.csv"):
            _add_recipient(unit.session, row)
    with database.work(N_("Add signatories to {letter}"), bulk=True, letter=letter_id) as unit:
        answers = [_add_sign_on(unit.session, letter_id, row) for row in _rows("signatories.csv")]
    with database.work(N_("Confirm sign-ons of {letter}"), letter=letter_id) as unit:
        sign_ons.confirm(unit.session, letter_id, Proof(N_("Their mails to the secretariat")))
    with database.work(N_("Set the status of %n sign-on(s)"), n=1) as unit:
        late = [sign_on_id for sign_on_id, status in answers if status is SignOnStatus.INVITED]
        sign_ons.set_status(unit.session, late, SignOnStatus.PROMISED)


def _add_sign_on(session: Session, letter_id: int, row: Row) -> tuple[int, SignOnStatus]:
    code = _code(row["Country"])
    organisation_id = None
    if row["Organisation"]:
        body = OrganisationDraft(row["Organisation"], acronym=row["Acronym"], country=code)
        organisation_id = organisations.add(session, body).id
    person = PersonDraft(
        row["Name"], country=code, organisation_id=organisation_id, role=row["Role"]
    )
    status = SignOnStatus(row["Status"])
    sign_on = sign_ons.add(
        session,
        letter_id,
        organisation_id=organisation_id,
        signer_id=people.add(session, person).id,
        capacity=Capacity(row["Capacity"]),
        status=status,
    )
    return sign_on.id, status


def _add_recipient(session: Session, row: Row) -> None:
    draft = RecipientDraft(
        name=row["Recipient"],
        country=_code(row["Country"]),
        address=row["Address"],
        salutation=row["Salutation"],
    )
    recipients.add(session, None, draft)


def _add_treaty(session: Session, rows: list[Row]) -> None:
    instrument = standing.find_instrument(session, INSTRUMENT)
    instrument.checked_on = CHECKED_ON
    for row in rows:
        participant, signature, ratification = row.values()
        fields = {"participant": participant, "signature": signature, "ratification": ratification}
        read = treaties.read_row(fields)
        instrument.acts += [
            Act(
                participant=read.participant,
                country=read.country,
                kind=act.kind,
                date=act.date,
                precision=act.precision,
            )
            for act in read.acts
        ]


def _code(country: str) -> str:
    found = countries.find(country)
    return found.iso if found else ""


def _rows(name: str) -> list[Row]:
    with _file(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _file(name: str) -> Path:
    return resource("sample", name)
