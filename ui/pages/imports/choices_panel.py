"""The left side of an import: what is read, what its rows are, and what to do with those that are there already."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from signatories.imports.plan_treaty import TreatyMaking
from signatories.imports.planned import OnDuplicate
from signatories.texts import N_
from ui.models.choices import Choice
from ui.pages.imports.columns_panel import ColumnsPanel
from ui.pages.imports.looking import Look, Reading
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button
from ui.widgets.labels import small_label, strong_label

PAUSE = 400  # milliseconds of quiet before the rows are compared again
KINDS = {
    "": N_("Found by looking"),
    "sign-ons": N_("Signatories"),
    "recipients": N_("Recipients"),
}
DUPLICATES = {
    OnDuplicate.ASK: N_("Add, and keep the question"),
    OnDuplicate.SKIP: N_("Leave the row out"),
    OnDuplicate.UPDATE: N_("Update what is there"),
    OnDuplicate.FILL: N_("Fill in what is missing"),
    OnDuplicate.KEEP: N_("Add as another one"),
}
ENCODINGS = ("", "utf-8", "cp1252", "mac_roman", "iso8859-2", "iso8859-9", "cp1251")


class ChoicesPanel(QWidget):
    """Raises the reading that is wanted, whenever something is chosen or typed."""

    reading_changed = Signal(object)
    file_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = Reading()
        self._shown_text = ""
        self._name = strong_label(wrap=True)
        self._text = QPlainTextEdit()
        self._text.setPlaceholderText(
            self.tr("Paste here: one signatory a line, or the cells of a spreadsheet")
        )
        self._choose_file = plain_button(self.tr("Choose a file…"), "folder")
        self._kind = _combo([Choice(value, translate(text)) for value, text in KINDS.items()])
        self._letter = _narrow(QComboBox())
        self._instrument = QLineEdit()
        self._duplicates = _combo(
            [Choice(value.value, translate(text)) for value, text in DUPLICATES.items()]
        )
        found = translate(KINDS[""])
        self._encoding = _combo([Choice(name, name or found) for name in ENCODINGS])
        self._columns = ColumnsPanel()
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._build_layout()
        self._connect()

    def begin(self, reading: Reading, letters: Sequence[Choice]) -> None:
        """Show a reading, with nothing chosen about it but its letter."""
        self._reading = reading
        is_file = reading.path is not None
        self._name.setText(reading.path.name if reading.path else self.tr("Pasted text"))
        self._text.setPlainText(reading.text)
        self._shown_text = self._text.toPlainText()
        self._pause.stop()  # what was set is not typed
        self._letter.clear()
        for letter in (Choice("", self.tr("No letter: for all of them")), *letters):
            self._letter.addItem(letter.words, letter.value)
        self._letter.setCurrentIndex(self._letter.findData(str(reading.request.letter_id or "")))
        for combo in (self._kind, self._duplicates, self._encoding):
            combo.setCurrentIndex(0)
        self._instrument.clear()
        for widget in self._of_files:
            widget.setVisible(is_file)
        for widget in self._of_treaties:
            widget.hide()
        self._text.setVisible(not is_file)
        self._columns.clear()
        if not is_file:
            self._text.setFocus()

    def show_look(self, look: Look) -> None:
        """Show what the columns became, and ask for what this kind of rows needs."""
        self._columns.show_columns(look.headers, look.plan)
        if isinstance(look.plan.made, TreatyMaking):
            self.ask_title(look.plan.made.title)
        else:
            for widget in self._of_treaties:
                widget.hide()

    def ask_title(self, suggested: str) -> None:
        """Ask for the title of a treaty; a suggestion is taken where nothing is typed."""
        self._instrument.setPlaceholderText(suggested)
        for widget in self._of_treaties:
            widget.show()

    def finish(self) -> None:
        """Take what was typed without waiting for a pause."""
        if self._pause.isActive():
            self._take_choices()

    def _build_layout(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._name)
        column.addWidget(self._choose_file)
        self._text.setAccessibleName(self.tr("Pasted text"))
        column.addWidget(self._text, 1)
        self._add(column, self.tr("The rows are"), self._kind)
        self._add(column, self.tr("For the letter"), self._letter)
        self._of_treaties = self._add(column, self.tr("Title of the treaty"), self._instrument)
        self._add(column, self.tr("When one is there already"), self._duplicates)
        self._of_files = self._add(column, self.tr("Encoding"), self._encoding)
        column.addWidget(self._columns)
        column.addStretch(0)

    def _add(self, column: QVBoxLayout, caption: str, field: QWidget) -> tuple[QWidget, QWidget]:
        words = small_label(caption)
        words.setBuddy(field)
        field.setAccessibleName(caption)
        column.addSpacing(GRID)
        column.addWidget(words)
        column.addWidget(field)
        return words, field

    def _connect(self) -> None:
        self._choose_file.clicked.connect(self.file_requested)
        self._text.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._take_choices)
        self._instrument.textEdited.connect(self._pause.start)
        for combo in (self._kind, self._letter, self._duplicates, self._encoding):
            combo.activated.connect(self._take_choices)
        self._columns.column_changed.connect(self._take_column)

    def _take_column(self, column: str, field: str) -> None:
        self._want(self._reading.with_column(column, field))

    def _take_choices(self) -> None:
        self._pause.stop()
        letter = self._letter.currentData()
        reading = self._reading.asking(
            as_=self._kind.currentData() or None,
            letter_id=int(letter) if letter else None,
            on_duplicate=OnDuplicate(self._duplicates.currentData()),
            instrument=self._instrument.text().strip() or None,
        )
        encoding = self._encoding.currentData() or None
        self._want(replace(reading, text=self._wanted_text(), encoding=encoding))

    def _wanted_text(self) -> str:
        """The text as it was pasted until it is edited: the field knows no unbreakable spaces."""
        shown = self._text.toPlainText()
        if shown == self._shown_text:
            return self._reading.text
        self._shown_text = shown
        return shown

    def _want(self, reading: Reading) -> None:
        if reading != self._reading:
            self._reading = reading
            self.reading_changed.emit(reading)


def _narrow(combo: QComboBox) -> QComboBox:
    """Let the panel decide how wide it is, not the longest title."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    return combo


def _combo(choices: Sequence[Choice]) -> QComboBox:
    combo = _narrow(QComboBox())
    for choice in choices:
        combo.addItem(choice.words, choice.value)
    return combo
