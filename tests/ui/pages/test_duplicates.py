"""Duplicates in the window: shown with what either merge would do, merged, kept apart, and undone."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from signatories import queries
from signatories.database import Database
from signatories.queries import ORGANISATIONS
from tests.factories import Make
from tests.fakes import ImmediateJobs, RecordingNotices
from ui.application import Application
from ui.main_window import MainWindow
from ui.pages.duplicates import DuplicatesPage
from ui.places import Place


@pytest.fixture
def page(window: MainWindow, app: Application, make: Make, jobs: ImmediateJobs) -> DuplicatesPage:
    letter = make.letter()
    make.sign_on(letter, "Anna Berg", "Friends of the River Oda")
    make.organisation("Friends of the River Oda (FRO)", website="https://fro.example")
    make.organisation("Institute of Tides")
    app.file.look()
    jobs.settle()
    window.show_place(Place("organisations"))
    jobs.settle()
    press(window, jobs, "Duplicates")
    shown = window.stack.page
    assert isinstance(shown, DuplicatesPage)
    return shown


def press(window: MainWindow, jobs: ImmediateJobs, start: str) -> None:
    found = [b for b in window.findChildren(QPushButton) if b.text().startswith(start)]
    next(b for b in found if b.isVisible() and b.isEnabled()).click()
    jobs.settle()


def names(database: Database) -> list[str]:
    with database.reading() as session:
        ids = queries.ids(session, ORGANISATIONS, order="name")
        return sorted(row.name for row in queries.organisations(session, ids).values())


def test_a_pair_is_shown_with_its_reasons_and_what_merging_would_do(page: DuplicatesPage) -> None:
    assert page.model.rowCount() == 1
    page.table.selectRow(0)
    said = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert "Keep the first, “Friends of the River Oda" in said
    assert "Website https://fro.example" in said


def test_the_first_pair_is_in_focus_and_after_a_merge_the_next_one(
    window: MainWindow, app: Application, page: DuplicatesPage, jobs: ImmediateJobs, make: Make
) -> None:
    make.organisation("Institute of Tides (IT)")
    app.file.look()
    jobs.settle()
    assert page.model.rowCount() == 2
    assert page.table.currentIndex().row() == 0
    press(window, jobs, "Keep the second")
    assert page.model.rowCount() == 1
    assert page.table.currentIndex().row() == 0


def test_a_pair_is_merged_and_undone(
    window: MainWindow,
    page: DuplicatesPage,
    jobs: ImmediateJobs,
    database: Database,
    notices: RecordingNotices,
) -> None:
    page.table.selectRow(0)
    press(window, jobs, "Keep the first")
    assert len(names(database)) == 2
    assert page.model.rowCount() == 0
    undo = notices.posted[-1].act
    assert undo is not None
    undo()
    jobs.settle()
    assert len(names(database)) == 3
    assert page.model.rowCount() == 1


def test_a_pair_that_was_called_different_is_not_shown_again(
    window: MainWindow, page: DuplicatesPage, jobs: ImmediateJobs
) -> None:
    page.table.selectRow(0)
    press(window, jobs, "They are different")
    assert page.model.rowCount() == 0
    window.show_place(Place("organisations"))
    press(window, jobs, "Duplicates")
    assert page.model.rowCount() == 0


def test_nothing_can_be_done_without_a_pair_in_focus(page: DuplicatesPage) -> None:
    page.table.clearSelection()
    page.table.setCurrentIndex(page.table.rootIndex())
    keep = next(b for b in page.findChildren(QPushButton) if b.text() == "Keep the first")
    assert not keep.isEnabled()
