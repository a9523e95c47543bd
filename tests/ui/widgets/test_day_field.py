"""A day is typed into a field that has room for it, and is kept while it is being typed."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from ui.widgets.day_field import DayField

DAY = dt.date(2026, 11, 2)


@pytest.mark.parametrize("size", [10, 16, 24])
def test_a_day_has_room_in_every_size_of_text(qtbot: QtBot, size: int) -> None:
    field = DayField("None")
    qtbot.addWidget(field)
    font = QFont(field.font())
    font.setPointSize(size)
    field.setFont(font)
    field.show_day(DAY)
    field.adjustSize()
    field.show()
    field.setCursorPosition(0)
    at_start = field.cursorRect().left()
    field.end(False)
    width = field.fontMetrics().horizontalAdvance(field.text())
    assert field.cursorRect().left() - at_start >= width - 2


def test_what_is_typed_stays_until_it_is_a_day(qtbot: QtBot) -> None:
    field = DayField("None")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "2 Nov 20")
    field.show_day(None)
    assert field.text() == "2 Nov 20"

    qtbot.keyClicks(field, "26")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.show_day(field.day)
    assert field.text() == "2 Nov 2026"
