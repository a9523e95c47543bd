"""Files in the window: sheets, headings, encodings, several at once, dropped anywhere, pasted with their format."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.import_hand import ImportHand
from tests.locked_files import PASSWORD, lock
from ui.pages.imports.table_file import ask_for_tables
from ui.places import Place
from ui.window_state import WindowState

Rows = Sequence[Sequence[str]]


def workbook(path: Path, sheets: dict[str, Rows], hidden: Sequence[str] = ()) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


@pytest.fixture
def two_sheets(tmp_path: Path) -> Path:
    members = [["Members"], [], ["Name", "Organisation"], ["Anna Berg", "Well Fund"]]
    old = [["Name", "Organisation"], ["Omar Diallo", "River Forum"], ["Ines Moor", "Tide"]]
    return workbook(tmp_path / "members.xlsx", {"Now": members, "Old": old}, hidden=["Old"])


def test_a_sheet_is_chosen_with_its_count_and_whether_it_is_hidden(
    hand: ImportHand, two_sheets: Path
) -> None:
    hand.open(two_sheets)
    assert hand.rows("name") == [("Anna Berg",)]
    combo = hand.combo("Sheet")
    assert [combo.itemText(row) for row in range(combo.count())] == [
        "Now · 3 rows",
        "Old · 3 rows, hidden",
    ]
    hand.choose("Sheet", "Old")
    assert hand.rows("name") == [("Omar Diallo",), ("Ines Moor",)]


def test_a_file_behind_a_password_says_so_until_it_is_saved_without_one(
    hand: ImportHand, tmp_path: Path
) -> None:
    sheet = {"Now": [["Name", "Organisation"], ["Anna Berg", "Well Fund"]]}
    file = lock(workbook(tmp_path / "members.xlsx", sheet))
    hand.open(file)
    assert "The password is used to read it, and kept nowhere" in hand.texts()
    workbook(file, sheet)
    hand.press("Look again")
    assert hand.rows("name") == [("Anna Berg",)]


def test_a_protected_file_asks_for_its_password_until_it_is_right(
    hand: ImportHand, tmp_path: Path, qtbot: QtBot
) -> None:
    sheets = {
        "Now": [["Name", "Organisation"], ["Anna Berg", "Well Fund"]],
        "Old": [["Name", "Organisation"], ["Omar Diallo", "River Forum"]],
    }
    hand.open(lock(workbook(tmp_path / "members.xlsx", sheets)))
    (field,) = [f for f in hand.page.findChildren(QLineEdit) if f.accessibleName() == "Password"]
    assert hand.window.focusWidget() is field
    qtbot.keyClicks(field, PASSWORD.upper())
    assert field.displayText() == "●" * len(PASSWORD)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    hand.settle()
    assert "The password does not open “members.xlsx”" in hand.texts()
    assert (hand.window.focusWidget(), field.text()) == (field, "")
    qtbot.keyClicks(field, PASSWORD)
    hand.press("Open")
    assert hand.rows("name") == [("Anna Berg",)]
    assert not field.isVisible()
    hand.choose("Sheet", "Old")
    assert hand.rows("name") == [("Omar Diallo",)]
    hand.press("Import 1 row")
    kept = b"".join(p.read_bytes() for p in hand.window.app.database.path.parent.glob("*.sig*"))
    assert PASSWORD.encode() not in kept


def test_the_row_with_the_headings_can_be_changed(hand: ImportHand, two_sheets: Path) -> None:
    hand.open(two_sheets)
    (box,) = [b for b in hand.page.findChildren(QSpinBox) if "headings" in b.accessibleName()]
    assert box.value() == 3
    box.setValue(0)
    hand.jobs.settle()
    assert box.value() == 0
    assert "Anna Berg" in str(hand.rows("name")) + hand.texts()


def test_an_encoding_is_changed_and_its_accents_are_shown(hand: ImportHand, tmp_path: Path) -> None:
    file = tmp_path / "uyeler.csv"
    file.write_bytes("name;organisation\nAyşe Yıldız;Deniz Vakfı\n".encode("cp1254"))
    hand.open(file)
    hand.choose("Encoding", "cp1254")
    assert hand.rows("name", "organisation") == [("Ayşe Yıldız", "Deniz Vakfı")]
    combo = hand.combo("Encoding")
    assert "Ayşe Yıldız" in combo.currentText()


def test_several_files_are_looked_at_one_after_the_other(hand: ImportHand, tmp_path: Path) -> None:
    files = []
    for name in ("Anna Berg", "Omar Diallo", "Ines Moor"):
        files.append(tmp_path / f"{name}.csv")
        files[-1].write_text(f"name,organisation\n{name},Well Fund\n")
    hand.open(*files)
    assert "2 files to follow" in hand.texts()
    hand.press("Import 1 row")
    assert hand.rows("name") == [("Omar Diallo",)]
    hand.press("Skip this file")
    assert hand.rows("name") == [("Ines Moor",)]
    hand.press("Import 1 row")
    assert not hand.page.is_looking


@pytest.mark.filterwarnings("ignore:Function:DeprecationWarning")  # Qt 6.12 has no other way yet
@pytest.mark.parametrize("place", ["letters", "organisations", "history"])
def test_files_dropped_on_any_page_are_looked_at(
    hand: ImportHand, two_sheets: Path, place: str
) -> None:
    hand.window.show_place(Place(place))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(two_sheets))])
    enter = QDragEnterEvent(
        QPoint(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    hand.window.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    hand.window.dropEvent(drop)
    hand.jobs.settle()
    assert "members.xlsx" in hand.texts()


def test_a_table_pasted_out_of_a_document_keeps_its_cells(hand: ImportHand) -> None:
    html = (
        "<table><tr><th>Name</th><th>Organisation</th></tr>"
        "<tr><td>Anna Berg</td><td>Well Fund</td></tr></table>"
    )
    hand.paste("Name Organisation\nAnna Berg Well Fund", html)
    assert hand.rows("name", "organisation") == [("Anna Berg", "Well Fund")]


def test_what_is_no_row_is_shown_and_can_be_taken_in(hand: ImportHand, tmp_path: Path) -> None:
    file = tmp_path / "members.csv"
    file.write_text("name,organisation\nAnna Berg,Well Fund\nOmar Diallo,Tide\nTotal,2\n")
    hand.open(file)
    assert len(hand.rows("name")) == 2
    hand.press("1  not rows")
    left_out = hand.table("not rows")
    assert left_out.model().index(0, 1).data() == "Total · 2"
    left_out.open_requested.emit(0)
    hand.jobs.settle()
    assert len(hand.rows("name")) == 3


def test_two_columns_whose_cells_contradict_their_headings_are_swapped_by_one_press(
    hand: ImportHand, tmp_path: Path
) -> None:
    file = tmp_path / "swapped.csv"
    rows = [
        ("Well Fund Foundation", "Anna Berg"),
        ("River Forum Association", "Omar Diallo"),
        ("Institute of Tides", "Ines Moor"),
        ("Network for Wells", "Lucía Ferreyra"),
    ]
    lines = "".join(f"{name},{body}\n" for name, body in rows)
    file.write_text(f"name,organisation\n{lines}", encoding="utf-8")
    hand.open(file)
    hand.press("Swap them")
    assert hand.rows("name", "organisation")[0] == ("Anna Berg", "Well Fund Foundation")


def test_files_are_asked_for_at_home_where_there_are_no_documents(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = str(tmp_path / "Documents")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: nowhere)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    parent = QWidget()
    qtbot.addWidget(parent)
    state = WindowState(QSettings(str(tmp_path / "state.ini"), QSettings.Format.IniFormat))
    dialog = ask_for_tables(state, parent, lambda _chosen: None)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    assert dialog.findChild(QLineEdit).text() == ""  # and not "Documents", as a file to open
    dialog.reject()
