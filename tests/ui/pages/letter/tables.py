"""The one table that a tab of the letter's page shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from tests.ui.pages.letter.hand import Hand


def table(hand: Hand) -> QTableView:
    (found,) = [one for one in hand.page.findChildren(QTableView) if one.isVisible()]
    return found


def place_of(hand: Hand, title: str) -> int:
    """The number of a column."""
    model = table(hand).model()
    titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    return titles.index(title)


def shown(hand: Hand, title: str) -> list[str]:
    """The cells of a column, as they stand in the table."""
    model, place = table(hand).model(), place_of(hand, title)
    return [model.index(row, place).data() for row in range(model.rowCount())]
