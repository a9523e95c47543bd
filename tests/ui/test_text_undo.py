"""The keys for undo reach the menu when the focused field has nothing to undo."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.text_undo import TextField, UndoKeys, focused_field


@pytest.fixture
def keys(qapp: QApplication) -> Iterator[None]:
    filtering = UndoKeys()
    qapp.installEventFilter(filtering)
    yield
    qapp.removeEventFilter(filtering)


@pytest.mark.parametrize("make_field", [QLineEdit, QPlainTextEdit])
def test_the_field_is_asked_first_and_the_menu_after(
    qtbot: QtBot, keys: None, make_field: type[TextField]
) -> None:
    window = QWidget()
    field = make_field()
    QVBoxLayout(window).addWidget(field)
    undone: list[bool] = []
    action = QAction("Undo", window)
    action.setShortcut(QKeySequence.StandardKey.Undo)
    action.triggered.connect(lambda: undone.append(True))
    window.addAction(action)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    qtbot.keyClicks(field, "a")
    assert focused_field() is field
    qtbot.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))
    assert (focused_field(), undone) == (None, [])
    qtbot.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))
    assert undone == [True]
