"""Every way a letter's page changes data, each a line or two."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from sqlalchemy.orm import Session

from signatories import letters, recipients, saved_presets, sign_ons, standing
from signatories.block.settings import BlockSettings
from signatories.database import Unit
from signatories.letters import headings
from signatories.letters.text_file import LetterFile
from signatories.models import LetterStage, SignOnStatus
from signatories.progress import Progress
from signatories.recipients import RecipientDraft
from signatories.sign_ons import confirming, drafts
from signatories.sign_ons.confirming import Confirmed, Proof
from signatories.sign_ons.drafts import SignOnDraft
from signatories.texts import N_, message
from ui.application import Application, Outcome
from ui.jobs import Job


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


def choose_instrument(app: Application, letter_id: int, instrument_id: int) -> Job:
    """Let a letter tell standings of another treaty."""

    def choose(session: Session, _: Progress) -> None:
        headings.choose_instrument(session, letters.get(session, letter_id), instrument_id)

    return app.change(N_("Choose the treaty of “{letter}”"), choose, letter=letter_id)


def set_checked(app: Application, instrument_id: int, day: dt.date | None) -> Job:
    """Note when a treaty's table was last held against its source."""
    return app.change(
        N_("Note when “{instrument}” was checked"),
        lambda session, _: standing.set_checked(session, instrument_id, day),
        instrument=instrument_id,
    )


def set_call(app: Application, letter_id: int, deadline: dt.date | None, target: int | None) -> Job:
    """Give a letter another last day to sign, or another number of signatories to hope for."""

    def give(session: Session, _: Progress) -> None:
        file = letters.file_of(session, letters.get(session, letter_id))
        letters.update(session, letter_id, replace(file, deadline=deadline, target=target))

    return app.change(N_("Change the deadline or the target of “{letter}”"), give, letter=letter_id)


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
        sign_on_id = drafts.add(unit.session, letter_id, draft).id
        unit.about(sign_on=sign_on_id)
        return sign_on_id

    said = message(N_("A signatory was added."))
    return app.act(N_("Add {sign_on} to “{letter}”"), add, said=said, letter=letter_id)


def change_sign_on(app: Application, sign_on_id: int, draft: SignOnDraft) -> Job:
    """Give a sign-on other values."""
    return app.change(
        N_("Change {sign_on}"),
        lambda session, _: drafts.change(session, sign_on_id, draft),
        sign_on=sign_on_id,
    )


def confirm(app: Application, letter_id: int, proof: Proof, ids: Sequence[int] | None) -> Job:
    """Record that sign-ons agreed to the newest version; without ids, all that said yes."""
    record = partial(confirming.confirm, letter_id=letter_id, proof=proof, ids=ids)
    return _confirm(app, N_("Confirm %n sign-on(s) of “{letter}”"), letter_id, record)


def confirm_anew(app: Application, letter_id: int, proof: Proof, ids: Sequence[int]) -> Job:
    """Record that sign-ons agree to be printed as the directory has them now."""
    record = partial(confirming.confirm_anew, letter_id=letter_id, proof=proof, ids=ids)
    return _confirm(app, N_("Confirm %n sign-on(s) of “{letter}” anew"), letter_id, record)


def set_status(app: Application, ids: Sequence[int], status: SignOnStatus) -> Job:
    """Record an answer that is no confirmation."""
    return app.act(
        N_("Set the status of %n sign-on(s)"),
        lambda unit, _: sign_ons.set_status(unit, ids, status),
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


def _confirm(
    app: Application, label: str, letter_id: int, record: Callable[[Unit], Confirmed]
) -> Job:
    def confirm(unit: Unit, _progress: Progress) -> Confirmed:
        done = record(unit)
        unit.about(n=len(done.ids))
        return done

    job = app.act(label, confirm, letter=letter_id)
    job.succeeded.connect(partial(_announce_confirmed, app))
    return job


def _announce_confirmed(app: Application, outcome: Outcome) -> None:
    done: Confirmed = outcome.value
    text = N_("%n sign-on(s) confirmed version {version}.")
    app.announce(message(text, n=len(done.ids), version=done.version), outcome)
