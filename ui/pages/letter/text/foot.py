"""What stands below the text: a way to its fields, what is wrong or not saved, and the buttons for that."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import GRID
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.labels import small_label


class TextFoot(QWidget):
    """Wishes for fields, and to save or discard what is typed."""

    fields_requested = Signal()
    discard_requested = Signal()
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = quiet_button(self.tr("Insert a field"), "field")
        self._fields.setToolTip(self.tr("Ctrl+Space does the same where you type"))
        self._state = small_label(wrap=True)
        self._discard = quiet_button(self.tr("Discard"))
        self._save = primary_button(self.tr("Save"))
        keys = QKeySequence(QKeySequence.StandardKey.Save)
        native = QKeySequence.SequenceFormat.NativeText
        self._save.setToolTip(self.tr("Save the text ({keys})").format(keys=keys.toString(native)))
        self._fields.clicked.connect(self.fields_requested)
        self._discard.clicked.connect(self.discard_requested)
        self._save.clicked.connect(self.save_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._fields)
        row.addWidget(self._state, 1)
        row.addWidget(self._discard)
        row.addWidget(self._save)

    def set_frozen(self, is_frozen: bool) -> None:
        """Offer no fields for a text that is read only."""
        self._fields.setEnabled(not is_frozen)

    def show_state(self, problem: str, *, is_edited: bool, can_save: bool) -> None:
        """Show what is wrong, else whether something is not saved."""
        self._state.setText(problem or (self.tr("Not saved yet") if is_edited else ""))
        self._state.setProperty("role", "danger" if problem else "muted")
        self._state.style().polish(self._state)
        self._save.setEnabled(can_save)
        self._discard.setVisible(is_edited)
