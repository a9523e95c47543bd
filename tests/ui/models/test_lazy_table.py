"""The table model and its view, with a handful of rows and with a million."""

from array import array
from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.models.columns import Column
from ui.models.lazy_table import KEPT, WINDOW, LazyTableModel
from ui.widgets.table import Table

MILLION = 1_000_000
COLUMNS = (
    Column[str]("name", "Name", lambda row: row, is_editable=True),
    Column[str]("length", "Length", lambda row: str(len(row)), is_number=True),
    Column[str]("first", "First letter", lambda row: row[:1], is_hidden=True),
)


class Store:
    """Rows by id, and a note of what was read."""

    def __init__(self) -> None:
        self.windows: list[Sequence[int]] = []
        self.deleted: set[int] = set()
        self.words = "row"

    def fetch(self, ids: Sequence[int]) -> Mapping[int, str]:
        self.windows.append(ids)
        return {row_id: f"{self.words} {row_id}" for row_id in ids if row_id not in self.deleted}


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def model(qapp: object, store: Store) -> LazyTableModel[str]:
    return LazyTableModel(COLUMNS, store.fetch)


@pytest.fixture
def table(qtbot: QtBot, model: LazyTableModel[str]) -> Table:
    view = Table(model, "test")
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    return view


def cell(model: LazyTableModel[str], row: int, column: int = 0) -> str | None:
    return model.index(row, column).data()


def test_it_is_a_model_as_qt_expects(
    model: LazyTableModel[str], qtmodeltester: ModelTester
) -> None:
    model.set_ids(array("q", range(1, 30)))
    qtmodeltester.check(model)


def test_rows_are_read_in_windows_when_looked_at(model: LazyTableModel[str], store: Store) -> None:
    model.set_ids(array("q", range(5, 5 + MILLION)))
    assert model.rowCount() == MILLION
    assert store.windows == []
    assert cell(model, 900_007) == "row 900012"
    assert cell(model, 900_150) == "row 900155"
    assert [len(window) for window in store.windows] == [WINDOW]


def test_only_some_rows_are_remembered(model: LazyTableModel[str], store: Store) -> None:
    model.set_ids(array("q", range(MILLION)))
    for row in range(0, KEPT + 2 * WINDOW, WINDOW):
        cell(model, row)
    reads = len(store.windows)
    cell(model, KEPT)
    assert len(store.windows) == reads
    cell(model, 0)
    assert len(store.windows) == reads + 1


def test_a_forgotten_row_is_read_again(model: LazyTableModel[str], store: Store) -> None:
    model.set_ids(array("q", [1, 2, 3]))
    assert cell(model, 1) == "row 2"
    store.words = "changed"
    model.forget([2])
    assert [cell(model, 0), cell(model, 1)] == ["row 1", "changed 2"]


def test_a_row_deleted_meanwhile_is_a_blank_line(model: LazyTableModel[str], store: Store) -> None:
    store.deleted = {2}
    model.set_ids(array("q", [1, 2, 3]))
    assert [cell(model, row) for row in range(3)] == ["row 1", None, "row 3"]


def test_sorting_is_a_wish(qtbot: QtBot, model: LazyTableModel[str], table: Table) -> None:
    with qtbot.waitSignal(model.sort_requested) as wish:
        table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    assert wish.args == ["length", Qt.SortOrder.DescendingOrder]
    assert table.header.isSortIndicatorShown()


def test_an_edit_is_a_wish_and_shows_when_written(qtbot: QtBot, model: LazyTableModel[str]) -> None:
    model.set_ids(array("q", [7]))
    with qtbot.waitSignal(model.edit_requested) as wish:
        model.setData(model.index(0, 0), "new words")
    assert wish.args == [7, "name", "new words"]
    assert cell(model, 0) == "row 7"


def test_all_of_a_million_rows_are_selected_and_counted(
    model: LazyTableModel[str], table: Table, store: Store
) -> None:
    table.set_ids(array("q", range(MILLION)))
    table.selectAll()
    table.grab()
    assert table.selected_count() == MILLION
    assert len(store.windows) <= 2, "selecting reads nothing but what is painted"


def test_the_end_of_a_million_rows_is_painted(table: Table, store: Store) -> None:
    table.set_ids(array("q", range(MILLION)))
    table.scrollToBottom()
    table.grab()
    assert table.rowAt(table.viewport().height() - 5) == MILLION - 1
    assert max(store.windows[-1]) == MILLION - 1


