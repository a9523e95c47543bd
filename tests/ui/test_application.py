"""Changing, reading and undoing through the application, and what it tells about it."""

import datetime as dt
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from signatories import queries
from signatories.database import Database
from signatories.directory import organisations
from signatories.directory.organisations import OrganisationDraft
from signatories.models import Run, RunFile
from signatories.progress import Cancelled
from signatories.texts import message
from tests.factories import Make
from tests.fakes import ImmediateJobs, RecordingNotices
from ui import operations
from ui.application import Application, Outcome
from ui.dialogs.crash import CrashDialog

RIVER = OrganisationDraft(name="River Forum")


def names(app: Application) -> list[str]:
    with app.reading() as session:
        ids = queries.ids(session, queries.ORGANISATIONS)
        return [row.name for row in queries.organisations(session, ids).values()]


def test_a_change_says_what_it_touched(app: Application, jobs: ImmediateJobs) -> None:
    heard: list[Any] = []
    app.changed.connect(heard.append)
    job = operations.organisations.add(app, RIVER)
    outcomes: list[Any] = []
    job.succeeded.connect(outcomes.append)
    jobs.settle()
    assert outcomes[0].value in heard[0].touches("organisations")
    assert names(app) == ["River Forum"]


def test_the_notice_says_what_was_undone_and_its_button_does_what_it_says(
    app: Application, jobs: ImmediateJobs, notices: RecordingNotices
) -> None:
    operations.organisations.add(app, RIVER)
    jobs.settle()
    app.take_back()
    jobs.settle()
    for words, button, there in (
        ("Undone: Add River Forum", "Redo", []),
        ("Done again: Add River Forum", "Undo", ["River Forum"]),
        ("Undone: Add River Forum", "Redo", []),
    ):
        notice = notices.posted[-1]
        assert (notice.text, notice.action, names(app)) == (words, button, there)
        assert notices.current is notice
        assert notice.act is not None
        notice.act()
        jobs.settle()


def test_a_removal_is_announced_with_its_undo(
    app: Application, jobs: ImmediateJobs, notices: RecordingNotices, database: Database
) -> None:
    gone = Make(database).organisation("River Forum")
    operations.organisations.remove(app, [gone])
    jobs.settle()
    notice = notices.posted[-1]
    assert (notice.text, notice.action) == ("1 organisation removed.", "Undo")
    assert notice.act is not None
    notice.act()
    jobs.settle()
    assert names(app) == ["River Forum"]


def test_a_refused_action_is_told_and_changes_nothing(
    app: Application, jobs: ImmediateJobs, notices: RecordingNotices
) -> None:
    heard: list[Any] = []
    app.changed.connect(heard.append)
    operations.organisations.add(app, OrganisationDraft(name=""))
    jobs.settle()
    assert notices.texts == ["An organisation needs a name."]
    assert heard == []
    assert names(app) == []


def test_a_cancelled_action_is_rolled_back_whole(
    app: Application, jobs: ImmediateJobs, notices: RecordingNotices
) -> None:
    def work(session: Any, progress: Any) -> None:
        organisations.add(session, RIVER)
        raise Cancelled

    app.change("Add {organisation}", work)
    jobs.settle()
    assert names(app) == []
    assert notices.posted == []


def test_a_fault_opens_the_crash_dialog(app: Application, jobs: ImmediateJobs) -> None:
    app.read(lambda _session: 1 // 0)
    jobs.settle()
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
    assert [dialog.isVisible() for dialog in shown] == [True]
    shown[0].reject()


def test_what_another_program_writes_is_noticed(
    app: Application, jobs: ImmediateJobs, database: Database
) -> None:
    heard: list[Any] = []
    app.changed.connect(heard.append)
    with Database.open(database.path) as other:
        Make(other).organisation("Elsewhere")
    app.file.look()
    app.file.look()
    assert heard == [None]


def test_what_another_program_wrote_in_between_is_not_missed(
    app: Application, jobs: ImmediateJobs, database: Database
) -> None:
    heard: list[Any] = []
    app.changed.connect(heard.append)
    with Database.open(database.path) as other:
        Make(other).organisation("Elsewhere")
    operations.organisations.add(app, RIVER)
    jobs.settle()
    assert heard == [None], "not only our own row may have changed"


def test_another_file_is_opened_in_its_place(
    app: Application, jobs: ImmediateJobs, tmp_path: Path
) -> None:
    operations.organisations.add(app, RIVER)
    jobs.settle()
    app.say("Removed.", action="Undo")
    assert app.open_workspace(tmp_path / "other.signatories", create=True)
    assert app.notices.current is None  # its Undo is of the file that was open
    jobs.settle()
    assert names(app) == []
    assert app.file.is_untouched


def test_a_file_that_is_not_ours_leaves_the_present_one_open(
    app: Application, tmp_path: Path, notices: RecordingNotices
) -> None:
    alien = tmp_path / "notes.signatories"
    alien.write_text("not a workspace")
    before = app.database
    assert not app.open_workspace(alien)
    assert app.database is before
    assert "not a workspace of this program" in notices.texts[0]


def test_undoing_tells_what_had_to_stay(
    app: Application, jobs: ImmediateJobs, notices: RecordingNotices
) -> None:
    ids: list[int] = []

    def work(unit: Any, _progress: Any) -> None:
        ids.extend(organisations.add(unit.session, OrganisationDraft(name=n)).id for n in "AB")

    done: list[Outcome] = []
    job = app.act("Import {subject}", work, bulk=True, subject="organisations")
    job.succeeded.connect(done.append)
    operations_after = OrganisationDraft(name="B changed")
    jobs.settle()
    operations.organisations.change(app, ids[1], operations_after)
    jobs.settle()
    app.take_back(done[0].change_set_id)
    jobs.settle()
    assert names(app) == ["B changed"]
    assert "1 row left as found" in notices.texts[-1]


def test_an_outcome_without_a_change_offers_no_undo(
    app: Application, jobs: ImmediateJobs, notices: RecordingNotices
) -> None:
    app.change("Look", lambda _session, _progress: None, said=message("Looked."))
    jobs.settle()
    assert (notices.posted[0].text, notices.posted[0].action) == ("Looked.", "")


def test_a_run_that_was_killed_is_looked_after(
    app: Application, jobs: ImmediateJobs, tmp_path: Path
) -> None:
    with app.database.writing() as session:
        session.add(
            Run(
                letter_id=1,
                version_number=1,
                at=dt.datetime.now(dt.UTC),
                actor="",
                product="letters",
                target=str(tmp_path / "letters.pdf"),
                files=[RunFile(name="letters.pdf", size=1, digest="0" * 64)],
            )
        )
    app.file.watch()
    jobs.settle()
    with app.reading() as session:
        assert session.query(Run).count() == 0
