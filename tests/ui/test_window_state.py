"""What is remembered between two starts."""

from array import array
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from ui.models.columns import Column
from ui.models.lazy_table import LazyTableModel
from ui.widgets.kept_state import PAUSE, KeptState
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


def finish(widget: QWidget) -> None:
    widget.findChildren(KeptState)[0].finish()


def test_chosen_columns_and_widths_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    first = table(qtbot, COLUMNS)
    state(tmp_path).remember_table(first)
    first.header.column_menu().actions()[1].trigger()
    first.setColumnWidth(0, 234)
    finish(first)
    again = table(qtbot, COLUMNS)
    state(tmp_path).remember_table(again)
    assert again.isColumnHidden(1)
    assert again.columnWidth(0) == 234


def test_other_columns_start_afresh(qtbot: QtBot, tmp_path: Path) -> None:
    first = table(qtbot, COLUMNS)
    state(tmp_path).remember_table(first)
    first.header.column_menu().actions()[1].trigger()
    finish(first)
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
        finish(splitter)
    assert places[0] != places[1]
    assert places[1][0] == pytest.approx(150, abs=4)


class CountingStore(QSettings):
    """Counts what is written."""

    written = 0

    def setValue(self, key: str, value: object) -> None:
        self.written += 1
        super().setValue(key, value)


def test_a_column_that_is_pulled_is_written_once_it_rests(qtbot: QtBot, tmp_path: Path) -> None:
    store = CountingStore(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    pulled = table(qtbot, COLUMNS)
    WindowState(store).remember_table(pulled)
    for width in range(100, 120):
        pulled.setColumnWidth(0, width)
    assert store.written == 0
    qtbot.waitUntil(lambda: store.written > 0)
    finish(pulled)
    assert store.written == 1
    again = table(qtbot, COLUMNS)
    state(tmp_path).remember_table(again)
    assert again.columnWidth(0) == 119


def test_a_header_that_is_gone_is_asked_for_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    """Signals still come while a table goes, its header before it; an exception in a slot fails the test."""
    going = table(qtbot, COLUMNS)
    state(tmp_path).remember_table(going)
    going.setHorizontalHeader(QHeaderView(Qt.Orientation.Horizontal))
    going.columns_changed.emit()
    shiboken6.delete(going)
    qtbot.wait(PAUSE + 50)
    assert not state(tmp_path).remember_table(table(qtbot, COLUMNS))


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
