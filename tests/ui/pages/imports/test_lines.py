"""Lines pasted into a letter: taken apart in colour, put right once for all alike, left out, taken back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from signatories import undoing
from signatories.database import Database
from signatories.models import SignOn
from signatories.printed_lines import printed
from tests.import_hand import ImportHand
from ui.pages.imports.paste_field import PasteField

LINES = """Ama Boateng, Baobab Tree, Accra Circle
Lucía Ferreyra, Ley Line, Red Circle
Jonas Weidl, River Forum
"""
"""The middle parts are names of groups; taken for organisations, they take the last part with them."""


def pieces(hand: ImportHand) -> list[str]:
    return [c.accessibleName() for c in hand.page.findChildren(type(hand.combo("The rows are")))]


def signed(database: Database) -> list[tuple[str, str, str]]:
    with database.reading() as session:
        lines = [
            printed(session, sign_on, "en")
            for sign_on in session.scalars(select(SignOn).order_by(SignOn.place))
        ]
    return [(line.name, line.role, line.organisation) for line in lines]


def test_a_correction_of_one_line_applies_to_all_that_are_built_alike(
    hand: ImportHand, database: Database
) -> None:
    hand.paste(LINES)
    hand.focus(0)
    assert "a correction applies to 2 rows built like this" in hand.texts()
    hand.choose("What “Baobab Tree” is", "role")
    assert hand.rows("name", "role", "organisation") == [
        ("Ama Boateng", "Baobab Tree", "Accra Circle"),
        ("Lucía Ferreyra", "Ley Line", "Red Circle"),
        ("Jonas Weidl", "", "River Forum"),
    ]
    assert [confidence for (confidence,) in hand.rows("confidence")][:2] == ["100 %", "100 %"]
    hand.press("Import 3 rows")
    assert signed(database)[1] == ("Lucía Ferreyra", "Ley Line", "Red Circle")
    undoing.undo(database)
    assert signed(database) == []


def test_lines_are_pasted_corrected_imported_and_taken_back_by_keys_alone(
    hand: ImportHand, qtbot: QtBot, database: Database
) -> None:
    window = hand.window
    window.show()
    window.activateWindow()
    QGuiApplication.clipboard().setText(LINES)
    window.sidebar.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    while window.focusWidget() is not hand.combo("What “Baobab Tree” is"):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    for _ in range(2):  # over the role to the name
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Up)
        hand.settle()
    assert window.focusWidget() is hand.combo("What “Baobab Tree” is")
    assert hand.rows("role") == [("",), ("",), ("",)]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    hand.settle()
    assert hand.rows("role") == [("Baobab Tree",), ("Ley Line",), ("",)]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    assert len(signed(database)) == 3
    window.menu_actions["undo"].trigger()
    hand.settle()
    assert signed(database) == []


def test_the_row_in_focus_stays_in_focus_after_a_correction(hand: ImportHand) -> None:
    hand.paste(LINES)
    hand.focus(1)
    hand.choose("What “Ley Line” is", "role")
    assert hand.table().currentIndex().row() == 1
    assert hand.combo("What “Ley Line” is").currentData() == "role"


def test_rows_are_left_out_and_taken_in_again_without_comparing_again(
    hand: ImportHand, database: Database
) -> None:
    hand.paste(LINES)
    hand.focus(0, 2)
    hand.table().delete_requested.emit(hand.table().selected_ids())
    assert hand.states()[0] == hand.states()[2] == "Left out"
    assert hand.button("Import 1 row").isEnabled()
    hand.focus(2)
    hand.table().delete_requested.emit(hand.table().selected_ids())
    assert "Left out" not in hand.states()[2]
    hand.press("Import 2 rows")
    assert [name for name, _, _ in signed(database)] == ["Lucía Ferreyra", "Jonas Weidl"]


def test_a_choice_about_a_row_outlives_another_look(hand: ImportHand) -> None:
    hand.paste(LINES)
    hand.focus(2)
    hand.table().delete_requested.emit(hand.table().selected_ids())
    hand.focus(0)
    hand.choose("What “Baobab Tree” is", "role")
    assert hand.states()[2] == "Left out"


def test_all_duplicates_are_left_out_by_one_press(hand: ImportHand, database: Database) -> None:
    hand.paste("Jonas Weidl, River Forum\n")
    hand.press("Import 1 row")
    hand.paste("Jonas Weidl, Treasurer, River Forum\nAma Boateng, Well Fund\n")
    assert hand.states()[0].startswith("Duplicate?")
    hand.press("Leave out all duplicates")
    assert hand.states()[0] == "Left out"
    hand.press("Import 1 row")
    assert [name for name, _, _ in signed(database)] == ["Jonas Weidl", "Ama Boateng"]


def test_what_becomes_of_a_row_says_what_is_chosen_for_all(hand: ImportHand) -> None:
    hand.paste("Anna Berg, Director, Well Fund\nAnna Berg, Treasurer, Well Fund\n")
    hand.focus(1)
    choice = hand.combo("What becomes of this row")
    assert choice.currentText() == "Add it (as for all)"
    hand.choose("When one may be there already", "skip")
    hand.focus(1)
    assert choice.currentText() == "Leave it out (as for all)"


def test_an_earlier_row_that_may_be_the_same_is_named_by_its_line(hand: ImportHand) -> None:
    hand.paste("Anna Berg, Director, Well Fund\nAnna Berg, Treasurer, Well Fund\n")
    ((_, said),) = [row for row in hand.rows("state", "problems") if row[0] == "Duplicate?"]
    assert said.startswith("Line 1, Anna Berg")


def test_a_long_word_stays_in_one_piece(qtbot: QtBot) -> None:
    field = PasteField()
    qtbot.addWidget(field)
    field.resize(160, 100)
    field.setPlainText("annabergofthesecretariatinaccra")
    field.show()
    assert field.document().firstBlock().layout().lineCount() == 1
