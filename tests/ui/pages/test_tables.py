"""The pages that list records: searching, sorting, adding, changing, removing, undoing."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from signatories.database import Database
from tests.factories import LETTER, Make
from tests.fakes import ImmediateJobs, RecordingNotices
from ui import operations
from ui.application import Application
from ui.dialogs.record import RecordDialog
from ui.jobs import Lane
from ui.main_window import MainWindow
from ui.pages.history import HistoryPage
from ui.pages.letters import LettersPage
from ui.pages.organisations import OrganisationsPage
from ui.pages.people import PeoplePage
from ui.pages.table_page import TablePage
from ui.places import Place


@pytest.fixture
def filled(database: Database) -> Make:
    make = Make(database)
    river = make.organisation("River Forum", country="GH")
    make.organisation("Órale", country="MX")
    make.organisation("Harbour Legal Aid", country="ZA")
    make.person("Dr Ama Boateng", organisation_id=river, role="Director")
    make.recipient("Mission of Ghana", country="GH")
    return make


def open_page(window: MainWindow, jobs: ImmediateJobs, name: str) -> TablePage:
    window.app.file.look()
    window.show_place(Place(name))
    jobs.settle()
    page = window.stack.page
    assert isinstance(page, TablePage)
    return page


def shown(page: TablePage, column: int = 0) -> list[str]:
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def chips(page: TablePage) -> list[str]:
    return [chip.text() for chip in page.chips.findChildren(QPushButton) if chip.isVisible()]


def button(parent: QWidget, text: str) -> QPushButton:
    return next(b for b in parent.findChildren(QPushButton) if b.text() == text)


def dialog_of(page: TablePage) -> RecordDialog:
    return next(d for d in page.findChildren(RecordDialog) if d.isVisible())


def fill_in(qtbot: QtBot, dialog: RecordDialog, name: str, text: str) -> None:
    field = next(f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == name)
    field.clear()
    qtbot.keyClicks(field, text)


def accept(dialog: RecordDialog) -> None:
    box = dialog.findChildren(QDialogButtonBox)[0]
    next(b for b in box.buttons() if b.text() in ("Add", "Save")).click()


def open_dialogs(page: TablePage) -> list[RecordDialog]:
    return [d for d in page.findChildren(RecordDialog) if d.isVisible()]


def cell_field(qtbot: QtBot, page: TablePage, title: str) -> QLineEdit:
    """The field in which a value of the first row is typed."""
    titles = [column.title for column in page.model.columns]
    page.table.setCurrentIndex(page.model.index(0, titles.index(title)))
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    fields = page.table.viewport().findChildren(QLineEdit)
    return next(field for field in fields if field.isVisible())


def type_in_cell(qtbot: QtBot, page: TablePage, title: str, text: str) -> None:
    """Type over a value of the first row."""
    field = cell_field(qtbot, page, title)
    qtbot.keyClicks(field, text)
    with qtbot.waitSignal(page.model.edit_requested):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not field.isVisible())


class WaitingExecutor(Executor):
    """Work that waits for a long one before it."""

    def __init__(self) -> None:
        self._works: list[Callable[[], Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self._works.append(partial(fn, *args, **kwargs))
        return Future()

    def go_on(self) -> None:
        for work in self._works:
            work()


def test_search_finds_without_accents_and_says_when_nothing_is_there(
    qtbot: QtBot, filled: Make, window: MainWindow, jobs: ImmediateJobs
) -> None:
    page = open_page(window, jobs, "organisations")
    assert shown(page) == ["Harbour Legal Aid", "Órale", "River Forum"]
    qtbot.keyClicks(page.search, "oral")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    jobs.settle()
    assert shown(page) == ["Órale"]
    qtbot.keyClicks(page.search, "xyz")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    jobs.settle()
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Nothing found for “oralxyz”" in labels
    button(page, "Clear the search").click()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    jobs.settle()
    assert len(shown(page)) == 3


def test_filters_show_what_rows_lack_or_share_and_go_with_a_search(
    qtbot: QtBot, filled: Make, window: MainWindow, jobs: ImmediateJobs
) -> None:
    filled.organisation("Tide Watch", country="GH", email="tide@watch.example")
    page = open_page(window, jobs, "organisations")
    assert chips(page) == ["3  No e-mail", "3  Nobody known", "2  Ghana"]
    button(page, "2  Ghana").click()
    jobs.settle()
    assert shown(page) == ["River Forum", "Tide Watch"]
    qtbot.keyClicks(page.search, "tide")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    jobs.settle()
    assert shown(page) == ["Tide Watch"]
    page.show_record(2)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    jobs.settle()
    assert len(shown(page)) == 4
    assert page.chips.chosen == ()
    assert page.table.current_id() == 2


def test_filters_are_combined_and_keep_the_focus_and_its_way(
    qtbot: QtBot, filled: Make, window: MainWindow, jobs: ImmediateJobs
) -> None:
    filled.organisation("Tide Watch", country="GH", email="tide@watch.example")
    page = open_page(window, jobs, "organisations")
    pressed = button(page, "2  Ghana")
    pressed.setFocus()
    pressed.click()
    jobs.settle()
    assert chips(page) == ["1  No e-mail", "1  Nobody known", "2  Ghana"]
    operations.organisations.change_value(window.app, 1, "acronym", "RF")
    jobs.settle()
    assert window.focusWidget() is pressed
    qtbot.keyClick(pressed, Qt.Key.Key_Tab)
    assert window.focusWidget() is page.table
    button(page, "1  No e-mail").click()
    jobs.settle()
    assert shown(page) == ["River Forum"]
    pressed.click()
    jobs.settle()
    assert len(shown(page)) == 3


def test_an_older_answer_about_the_filters_does_not_count(
    filled: Make, window: MainWindow, jobs: ImmediateJobs
) -> None:
    page = open_page(window, jobs, "organisations")
    answers: list[list[str]] = []
    page.chips.shown.connect(lambda: answers.append(chips(page)))
    for _ in range(2):
        page.chips.ask()
    jobs.settle()
    assert len(answers) == 1


def test_a_filter_stays_when_no_row_has_it_any_more(
    filled: Make, window: MainWindow, jobs: ImmediateJobs
) -> None:
    lacking = filled.recipient("Mission of Benin", salutation="Excellency,")
    page = open_page(window, jobs, "recipients")
    button(page, "1  No country").click()
    jobs.settle()
    assert shown(page) == ["Mission of Benin"]
    operations.recipients.change_value(window.app, lacking, "country", "BJ")
    jobs.settle()
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Nothing found" in labels
    assert button(page, "0  No country").isChecked()
    button(page, "Clear the search").click()
    jobs.settle()
    assert len(shown(page)) == 2
    assert "No country" not in " ".join(chips(page))


def test_a_letter_typed_in_the_table_begins_a_search(
    qtbot: QtBot, filled: Make, window: MainWindow, jobs: ImmediateJobs
) -> None:
    page = open_page(window, jobs, "organisations")
    qtbot.keyClick(page.table, Qt.Key.Key_H)
    assert page.search.text() == "h"
    assert page.search.hasFocus()


def test_headers_sort_in_both_directions(
    filled: Make, window: MainWindow, jobs: ImmediateJobs
) -> None:
    page = open_page(window, jobs, "organisations")
    page.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    jobs.settle()
    assert shown(page) == ["River Forum", "Órale", "Harbour Legal Aid"]


def test_a_column_without_an_order_keeps_the_present_one(
    filled: Make, window: MainWindow, jobs: ImmediateJobs
) -> None:
    page = open_page(window, jobs, "organisations")
    header = page.table.horizontalHeader()
    header.setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    jobs.settle()
    assert header.sortIndicatorSection() == 0
    assert shown(page)[0] == "Harbour Legal Aid"


def test_an_organisation_is_added_and_selected(
    qtbot: QtBot, window: MainWindow, jobs: ImmediateJobs
) -> None:
    page = open_page(window, jobs, "organisations")
    button(page, "Add an organisation").click()
    fill_in(qtbot, dialog_of(page), "Name", "River Forum")
    accept(dialog_of(page))
    jobs.settle()
    assert shown(page) == ["River Forum"]
    assert page.table.current_id() == page.model.ids[0]


def test_enter_opens_a_record_and_saving_changes_it(
    qtbot: QtBot, filled: Make, window: MainWindow, jobs: ImmediateJobs
) -> None:
    page = open_page(window, jobs, "people")
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    fill_in(qtbot, dialog_of(page), "Role", "Chair")
    accept(dialog_of(page))
    jobs.settle()
    assert shown(page, 2) == ["Chair"]
    assert isinstance(page, PeoplePage)


@pytest.mark.parametrize("name", ["organisations", "recipients"])
def test_delete_removes_and_the_notice_brings_back(
    qtbot: QtBot,
    filled: Make,
    window: MainWindow,
    jobs: ImmediateJobs,
    notices: RecordingNotices,
    name: str,
) -> None:
    page = open_page(window, jobs, name)
    before = shown(page)
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    jobs.settle()
    assert shown(page) == before[1:]
    assert notices.posted[-1].act is not None
    notices.posted[-1].act()
    jobs.settle()
    assert shown(page) == before


def test_what_is_in_use_is_not_removed_and_the_reason_is_said(
    filled: Make, window: MainWindow, jobs: ImmediateJobs, notices: RecordingNotices
) -> None:
    page = open_page(window, jobs, "organisations")
    page.table.selectAll()
    page.table.delete_requested.emit(page.table.selected_ids())
    jobs.settle()
    assert len(shown(page)) == 3
    assert notices.texts[-1] == "River Forum has people and cannot be removed."


def test_the_footer_counts_rows_and_selection(
    filled: Make, window: MainWindow, jobs: ImmediateJobs
) -> None:
    page = open_page(window, jobs, "organisations")
    assert page.found.footer.text() == "3 rows"
    page.table.selectAll()
    assert page.found.footer.text() == "3 rows · 3 selected"


def test_an_empty_page_says_how_to_begin(window: MainWindow, jobs: ImmediateJobs) -> None:
    page = open_page(window, jobs, "organisations")
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "No organisations yet" in labels
    assert not page.search.isVisible()


def test_a_new_letter_opens(qtbot: QtBot, window: MainWindow, jobs: ImmediateJobs) -> None:
    page = open_page(window, jobs, "letters")
    assert isinstance(page, LettersPage)
    button(page, "New letter").click()
    fill_in(qtbot, dialog_of(page), "Title", "To the missions")
    accept(dialog_of(page))
    jobs.settle()
    assert window.stack.place == Place("letter", 1)


def test_letters_are_found_and_sorted(
    qtbot: QtBot, window: MainWindow, jobs: ImmediateJobs, app: Application
) -> None:
    operations.letters.add(app, LETTER)
    jobs.settle()
    page = open_page(window, jobs, "letters")
    assert shown(page) == ["To the missions"]
    qtbot.keyClicks(page.search, "thank")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    jobs.settle()
    assert shown(page) == []


def test_any_action_of_the_history_is_undone_and_done_again(
    filled: Make, window: MainWindow, jobs: ImmediateJobs
) -> None:
    page = open_page(window, jobs, "history")
    assert isinstance(page, HistoryPage)
    assert shown(page, 1)[-1] == "Add organisation River Forum"
    page.table.selectRow(2)
    button(page, "Undo this action").click()
    jobs.settle()
    organisations = open_page(window, jobs, "organisations")
    assert isinstance(organisations, OrganisationsPage)
    assert shown(organisations) == ["Órale", "River Forum"]
    page = open_page(window, jobs, "history")
    page.table.selectRow(3)
    button(page, "Redo this action").click()
    jobs.settle()
    assert len(shown(open_page(window, jobs, "organisations"))) == 3


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("organisations", "Name"),
        ("organisations", "Acronym"),
        ("people", "Sort name"),
        ("people", "Printed name"),
        ("recipients", "Salutation"),
    ],
)
def test_a_value_is_changed_in_its_cell_and_taken_back(
    window: MainWindow, jobs: ImmediateJobs, qtbot: QtBot, name: str, title: str
) -> None:
    page = open_page(window, jobs, name)
    titles = [column.title for column in page.model.columns]
    before = page.model.index(0, titles.index(title)).data()

    type_in_cell(qtbot, page, title, "Aa Typed")
    jobs.settle()
    assert "Aa Typed" in shown(page, titles.index(title))
    assert not open_dialogs(page)

    window.app.take_back()
    jobs.settle()
    assert page.model.index(0, titles.index(title)).data() == before


@pytest.mark.usefixtures("filled")
def test_a_name_is_not_emptied_in_its_cell(
    window: MainWindow, jobs: ImmediateJobs, notices: RecordingNotices, qtbot: QtBot
) -> None:
    page = open_page(window, jobs, "organisations")
    before = shown(page)
    type_in_cell(qtbot, page, "Name", " ")
    jobs.settle()
    assert shown(page) == before
    assert notices.texts == ["An organisation needs a name."]
    dialog_of(page).reject()


@pytest.mark.usefixtures("filled")
def test_a_refused_value_is_mended_in_the_dialog(
    window: MainWindow, jobs: ImmediateJobs, qtbot: QtBot
) -> None:
    page = open_page(window, jobs, "people")
    type_in_cell(qtbot, page, "E-mail", "ama.example.org")
    jobs.settle()
    dialog = dialog_of(page)
    (field,) = [one for one in dialog.findChildren(QLineEdit) if one.text() == "ama.example.org"]
    assert field.accessibleDescription() == "“ama.example.org” is no e-mail address."

    fill_in(qtbot, dialog, field.accessibleName(), "ama@example.org")
    accept(dialog)
    jobs.settle()
    titles = [column.title for column in page.model.columns]
    assert shown(page, titles.index("E-mail")) == ["ama@example.org"]


@pytest.mark.usefixtures("filled")
def test_values_that_wait_to_be_written_leave_each_other_alone(
    window: MainWindow, jobs: ImmediateJobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(window, jobs, "organisations")
    waiting = WaitingExecutor()
    monkeypatch.setitem(jobs._executors, Lane.WRITE, waiting)
    type_in_cell(qtbot, page, "Name", "Harbour Law")
    type_in_cell(qtbot, page, "Acronym", "HL")
    waiting.go_on()
    jobs.settle()
    assert (shown(page)[0], shown(page, 1)[0]) == ("Harbour Law", "HL")


@pytest.mark.usefixtures("filled")
def test_what_is_typed_outlives_a_change_elsewhere(
    window: MainWindow, jobs: ImmediateJobs, qtbot: QtBot, filled: Make
) -> None:
    page = open_page(window, jobs, "organisations")
    field = cell_field(qtbot, page, "Name")
    qtbot.keyClicks(field, "Half")
    filled.organisation("Aa Another")
    window.app.file.look()
    jobs.settle()
    qtbot.keyClicks(field, " typed")
    with qtbot.waitSignal(page.model.edit_requested):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    jobs.settle()
    assert shown(page) == ["Aa Another", "Half typed", "Órale", "River Forum"]
