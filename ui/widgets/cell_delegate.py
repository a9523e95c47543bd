"""The field in which a table's cell is typed."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex

_GIVEN = "given"  # the property of a field that says what it was filled with


class CellDelegate(QStyledItemDelegate):
    """Fills a cell's field once, and takes from it only what somebody typed."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the field, with the column's title as its name for screen readers."""
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(
            index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        )
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.setProperty(_GIVEN, editor.text())
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave what is typed as it is: Qt asks for this whenever rows are read again."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed; an untouched field would take back what was changed meanwhile."""
        if isinstance(editor, QLineEdit) and editor.text() != editor.property(_GIVEN):
            super().setModelData(editor, model, index)
