"""The sample workspace: an invented coalition with one letter, made by the functions that users call."""

import csv
import datetime as dt
import tempfile
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import letters, sign_ons, standing
from signatories.database import SUFFIX, Database
from signatories.errors import Refused, WorkspaceError
from signatories.imports import apply, plan
from signatories.imports.planned import ImportRequest
from signatories.imports.planning import treaties
from signatories.letters import text_file
from signatories.locations import resource
from signatories.models import Act, SignOn, SignOnStatus, WorkspaceSetting
from signatories.sign_ons import confirming
from signatories.sign_ons.confirming import Proof
from signatories.sources import opening
from signatories.texts import N_

INSTRUMENT = "Night Sky Protocol"
CHECKED_ON = dt.date(2026, 11, 2)
_SETTING = "sample"
_TREATY_FIELDS = ("participant", "signature", "ratification")


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
    with database.work(N_("Add the letter")) as unit:
        letter_id = letters.add(unit.session, text_file.read(_file("letter.md"))).id
    with database.work(N_("Note who has joined the treaty"), bulk=True) as unit:
        _add_treaty(unit.session)
    _import(database, "recipients.csv", ImportRequest("recipients"))
    _import(database, "signatories.csv", ImportRequest("sign-ons", letter_id))
    with database.work(N_("Confirm sign-ons of {letter}"), letter=letter_id) as unit:
        confirming.confirm(unit, letter_id, Proof(N_("Their mails to the secretariat")))
    with database.work(N_("Set the status of %n sign-on(s)"), n=1) as unit:
        late = select(SignOn.id).where(SignOn.status == SignOnStatus.INVITED)
        sign_ons.set_status(unit, [*unit.session.scalars(late)], SignOnStatus.PROMISED)


def _import(database: Database, name: str, request: ImportRequest) -> None:
    with database.reading() as session:
        planned = plan.build(session, opening.open_file(_file(name)), request)
    with database.work(apply.MESSAGE, bulk=True) as unit:
        apply.apply(unit, planned)


def _add_treaty(session: Session) -> None:
    """Only who did what: importing the table would bring every State as a recipient."""
    instrument = standing.find_instrument(session, INSTRUMENT)
    instrument.checked_on = CHECKED_ON
    with _file("treaty.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    for cells in rows:
        read = treaties.read_row(dict(zip(_TREATY_FIELDS, cells, strict=True)))
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


def _file(name: str) -> Path:
    return resource("sample", name)
