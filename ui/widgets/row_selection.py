"""Which rows of a table are selected, and the selection that some rows make: by ranges, so that a million are quick."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionRange


def rows_in(selection: QItemSelection) -> Iterator[int]:
    """Return the places of the selected rows, from the top."""
    for part in sorted(_parts(selection), key=lambda part: part.top()):
        yield from range(part.top(), part.bottom() + 1)


def count_of(selection: QItemSelection) -> int:
    """Count the selected rows."""
    return sum(part.height() for part in _parts(selection))


def whole_rows(model: QAbstractItemModel, rows: Iterable[int]) -> QItemSelection:
    """Return these rows, to be selected at once: one by one, three thousand take six seconds."""
    last = model.columnCount() - 1
    selection = QItemSelection()
    for row in rows:
        selection.append(QItemSelectionRange(model.index(row, 0), model.index(row, last)))
    return selection


def _parts(selection: QItemSelection) -> list[QItemSelectionRange]:
    parts = [selection.at(number) for number in range(selection.count())]
    return [part for part in parts if part.left() == 0]
