"""Rows with errors are put right where they stand: what is typed counts, and the file stays as it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from signatories import history, import_records
from signatories.database import Database
from signatories.queries import SIGN_ONS, ids
from tests.fakes import ImmediateJobs
from tests.import_hand import ImportHand

TABLE = "Organisation,Country\nWell Fund,Ghana\n,Kenya\n,Mali\n"


@pytest.fixture
def table(hand: ImportHand, tmp_path: Path) -> ImportHand:
    file = tmp_path / "members.csv"
    file.write_text(TABLE, encoding="utf-8")
    hand.window.show()
    hand.open(file)
    return hand


def type_into(hand: ImportHand, qtbot: QtBot, row: int, column: str, text: str) -> None:
    """Press F2 in a cell, type, and press Return."""
    hand.focus(row)
    table = hand.table()
    names = [each.name for each in table.model().columns]
    table.setCurrentIndex(table.model().index(row, names.index(column)))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    *_, field = table.findChildren(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    hand.settle()


def test_a_row_comes_in_as_soon_as_what_it_lacks_is_typed(
    table: ImportHand, qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    assert table.states() == ["New", "Cannot be used", "Cannot be used"]
    type_into(table, qtbot, 1, "organisation", "Roof Trust")
    assert table.rows("organisation", "state")[1:] == [
        ("Roof Trust", "New"),
        ("", "Cannot be used"),
    ]
    assert "typed by hand" in table.texts()
    table.press("Import 2 rows")
    assert "Typed by hand: line 3 (Organisation)" in table.texts()

    with database.reading() as session:
        (done,) = import_records.listing(session)
        record = import_records.get(session, done.id)
        assert record.typed == {3: ["organisation"]}
        assert len(ids(session, SIGN_ONS)) == 2
    assert (tmp_path / "members.csv").read_text(encoding="utf-8") == TABLE


def test_a_filter_for_errors_goes_on_to_the_next_one(table: ImportHand, qtbot: QtBot) -> None:
    table.press("2  Cannot be used")
    type_into(table, qtbot, 0, "organisation", "Roof Trust")
    assert table.rows("organisation", "country") == [("", "Mali")]
    assert table.table().currentIndex().row() == 0
    type_into(table, qtbot, 0, "organisation", "Dune Circle")
    assert table.states() == ["New", "New", "New"]


def test_the_table_keeps_the_focus_and_its_place_while_rows_are_compared_again(
    table: ImportHand, qtbot: QtBot
) -> None:
    type_into(table, qtbot, 2, "organisation", "Dune Circle")
    again = table.table()
    assert table.window.focusWidget() is again
    assert (again.currentIndex().row(), again.currentIndex().column()) == (2, 2)


def test_a_filter_for_errors_goes_on_from_where_it_was(
    hand: ImportHand, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "members.csv"
    names = ("Ghana", "Kenya", "Mali", "Togo", "Chad", "Niger")
    file.write_text("Organisation,Country\nWell Fund,Ghana\n" + "".join(f",{n}\n" for n in names))
    hand.window.show()
    hand.open(file)
    hand.press("6  Cannot be used")
    type_into(hand, qtbot, 2, "organisation", "Roof Trust")
    here = hand.table().currentIndex()
    assert (here.row(), here.column()) == (2, 2)
    assert hand.rows("country")[here.row()] == ("Togo",)


def test_a_row_keeps_the_focus_when_a_line_before_it_is_taken_in(
    hand: ImportHand, tmp_path: Path
) -> None:
    file = tmp_path / "members.csv"
    file.write_text("Organisation,Country\nWell Fund,Ghana\nTotal,2\nRoof Trust,Mali\n")
    hand.window.show()
    hand.open(file)
    assert hand.rows("line") == [("2",), ("4",)]
    hand.focus(1)
    hand.press("1  not rows")
    left_out = hand.table("not rows")
    left_out.open_requested.emit(left_out.model().ids[0])
    hand.settle()
    assert hand.rows("line") == [("2",), ("3",), ("4",)]
    assert hand.table().currentIndex().row() == 2
    assert hand.table().selected_ids() == [4]


def test_a_row_that_is_there_already_is_not_typed_in_and_every_other_is(
    table: ImportHand, qtbot: QtBot, tmp_path: Path
) -> None:
    table.press("Import 1 row")
    again = tmp_path / "again.csv"
    again.write_text("Organisation,Country\nWell Fund,Ghana\nRof Trust,Mali\n", encoding="utf-8")
    table.open(again)
    assert table.states() == ["The same", "New"]
    shown = table.table()
    same = shown.model().index(0, 2)
    assert not shown.model().flags(same) & Qt.ItemFlag.ItemIsEditable
    shown.doubleClicked.emit(same)
    assert not shown.findChildren(QLineEdit)
    type_into(table, qtbot, 1, "organisation", "Roof Trust")
    assert table.rows("organisation", "state")[1] == ("Roof Trust", "New")


def test_a_row_with_an_error_is_typed_in_wherever_it_is_opened(
    table: ImportHand, qtbot: QtBot
) -> None:
    shown = table.table()
    error = shown.model().index(1, 0)
    shown.setCurrentIndex(error)
    shown.doubleClicked.emit(error)
    (field,) = shown.findChildren(QLineEdit)
    assert field.accessibleName() == "Organisation"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    table.settle()
    type_into(table, qtbot, 1, "organisation", "Rof Trust")
    type_into(table, qtbot, 1, "organisation", "Roof Trust")
    assert table.rows("organisation")[1] == ("Roof Trust",)


def test_what_is_being_typed_outlasts_rows_that_are_compared_again(
    table: ImportHand, qtbot: QtBot
) -> None:
    shown = table.table()
    shown.setCurrentIndex(shown.model().index(1, 2))
    qtbot.keyClick(shown, Qt.Key.Key_F2)
    (field,) = shown.findChildren(QLineEdit)
    qtbot.keyClicks(field, "Roof")
    table.choose("When one may be there already", "fill")
    assert field.text() == "Roof"
    qtbot.keyClicks(field, " Trust")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    table.settle()
    assert table.rows("organisation")[1] == ("Roof Trust",)


def test_a_line_that_names_nobody_is_typed_as_a_whole(
    hand: ImportHand, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "lines.csv"
    file.write_text('Signatory,Country\n"Anna Berg, Well Fund",Ghana\n,Kenya\n', encoding="utf-8")
    hand.window.show()
    hand.open(file)
    assert hand.states() == ["New", "Cannot be used"]
    type_into(hand, qtbot, 1, "text", "Omar Diallo, River Forum")
    assert hand.rows("name", "organisation")[1] == ("Omar Diallo", "River Forum")


def test_rows_that_still_have_an_error_are_saved_with_what_was_typed(
    hand: ImportHand, qtbot: QtBot, tmp_path: Path, jobs: ImmediateJobs
) -> None:
    file = tmp_path / "members.csv"
    file.write_text(
        "Members of the coalition,,\nNo.,Organisation,Country\n1,Well Fund,Ghana\n2,,Kenia\n"
    )
    hand.window.show()
    hand.open(file)
    type_into(hand, qtbot, 1, "country", "Kenya")
    assert hand.states() == ["New", "Cannot be used"]
    hand.press("Save the rows with errors…")
    (dialog,) = hand.page.findChildren(QFileDialog)
    saved = tmp_path / "to correct.csv"
    dialog.fileSelected.emit(str(saved))
    dialog.close()
    jobs.settle()
    titles, heads, row = saved.read_text(encoding="utf-8-sig").splitlines()
    assert titles.startswith("Members of the coalition,")
    assert heads.startswith("No.,Organisation,Country,Reason")
    assert row.startswith("2,,Kenya,")


def test_undo_takes_back_what_was_typed_and_leaves_the_file_alone(
    table: ImportHand, qtbot: QtBot, database: Database
) -> None:
    with database.reading() as session:
        before = [entry.id for entry in history.entries(session)]
    undo, redo = (table.window.menu_actions[name] for name in ("undo", "redo"))
    type_into(table, qtbot, 1, "organisation", "Roof Trust")
    table.table().setFocus()
    undo.trigger()
    table.settle()
    assert table.states() == ["New", "Cannot be used", "Cannot be used"]
    undo.trigger()  # nothing was chosen before
    table.settle()
    assert table.states() == ["New", "Cannot be used", "Cannot be used"]
    redo.trigger()
    table.settle()
    assert table.states() == ["New", "New", "Cannot be used"]
    with database.reading() as session:
        assert [entry.id for entry in history.entries(session)] == before
