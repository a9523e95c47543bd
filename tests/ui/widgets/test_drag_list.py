"""A short list that is put in order: by key, by mouse, with ticks; the same lines leave it alone."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.drag_list import DragList, Listed

LINES = [Listed("a", "Alpha", ticked=True), Listed("b", "Beta", ticked=False), Listed("c", "<i>")]


@pytest.fixture
def shown(qtbot: QtBot) -> DragList:
    made = DragList("Letters")
    qtbot.addWidget(made)
    made.show_lines(LINES)
    made.show()
    return made


def test_alt_and_an_arrow_move_the_current_line(qtbot: QtBot, shown: DragList) -> None:
    shown.set_current("b")

    with qtbot.waitSignal(shown.reordered) as told:
        qtbot.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert told.args == [["b", "a", "c"]]
    assert shown.current_key() == "b"


def test_the_first_line_goes_no_further_up(qtbot: QtBot, shown: DragList) -> None:
    shown.set_current("a")

    with qtbot.assertNotEmitted(shown.reordered):
        qtbot.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert shown.keys() == ["a", "b", "c"]


def test_a_tick_tells_all_that_are_ticked(qtbot: QtBot, shown: DragList) -> None:
    shown.set_current("b")
    shown.setFocus()

    with qtbot.waitSignal(shown.ticked) as told:
        qtbot.keyClick(shown, Qt.Key.Key_Space)

    assert told.args == [["a", "b"]]


def test_the_current_line_stays_current_among_others(shown: DragList) -> None:
    shown.set_current("b")

    shown.show_lines([Listed("z", "Zeta"), *LINES])

    assert shown.current_key() == "b"
    assert shown.accessibleName() == "Letters"
