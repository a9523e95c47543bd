"""A line of text with its parts in colour, and underlined each in a way of its own: colour never speaks alone."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from ui.models.lazy_table import LazyTableModel
from ui.theme import GRID, colour
from ui.widgets.cell_delegate import CellDelegate

Piece = tuple[
    str | None, str
]  # the field that a piece of the text is (None: it stands between them), and the piece

_Line = QTextCharFormat.UnderlineStyle
MARKS = {
    "name": ("part_name", _Line.SingleUnderline),
    "role": ("part_role", _Line.DashUnderline),
    "organisation": ("part_organisation", _Line.DotLine),
    "country": ("part_country", _Line.DashDotLine),
    "city": ("part_country", _Line.DashDotDotLine),
    "email": ("part_role", _Line.WaveUnderline),
}
"""How the parts are told apart: the role of their colour, and the line beneath them."""


class LinePartsDelegate(CellDelegate):
    """Paints the cells of a column as pieces of text, cut off at the end where there is no room."""

    def __init__(
        self, pieces: Callable[[Any], Sequence[Piece]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pieces = pieces

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground and focus as the style does, and the pieces over them."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        pieces = self._pieces_at(index)
        cell.text = ""
        style = cell.widget.style() if cell.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        painter.save()
        painter.setFont(cell.font)
        painter.setPen(colour("text"))
        _draw(painter, cell.rect.adjusted(GRID // 2, 0, -GRID // 2, 0), pieces)
        painter.restore()

    def _pieces_at(self, index: QModelIndex | QPersistentModelIndex) -> Sequence[Piece]:
        model = index.model()
        row = model.row_at(index.row()) if isinstance(model, LazyTableModel) else None
        return self._pieces(row) if row is not None else ()


class LineParts(QWidget):
    """Shows pieces of text in one line, such as what each colour stands for."""

    def __init__(self, pieces: Sequence[Piece], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces = pieces
        self.setAccessibleName("".join(text for _, text in pieces))
        self.setMinimumHeight(QFontMetrics(self.font()).height() + GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pieces over the whole widget."""
        painter = QPainter(self)
        painter.setPen(colour("muted"))
        _draw(painter, self.rect(), self._pieces)
        painter.end()


def formats(pieces: Sequence[Piece]) -> list[QTextLayout.FormatRange]:
    """Return the marks of each part by its place."""
    found, start = [], 0
    for field, text in pieces:
        length = len(text.encode("utf-16-le")) // 2  # Qt counts in UTF-16
        if field is not None and field in MARKS:
            role, line = MARKS[field]
            look = QTextCharFormat()
            look.setUnderlineStyle(line)
            look.setForeground(colour(role))
            marked = QTextLayout.FormatRange()
            marked.start, marked.length, marked.format = start, length, look
            found.append(marked)
        start += length
    return found


def _draw(painter: QPainter, space: QRect, pieces: Sequence[Piece]) -> None:
    text = "".join(text for _, text in pieces).replace("\n", " ").replace("\t", " ")
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, space.width())
    layout = QTextLayout(shown, painter.font(), painter.device())
    layout.setTextOption(_one_line())
    layout.setFormats(formats(pieces))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(space.width())
    layout.endLayout()
    top = space.top() + (space.height() - line.height()) / 2
    painter.setClipRect(space)
    layout.draw(painter, QPointF(space.left(), top))


def _one_line() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option
