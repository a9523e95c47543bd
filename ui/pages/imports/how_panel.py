"""How a file is read: its sheet, the row with the headings, its encoding and what separates its cells."""

from textwrap import shorten

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QVBoxLayout, QWidget

from signatories.sources.documents import SheetInfo, Source
from signatories.texts import N_, message
from ui.pages.imports.looking import TABLES_OF_TEXT, Look
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.captioned import Captioned, narrow
from ui.widgets.folded_part import FoldedPart

PREVIEW = 48  # letters of a file, to see whether its accents are right
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
        self._header.setPrefix(self.tr("Row "))
        self._header.setKeyboardTracking(False)
        self._encoding = narrow(QComboBox())
        self._separator = narrow(QComboBox())
        self._of_sheets = Captioned(self.tr("Sheet"), self._sheet)
        self._of_tables = Captioned(self.tr("Row with the headings"), self._header)
        self._of_encodings = Captioned(self.tr("Encoding"), self._encoding)
        self._of_separators = Captioned(self.tr("Cells are separated by"), self._separator)
        self._header.setMinimumHeight(4 * GRID)
        self._build_layout()
        self._connect()

    def begin(self) -> None:
        """Leave nothing to choose as long as nothing is read."""
        self._of_sheets.hide()
        self._details.hide()

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
        self._show_summary(look)

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
        is_named_by_keys = look.plan.source.header_row == 0
        self._of_tables.setVisible(is_table and not is_named_by_keys)
        self._header.blockSignals(True)  # what is shown is not chosen
        self._header.setMaximum(look.source.rows[-1].line if look.source.rows else 0)
        self._header.setValue(look.plan.source.header_row or 0)
        self._header.blockSignals(False)

    def _show_summary(self, look: Look) -> None:
        """Say how it was read while the choices about it are folded away."""
        fields = {
            self._of_tables: self._header_words(),
            self._of_encodings: look.source.encoding,
        }
        shown = [words for field, words in fields.items() if not field.isHidden() and words]
        self._details.set_summary(" · ".join(shown))
        self._details.setVisible(bool(shown))

    def _header_words(self) -> str:
        row = self._header.value()
        words = self.tr("headings: row {row}") if row else self.tr("no headings")
        return words.format(row=row)

    def _build_layout(self) -> None:
        inside = QWidget()
        folded = QVBoxLayout(inside)
        folded.setContentsMargins(0, 0, 0, 0)
        folded.setSpacing(GRID)
        for widget in (self._of_tables, self._of_encodings, self._of_separators):
            folded.addWidget(widget)
        self._details = FoldedPart(self.tr("How it was read"), inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._of_sheets)
        column.addWidget(self._details)

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
        self.wanted.emit(lambda reading: reading.read_anew(**how))

    def _take_separator(self) -> None:
        separator = self._separator.currentData()
        self._want(separator=separator or None, as_lines=not separator)

    def _take_header(self, line: int) -> None:
        self.wanted.emit(lambda reading: reading.with_header(line))


def _encodings(look: Look) -> dict[str, str]:
    """Encodings with a few words as each reads them, likeliest first, and then those that are seldom meant."""
    likely = {
        choice.encoding: " · ".join(filter(None, (choice.encoding, _one_line(choice.preview))))
        for choice in look.encodings
    }
    return likely | {name: name for name in ENCODINGS if name not in likely}


def _one_line(preview: str) -> str:
    return shorten(" ".join(preview.split()), PREVIEW, placeholder=" …")
