"""The search box asks once per pause, and at once when told."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.search_box import SearchBox


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    made = SearchBox("Search")
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_asks_once_after_a_pause(qtbot: QtBot, box: SearchBox) -> None:
    asked: list[str] = []
    box.searched.connect(asked.append)
    with qtbot.waitSignal(box.searched):
        qtbot.keyClicks(box, "ghana")
    assert asked == ["ghana"]


def test_enter_and_escape_ask_at_once_and_never_twice(qtbot: QtBot, box: SearchBox) -> None:
    asked: list[str] = []
    box.searched.connect(asked.append)
    qtbot.keyClicks(box, "gh")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert asked == ["gh", ""]


def test_a_letter_typed_elsewhere_is_taken_over(qtbot: QtBot, box: SearchBox) -> None:
    box.take("g")
    qtbot.keyClicks(box, "h")
    assert box.text() == "gh"
