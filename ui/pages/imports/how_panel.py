"""How a file is read: its sheet, the row with the headings, its encoding and what separates its cells."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QVBoxLayout, QWidget

from signatories.sources.documents import SheetInfo, Source
from signatories.texts import N_, message
from ui.pages.imports.looking import TABLES_OF_TEXT, Look, Reading
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.captioned import Captioned, narrow

ENCODINGS = (
    *("utf-8", "cp1252", "iso8859-2", "iso8859-9", "mac_roman", "cp850", "cp1250", "cp1251"),
    *("koi8-r", "cp1253", "cp1254", "cp1256", "shift_jis", "gb18030", "big5", "euc_kr", "utf-16"),
)
SEPARATORS = {
    ",": N_("Comma"),
    ";": N_("Semicolon"),
    "\t": N_("Tab"),
    "|": N_("Upright line"),
}


class HowPanel(QWidget):
    """Raises what to do to the reading. Shows only what the present file leaves to choose."""

    wanted = Signal(object)  # a Change

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = narrow(QComboBox())
        self._header = QSpinBox(minimum=0)
        self._header.setSpecialValueText(self.tr("No headings"))
        self._header.setKeyboardTracking(False)
        self._encoding = narrow(QComboBox())
        self._separator = narrow(QComboBox())
        self._of_sheets = Captioned(self.tr("Sheet"), self._sheet)
        self._of_tables = Captioned(self.tr("Row with the headings"), self._header)
        self._of_encodings = Captioned(self.tr("Encoding"), self._encoding)
        self._of_separators = Captioned(self.tr("Cells are separated by"), self._separator)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self._of_sheets, self._of_tables, self._of_encodings, self._of_separators):
            column.addWidget(widget)
        self._connect()

    def begin(self) -> None:
        """Leave nothing to choose as long as nothing is read."""
        for widget in (self._of_sheets, self._of_tables, self._of_encodings, self._of_separators):
            widget.hide()

    def show_look(self, look: Look) -> None:
        """Show how the file was read."""
        source, is_file = look.source, bool(look.reading.paths)
        is_text = is_file and source.format in TABLES_OF_TEXT
        self._show_sheets(source)
        self._show_header(look)
        self._of_encodings.setVisible(is_text)
        self._of_separators.setVisible(is_text)
        if is_text:
            self._fill(self._encoding, _encodings(look), source.encoding)
            lines = {"": self.tr("Nothing: lines of text")}
            cells = {value: translate(text) for value, text in SEPARATORS.items()}
            self._fill(self._separator, lines | cells, source.separator or "")

    def _show_sheets(self, source: Source) -> None:
        self._of_sheets.setVisible(len(source.sheets) > 1)
        self._fill(
            self._sheet,
            {sheet.name: self._words(sheet) for sheet in source.sheets},
            source.sheet or "",
        )

    def _words(self, sheet: SheetInfo) -> str:
        words = N_("{sheet} · %n row(s), hidden") if sheet.is_hidden else N_("{sheet} · %n row(s)")
        return translate(message(words, n=sheet.rows, sheet=sheet.name))

    def _show_header(self, look: Look) -> None:
        is_table = bool(look.plan.mapping) or look.reading.request.header_line is not None
        self._of_tables.setVisible(is_table)
        self._header.blockSignals(True)  # what is shown is not chosen
        self._header.setMaximum(look.source.rows[-1].line if look.source.rows else 0)
        self._header.setValue(look.plan.source.header_row or 0)
        self._header.blockSignals(False)

    def _fill(self, combo: QComboBox, choices: dict[str, str], chosen: str) -> None:
        combo.clear()
        for value, words in {**choices, chosen: choices.get(chosen, chosen)}.items():
            combo.addItem(words, value)
        combo.setCurrentIndex(combo.findData(chosen))

    def _connect(self) -> None:
        self._sheet.activated.connect(lambda: self._want(sheet=self._sheet.currentData()))
        self._encoding.activated.connect(lambda: self._want(encoding=self._encoding.currentData()))
        self._separator.activated.connect(self._take_separator)
        self._header.valueChanged.connect(self._take_header)

    def _want(self, **how: object) -> None:
        self.wanted.emit(lambda reading: reading.reading(**how))

    def _take_separator(self) -> None:
        separator = self._separator.currentData()
        self._want(separator=separator or None, as_lines=not separator)

    def _take_header(self, line: int) -> None:
        def change(reading: Reading) -> Reading:
            return reading.asking(header_line=line, overrides={}, choices={})

        self.wanted.emit(change)


def _encodings(look: Look) -> dict[str, str]:
    """Encodings with a few words as each reads them, likeliest first, and then those that are seldom meant."""
    likely = {
        choice.encoding: f"{choice.encoding} · {choice.preview}"
        if choice.preview
        else choice.encoding
        for choice in look.encodings
    }
    return likely | {name: name for name in ENCODINGS if name not in likely}
