"""What is kept of a person is saved; they are erased after all that it does is told, and what is left is told too."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from signatories import runs
from signatories.database import Database
from signatories.merge.snapshot import Choices
from signatories.models import Person, Recipient
from signatories.runs import Request
from tests.factories import Make
from tests.fakes import ImmediateJobs, RecordingNotices
from ui.application import Application
from ui.dialogs.erase import EraseDialog
from ui.dialogs.left_behind import LeftBehindDialog
from ui.main_window import MainWindow
from ui.pages.history import HistoryPage
from ui.pages.people import PeoplePage
from ui.places import Place

NAME = "Ada Thistle"


@pytest.fixture
def page(window: MainWindow, app: Application, make: Make, jobs: ImmediateJobs) -> PeoplePage:
    """The people of a letter: one who signs for an organisation, with a recipient of her name."""
    letter = make.letter()
    make.sign_on(letter, NAME, "Moth Alliance")
    make.recipient(NAME, letter=letter)
    make.confirm(letter)
    app.file.look()
    jobs.settle()
    window.show_place(Place("people", 1))
    jobs.settle()
    shown = window.stack.page
    assert isinstance(shown, PeoplePage)
    shown.table.setFocus()
    return shown


def asked(page: PeoplePage, qtbot: QtBot, jobs: ImmediateJobs) -> EraseDialog:
    qtbot.keyClick(page.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    jobs.settle()
    return page.findChild(EraseDialog)


def tick(dialog: QDialog, start: str) -> None:
    (box,) = [one for one in dialog.findChildren(QCheckBox) if one.text().startswith(start)]
    box.click()


def press(dialog: QDialog, text: str) -> None:
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
    button.click()


def told(dialog: QDialog) -> str:
    return "\n".join(text.toPlainText() for text in dialog.findChildren(QPlainTextEdit))


def names(database: Database, model: type[Person] | type[Recipient]) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(model.name)))


def test_nothing_is_erased_before_somebody_is_sure(
    page: PeoplePage, qtbot: QtBot, jobs: ImmediateJobs, database: Database
) -> None:
    before = database.latest_change()
    dialog = asked(page, qtbot, jobs)
    assert "Kept without a signer: 1 answer of organisations." in told(dialog)
    press(dialog, "Erase for good")
    jobs.settle()
    assert dialog.isVisible()
    dialog.reject()
    assert (names(database, Person), database.latest_change()) == ([NAME], before)


def test_it_is_done_for_good(
    page: PeoplePage,
    qtbot: QtBot,
    jobs: ImmediateJobs,
    database: Database,
    notices: RecordingNotices,
    window: MainWindow,
) -> None:
    dialog = asked(page, qtbot, jobs)
    dialog._alike._list.item(0).setCheckState(Qt.CheckState.Checked)
    tick(dialog, "I &know")
    press(dialog, "Erase for good")
    jobs.settle()
    assert names(database, Person) == names(database, Recipient) == []
    assert page.model.rowCount() == 0
    assert notices.posted[-1].text.startswith("Erased for good")
    assert notices.posted[-1].act is None  # no Undo

    window.show_place(Place("history"))
    jobs.settle()
    history = window.stack.page
    assert isinstance(history, HistoryPage)
    history.table.selectRow(0)
    undo = next(one for one in history.findChildren(QPushButton) if "Undo" in one.text())
    assert not undo.isEnabled()
    history.table.selectRow(1)
    assert undo.isEnabled()


def test_all_that_is_kept_is_saved(
    page: PeoplePage, jobs: ImmediateJobs, notices: RecordingNotices, tmp_path: Path
) -> None:
    next(one for one in page.table.actions() if one.text().startswith("Save all")).trigger()
    dialog = page.findChild(QFileDialog)
    assert dialog.selectedFiles() == [str(tmp_path / f"{NAME}.pdf")]
    dialog.fileSelected.emit(str(tmp_path / "kept.json"))
    dialog.reject()
    jobs.settle()
    assert json.loads((tmp_path / "kept.json").read_text("utf-8"))["person"]["name"] == NAME
    assert notices.posted[-1].text == f"Saved as {tmp_path / 'kept.json'}."


def test_what_still_names_them_is_told_and_can_be_copied(
    page: PeoplePage, qtbot: QtBot, jobs: ImmediateJobs, database: Database, tmp_path: Path
) -> None:
    target = tmp_path / "letters.txt"
    runs.make(database, 1, Choices(), Request("letters", "txt", target))
    dialog = asked(page, qtbot, jobs)
    assert str(target) in told(dialog)
    tick(dialog, "Make a &copy")
    tick(dialog, "I &know")
    press(dialog, "Erase for good")
    jobs.settle()
    left = page.findChild(LeftBehindDialog)
    press(left, "Co&py the list")
    (copy,) = (path for path in tmp_path.glob("*.signatories") if path != database.path)
    copied = QGuiApplication.clipboard().text()
    for words in (f"The file {target}", f"The copy {copy}", f"“{NAME}” names them"):
        assert words in copied
