"""Items go on in another line where there is no more room in one, mirrored where writing is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow_layout import FlowLayout

WIDE, NARROW = 400, 220  # pixels: room for three items of a hundred each, and for two


@pytest.fixture
def whole(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    layout = FlowLayout(shown)
    for _ in range(3):
        item = QWidget()
        item.setFixedSize(100, 20)
        layout.addWidget(item)
    return shown


def places(whole: QWidget, width: int) -> list[tuple[int, int]]:
    whole.resize(width, 100)
    whole.show()
    layout = whole.layout()
    assert layout is not None
    layout.activate()
    return [(item.x(), item.y()) for item in whole.findChildren(QWidget)]


def test_items_stand_side_by_side_where_there_is_room(whole: QWidget) -> None:
    assert places(whole, WIDE) == [(0, 0), (108, 0), (216, 0)]
    assert whole.heightForWidth(WIDE) == 20


def test_what_has_no_room_goes_into_another_line(whole: QWidget) -> None:
    assert places(whole, NARROW) == [(0, 0), (108, 0), (0, 28)]
    assert whole.heightForWidth(NARROW) == 48


def test_they_begin_on_the_right_in_languages_written_from_there(whole: QWidget) -> None:
    whole.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert places(whole, NARROW) == [(120, 0), (12, 0), (120, 28)]
