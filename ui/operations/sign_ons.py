"""Sign-ons: added, changed, confirmed, given another status and removed."""

from collections.abc import Callable, Sequence
from functools import partial

from signatories import letters, sign_ons
from signatories.database import Unit
from signatories.letters import versions
from signatories.models import SignOnStatus
from signatories.progress import Progress
from signatories.sign_ons import confirming, drafts
from signatories.sign_ons.confirming import Confirmed, Proof
from signatories.sign_ons.drafts import SignOnDraft
from signatories.texts import N_, message
from ui.application import Application, Outcome
from ui.jobs import Job


def add(app: Application, letter_id: int, draft: SignOnDraft) -> Job:
    """Add a promised sign-on; the outcome's value is its id."""

    def add(unit: Unit, _progress: Progress) -> int:
        sign_on_id = drafts.add(unit.session, letter_id, draft).id
        unit.about(sign_on=sign_on_id)
        return sign_on_id

    said = message(N_("A signatory was added."))
    return app.act(N_("Add {sign_on} to “{letter}”"), add, said=said, letter=letter_id)


def change(app: Application, sign_on_id: int, draft: SignOnDraft) -> Job:
    """Give a sign-on other values."""
    return app.change(
        N_("Change {sign_on}"),
        lambda session, _: drafts.change(session, sign_on_id, draft),
        sign_on=sign_on_id,
    )


def confirm(
    app: Application, letter_id: int, proof: Proof, ids: Sequence[int], *, chosen: bool
) -> Job:
    """Record that sign-ons agreed to the newest version; unless `chosen`, those of them whose yes still stands."""

    def record(unit: Unit) -> Confirmed:
        version = versions.newest(letters.get(unit.session, letter_id))
        ready = set(ids) if chosen else set(confirming.unconfirmed(unit.session, version))
        return confirming.confirm(unit, letter_id, proof, [each for each in ids if each in ready])

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
        said=message(N_("Set the status of %n sign-on(s)."), n=len(ids)),
        n=len(ids),
    )


def remove(app: Application, ids: Sequence[int]) -> Job:
    """Remove sign-ons that never confirmed."""
    return app.change(
        N_("Remove %n sign-on(s)"),
        lambda session, _: sign_ons.remove(session, ids),
        said=message(N_("%n sign-on(s) removed."), n=len(ids)),
        n=len(ids),
    )


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
