"""Every way the tab *Run* makes something of a letter, each a line or two."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from signatories import copies, letters, reports, runs, specimens
from signatories.copies import Copied
from signatories.database import Database
from signatories.letters.run_settings import RunSettings
from signatories.letters.text_file import LetterFile
from signatories.merge.course import Course
from signatories.merge.snapshot import Choices
from signatories.progress import Progress
from signatories.runs import Again, Request
from signatories.runs import Outcome as Made
from signatories.specimens import Specimens
from signatories.texts import N_, message
from ui import clipboard
from ui.application import Application
from ui.jobs import Job
from ui.translation import translate


def set_settings(app: Application, letter_id: int, settings: RunSettings) -> Job:
    """Let a letter's products be made otherwise from now on."""
    return app.change(
        N_("Change how “{letter}” is made"),
        lambda session, _: letters.set_run_settings(session, letter_id, settings),
        letter=letter_id,
    )


def make_sample(app: Application, letter_id: int, count: int) -> Job:
    """Make a few letters to look at; brings Specimens. Nothing is kept of them."""

    def work(database: Database, progress: Progress) -> Specimens:
        return specimens.make(database, letter_id, Choices(), count, progress)

    return app.produce(translate(N_("Making a sample…")), work)


def copy_printed(app: Application, letter_id: int, product: str) -> Job:
    """Put what "letters" or "block" would print on the clipboard."""

    def work(database: Database, progress: Progress) -> Copied:
        return copies.of_product(database, letter_id, product, Choices(), progress)

    return _copy(app, work)


def copy_specimen(app: Application, shown: Specimens, recipient: int) -> Job:
    """Put a letter of a sample on the clipboard, as it was when the sample was made."""

    def work(_database: Database, progress: Progress) -> Copied:
        return copies.of_letter(shown.snapshot, recipient, progress)

    return _copy(app, work)


def copy_preview(app: Application, letter_id: int, number: int, file: LetterFile) -> Job:
    """Put the letter of the recipient of that number, with this text, on the clipboard."""

    def work(database: Database, progress: Progress) -> Copied:
        return copies.of_preview(database, letter_id, number, file, progress)

    return _copy(app, work)


def _copy(app: Application, work: Callable[[Database, Progress], Copied]) -> Job:
    job = app.produce(translate(N_("Copying…")), work)
    job.succeeded.connect(clipboard.put)
    job.succeeded.connect(lambda _: app.say(translate(N_("Copied: paste it where you need it."))))
    return job


def make(app: Application, letter_id: int, requests: Sequence[Request], seen: Sequence[str]) -> Job:
    """Make products of one snapshot; brings their Outcomes. A run is a record, not an undoable action.

    `seen` are the digests of the findings that somebody lets stand.
    """

    def run(database: Database, progress: Progress) -> list[Made]:
        return runs.make_together(database, letter_id, Choices(), requests, progress, seen=seen)

    has_letters = any(request.product == "letters" for request in requests)
    label = N_("Making the letters…") if has_letters else N_("Making the files…")
    job = app.produce(translate(label), run)
    job.succeeded.connect(partial(_announce_made, app))
    return job


def make_again(
    app: Application, run_id: int, target: Path, recipients: Sequence[int] | None
) -> Job:
    """Make again what a run made, or the letters to some of its recipients; brings an Again."""

    def run(database: Database, progress: Progress) -> Again:
        return runs.again(database, run_id, target, progress, recipients=recipients)

    job = app.produce(translate(N_("Making it again…")), run)
    job.succeeded.connect(lambda made: _announce_made(app, [made.outcome]))
    return job


def save_report(app: Application, course: Course, format_: str, path: Path) -> Job:
    """Write the report on a letter into a file."""
    job = app.produce(
        translate(N_("Writing the report…")),
        lambda _database, _progress: reports.write(course, format_, path),
    )
    said = message(N_("Report saved as {file}."), file=path)
    job.succeeded.connect(lambda _: app.say(translate(said)))
    return job


def _announce_made(app: Application, made: Sequence[Made]) -> None:
    files = [file.path for outcome in made for file in outcome.files]
    said = message(N_("%n file(s) made in {folder}."), n=len(files), folder=files[0].parent)
    app.say(translate(said))
