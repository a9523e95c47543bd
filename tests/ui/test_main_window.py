"""The window as a whole: where it leads, what it undoes, how it closes."""

import os
import threading
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
)
from pytestqt.qtbot import QtBot

from signatories import letters
from signatories.database import Database, side_file
from signatories.directory.organisations import OrganisationDraft
from signatories.progress import Progress
from tests.factories import LETTER, Make, content
from tests.fakes import ImmediateJobs, RecordingNotices
from ui import operations
from ui.application import Application
from ui.file_banners import FileBanners
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.notices import Notices, NoticeView, Tone
from ui.pages.imports import ImportsPage
from ui.pages.letter.text.tab import TextTab
from ui.pages.letters import LettersPage
from ui.pages.organisations import OrganisationsPage
from ui.pages.welcome import WelcomePage
from ui.places import Place
from ui.widgets.finder import Finder

WAIT = 10_000


def press(window: MainWindow, name: str) -> None:
    window.menu_actions[name].trigger()


def test_every_page_is_reached_by_its_key_and_marked(
    window: MainWindow, jobs: ImmediateJobs
) -> None:
    for name in ("letters", "organisations", "people", "recipients", "imports", "history"):
        press(window, name)
        jobs.settle()
        assert window.stack.place == Place(name)
        assert window.sidebar.current_place() == Place(name)
        assert window.menu_actions[name].shortcut().toString().startswith("Ctrl+")


def test_letters_stand_beneath_their_page_and_go_when_removed(
    window: MainWindow, jobs: ImmediateJobs, app: Application
) -> None:
    operations.letters.add(app, LETTER)
    jobs.settle()
    window.show_place(Place("letter", 1))
    jobs.settle()
    assert window.sidebar.current_place() == Place("letter", 1)
    operations.letters.remove(app, [1])
    jobs.settle()
    assert window.stack.place == Place("letters")
    assert isinstance(window.stack.page, LettersPage)


def test_undo_asks_the_text_field_with_the_cursor_first(
    qtbot: QtBot, window: MainWindow, jobs: ImmediateJobs, app: Application, database: Database
) -> None:
    Make(database).organisation("River Forum")
    app.file.look()
    window.show_place(Place("organisations"))
    jobs.settle()
    page = window.stack.page
    assert isinstance(page, OrganisationsPage)
    press(window, "find")
    field = page.search
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    press(window, "undo")
    jobs.settle()
    assert field.text() == ""
    assert len(page.model.ids) == 1
    press(window, "undo")
    jobs.settle()
    assert len(page.model.ids) == 0


def test_the_menu_says_what_undo_and_redo_would_do(
    window: MainWindow, jobs: ImmediateJobs, app: Application, database: Database
) -> None:
    Make(database).organisation("River Forum")
    app.file.look()
    jobs.settle()
    assert window.menu_actions["undo"].text() == "&Undo: Add organisation River Forum"
    press(window, "undo")
    jobs.settle()
    assert "Add organisation River Forum" in window.menu_actions["redo"].text()


