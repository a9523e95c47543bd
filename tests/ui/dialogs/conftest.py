"""What a dialog stands over."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """What a dialog opens over: the dialog deletes itself when it is closed."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made
