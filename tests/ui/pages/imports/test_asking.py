"""What an import asks for: a letter, a column of names, what a column is. Nobody is left without a way on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from signatories.progress import Cancelled
from tests.factories import LETTER, Make
from tests.fakes import ImmediateJobs
from tests.import_hand import ImportHand
from ui import operations
from ui.application import Application
from ui.dialogs.new_letter import NewLetterDialog
from ui.main_window import MainWindow
from ui.pages.imports import ImportsPage, part_in_sight
from ui.pages.imports.choices_panel import ChoicesPanel
from ui.pages.imports.looking import Look, Reading
from ui.places import Place

LINES = "Anna Berg, Director, Well Fund\nOmar Diallo, River Forum\n"
CODES = "Alpha,Beta,Gamma\nx1,10,20\nx2,11,21\nx3,12,22\n"
FORM = "Response ID,Name,Organisation\n1,Anna Berg,Well Fund\n"
SWAPPED = """name,organisation
Well Fund Foundation,Anna Berg
River Forum Association,Omar Diallo
Institute of Tides,Ines Moor
Network for Wells,Lucía Ferreyra
"""


def begin_without_letter(hand: ImportHand, *readings: Reading) -> None:
    hand.window.incoming.begin(*readings)
    hand.settle()


@pytest.fixture
def swapped(hand: ImportHand, tmp_path: Path) -> ImportHand:
    file = tmp_path / "swapped.csv"
    file.write_text(SWAPPED, encoding="utf-8")
    hand.open(file)
    return hand


def test_the_only_letter_is_taken_for_signatories(hand: ImportHand) -> None:
    begin_without_letter(hand, Reading(text=LINES))
    assert hand.combo("For the letter").currentData() == "1"
    assert hand.states() == ["New", "New"]


def test_of_several_letters_somebody_chooses(
    hand: ImportHand, make: Make, app: Application
) -> None:
    second = make.letter(title="Another letter")
    app.file.look()
    hand.settle()
    begin_without_letter(hand, Reading(text=LINES))
    assert "Choose the letter on the left." in hand.texts()
    hand.choose("For the letter", str(second))
    assert hand.states() == ["New", "New"]


def test_whoever_is_typing_goes_on_typing_while_a_letter_is_asked_for(
    hand: ImportHand, make: Make, app: Application, qtbot: QtBot
) -> None:
    make.letter(title="Another letter")
    app.file.look()
    hand.settle()
    begin_without_letter(hand, Reading())
    (field,) = hand.page.findChildren(QPlainTextEdit)
    (choices,) = hand.page.findChildren(ChoicesPanel)
    with qtbot.waitSignal(choices.reading_changed, timeout=60_000):
        qtbot.keyClicks(field, "Anna Berg, Well Fund")
    hand.settle()
    assert "Choose the letter on the left." in hand.texts()
    assert hand.window.focusWidget() is field
    begin_without_letter(hand, Reading(text=LINES))
    assert hand.window.focusWidget() is hand.combo("For the letter")


def test_a_letter_that_is_made_meanwhile_is_the_one_that_was_missing(
    window: MainWindow, app: Application, jobs: ImmediateJobs
) -> None:
    hand = ImportHand(window, jobs)
    begin_without_letter(hand, Reading(text=LINES))
    assert "There is no letter yet" in hand.texts()
    operations.letters.add(app, LETTER)
    hand.settle()
    window.show_place(Place("letters"))
    window.show_place(Place("imports"))
    hand.settle()
    hand.press("Go on with the pasted text")
    assert hand.combo("For the letter").currentText() == LETTER.title
    assert hand.states() == ["New", "New"]


def test_the_letter_that_is_missing_is_begun_where_it_is_missed(
    window: MainWindow, jobs: ImmediateJobs
) -> None:
    hand = ImportHand(window, jobs)
    begin_without_letter(hand, Reading(text=LINES))
    assert not hand.combo("For the letter").isVisible()
    hand.press("New letter")
    (dialog,) = hand.page.findChildren(NewLetterDialog)
    dialog.fill({"title": "Water for all", "language": "en"})
    dialog.accept()
    hand.settle()
    assert hand.combo("For the letter").currentText() == "Water for all"
    assert hand.states() == ["New", "New"]


def test_after_a_stop_the_rows_are_looked_at_again_on_demand(
    hand: ImportHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_looked_at: object) -> Look:
        raise Cancelled

    with monkeypatch.context() as patched:
        patched.setattr(part_in_sight, "look", stopped)
        hand.paste(LINES)
    assert "Stopped" in hand.texts()
    hand.window.show()
    hand.button("Look again").setFocus()
    hand.press("Look again")
    assert hand.states() == ["New", "New"]
    assert hand.window.focusWidget() is hand.table()


def test_a_file_that_could_not_be_read_is_looked_at_again_when_it_is_mended(
    hand: ImportHand, tmp_path: Path
) -> None:
    file = tmp_path / "members.csv"
    hand.open(file)
    file.write_text("Name,Organisation\nInes Moor,Moor Trust\n", encoding="utf-8")
    hand.press("Look again")
    assert hand.rows("name") == [("Ines Moor",)]
    assert not hand.button_in_sight("Look again")


def test_a_form_that_has_grown_is_for_the_letter_that_it_was_for(
    hand: ImportHand, make: Make, app: Application, tmp_path: Path
) -> None:
    first, grown = tmp_path / "answers.csv", tmp_path / "answers of Friday.csv"
    first.write_text(FORM, encoding="utf-8")
    grown.write_text(FORM + "2,Omar Diallo,River Forum\n", encoding="utf-8")
    make.letter(title="Another letter")
    app.file.look()
    hand.settle()
    hand.open(first)
    hand.press("Import 1 row")
    begin_without_letter(hand, Reading((grown,)))
    assert hand.combo("For the letter").currentData() == "1"
    assert hand.states() == ["The same", "New"]
    hand.choose("The rows are", "people")
    assert not hand.combo("For the letter").isVisible()


def test_letters_made_meanwhile_leave_the_chosen_one_chosen(
    hand: ImportHand, make: Make, app: Application
) -> None:
    hand.paste(LINES)
    make.letter(title="Another letter")
    app.file.look()
    hand.settle()
    letters = hand.combo("For the letter")
    assert letters.currentData() == "1"
    assert letters.findText("Another letter") > 0


def test_a_table_that_names_nobody_lets_a_column_of_names_be_chosen(
    hand: ImportHand, tmp_path: Path
) -> None:
    file = tmp_path / "codes.csv"
    file.write_text(CODES, encoding="utf-8")
    hand.open(file)
    assert "Which column holds the names?" in hand.texts()
    assert "--map" not in hand.texts()
    hand.choose("Alpha", "name")
    assert hand.rows("name") == [("x1",), ("x2",), ("x3",)]


def test_what_was_found_by_looking_is_said(hand: ImportHand) -> None:
    hand.paste(LINES)
    assert hand.combo("The rows are").currentText() == "Signatories, by the look of the rows"


def test_a_question_about_columns_speaks_of_fields_as_the_window_does(swapped: ImportHand) -> None:
    assert "1 question about columns, on the left." in swapped.texts()
    swapped.press("Leave as it is")
    assert "question about columns" not in swapped.texts()
    assert swapped.rows("name", "organisation")[0] == ("Well Fund Foundation", "Anna Berg")


def test_a_question_further_down_is_brought_into_sight(swapped: ImportHand) -> None:
    swapped.press("Show the question")
    answer = swapped.window.focusWidget()
    assert isinstance(answer, QPushButton)
    assert answer.text() == "Swap them"
    assert not answer.visibleRegion().isEmpty()
    swapped.press("Swap them")
    assert not swapped.button_in_sight("Show the question")


def test_only_columns_with_something_in_them_are_shown(swapped: ImportHand) -> None:
    names = [column.name for column in swapped.table().model().columns]
    assert names == ["line", "state", "name", "problems", "organisation"]


def test_escape_keeps_what_was_begun_and_ctrl_enter_imports(hand: ImportHand, qtbot: QtBot) -> None:
    page = begun(hand)
    qtbot.keyClick(hand.table(), Qt.Key.Key_Escape)
    assert not page.is_looking
    hand.press("Go on with the pasted text")
    assert page.is_looking
    qtbot.keyClick(hand.table(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    assert hand.window.stack.place == Place("letter", 1)


def begun(hand: ImportHand) -> ImportsPage:
    hand.window.activateWindow()
    hand.paste(LINES)
    return hand.page


def test_tab_goes_from_left_to_right_and_the_import_comes_last(hand: ImportHand) -> None:
    hand.paste(LINES)
    hand.focus(1)
    import_button, table = hand.button("Import 2 rows"), hand.table()
    stops = [
        hand.combo("For the letter"),
        hand.button("2  New"),
        table,
        hand.combo("What “River Forum” is"),
        hand.combo("What becomes of this row"),
        hand.button("Cancel"),
        import_button,
    ]
    order = chain_from(stops[0])
    assert [order.index(stop) for stop in stops] == sorted(order.index(stop) for stop in stops)


def chain_from(start: QWidget) -> list[QWidget]:
    found = [start]
    while (following := found[-1].nextInFocusChain()) is not start:
        found.append(following)
    return found
