"""An import in the window: looked at row by row, changed by choices, written on OK, undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from signatories import import_records, queries
from signatories.database import Database
from signatories.models import Instrument
from signatories.queries import SIGN_ONS
from tests.factories import LETTER, Make
from tests.fakes import ImmediateJobs, RecordingNotices
from ui import operations
from ui.application import Application
from ui.main_window import MainWindow
from ui.pages.imports import ImportsPage
from ui.pages.imports.choices_panel import ChoicesPanel
from ui.pages.imports.looking import Reading
from ui.places import Place
from ui.widgets.table import Table

PASTED = "Dr Ama Boateng, Director, River Forum\nLucía Ferreyra, Red del Sur\n"
TREATY = """Participant,Signature,"Ratification, Accession(a)"
Ghana,24 Sep 2003,
Sweden,8 Sep 2000,19 Jan 2007
Atlantis,,1 Jan 2001 a
"""


@pytest.fixture
def letter(app: Application, jobs: ImmediateJobs) -> int:
    operations.letters.add(app, LETTER)
    jobs.settle()
    return 1


@pytest.fixture
def page(window: MainWindow, letter: int, jobs: ImmediateJobs) -> ImportsPage:
    window.incoming.begin(Reading().asking(letter_id=letter))
    jobs.settle()
    shown = window.stack.page
    assert isinstance(shown, ImportsPage)
    return shown


def paste(qtbot_page: ImportsPage, jobs: ImmediateJobs, text: str) -> None:
    qtbot_page.begin(Reading(text=text).asking(letter_id=1))
    jobs.settle()


def table(page: ImportsPage) -> list[list[str]]:
    tables = [t for t in page.findChildren(Table) if t.objectName().startswith("plan")]
    model = tables[-1].model()
    aside = ("line", "text", "confidence", "problems")
    shown = [n for n, column in enumerate(model.columns) if column.name not in aside]
    return [
        [model.index(row, column).data() for column in shown] for row in range(model.rowCount())
    ]


def texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def button(page: QWidget, start: str) -> QPushButton:
    return [b for b in page.findChildren(QPushButton) if b.text().startswith(start)][-1]


def chips(page: QWidget) -> list[str]:
    QApplication.processEvents()
    shown = page.findChildren(QPushButton)
    return [b.text() for b in shown if b.property("chip") and not b.isHidden()]


def combo(page: QWidget, name: str) -> QComboBox:
    return [c for c in page.findChildren(QComboBox) if c.accessibleName() == name][-1]


def choose(page: QWidget, jobs: ImmediateJobs, name: str, value: str) -> None:
    box = combo(page, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    jobs.settle()


def test_pasted_lines_are_shown_and_written_only_when_told(
    page: ImportsPage, jobs: ImmediateJobs, database: Database, window: MainWindow
) -> None:
    paste(page, jobs, PASTED)
    assert [row[:4] for row in table(page)] == [
        ["New", "Dr Ama Boateng", "Director", "River Forum"],
        ["New", "Lucía Ferreyra", "", "Red del Sur"],
    ]
    with database.reading() as session:
        assert len(queries.ids(session, SIGN_ONS)) == 0
    button(page, "Import 2 rows").click()
    jobs.settle()
    with database.reading() as session:
        assert len(queries.ids(session, SIGN_ONS)) == 2
    assert window.stack.place == Place("letter", 1)


def test_typing_on_reads_again_after_a_pause(
    page: ImportsPage, qtbot: QtBot, jobs: ImmediateJobs
) -> None:
    assert not button(page, "Import").isEnabled()
    field = page.findChildren(QPlainTextEdit)[0]
    (choices,) = page.findChildren(ChoicesPanel)
    with qtbot.waitSignal(choices.reading_changed, timeout=60_000):  # the pause, however busy it is
        field.setPlainText(PASTED)
    jobs.settle()
    assert button(page, "Import 2 rows").isEnabled()
    assert len(table(page)) == 2


def test_cancel_leaves_everything_as_it_was(
    page: ImportsPage, jobs: ImmediateJobs, app: Application
) -> None:
    before = app.database.latest_change()
    paste(page, jobs, PASTED)
    button(page, "Cancel").click()
    jobs.settle()
    assert not page.is_looking
    assert app.database.latest_change() == before


def test_the_import_is_undone_from_its_notice(
    page: ImportsPage,
    jobs: ImmediateJobs,
    database: Database,
    notices: RecordingNotices,
) -> None:
    paste(page, jobs, PASTED)
    button(page, "Import 2 rows").click()
    jobs.settle()
    notice = notices.posted[-1]
    assert notice.text == "Imported 2 rows from pasted text."
    assert notice.act is not None
    notice.act()
    jobs.settle()
    with database.reading() as session:
        assert len(queries.ids(session, SIGN_ONS)) == 0
        assert import_records.listing(session)[0].undone


def test_a_treaty_table_shows_its_columns_and_what_it_could_not_match(
    page: ImportsPage, jobs: ImmediateJobs, tmp_path: Path
) -> None:
    file = tmp_path / "protocol.csv"
    file.write_text(TREATY)
    page.begin(Reading((file,)).asking(letter_id=1))
    jobs.settle()
    assert combo(page, "Signature").currentData() == "signature"
    assert combo(page, "Ratification, Accession(a)").currentData() == "ratification"
    assert "Title of the treaty" in texts(page)
    assert "member States that the table does not name" in texts(page)
    assert [row[1] for row in table(page)] == ["Ghana", "Sweden", "Atlantis"]


def test_a_chip_shows_its_rows_only(page: ImportsPage, jobs: ImmediateJobs) -> None:
    paste(page, jobs, PASTED + "Lucía Ferreyra, Red del Sur\n")
    assert len(table(page)) == 3
    button(page, "1  The same").click()
    assert [row[0] for row in table(page)] == ["The same"]


def test_chips_combine_and_count_among_those_that_are_chosen(
    page: ImportsPage, jobs: ImmediateJobs
) -> None:
    rows = "Name,Organisation,Country\nInes Moor,Moor Trust,Atlantis\nAnna Berg,Well Fund,Mali\n"
    paste(page, jobs, f"{rows}Omar Diallo,River Forum,Mali\n,Well Fund,Mali\n---,,Mali\n")
    assert chips(page) == ["3  New", "1  Duplicate?", "1  Cannot be used", "1  to check"]
    button(page, "1  to check").click()
    assert chips(page) == ["1  New", "0  Duplicate?", "0  Cannot be used", "1  to check"]
    button(page, "1  New").click()
    assert [row[:2] for row in table(page)] == [["New, to check", "Ines Moor"]]
    button(page, "1  to check").click()
    button(page, "1  Cannot be used").click()
    assert len(table(page)) == 4, "of two states one is enough"


def test_a_column_can_be_told_to_be_something_else(page: ImportsPage, jobs: ImmediateJobs) -> None:
    page.begin(Reading(text="Mission\tCity\nMission of Ghana\tGeneva\n"))
    jobs.settle()
    choose(page, jobs, "Mission", "")
    choose(page, jobs, "City", "name")
    assert [row[1] for row in table(page)] == ["Geneva"]


def test_text_that_is_no_list_says_so_in_place(page: ImportsPage, jobs: ImmediateJobs) -> None:
    page.begin(Reading((Path("/nowhere/list.csv"),)))
    jobs.settle()
    assert "There is no file" in texts(page)
    assert not button(page, "Import").isEnabled()


def test_rows_are_compared_again_when_the_workspace_changes(
    page: ImportsPage, jobs: ImmediateJobs, app: Application, database: Database
) -> None:
    paste(page, jobs, "River Forum\n")
    Make(database).organisation("Elsewhere")
    app.file.look()
    jobs.settle()
    button(page, "Import 1 row").click()
    jobs.settle()
    with database.reading() as session:
        assert len(queries.ids(session, SIGN_ONS)) == 1


def test_done_imports_are_listed(
    window: MainWindow, page: ImportsPage, jobs: ImmediateJobs
) -> None:
    paste(page, jobs, PASTED)
    button(page, "Import 2 rows").click()
    jobs.settle()
    window.show_place(Place("imports"))
    jobs.settle()
    listed = next(t for t in page.findChildren(Table) if t.objectName() == "imports")
    row = [listed.model().index(0, column).data() for column in range(1, 7)]
    assert row == ["pasted text", "Signatories", LETTER.title, "2 new", "", "In force"]


def file_dialog(window: MainWindow) -> QFileDialog:
    (found,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    return found


def choose_file(window: MainWindow, jobs: ImmediateJobs, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialog = file_dialog(window)
    dialog.filesSelected.emit([str(path)])
    dialog.close()
    jobs.settle()


@pytest.fixture
def members(tmp_path: Path) -> Path:
    file = tmp_path / "members.csv"
    file.write_text("name,organisation\nAma Boateng,River Forum\n")
    return file


@pytest.fixture
def protocol(tmp_path: Path) -> Path:
    file = tmp_path / "protocol.csv"
    file.write_text(TREATY)
    return file


def test_the_menu_asks_for_a_table_for_the_letter_in_sight(
    window: MainWindow,
    letter: int,
    jobs: ImmediateJobs,
    members: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _location: str(documents))
    window.show_place(Place("letter", letter))
    window.menu_actions["import_file"].trigger()
    assert file_dialog(window).directory().path() == str(documents)
    assert "*.xlsx" in file_dialog(window).nameFilters()[0]
    choose_file(window, jobs, members)
    shown = window.stack.page
    assert isinstance(shown, ImportsPage)
    assert combo(shown, "For the letter").currentData() == str(letter)
    assert [row[:3] for row in table(shown)] == [["New", "Ama Boateng", "River Forum"]]

    window.menu_actions["import_file"].trigger()

    assert file_dialog(window).directory().path() == str(members.parent)
    choose_file(window, jobs, members)
    assert combo(shown, "For the letter").currentData() == str(letter)


def test_a_table_for_the_recipients_of_a_letter_is_imported_from_their_tab(
    window: MainWindow, letter: int, jobs: ImmediateJobs, protocol: Path
) -> None:
    window.show_place(Place("letter", letter))
    jobs.settle()
    letter_page = window.stack.page
    assert letter_page is not None
    button(letter_page, "Import a table").click()
    shown = window.stack.page
    assert isinstance(shown, ImportsPage)
    assert shown.came_from == Place("letter", letter)
    button(shown, "Choose files").click()
    choose_file(window, jobs, protocol)
    assert combo(shown, "For the letter").currentData() == str(letter)
    assert [row[1] for row in table(shown)] == ["Ghana", "Sweden", "Atlantis"]


def test_an_import_that_is_left_is_offered_in_the_list(
    window: MainWindow, page: ImportsPage, jobs: ImmediateJobs, members: Path
) -> None:
    window.incoming.begin(Reading((members,)).asking(letter_id=1))
    jobs.settle()
    window.sidebar.place_chosen.emit(Place("imports"))
    assert not page.is_looking
    button(page, "Go on with members.csv").click()
    jobs.settle()
    assert page.is_looking
    button(page, "Import 1 row").click()
    jobs.settle()
    window.show_place(Place("imports"))
    assert not page.is_looking
    assert not button(page, "Go on with").isVisible()


def test_cancel_goes_back_to_the_letter_it_was_begun_from(
    window: MainWindow, letter: int, jobs: ImmediateJobs
) -> None:
    window.show_place(Place("letter", letter))
    window.incoming.begin(Reading(text=PASTED).asking(letter_id=letter))
    jobs.settle()
    shown = window.stack.page
    assert isinstance(shown, ImportsPage)
    button(shown, "Cancel").click()
    assert window.stack.place == Place("letter", letter)
    window.show_place(Place("imports"))
    assert not shown.is_looking
    assert not button(shown, "Go on with").isVisible()


def title_field(page: ImportsPage) -> QLineEdit:
    return next(f for f in page.findChildren(QLineEdit) if "Title" in f.accessibleName())


def test_the_first_click_on_import_counts_after_the_title_was_typed(
    qtbot: QtBot,
    window: MainWindow,
    page: ImportsPage,
    jobs: ImmediateJobs,
    protocol: Path,
    database: Database,
) -> None:
    window.incoming.begin(Reading((protocol,)).asking(letter_id=1))
    jobs.settle()
    field = title_field(page)
    assert field.placeholderText() == "protocol", "the file's name is suggested"
    field.setFocus()
    qtbot.keyClicks(field, "Night Sky Protocol")
    qtbot.mouseClick(button(page, "Import 3 rows"), Qt.MouseButton.LeftButton)
    jobs.settle()
    assert not page.is_looking
    with database.reading() as session:
        assert session.scalars(select(Instrument.title)).all() == ["Night Sky Protocol"]


def test_rows_that_turn_out_otherwise_are_shown_before_they_are_imported(
    qtbot: QtBot, page: ImportsPage, jobs: ImmediateJobs, app: Application
) -> None:
    before = app.database.latest_change()
    paste(page, jobs, PASTED)
    field = page.findChildren(QPlainTextEdit)[0]
    field.insertPlainText("Air Association\n")
    qtbot.mouseClick(button(page, "Import 2 rows"), Qt.MouseButton.LeftButton)
    jobs.settle()
    assert app.database.latest_change() == before
    assert len(table(page)) == 3
    assert button(page, "Import 3 rows").isEnabled()


def test_a_pasted_treaty_table_asks_for_its_title(
    qtbot: QtBot, page: ImportsPage, jobs: ImmediateJobs
) -> None:
    paste(page, jobs, TREATY.replace(",", "\t"))
    assert "Type its title on the left." in texts(page)
    field = title_field(page)
    assert field.isVisible()
    qtbot.keyClicks(field, "Night Sky Protocol")
    qtbot.waitUntil(lambda: "Type its title on the left." not in texts(page))
    jobs.settle()
    assert [row[1] for row in table(page)] == ["Ghana", "Sweden", "Atlantis"]


def test_doubtful_rows_are_counted_and_told_apart(page: ImportsPage, jobs: ImmediateJobs) -> None:
    paste(page, jobs, PASTED + "7 Mountain River\n12/2010\n12\n")
    assert [row[0] for row in table(page)] == [
        "New",
        "New",
        "New, to check",
        "Cannot be used",
        "Cannot be used",
    ]
    button(page, "1  to check").click()
    assert [row[0] for row in table(page)] == ["New, to check"]
    shown = next(t for t in page.findChildren(Table) if t.objectName().startswith("plan"))
    shown.selectRow(0)
    assert "It is not certain what is a name" in texts(page)
    button(page, "1  to check").click()
    button(page, "2  Cannot be used").click()
    problems = [column.name for column in shown.model().columns].index("problems")
    found = [shown.model().index(row, problems).data() for row in range(2)]
    assert all("no name" in problem for problem in found)
