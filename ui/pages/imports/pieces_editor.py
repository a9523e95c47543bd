"""The line of a row in pieces, each with the field that it is: what was taken wrongly is put right here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from signatories.imports.lines.corrections import Correction, correct, fields_of, pieces
from signatories.imports.lines.parts import Split
from ui.pages.imports.field_names import field_words
from ui.theme import GRID
from ui.widgets.captioned import narrow
from ui.widgets.labels import label

FIELDS = ("name", "role", "organisation", "country", "city", "email")
WIDEST = 240  # pixels of a piece; longer text is cut off, and whole in its tip


class PiecesEditor(QScrollArea):
    """A choice beneath each piece; raises the correction as soon as one is changed."""

    corrected = Signal(object)  # a Correction

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.setAccessibleName(self.tr("Pieces of the line"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self._split: Split | None = None
        self._combos: list[QComboBox] = []

    def show_split(self, split: Split | None) -> None:
        """Show a line's pieces; None: the row was not taken apart. The focus stays where it is among them."""
        with_focus = next((n for n, combo in enumerate(self._combos) if combo.hasFocus()), None)
        self._split = split
        self._combos = []
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        if split is not None:
            for piece, field in zip(pieces(split.text), fields_of(split), strict=True):
                row.addLayout(self._build(piece.text, field))
        row.addStretch(1)
        self.setWidget(inside)
        if with_focus is not None and with_focus < len(self._combos):
            self._combos[with_focus].setFocus()

    def _build(self, text: str, field: str) -> QVBoxLayout:
        words = label(" ".join(text.split()))
        words.setToolTip(text)
        words.setMaximumWidth(WIDEST)
        combo = narrow(QComboBox())
        combo.setAccessibleName(self.tr("What “{text}” is").format(text=text))
        combo.addItem(self.tr("Nothing"), "")
        for name in FIELDS:
            combo.addItem(field_words(name), name)
        combo.setCurrentIndex(max(combo.findData(field), 0))
        combo.activated.connect(self._correct)
        self._combos.append(combo)
        card = QVBoxLayout()
        card.setSpacing(GRID // 2)
        card.addWidget(words)
        card.addWidget(combo)
        card.addStretch(1)
        return card

    def _correct(self, _row: int) -> None:
        if self._split is not None:
            fields = tuple(combo.currentData() for combo in self._combos)
            correction: Correction = correct(self._split.text, fields)
            self.corrected.emit(correction)