def test_the_menu_says_that_undo_would_take_back_typing(
    qtbot: QtBot, window: MainWindow, jobs: ImmediateJobs, app: Application, database: Database
) -> None:
    Make(database).organisation("River Forum")
    app.file.look()
    window.show_place(Place("organisations"))
    jobs.settle()
    window.activateWindow()
    press(window, "find")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    qtbot.keyClicks(QApplication.focusWidget(), "abc")
    qtbot.keyClick(window.menuBar(), Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "&Undo typing" in [action.text() for action in menu.actions()]
    menu.close()


def test_a_letter_that_is_undone_and_done_again_is_no_error(
    window: MainWindow, jobs: ImmediateJobs, app: Application, notices: RecordingNotices
) -> None:
    operations.letters.add(app, LETTER)
    jobs.settle()
    window.show_place(Place("letter", 1))
    jobs.settle()
    for name in ("undo", "redo"):
        press(window, name)
        jobs.settle()
    assert [one.text for one in notices.posted if one.tone is Tone.ERROR] == []
    assert notices.texts[-1].startswith("Done again: ")


def test_closing_with_a_text_that_is_not_saved_offers_save_and_discard_each_time(
    qtbot: QtBot, window: MainWindow, jobs: ImmediateJobs, app: Application
) -> None:
    operations.letters.add(app, LETTER)
    jobs.settle()
    window.show_place(Place("letter", 1))
    jobs.settle()
    words = window.stack.page.findChildren(QPlainTextEdit)
    qtbot.keyClicks(next(one for one in words if one.isVisible()), "New ")
    app.say("There is no such file.", Tone.ERROR)
    for _ in range(2):
        assert not window.close()
        seen = [one.text() for one in window.findChildren(QPushButton) if one.isVisible()]
        assert seen.count("Save") == seen.count("Discard") == 2, "in the notice and in the page"
        app.notices.close_current()
    window.close()
    view = window.findChild(NoticeView)
    next(b for b in view.findChildren(QPushButton) if b.text() == "Discard").click()
    assert window.close()


def test_a_dropped_file_is_looked_at_before_anything_is_written(
    window: MainWindow, jobs: ImmediateJobs, app: Application, tmp_path: Path
) -> None:
    table = tmp_path / "missions.csv"
    table.write_text("name,country\nMission of Ghana,Ghana\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    jobs.settle()
    page = window.stack.page
    assert isinstance(page, ImportsPage)
    assert page.is_looking
    assert app.file.is_untouched


def test_a_paste_on_a_page_is_looked_at_for_its_letter(
    qtbot: QtBot, window: MainWindow, jobs: ImmediateJobs, database: Database, app: Application
) -> None:
    letter = Make(database).letter()
    app.file.look()
    window.show_place(Place("letter", letter))
    jobs.settle()
    QGuiApplication.clipboard().setText("Dr Ama Boateng, River Forum")
    qtbot.keyClick(window.stack, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    jobs.settle()
    page = window.stack.page
    assert isinstance(page, ImportsPage)
    assert page.is_looking
    assert "Import 1 row" in [button.text() for button in page.findChildren(QPushButton)]


def test_the_very_first_start_offers_the_sample(
    qtbot: QtBot,
    tmp_path: Path,
    jobs: ImmediateJobs,
    app: Application,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: tmp_path / "data")
    assert app.open_workspace(tmp_path / "data" / "My letters.signatories", create=True)
    window = MainWindow(app)
    qtbot.addWidget(window)
    window.show()
    jobs.settle()
    welcome = window.stack.page
    assert isinstance(welcome, WelcomePage)
    next(b for b in welcome.findChildren(QPushButton) if "sample" in b.text()).click()
    jobs.settle()
    assert app.database.path.name == "sample.signatories"
    banners = [
        label for label in window.findChildren(QLabel) if "This is the sample" in label.text()
    ]
    assert banners[0].isVisible()
    next(b for b in window.findChildren(QPushButton) if b.text() == "Start my own").click()
    jobs.settle()
    assert app.database.path.name == "My letters.signatories"
    assert app.file.is_untouched, "nothing invented enters the user's own file"
    assert not banners[0].isVisible()


def test_finding_goes_to_a_record(
    qtbot: QtBot, window: MainWindow, jobs: ImmediateJobs, app: Application, database: Database
) -> None:
    make = Make(database)
    for name in ("River Forum", "Órale", "Harbour"):
        make.organisation(name)
    app.file.look()
    press(window, "find_all")
    jobs.settle()
    field = next(
        f for f in window.findChildren(QLineEdit) if "Find a letter" in f.placeholderText()
    )
    qtbot.keyClicks(field, "oral")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    jobs.settle()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    jobs.settle()
    page = window.stack.page
    assert isinstance(page, OrganisationsPage)
    assert page.table.current_id() == 2


def test_finding_says_when_it_found_nothing(
    qtbot: QtBot, window: MainWindow, jobs: ImmediateJobs
) -> None:
    press(window, "find_all")
    jobs.settle()
    finder = window.findChild(Finder)
    field, found = finder.findChild(QLineEdit), finder.findChild(QListWidget)
    qtbot.keyClicks(field, "qzx")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    jobs.settle()
    assert [found.item(row).text() for row in range(found.count())] == ["Nothing found for “qzx”"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert finder.isVisible(), "Enter leads nowhere"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not finder.isVisible()


def test_a_copy_of_the_file_is_saved_and_the_file_stays_open(
    window: MainWindow, app: Application, jobs: ImmediateJobs, tmp_path: Path
) -> None:
    Make(app.database).organisation("River Forum")
    press(window, "save_copy")
    dialog = window.findChild(QFileDialog)
    (proposed,) = dialog.selectedFiles()
    assert Path(proposed).stem.startswith(app.database.path.stem + " 20")

    dialog.fileSelected.emit(str(tmp_path / "copy.signatories"))
    dialog.reject()
    jobs.settle()

    assert app.database.path != tmp_path / "copy.signatories"
    with Database.open(tmp_path / "copy.signatories") as copy:
        assert content(copy) == content(app.database)


def test_a_copy_is_restored_and_what_it_replaced_is_a_step_back(
    window: MainWindow,
    app: Application,
    jobs: ImmediateJobs,
    notices: RecordingNotices,
    tmp_path: Path,
) -> None:
    make = Make(app.database)
    make.organisation("River Forum")
    app.database.backup(copy := tmp_path / "copy.signatories")
    make.organisation("Later Trust")
    with_both = content(app.database)
    window.show_place(Place("organisations"))
    jobs.settle()

    press(window, "restore")
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(copy))
    dialog.reject()
    jobs.settle()
    assert [row["name"] for row in content(app.database)["organisations"]] == ["River Forum"]
    assert window.stack.place == Place("letters")

    notice = notices.posted[-1]
    assert notice.text.startswith("The file is as it was in copy.signatories.")
    assert (notice.action, notice.act is None) == ("Go back", False)
    notice.act()
    jobs.settle()
    assert content(app.database) == with_both


def test_a_copy_restored_beside_other_work_is_opened_when_that_has_ended(
    window: MainWindow,
    app: Application,
    jobs: ImmediateJobs,
    notices: RecordingNotices,
    tmp_path: Path,
) -> None:
    app.database.backup(copy := tmp_path / "copy.signatories")
    Make(app.database).organisation("Later Trust")
    jobs.settle()
    before = app.database
    press(window, "restore")
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(copy))
    dialog.reject()
    app.read(lambda _session: None, "Looking the letters over…")
    jobs.settle()
    assert app.database is not before
    assert notices.texts[-1].startswith("The file is as it was in copy.signatories.")
    assert not any("Wait" in text for text in notices.texts)
    assert app.file.is_untouched


def test_a_damaged_copy_is_not_restored(
    window: MainWindow, app: Application, jobs: ImmediateJobs, tmp_path: Path
) -> None:
    Make(app.database).organisation("River Forum")
    before = content(app.database)
    (tmp_path / "copy.signatories").write_bytes(b"no workspace")
    press(window, "restore")
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "copy.signatories"))
    dialog.reject()
    jobs.settle()
    assert "is not a workspace" in app.notices.current.text
    assert content(app.database) == before


