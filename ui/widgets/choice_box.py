"""A field to choose one of many by typing a part of its name."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from ui.models.choices import Choice


class ChoiceBox(QComboBox):
    """Offers what contains the typed text. A text that is none of the choices is handed to `understand`."""

    def __init__(
        self,
        choices: Iterable[Choice],
        understand: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._understand = understand
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItem("", "")
        for choice in choices:
            self.addItem(choice.words, choice.value)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)

    def value(self) -> str:
        """Return the chosen value; of another text, what it is understood as."""
        text = self.currentText().strip()
        row = self.findText(text, Qt.MatchFlag.MatchFixedString)
        return self.itemData(row) if row >= 0 else self._understand(text)

    def set_value(self, value: str) -> None:
        """Choose a value; one that is not offered is shown as it is."""
        row = self.findData(value)
        self.setCurrentIndex(row)
        if row < 0:
            self.setEditText(value)
