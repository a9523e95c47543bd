"""How lines are set: the fields of a Layout, except the pattern of its lines."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signatories.block.forms import COUNTING
from signatories.block.settings import BOUNDS, Layout
from signatories.models.block import Form
from signatories.texts import N_
from ui.pages.letter.block.words import FILLS, MARKERS, RULES, SEPARATORS, SPACINGS, in_words
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.record_form import RecordForm, measure, whole_number
from ui.widgets.tiles import Tile, Tiles

FORMS = {
    Form.LINES: (N_("Lines"), "form-lines", N_("One signatory a line")),
    Form.RUN_IN: (N_("Paragraph"), "form-paragraph", N_("One after the other, as running text")),
    Form.TABLE: (N_("Table"), "form-table", N_("Rows with a column for each part")),
    Form.CARDS: (N_("Cards"), "form-cards", N_("Several lines for each, side by side")),
    Form.LOGOS: (N_("Logos"), "form-logos", N_("A grid of logos; who has none stands by name")),
    Form.TO_SIGN: (N_("To sign"), "form-sign", N_("A line to sign by hand above each name")),
}


class FormFields(QWidget):
    """Shows how lines stand; only what matters for the chosen form is in sight."""

    edited = Signal(object, str)  # the new Layout; the field that is being typed in

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tiles = [
            Tile(form, translate(words), sign, translate(tip))
            for form, (words, sign, tip) in FORMS.items()
        ]
        self._tiles = Tiles(self.tr("Form"), tiles, 3)
        self._form = RecordForm()
        self._build_form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._tiles)
        column.addWidget(self._form)
        self._tiles.chosen.connect(self._choose_form)
        self._form.edited.connect(self.edited)

    def show_layout(self, layout: Layout) -> None:
        """Show a layout."""
        self._tiles.set_value(layout.form)
        self._form.show_record(layout)
        for name in self._form.names:
            is_pointless = name == "fill" and layout.columns == 1
            self._form.show_row(name, name in COUNTING[layout.form] and not is_pointless)

    def _build_form(self) -> None:
        form = self._form
        least, most = map(int, BOUNDS["columns"])
        form.add_number("columns", self.tr("&Columns"), whole_number(least, most))
        form.add_choice("fill", self.tr("Fi&lled"), in_words(FILLS))
        form.add_choice("marker", self.tr("Be&fore each"), in_words(MARKERS))
        form.add_choice("separator", self.tr("&Between"), in_words(SEPARATORS))
        form.add_choice("rules", self.tr("R&ules"), in_words(RULES))
        form.add_choice("spacing", self.tr("&Room between"), in_words(SPACINGS))
        size = measure(*BOUNDS["size"], 0.5, self.tr(" pt"))
        form.add_number("size", self.tr("Type si&ze"), size)
        area = measure(*BOUNDS["logo_area"], 25, self.tr(" mm²"))
        form.add_number("logo_area", self.tr("&Area of a logo"), area)
        room = measure(*BOUNDS["signing_room"], 6, self.tr(" pt"))
        form.add_number("signing_room", self.tr("Room to &sign"), room)
        form.add_tick("zebra", self.tr("Every other row on &grey"))
        form.add_tick("logos", self.tr("Lo&go beside each line"))
        hint = self.tr("Only of those who allow it.")
        form.add_tick("signatures", self.tr("&Scanned signatures above the names"), hint)

    def _choose_form(self, form: Form) -> None:
        self.edited.emit(replace(self._form.record, form=form), "")