def banners(window: MainWindow) -> list[str]:
    texts = [label.text() for label in window.findChild(FileBanners).findChildren(QLabel)]
    return [text for text in texts if text and "sample" not in text]


def test_a_file_open_on_another_computer_is_read_until_it_is_opened_for_writing(
    window: MainWindow, app: Application, jobs: ImmediateJobs, tmp_path: Path
) -> None:
    path = tmp_path / "shared.signatories"
    Database.open(path, create=True).close()
    side_file(path).write_text("4711\npython\nfar-laptop\n", encoding="utf-8")
    window.files.open(path)
    jobs.settle()
    assert [text.split(" has ")[0] for text in banners(window)] == ["far-laptop"]
    operations.organisations.add(app, OrganisationDraft(name="River Forum"))
    jobs.settle()
    assert "is open on far-laptop" in app.notices.current.text

    write = window.findChild(FileBanners).findChildren(QPushButton)[-1]
    assert write.text() == "Open for writing"
    write.click()
    jobs.settle()
    operations.organisations.add(app, OrganisationDraft(name="River Forum"))
    jobs.settle()
    assert len(content(app.database)["organisations"]) == 1
    assert not window.findChild(FileBanners).isVisible()


def test_what_is_typed_while_another_computer_has_the_file_is_saved_when_it_may_be_written(
    window: MainWindow, make: Make, jobs: ImmediateJobs
) -> None:
    letter = make.letter()
    jobs.settle()
    window.show_place(Place("letter", letter))
    jobs.settle()
    other = "4711\npython\nfar-laptop\n"
    side_file(make.database.path).write_text(other, encoding="utf-8")
    window.app.file.look()
    text = window.findChild(TextTab)
    fields = [*text.findChildren(QTextEdit), *text.findChildren(QPlainTextEdit)]
    [subject] = [each for each in fields if each.accessibleName() == "Subject"]
    subject.setPlainText("Clean water")
    write = window.findChild(FileBanners).findChildren(QPushButton)[-1]
    write.click()
    jobs.settle()
    assert text.is_edited
    assert not window.findChild(FileBanners).isVisible()
    text.save()
    jobs.settle()
    with window.app.reading() as session:
        assert letters.file_of(session, letters.get(session, letter)).subject == "Clean water"


def test_a_file_that_cannot_be_written_says_so(
    window: MainWindow, jobs: ImmediateJobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shared.signatories"
    Database.open(path, create=True).close()
    # Tests may run as root, whom no permission stops.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    window.files.open(path)
    jobs.settle()
    (text,) = banners(window)
    assert text.startswith("This file is read-only")
    assert not side_file(path).exists()


def test_closing_cancels_what_is_under_way_and_waits_for_it(
    qtbot: QtBot, database: Database, app: Application
) -> None:
    real = Application(database, Jobs(), Notices(), app.window_state)
    window = MainWindow(real)
    qtbot.addWidget(window)
    window.show()
    running = threading.Event()

    def work(_session: object, progress: Progress) -> None:
        running.set()
        while True:
            progress.report(0, None)

    real.change("Never ends", work)
    assert running.wait(10)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT)
    assert not real.jobs.busy
    assert real.file.is_untouched
    real.close()


def test_the_window_is_as_large_as_it_was(
    qtbot: QtBot, window: MainWindow, app: Application, jobs: ImmediateJobs
) -> None:
    window.resize(760, 640)  # within the offscreen screen
    jobs.settle()
    window.close()
    again = MainWindow(app)
    qtbot.addWidget(again)
    assert again.size() == window.size()


def test_a_notice_moves_nothing(
    window: MainWindow, jobs: ImmediateJobs, notices: RecordingNotices, app: Application
) -> None:
    before = window.stack.mapTo(window, QPoint(0, 0)), window.stack.size()
    app.say("A long sentence that says what happened, and another one that says what to do. " * 3)
    window.grab()
    assert (window.stack.mapTo(window, QPoint(0, 0)), window.stack.size()) == before
