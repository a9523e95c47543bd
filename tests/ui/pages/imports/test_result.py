"""An import that was done: its questions are answered, its errors saved, and it is taken back, now or later."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from signatories import questions
from signatories.database import Database
from tests.factories import Make
from tests.import_hand import ImportHand
from ui.places import Place
from ui.widgets.search_box import SearchBox
from ui.widgets.table import Table

TABLE = """Name,Organisation,Country
Anna Berg,Well Fund,Atlantis
Omar Diallo,River Forum,Mali
---,,Mali
"""
ANNA = "Anna Berg,Well Fund,Atlantis\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "members.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def tab_in_sight(hand: ImportHand) -> str:
    (tabs,) = [one for one in hand.window.findChildren(QTabWidget) if one.isVisible()]
    return tabs.tabText(tabs.currentIndex())


def open_questions(database: Database) -> int:
    with database.reading() as session:
        return questions.count(session, 1)


def test_an_import_with_something_to_look_at_says_what_it_did(
    hand: ImportHand, table: Path, database: Database
) -> None:
    hand.open(table)
    hand.press("Import 2 rows")
    said = hand.texts()
    assert "members.csv" in said
    assert "2  New" in said
    assert "1  Cannot be used" in said
    assert "“Atlantis” is no country that we know" in said
    hand.press("Looked at")
    assert open_questions(database) == 0
    assert "Atlantis" not in hand.texts()


def test_the_rows_with_errors_are_saved_to_be_corrected_and_imported_again(
    hand: ImportHand, table: Path
) -> None:
    hand.open(table)
    hand.press("Import 2 rows")
    save_errors(hand, saved := table.with_name("to correct.csv"))
    saved.write_text(saved.read_text("utf-8-sig").replace("---", "Ines Moor"), "utf-8")
    hand.open(saved)
    assert hand.rows("state", "name") == [("New", "Ines Moor")]


def save_errors(hand: ImportHand, file: Path) -> None:
    hand.press("Save the rows with errors")
    (dialog,) = [d for d in hand.page.findChildren(QFileDialog) if d.isVisible()]
    dialog.fileSelected.emit(str(file))
    dialog.close()
    hand.jobs.settle()


def open_record(hand: ImportHand, record: int) -> None:
    hand.window.show_place(Place("imports"))
    hand.jobs.settle()
    hand.table("imports").open_requested.emit(record)
    hand.settle()


def test_the_rows_with_errors_are_saved_after_their_result_was_left(
    hand: ImportHand, table: Path
) -> None:
    hand.open(table)
    hand.press("Import 2 rows")
    hand.press("Close")
    open_record(hand, 1)
    save_errors(hand, saved := table.with_name("to correct.csv"))
    assert "---" in saved.read_text("utf-8-sig")


def test_a_result_whose_rows_are_gone_says_how_they_are_had_again(
    hand: ImportHand, table: Path
) -> None:
    hand.open(table)
    hand.press("Import 2 rows")
    other = table.with_name("others.csv")
    other.write_text("Name,Organisation\nInes Moor,Moor Trust\n---,\n", encoding="utf-8")
    hand.open(other)
    hand.press("Import 1 row")
    open_record(hand, 1)
    assert not hand.button_in_sight("Save the rows with errors…")
    assert "Look at members.csv once more" in hand.texts()

    hand.open(table)
    assert not hand.button("Nothing to import").isEnabled()
    save_errors(hand, saved := table.with_name("to correct.csv"))
    assert "---" in saved.read_text("utf-8-sig")
    assert "Atlantis" not in saved.read_text("utf-8-sig")


def test_an_import_is_taken_back_later_and_says_what_it_kept(
    hand: ImportHand, table: Path, make: Make, database: Database
) -> None:
    hand.open(table)
    hand.press("Import 2 rows")
    hand.press("Close")
    make.confirm(hand.letter, 1)
    hand.window.app.file.look()
    hand.window.show_place(Place("imports"))
    hand.jobs.settle()
    hand.table("imports").open_requested.emit(1)
    hand.jobs.settle()
    hand.press("Undo this import")
    said = hand.texts()
    assert "Kept: Anna Berg" in said
    assert "undone" in said
    hand.press("Redo this import")
    assert "Kept" not in hand.texts()


def test_what_is_taken_back_is_not_counted_otherwise_than_what_came(
    hand: ImportHand, table: Path
) -> None:
    """Beside two signatories the import made people, bodies and questions: nobody was shown those as rows."""
    hand.open(table)
    hand.press("Import 2 rows")
    hand.press("Undo this import")
    said = hand.texts()
    assert "All that it brought or changed is taken back" in said
    assert "rows taken back" not in said


def test_rows_that_were_left_behind_are_named_with_the_reason_and_the_way_on(
    hand: ImportHand, table: Path
) -> None:
    hand.open(table)
    hand.press("Import 2 rows")
    said = hand.texts()
    assert "1 row left behind" in said
    assert "Line 4: " in said
    assert "import that file" in said
    hand.press("Undo this import")
    assert "left behind" not in hand.texts()


def test_an_import_without_anything_to_look_at_leads_to_its_letter(hand: ImportHand) -> None:
    hand.paste("Omar Diallo, River Forum\n")
    hand.press("Import 1 row")
    assert hand.window.stack.place == Place("letter", hand.letter)
    assert tab_in_sight(hand) == "Signatories  1"


def test_what_is_to_be_looked_at_comes_before_the_next_file(
    hand: ImportHand, table: Path, tmp_path: Path
) -> None:
    following = tmp_path / "others.csv"
    following.write_text("Name,Organisation\nInes Moor,Moor Trust\n", encoding="utf-8")
    hand.open(table, following)
    hand.press("Import 2 rows")
    assert "1  Cannot be used" in hand.texts()
    hand.press("Go on with others.csv")
    assert hand.rows("name") == [("Ines Moor",)]


def test_the_next_file_waits_in_the_list_of_imports(
    hand: ImportHand, table: Path, tmp_path: Path
) -> None:
    following = tmp_path / "others.csv"
    following.write_text("Name,Organisation\nInes Moor,Moor Trust\n", encoding="utf-8")
    hand.open(table, following)
    hand.press("Import 2 rows")
    hand.press("Show the signatories")
    assert tab_in_sight(hand) == "Signatories  2"
    hand.window.show_place(Place("imports"))
    hand.settle()
    hand.press("Go on with others.csv")
    assert hand.rows("name") == [("Ines Moor",)]


def test_the_same_rows_again_leave_nothing_to_import(hand: ImportHand) -> None:
    hand.paste("Omar Diallo, River Forum\n")
    hand.press("Import 1 row")
    hand.paste("Omar Diallo, River Forum\n")
    assert not hand.button("Nothing to import").isEnabled()


def test_an_import_in_the_list_is_shown_by_a_button(hand: ImportHand, table: Path) -> None:
    hand.open(table)
    hand.press("Import 2 rows")
    hand.press("Close")
    hand.window.show_place(Place("imports"))
    hand.settle()
    assert not hand.button("Show this import").isEnabled()
    hand.table("imports").selectRow(0)
    hand.press("Show this import")
    assert "2  New" in hand.texts()


def press_show(hand: ImportHand) -> None:
    (show,) = [b for b in hand.page.findChildren(QPushButton) if b.text() == "Show"]
    show.click()
    hand.settle()


def selected_sign_ons(hand: ImportHand) -> list[int]:
    (listed,) = [t for t in hand.window.findChildren(Table, "sign-ons") if t.isVisible()]
    return listed.selected_ids()


def test_a_question_about_a_sign_on_leads_to_it_among_the_signatories(
    hand: ImportHand, table: Path
) -> None:
    table.write_text("Name,Organisation,Country\nOmar Diallo,River Forum,Mali\n" + ANNA, "utf-8")
    hand.open(table)
    hand.press("Import 2 rows")
    press_show(hand)
    assert tab_in_sight(hand) == "Signatories  2"
    assert selected_sign_ons(hand) == [2]


def test_a_question_about_several_sign_ons_shows_them_all_whatever_was_searched(
    hand: ImportHand, table: Path, qtbot: QtBot
) -> None:
    letter = Place("letter", hand.letter, "signatories")
    others = "Ines Moor,Moor Trust,Atlantis\n---,,Mali\n"
    table.write_text(f"Name,Organisation,Country\n{ANNA}Omar Diallo,River Forum,Mali\n{others}")
    hand.open(table)
    hand.press("Import 3 rows")
    hand.window.show_place(letter)
    hand.settle()
    (search,) = [s for s in hand.window.findChildren(SearchBox) if s.isVisible()]
    search.setText("Omar")
    hand.settle()
    open_record(hand, 1)
    press_show(hand)

    def are_selected() -> bool:
        hand.settle()
        return sorted(selected_sign_ons(hand)) == [1, 3]

    qtbot.waitUntil(are_selected, timeout=60_000)  # the pause of the search, however busy it is
