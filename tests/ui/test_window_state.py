"""What is remembered between two starts."""

from array import array
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from ui.models.columns import Column
from ui.models.lazy_table import LazyTableModel
from ui.widgets.table import Table
from ui.window_state import WindowState

COLUMNS = [Column[str](name, name.title(), lambda row: row) for name in ("one", "two", "three")]


def state(path: Path) -> WindowState:
    return WindowState(QSettings(str(path / "window.ini"), QSettings.Format.IniFormat))


def table(qtbot: QtBot, columns: list[Column[str]]) -> Table:
    made = Table(LazyTableModel(columns, lambda _ids: {}), "things")
    made.set_ids(array("q"))
    qtbot.addWidget(made)
    return made


def test_chosen_columns_and_widths_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    first = table(qtbot, COLUMNS)
    state(tmp_path).remember_table(first)
    first.column_menu().actions()[1].trigger()
    first.setColumnWidth(0, 234)
    again = table(qtbot, COLUMNS)
    state(tmp_path).remember_table(again)
    assert again.isColumnHidden(1)
    assert again.columnWidth(0) == 234


def test_other_columns_start_afresh(qtbot: QtBot, tmp_path: Path) -> None:
    first = table(qtbot, COLUMNS)
    state(tmp_path).remember_table(first)
    first.column_menu().actions()[1].trigger()
    again = table(qtbot, COLUMNS[:2])
    state(tmp_path).remember_table(again)
    assert not again.isColumnHidden(1)


def test_a_splitter_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    places = []
    for _ in range(2):
        splitter = QSplitter()
        qtbot.addWidget(splitter)
        for _ in range(2):
            splitter.addWidget(QWidget())
        splitter.resize(600, 100)
        splitter.show()
        state(tmp_path).remember_splitter(splitter, "parts")
        places.append(splitter.sizes())
        splitter.moveSplitter(150, 1)
    assert places[0] != places[1]
    assert places[1][0] == pytest.approx(150, abs=4)


@pytest.mark.parametrize("stored", ["", 7, "nonsense"])
def test_a_wrong_value_reads_as_none(qtbot: QtBot, tmp_path: Path, stored: object) -> None:
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    store.setValue("columns/things/3", stored)
    store.setValue("last file", 7)
    made = table(qtbot, COLUMNS)
    remembered = WindowState(store)
    remembered.remember_table(made)
    assert not made.isColumnHidden(1)
    assert remembered.last_file in (None, Path("7"))
