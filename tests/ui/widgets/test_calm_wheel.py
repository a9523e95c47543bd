"""The wheel scrolls a panel, and changes none of the fields that it passes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.captioned import narrow, stepped


def box() -> QComboBox:
    made = narrow(QComboBox())
    made.addItems(["One", "Two", "Three"])
    made.setCurrentIndex(1)
    return made


@pytest.mark.parametrize(
    "field",
    [box, lambda: stepped(QSpinBox(value=5)), lambda: stepped(QDateEdit())],
    ids=["choice", "number", "day"],
)
def test_the_wheel_changes_no_field_that_it_passes(qtbot: QtBot, field: type[QWidget]) -> None:
    shown = field()
    qtbot.addWidget(shown)
    shown.show()
    shown.clearFocus()
    before = shown.grab().toImage()
    place = QPointF(5, 5)
    event = QWheelEvent(
        place,
        shown.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(shown, event)

    assert shown.grab().toImage() == before
