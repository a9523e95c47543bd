"""Every way a letter's page changes data, each a line or two."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from signatories import (
    copies,
    letters,
    recipients,
    runs,
    saved_presets,
    sign_on_drafts,
    sign_ons,
    specimens,
)
from signatories.block.settings import BlockSettings
from signatories.copies import Copied
from signatories.database import Database, Unit
from signatories.letter_files import LetterFile
from signatories.merge.snapshot import Choices
from signatories.models import LetterStage, SignOnStatus
from signatories.progress import Progress
from signatories.recipients import RecipientDraft
from signatories.run_settings import RunSettings
from signatories.runs import Again, Request
from signatories.runs import Outcome as Made
from signatories.sign_on_drafts import SignOnDraft
from signatories.sign_ons import Confirmed, Proof
from signatories.specimens import Specimens
from signatories.texts import N_, message
from ui import clipboard
from ui.application import Application, Outcome
from ui.jobs import Job
from ui.translation import translate


def save_text(app: Application, letter_id: int, file: LetterFile, spelling: str | None) -> Job:
    """Give a letter another text; with a reason, as a correction of spelling."""
    return app.change(
        N_("Change letter “{letter}”"),
        lambda session, _: letters.update(session, letter_id, file, spelling=spelling),
        said=message(N_("The text is saved.")),
        letter=letter_id,
    )


def set_stage(app: Application, letter_id: int, stage: LetterStage) -> Job:
    """Note that a letter is closed, sent, or open again."""
    return app.change(
        N_("Change the stage of “{letter}”"),
        lambda session, _: letters.set_stage(session, letter_id, stage),
        said=message(N_("The stage is changed.")),
        letter=letter_id,
    )


def choose_recipients(app: Application, letter_id: int, where: str, as_of: dt.date | None) -> Job:
    """Give a letter another condition on its recipients, or another day; its text stays."""

    def choose(session: Session, _: Progress) -> None:
        file = letters.file_of(session, letters.get(session, letter_id))
        letters.update(session, letter_id, replace(file, recipients=where, as_of=as_of))

    said = message(N_("The choice of recipients is saved."))
    return app.change(
        N_("Choose the recipients of “{letter}”"), choose, said=said, letter=letter_id
    )


def set_block(app: Application, letter_id: int, settings: BlockSettings) -> Job:
    """Give other settings to a letter's block."""
    return app.change(
        N_("Change the block of “{letter}”"),
        lambda session, _: letters.set_block(session, letter_id, settings),
        letter=letter_id,
    )


def save_preset(app: Application, name: str, settings: BlockSettings) -> Job:
    """Keep a block under a name. It belongs to the file, and is no action in its history."""
    return app.change(
        N_("Save a preset"),
        lambda session, _: saved_presets.save(session, name, settings),
        said=message(N_("The preset “{name}” is saved."), name=name),
    )


def remove_preset(app: Application, name: str) -> Job:
    """Forget a saved block."""
    return app.change(
        N_("Forget a preset"),
        lambda session, _: saved_presets.remove(session, name),
        said=message(N_("The preset “{name}” is forgotten."), name=name),
    )


def add_sign_on(app: Application, letter_id: int, draft: SignOnDraft) -> Job:
    """Add a promised sign-on; the outcome's value is its id."""

    def add(unit: Unit, _progress: Progress) -> int:
        sign_on_id = sign_on_drafts.add(unit.session, letter_id, draft).id
        unit.about(sign_on=sign_on_id)
        return sign_on_id

    said = message(N_("A signatory was added."))
    return app.act(N_("Add {sign_on} to “{letter}”"), add, said=said, letter=letter_id)


def change_sign_on(app: Application, sign_on_id: int, draft: SignOnDraft) -> Job:
    """Give a sign-on other values."""
    return app.change(
        N_("Change {sign_on}"),
        lambda session, _: sign_on_drafts.change(session, sign_on_id, draft),
        sign_on=sign_on_id,
    )


def confirm(app: Application, letter_id: int, proof: Proof, ids: Sequence[int] | None) -> Job:
    """Record that sign-ons agreed to the newest version; without ids, all that said yes."""

    def confirm(unit: Unit, _progress: Progress) -> Confirmed:
        done = sign_ons.confirm(unit.session, letter_id, proof, ids)
        unit.about(n=len(done.ids))
        return done

    job = app.act(N_("Confirm %n sign-on(s) of “{letter}”"), confirm, letter=letter_id)
    job.succeeded.connect(partial(_announce_confirmed, app))
    return job


def set_status(app: Application, ids: Sequence[int], status: SignOnStatus) -> Job:
    """Record an answer that is no confirmation."""
    return app.change(
        N_("Set the status of %n sign-on(s)"),
        lambda session, _: sign_ons.set_status(session, ids, status),
        said=message(N_("The status of %n sign-on(s) was set."), n=len(ids)),
        n=len(ids),
    )


def remove_sign_ons(app: Application, ids: Sequence[int]) -> Job:
    """Remove sign-ons that never confirmed."""
    return app.change(
        N_("Remove %n sign-on(s)"),
        lambda session, _: sign_ons.remove(session, ids),
        said=message(N_("%n sign-on(s) removed."), n=len(ids)),
        n=len(ids),
    )


def add_recipient(app: Application, letter_id: int, draft: RecipientDraft) -> Job:
    """Add a recipient of this letter only; the outcome's value is its id."""

    def add(unit: Unit, _progress: Progress) -> int:
        recipient_id = recipients.add(unit.session, letter_id, draft).id
        unit.about(recipient=recipient_id)
        return recipient_id

    said = message(N_("A recipient was added."))
    return app.act(N_("Add {recipient} to “{letter}”"), add, said=said, letter=letter_id)


def set_run_settings(app: Application, letter_id: int, settings: RunSettings) -> Job:
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


def copy_printed(
    app: Application, letter_id: int, product: str, recipients: Sequence[int] | None = None
) -> Job:
    """Put what "letters" or "block" would print on the clipboard; of some recipients' letters, by id."""
    choices = Choices(recipients=tuple(recipients) if recipients is not None else None)

    def work(database: Database, progress: Progress) -> Copied:
        return copies.of_product(database, letter_id, product, choices, progress)

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


def _announce_made(app: Application, made: Sequence[Made]) -> None:
    files = [file.path for outcome in made for file in outcome.files]
    said = message(N_("%n file(s) made in {folder}."), n=len(files), folder=files[0].parent)
    app.say(translate(said))


def _announce_confirmed(app: Application, outcome: Outcome) -> None:
    done: Confirmed = outcome.value
    text = N_("%n sign-on(s) confirmed version {version}.")
    app.announce(message(text, n=len(done.ids), version=done.version), outcome)
