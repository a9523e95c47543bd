"""The menu's Undo and Redo say what they would take back, and take it back."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QAction

from signatories import queries
from signatories.database import Database
from signatories.directory.organisations import OrganisationDraft
from tests.factories import Make
from tests.fakes import ImmediateJobs
from ui import operations
from ui.application import Application
from ui.undo_actions import UndoActions


@pytest.fixture
def actions(app: Application) -> tuple[QAction, QAction]:
    undo, redo = QAction(app), QAction(app)
    undo.setProperty("verb", "Undo")
    redo.setProperty("verb", "Redo")
    UndoActions(app, undo, redo, lambda: None, app)
    return undo, redo


def count(app: Application) -> int:
    with app.reading() as session:
        return queries.counts(session)["organisations"]


def add_forum(app: Application, jobs: ImmediateJobs) -> None:
    operations.organisations.add(app, OrganisationDraft(name="River Forum"))
    jobs.settle()


def test_they_follow_the_history(
    app: Application, jobs: ImmediateJobs, actions: tuple[QAction, QAction]
) -> None:
    undo, redo = actions
    add_forum(app, jobs)
    assert (undo.text(), redo.text()) == ("Undo: Add River Forum", "Redo")
    undo.trigger()
    jobs.settle()
    assert count(app) == 0
    assert (undo.text(), redo.text()) == ("Undo", "Redo: Add River Forum")
    redo.trigger()
    jobs.settle()
    assert count(app) == 1


def test_another_file_has_another_history(
    app: Application, jobs: ImmediateJobs, actions: tuple[QAction, QAction], tmp_path: Path
) -> None:
    undo, _ = actions
    add_forum(app, jobs)
    assert app.open_workspace(tmp_path / "other.signatories", create=True)
    jobs.settle()
    assert undo.text() == "Undo"


def test_an_action_of_another_file_is_not_taken_back_unseen(
    app: Application, jobs: ImmediateJobs, actions: tuple[QAction, QAction], tmp_path: Path
) -> None:
    undo, _ = actions
    add_forum(app, jobs)
    other = tmp_path / "other.signatories"
    with closing(Database.open(other, create=True)) as database:
        Make(database).organisation("Hill Forum")

    assert app.open_workspace(other)
    undo.trigger()  # before the other history was read
    jobs.settle()

    assert count(app) == 1
    assert undo.text() != "Undo"
