"""What the dialogs for one record share: a form, problems beside their fields, a draft out."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from signatories.texts import Message
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.form import Form
from ui.widgets.labels import label

WIDTH = 560
LINES = 3  # of a field for several lines


@runtime_checkable
class Draft(Protocol):
    """Values that know what is wrong with them. Others are good as they are."""

    def problems(self) -> dict[str, Message]:
        """Say what must be mended, by field."""


class RecordDialog(QDialog):
    """Fields by name, filled from a draft and read back into one. Knows no database."""

    drafted = Signal(object)

    def __init__(
        self, *, is_new: bool = False, verb: str = "", parent: QWidget | None = None
    ) -> None:
        """`verb` is what the button says, where it is neither Add nor Save."""
        super().__init__(parent)
        self.setMinimumWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form()
        self._readers: dict[str, Callable[[], str]] = {}
        self._writers: dict[str, Callable[[str], object]] = {}
        self._words = label(wrap=True)
        self._words.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(3 * GRID)
        layout.addWidget(self._words)
        layout.addWidget(self.form)
        layout.addStretch(1)
        self._save = self._primary(verb or (self.tr("Add") if is_new else self.tr("Save")))
        self._buttons = self._build_buttons()
        layout.addWidget(self._buttons)

    def explain(self, text: str) -> None:
        """Say above the fields what the dialog will do."""
        self._words.setText(text)
        self._words.show()

    def add_text(self, name: str, text: str, hint: str = "") -> QLineEdit:
        """Add a field of one line."""
        field = QLineEdit()
        self._add(name, text, field, hint, field.text, field.setText)
        return field

    def add_lines(self, name: str, text: str, hint: str = "") -> QPlainTextEdit:
        """Add a field of a few lines."""
        field = QPlainTextEdit(tabChangesFocus=True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * LINES + 3 * GRID)
        self._add(name, text, field, hint, field.toPlainText, field.setPlainText)
        return field

    def add_choice(self, name: str, text: str, field: ChoiceBox, hint: str = "") -> ChoiceBox:
        """Add a field to choose from."""
        self._add(name, text, field, hint, field.value, field.set_value)
        return field

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these values, by field."""
        for name, write in self._writers.items():
            write(str(values.get(name) or ""))

    def values(self) -> dict[str, str]:
        """Return what stands in the fields, without spaces around it."""
        return {name: read().strip() for name, read in self._readers.items()}

    def draft(self) -> object:
        """Build the draft out of the values."""
        raise NotImplementedError

    def problems(self) -> dict[str, Message]:
        """Return what must be mended, by field."""
        draft = self.draft()
        return draft.problems() if isinstance(draft, Draft) else {}

    def open_with_problems(self) -> None:
        """Show the dialog, and beside its fields what is wrong with them already."""
        self.open()
        self._show_problems()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field, with the buttons after the last; Enter in a field hands out."""
        # Set before it is in the dialog, Qt gives Enter to the first button all the same.
        self._save.setDefault(True)
        self.form.go_before(self._buttons.buttons())
        self.form.focus_first()
        super().showEvent(event)

    def accept(self) -> None:
        """Hand the draft out, or show beside the fields what is wrong with it."""
        if not self._show_problems():
            self.drafted.emit(self.draft())
            super().accept()

    def _show_problems(self) -> bool:
        problems = {name: translate(problem) for name, problem in self.problems().items()}
        self.form.show_problems(problems)
        return bool(problems)

    def _add(
        self,
        name: str,
        text: str,
        field: QWidget,
        hint: str,
        read: Callable[[], str],
        write: Callable[[str], object],
    ) -> None:
        self.form.add_row(name, text, field, hint)
        self._readers[name], self._writers[name] = read, write

    def _primary(self, verb: str) -> QPushButton:
        button = QPushButton(verb)
        button.setProperty("primary", True)
        return button

    def _build_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons
