"""One of a few things, shown as pictures: by mouse, and by the arrow keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ui.widgets.tiles import Tile, Tiles


@pytest.fixture
def tiles(qtbot: QtBot) -> Tiles:
    made = Tiles("Shape", [Tile(1, "Round", "form-logos"), Tile(2, "Square", "form-cards")], 2)
    qtbot.addWidget(made)
    made.set_value(1)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def button(tiles: Tiles, words: str) -> QToolButton:
    return next(one for one in tiles.findChildren(QToolButton) if one.text() == words)


def test_a_click_chooses(qtbot: QtBot, tiles: Tiles) -> None:
    with qtbot.waitSignal(tiles.chosen) as told:
        qtbot.mouseClick(button(tiles, "Square"), Qt.MouseButton.LeftButton)

    assert told.args == [2]
    assert not button(tiles, "Round").isChecked()


def test_the_arrows_choose(qtbot: QtBot, tiles: Tiles) -> None:
    button(tiles, "Round").setFocus()

    with qtbot.waitSignal(tiles.chosen) as told:
        qtbot.keyClick(button(tiles, "Round"), Qt.Key.Key_Right)

    assert told.args == [2]
