"""A list to tick: any number of lines, found by typing parts of them, accents and case ignored."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from signatories.collation import fold
from ui.models.choices import Choice
from ui.theme import GRID, ROW_HEIGHT

ROWS = 6  # in sight
CHECKED, PARTLY, UNCHECKED = (
    Qt.CheckState.Checked,
    Qt.CheckState.PartiallyChecked,
    Qt.CheckState.Unchecked,
)


class CheckList(QWidget):
    """Lines with a box each: ticked, not, or partly where it is so for some of many records."""

    edited = Signal()

    def __init__(
        self,
        choices: Iterable[Choice],
        ticked: Collection[str],
        partly: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._begun: dict[str, Qt.CheckState] = {}
        self._filter = self._build_filter()
        self._list = QListWidget()
        self._list.setUniformItemSizes(True)
        for choice in choices:
            state = CHECKED if choice.value in ticked else UNCHECKED
            self._add(choice, PARTLY if choice.value in partly else state)
        self._list.setFixedHeight(ROWS * ROW_HEIGHT + GRID // 2)
        self._list.itemChanged.connect(self.edited)
        self.setFocusProxy(self._filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._filter)
        column.addWidget(self._list)

    def setAccessibleName(self, name: str) -> None:
        """Name the list, which is what is read out."""
        super().setAccessibleName(name)
        self._list.setAccessibleName(name)

    def changed(self) -> dict[str, bool]:
        """Return which lines were ticked or unticked, by value."""
        items = (self._list.item(row) for row in range(self._list.count()))
        states = {item.data(Qt.ItemDataRole.UserRole): item.checkState() for item in items}
        return {
            value: state == CHECKED
            for value, state in states.items()
            if state != self._begun[value]
        }

    def _build_filter(self) -> QLineEdit:
        words = QLineEdit(clearButtonEnabled=True)
        words.setPlaceholderText(self.tr("Find in the list"))
        words.setAccessibleName(self.tr("Find in the list"))
        words.textChanged.connect(self._show_found)
        return words

    def _add(self, choice: Choice, state: Qt.CheckState) -> None:
        item = QListWidgetItem(choice.words, self._list)
        item.setData(Qt.ItemDataRole.UserRole, choice.value)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(state)
        item.setSizeHint(QSize(0, ROW_HEIGHT))
        self._begun[choice.value] = state

    def _show_found(self, text: str) -> None:
        words = fold(text).split()
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(not all(word in fold(item.text()) for word in words))
