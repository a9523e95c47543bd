"""How the window answers a person: writes down all that is kept, and erases it for good after a look."""

from pathlib import Path

from signatories import erasing, person_records
from signatories.database import Database, place_of_copy
from signatories.erasing import Plan
from signatories.progress import Progress
from signatories.texts import N_, message
from ui.application import Application, Outcome
from ui.dialogs.erase import EraseDraft
from ui.jobs import Job
from ui.translation import translate


def save_record(app: Application, person_id: int, format_: str, path: Path) -> Job:
    """Write all that is kept of a person into a file."""

    def work(database: Database, _progress: Progress) -> None:
        with database.reading() as session:
            record = person_records.read(session, person_id)
        person_records.write(record, format_, path)

    job = app.produce(translate(N_("Writing what is kept…")), work)
    said = message(N_("Saved as {file}."), file=path)
    job.succeeded.connect(lambda _: app.say(translate(said)))
    return job


def look(app: Application, person_id: int) -> Job:
    """Read what erasing a person would touch; brings a Plan."""

    def work(database: Database, _progress: Progress) -> Plan:
        return erasing.look(database, person_id)

    return app.produce(translate(N_("Looking where they are named…")), work)


def erase(app: Application, person_id: int, draft: EraseDraft) -> Job:
    """Erase a person, with a copy of the file before where it is asked for; the outcome's value is an Erased."""

    def work(database: Database, progress: Progress) -> Outcome:
        if draft.copy:
            database.backup(place_of_copy(database.path))
        done = erasing.erase(database, person_id, progress, recipients=draft.recipients)
        return Outcome(done, done.changes, done.change_set_id)

    return app.perform(work, translate(N_("Erasing…")))