def test_other_rows_keep_the_current_one(table: Table) -> None:
    table.set_ids(array("q", [1, 2, 3, 4]))
    table.selectRow(2)
    table.set_ids(array("q", [9, 3, 1]))
    assert table.current_id() == 3
    assert table.selected_ids() == [3]


def test_other_rows_keep_all_that_are_selected(table: Table) -> None:
    table.set_ids(array("q", range(1, 9)))
    table.show_ids((2, 3, 7))
    table.set_ids(array("q", (9, 7, 3, 1)))
    assert table.selected_ids() == [7, 3]


def test_it_copies_the_shown_columns_as_a_table(table: Table) -> None:
    table.set_ids(array("q", [1, 22]))
    table.selectAll()
    table.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Name\tLength\nrow 1\t5\nrow 22\t6"
    assert "<td>row 22</td><td>6</td>" in data.html()


@pytest.mark.parametrize(
    ("key", "signal", "expected"),
    [
        (Qt.Key.Key_Return, "open_requested", [2]),
        (Qt.Key.Key_Delete, "delete_requested", [[2]]),
        (Qt.Key.Key_K, "search_requested", ["k"]),
    ],
)
def test_keys_do_what_people_expect(
    qtbot: QtBot, table: Table, key: Qt.Key, signal: str, expected: list[object]
) -> None:
    table.set_ids(array("q", [1, 2]))
    table.selectRow(1)
    with qtbot.waitSignal(getattr(table, signal)) as wish:
        qtbot.keyClick(table, key)
    assert wish.args == expected


def field_of(qtbot: QtBot, table: Table, row: int) -> QLineEdit:
    """The field in which a cell of the first column is typed."""
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, 0))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    fields = [one for one in table.viewport().findChildren(QLineEdit) if one.isVisible()]
    return fields[-1]


def test_return_in_a_cell_writes_it_and_opens_nothing(
    qtbot: QtBot, model: LazyTableModel[str], table: Table
) -> None:
    table.set_ids(array("q", [1, 2]))
    field = field_of(qtbot, table, 1)
    assert field.accessibleName() == "Name"
    qtbot.keyClicks(field, "typed")
    with (
        qtbot.assertNotEmitted(table.open_requested),
        qtbot.waitSignal(model.edit_requested) as wish,
    ):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert wish.args == [2, "name", "typed"]
    assert table.hasFocus()


def test_rows_that_come_while_a_cell_is_typed_in_wait_until_it_is_left(
    qtbot: QtBot, model: LazyTableModel[str], table: Table, store: Store
) -> None:
    table.set_ids(array("q", [1, 2]))
    field = field_of(qtbot, table, 1)
    qtbot.keyClicks(field, "half")
    store.words = "changed"
    model.forget_all()
    table.set_ids(array("q", [3, 2, 1]))
    qtbot.keyClicks(field, " typed")
    assert field.isVisible()
    assert field.text() == "half typed"
    assert cell(model, 0) == "changed 1"
    with qtbot.waitSignal(model.edit_requested) as wish:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert wish.args == [2, "name", "half typed"]
    assert list(model.ids) == [3, 2, 1]
    assert table.current_id() == 2


def test_rows_wait_also_for_the_next_cell_that_is_typed_in(
    qtbot: QtBot, model: LazyTableModel[str], table: Table
) -> None:
    table.hideColumn(1)
    table.set_ids(array("q", [1, 2]))
    field = field_of(qtbot, table, 0)
    table.set_ids(array("q", [3, 2, 1]))
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    (following,) = [one for one in table.viewport().findChildren(QLineEdit) if one is not field]
    assert list(model.ids) == [1, 2]
    qtbot.keyClick(following, Qt.Key.Key_Escape)
    assert list(model.ids) == [3, 2, 1]


def test_a_field_that_nobody_typed_in_takes_nothing_back(
    qtbot: QtBot, model: LazyTableModel[str], table: Table, store: Store
) -> None:
    table.set_ids(array("q", [1]))
    field = field_of(qtbot, table, 0)
    store.words = "changed"
    model.forget_all()
    with qtbot.assertNotEmitted(model.edit_requested):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(table.hasFocus)
    assert cell(model, 0) == "changed 1"


def test_hidden_columns_are_chosen_from_the_header(qtbot: QtBot, table: Table) -> None:
    menu = table.header.column_menu()
    assert [action.isChecked() for action in menu.actions()] == [True, True, False]
    menu.actions()[2].trigger()
    assert not table.isColumnHidden(2)
