"""The dialog for one line that says something else than the others."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from signatories.block.settings import BlockSettings
from signatories.block.signatory import Signatory
from ui.pages.letter.block.pattern_field import PatternField
from ui.pages.letter.block.section import Known
from ui.theme import GRID
from ui.widgets.buttons import primary_button
from ui.widgets.labels import label

WIDTH = 520  # pixels


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line and its pattern; an empty one is that of all."""

    sign_on_id: int
    pattern: str


class OwnLineDialog(QDialog):
    """Begins with what the line says now."""

    drafted = Signal(object)  # an OwnLine

    def __init__(
        self, line: Signatory, settings: BlockSettings, columns: tuple[str, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("This line only"))
        self._id = line.sign_on_id
        self._shown = settings.lines.get(line.sign_on_id, settings.layout.pattern)
        self._field = PatternField(self.tr("Pattern of this line"))
        self._field.show_pattern(self._shown, Known(columns=columns, example=line))
        self._field.typed.connect(self._take)
        self._save = primary_button(self.tr("Save"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        self._as_others = self._buttons.addButton(
            self.tr("As the others"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self._as_others.setEnabled(line.sign_on_id in settings.lines)
        self._build_layout()
        self._buttons.accepted.connect(lambda: self._finish(self._shown))
        self._buttons.rejected.connect(self.reject)
        self._as_others.clicked.connect(lambda: self._finish(""))

    def _build_layout(self) -> None:
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        words = self.tr("What this one says, whatever the pattern of the others is.")
        column.addWidget(label(words, wrap=True))
        column.addWidget(self._field)
        column.addStretch(1)
        column.addWidget(self._buttons)

    def _take(self, pattern: str) -> None:
        self._shown = pattern

    def _finish(self, pattern: str) -> None:
        self.drafted.emit(OwnLine(self._id, pattern))
        self.accept()
